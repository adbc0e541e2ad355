import { CodePointIndex } from "../text/code-points.ts";
import { sentencesIn } from "../text/sentences.ts";
import type { Stretch } from "../text/stretch.ts";
import { datelineEnd } from "./dateline.ts";
import { type Marks, marksOf } from "./marks.ts";
import type { DetectInput, PartKind } from "./statement.ts";
import { type Token, tokensIn } from "./tokens.ts";

/** A sentence as tokens `[from, to)`, with the part it stands in. */
export interface Sentence extends Stretch {
  readonly from: number;
  readonly to: number;
  readonly index: number;
  readonly part: number;
}

export interface ArticlePart extends Stretch {
  readonly kind: PartKind;
}

/** An article cut into parts, sentences, tokens and quotations; UTF-16 offsets. */
export interface Segmented {
  readonly text: string;
  readonly index: CodePointIndex;
  readonly parts: readonly ArticlePart[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly marks: Marks;
}

/** Longest headline, in words, where the parts are not given. */
const LONGEST_HEADLINE = 22;

/** Parts by blank lines or line ends; the first is the headline when it is short and more follows. */
function partsOf(text: string): ArticlePart[] {
  const parts: ArticlePart[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    const line = match[0].trimEnd();
    const lead = line.length - line.trimStart().length;
    if (lead < line.length)
      parts.push({ kind: "paragraph", start: match.index + lead, end: match.index + line.length });
  }
  const first = parts[0];
  if (first && parts.length > 1) {
    const words = text.slice(first.start, first.end).split(/\s+/u);
    const quotedOnly = /^["“”]/u.test(words[0] ?? "") && /["“”]\.?$/u.test(words.at(-1) ?? "");
    if (words.length <= LONGEST_HEADLINE && !quotedOnly) parts[0] = { ...first, kind: "headline" };
  }
  return parts;
}

/** Cuts an article into what the rules work on. Linear in its length. */
export function segment(input: DetectInput): Segmented {
  const { text } = input;
  const index = new CodePointIndex(text);
  const parts = input.parts
    ? input.parts.map((part) => ({
        kind: part.kind,
        start: index.toUtf16(part.start),
        end: index.toUtf16(part.end),
      }))
    : partsOf(text);
  const marks = marksOf(text, parts);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let quotation = 0;
  parts.forEach((part, place) => {
    while (quotation < marks.quotations.length && (marks.quotations[quotation]?.end ?? 0) <= part.start)
      quotation++;
    let last = quotation;
    while (last < marks.quotations.length && (marks.quotations[last]?.start ?? 0) < part.end) last++;
    const quotations = marks.quotations.slice(quotation, last);
    // Nobody speaks in a dateline, and it is no part of the name that follows it.
    const head =
      part.kind === "paragraph" ? part.start + datelineEnd(text.slice(part.start, part.end)) : part.start;
    for (const sentence of sentencesIn(text, quotations, head, part.end)) {
      const from = tokens.length;
      for (const token of tokensIn(text, sentence.start, sentence.end, marks.at))
        if (!marks.aroundCues.has(token.start)) tokens.push(token);
      sentences.push({ ...sentence, from, to: tokens.length, index: sentences.length, part: place });
    }
    quotation = last;
  });
  return { text, index, parts, sentences, tokens, marks };
}
