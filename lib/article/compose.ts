import type { Part, PartKind } from "../attribution/statement.ts";
import { codePointLength } from "../text/code-points.ts";
import { normaliseText } from "../text/normalise.ts";

/** Between parts: one blank line. */
const BETWEEN = "\n\n";

export interface Composed {
  /** The frozen text: headline, standfirst and paragraphs joined by one blank line; normalised. */
  readonly text: string;
  /** What is what, in code points of `text`. */
  readonly parts: readonly Part[];
}

/** Joins an article's parts into the text of a revision. Space inside a part is folded; empty parts vanish. */
export function composeText(article: {
  readonly headline: string;
  readonly standfirst: string | null;
  readonly paragraphs: readonly string[];
}): Composed {
  const named: readonly (readonly [PartKind, string])[] = [
    ["headline", article.headline],
    ["standfirst", article.standfirst ?? ""],
    ...article.paragraphs.map((paragraph) => ["paragraph", paragraph] as const),
  ];
  const parts: Part[] = [];
  let text = "";
  let length = 0;
  for (const [kind, words] of named) {
    const clean = normaliseText(words).replace(/\s+/gu, " ").trim();
    if (clean === "") continue;
    if (text !== "") {
      text += BETWEEN;
      length += BETWEEN.length;
    }
    const start = length;
    text += clean;
    length += codePointLength(clean);
    parts.push({ kind, start, end: length });
  }
  return { text, parts };
}
