import type { StatementKind } from "../attribution/statement.ts";
import { quotationsIn } from "../text/quotation-marks.ts";
import type { Stretch } from "../text/stretch.ts";

/** How many of the outlet's own words one passage shows in public. */
export const PUBLIC_WORDS = 25;

/** One content span of a statement, with the characters around it. */
export interface ContentPiece {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a reader sees, in order: the speaker's words without their marks, the outlet's words, a gap for words left out. */
export type PassagePart =
  | { readonly of: "speaker"; readonly text: string }
  | { readonly of: "outlet"; readonly text: string }
  | { readonly of: "gap" };

/** Words that stand together in the source and are shown whole. */
export interface ShownRun extends ContentPiece {}

export interface Passage {
  readonly parts: readonly PassagePart[];
  readonly runs: readonly ShownRun[];
  /** How many of the outlet's own words it shows. */
  readonly outletWords: number;
  /** Whether words of the statement are left out. */
  readonly clipped: boolean;
}

const WORDS = new Intl.Segmenter("en", { granularity: "word" });
const LETTER = /[\p{L}\p{N}]/u;
const MARK = /["“”„‟«»″'‘’‚‛‹›]/u;
const MARK_BEFORE = new RegExp(`${MARK.source}$`, "u");
const MARK_BEHIND = new RegExp(`^[.,;:!?…]?${MARK.source}`, "u");

/** Words of `text` with their places, in any script. Offsets are UTF-16. */
export function wordsOf(text: string): readonly Stretch[] {
  const words: Stretch[] = [];
  // ICU doesn't know every script's letters as words.
  for (const { segment, index, isWordLike } of WORDS.segment(text))
    if (isWordLike || LETTER.test(segment)) words.push({ start: index, end: index + segment.length });
  return words;
}

/**
 * The passage of a statement that may be shown in public: quoted words in full, and at most `outletWords` of the
 * outlet's own. An indirect statement has no quoted words, whatever marks stand in it.
 * @param pieces content spans in their order in the text
 */
export function publicPassage(
  pieces: readonly ContentPiece[],
  kind: StatementKind,
  outletWords = PUBLIC_WORDS,
): Passage {
  const parts: PassagePart[] = [];
  const runs: ShownRun[] = [];
  let left = outletWords;
  let clipped = false;
  for (const piece of pieces) {
    if (parts.length > 0 && parts.at(-1)?.of !== "gap") parts.push({ of: "gap" });
    let from = 0;
    const endRun = (to: number) => {
      if (to > from && wordsOf(piece.exact.slice(from, to)).length > 0) runs.push(runOf(piece, from, to));
    };
    for (const stretch of stretchesOf(piece, kind)) {
      const text = piece.exact.slice(stretch.start, stretch.end);
      if (stretch.quoted) {
        parts.push({ of: "speaker", text: withoutMarks(text) });
        continue;
      }
      const words = wordsOf(text);
      const shown = words.length <= left ? text : text.slice(0, words[left - 1]?.end ?? 0);
      if (shown !== "") parts.push({ of: "outlet", text: shown });
      left -= Math.min(left, words.length);
      if (shown.length === text.length) continue;
      clipped = true;
      if (parts.at(-1)?.of !== "gap") parts.push({ of: "gap" });
      endRun(stretch.start + shown.length);
      from = stretch.end;
    }
    endRun(piece.exact.length);
  }
  return { parts, runs, outletWords: outletWords - left, clipped };
}

interface Voice extends Stretch {
  readonly quoted: boolean;
}

/** A piece cut where the speaker's words and the outlet's words meet. */
function stretchesOf(piece: ContentPiece, kind: StatementKind): Voice[] {
  const text = piece.exact;
  const whole = { start: 0, end: text.length };
  if (kind === "indirect") return [{ ...whole, quoted: false }];
  // A span chosen inside the marks.
  if (MARK_BEFORE.test(piece.prefix) && MARK_BEHIND.test(piece.suffix)) return [{ ...whole, quoted: true }];
  // A mark that is never closed quotes the rest only where all content is quoted.
  const quotations = quotationsIn(text).filter((quotation) => quotation.closed || kind === "direct");
  if (kind === "direct" && quotations.length === 0) return [{ ...whole, quoted: true }];
  const stretches: Voice[] = [];
  let at = 0;
  for (const { start, end } of quotations) {
    if (start > at) stretches.push({ start: at, end: start, quoted: false });
    stretches.push({ start, end, quoted: true });
    at = end;
  }
  if (at < text.length) stretches.push({ start: at, end: text.length, quoted: false });
  return stretches;
}

const MOST_CUE_WORDS = 8;

/**
 * The words that introduce a passage, without marks around them; null when there are none ("–"). They are the
 * outlet's too: the passage beside them shows so many fewer.
 */
export function cueWords(cue: string | null): string | null {
  const words = wordsOf(cue ?? "").slice(0, MOST_CUE_WORDS);
  const [first] = words;
  const last = words.at(-1);
  return cue !== null && first && last ? cue.slice(first.start, last.end) : null;
}

function withoutMarks(text: string): string {
  const inner = MARK.test(text.charAt(0)) ? text.slice(1) : text;
  return MARK.test(inner.charAt(inner.length - 1)) ? inner.slice(0, -1) : inner;
}

function runOf(piece: ContentPiece, from: number, to: number): ShownRun {
  return {
    exact: piece.exact.slice(from, to),
    // Words left out in front of or behind a run are no context to show.
    prefix: from === 0 ? piece.prefix : "",
    suffix: to === piece.exact.length ? piece.suffix : "",
  };
}

/** The passage as plain text, for titles and citations. */
export function passageText(passage: Passage): string {
  return passage.parts
    .map((part) => (part.of === "gap" ? " … " : part.of === "speaker" ? `“${part.text}”` : part.text))
    .join("")
    .replace(/\s+/gu, " ")
    .replace(/,(”?)$/u, "$1")
    .trim();
}
