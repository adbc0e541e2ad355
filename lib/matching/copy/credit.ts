/** A news agency on record, by all names it is known under. */
export interface Agency {
  readonly id: string;
  readonly names: readonly string[];
}

/** Credits stand at the ends of a text, not in its middle. */
const HEAD = 300;
const TAIL = 300;

/**
 * The agencies a text is credited to: in the byline ("Ann Tarn, Harbour Wire"), in the dateline ("TARNBY (Harbour Wire) —"),
 * or at the end ("— Harbour Wire", "Source: Harbour Wire", "Reporting by Harbour Wire"). A text that only names an agency,
 * as in "told Harbour Wire" or "Harbour Wire contributed to this report", is not credited to it.
 */
export function agencyCredits(
  article: { readonly text: string; readonly byline: string | null },
  agencies: readonly Agency[],
): readonly string[] {
  const byline = article.byline?.normalize("NFKC") ?? "";
  const plain = article.text.normalize("NFKC");
  const [head, tail] = [plain.slice(0, HEAD), plain.slice(-TAIL)];
  return agencies
    .filter(({ names }) =>
      names.flatMap(spellings).some((name) => inByline(name, byline) || inText(name, head, tail)),
    )
    .map(({ id }) => id);
}

interface Spelling {
  readonly pattern: string;
  /** Letters that stand for a name are that name in capitals only. */
  readonly flags: "u" | "iu";
}

const ARTICLE = /^(?:the|die|der|das|la|le|el)\s+/iu;

/** A name without its article, and the letters that stand for it: "Associated Press" is signed AP. */
function spellings(name: string): readonly Spelling[] {
  const bare = name.normalize("NFKC").trim().replace(ARTICLE, "");
  const initials = bare
    .split(/[\s-]+/u)
    .map((word) => [...word][0] ?? "")
    .filter((letter) => /\p{Lu}/u.test(letter));
  const full: Spelling = {
    pattern: `(?:the\\s+)?${escaped(bare)}`,
    flags: /^\p{Lu}{2,5}$/u.test(bare) ? "u" : "iu",
  };
  if (bare === "") return [];
  return initials.length < 2 ? [full] : [full, { pattern: initials.join(""), flags: "u" }];
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&").replace(/\s+/gu, "\\s+");

const BEFORE = "(?<![\\p{L}\\p{N}])";
const AFTER = "(?![\\p{L}\\p{N}])";

const inByline = ({ pattern, flags }: Spelling, byline: string) =>
  new RegExp(`${BEFORE}${pattern}${AFTER}`, flags).test(byline);

function inText({ pattern, flags }: Spelling, head: string, tail: string): boolean {
  const bracketed = `\\(${pattern}(?:/[^()\\n]{1,30})?\\)`;
  // "TARNBY (Harbour Wire) —" or "(Harbour Wire) -" opens a paragraph.
  const dateline = new RegExp(`(?:^|\\n)[^\\n.!?]{0,60}${bracketed}\\s*[-–—:]`, flags);
  const opening = new RegExp(`(?:^|\\n)[^\\n.!?a-z]{0,40}[-–—,]?\\s*${pattern}\\s*[-–—]\\s`, flags);
  const closing = new RegExp(`(?:[-–—]\\s*|\\n\\s*)\\(?${pattern}\\)?[.\\s]*$`, flags);
  const bracketedEnd = new RegExp(`${bracketed}[.\\s]*$`, flags);
  const source = new RegExp(
    `(?:^|\\n|[.(]\\s?)(?:sources?|quelle|источник|reporting by|reported by|text)\\s*:?\\s*${pattern}${AFTER}(?!\\s+contributed)`,
    "iu",
  );
  return (
    dateline.test(head) ||
    opening.test(head) ||
    closing.test(tail) ||
    bracketedEnd.test(tail) ||
    source.test(tail)
  );
}
