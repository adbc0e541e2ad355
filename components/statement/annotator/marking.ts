import { wordsOf } from "#lib/statement/passage.ts";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import { overlaps, type Span } from "#lib/text/span.ts";
import type { Stretch } from "#lib/text/stretch.ts";

const SPACE = /\s/u;

/**
 * What a selection marks: one span for each part of the text it touches, without white space at the ends, grown to
 * whole words if asked. Nothing for a selection of white space.
 * @param selected UTF-16 offsets of the whole text, as the browser counts
 * @param parts in code points
 */
export function spansOfSelection(
  index: CodePointIndex,
  parts: readonly Span[],
  selected: Stretch,
  wholeWords: boolean,
): readonly Span[] {
  const { text } = index;
  return parts.flatMap((part) => {
    const bounds = { start: index.toUtf16(part.start), end: index.toUtf16(part.end) };
    let start = Math.max(selected.start, bounds.start);
    let end = Math.min(selected.end, bounds.end);
    while (start < end && SPACE.test(text.charAt(start))) start++;
    while (start < end && SPACE.test(text.charAt(end - 1))) end--;
    if (start >= end) return [];
    if (wholeWords) ({ start, end } = grownToWords(text, bounds, { start, end }));
    const from = index.fromUtf16(start);
    // An end inside a surrogate pair takes the whole character.
    const to = index.toUtf16(index.fromUtf16(end)) < end ? index.fromUtf16(end) + 1 : index.fromUtf16(end);
    return from < to ? [{ start: from, end: to }] : [];
  });
}

function grownToWords(text: string, bounds: Stretch, { start, end }: Stretch): Stretch {
  const words = wordsOf(text.slice(bounds.start, bounds.end));
  const holding = (at: number) =>
    words.find((word) => bounds.start + word.start < at && at < bounds.start + word.end);
  const first = holding(start);
  const last = holding(end);
  return {
    start: first ? bounds.start + first.start : start,
    end: last ? bounds.start + last.end : end,
  };
}

/** The pieces with one more, in reading order; pieces that overlap become one. */
export function withPiece(pieces: readonly Span[], piece: Span): readonly Span[] {
  const apart = pieces.filter((other) => !overlaps(other, piece));
  const together = pieces.filter((other) => overlaps(other, piece));
  const grown = {
    start: Math.min(piece.start, ...together.map((other) => other.start)),
    end: Math.max(piece.end, ...together.map((other) => other.end)),
  };
  return [...apart, grown].sort((a, b) => a.start - b.start);
}

/** The pieces without one. */
export function withoutPiece(pieces: readonly Span[], piece: Span): readonly Span[] {
  return pieces.filter((other) => other.start !== piece.start || other.end !== piece.end);
}

/**
 * Moves a selection by one word: for people who mark with the keyboard. Extending moves the end only and never
 * gives up the last word.
 * @param words of the whole text, in order (UTF-16)
 * @param selected what is selected now; without it the word at `from` is taken
 */
export function stepSelection(
  words: readonly Stretch[],
  selected: Stretch | null,
  from: number,
  step: "next" | "previous" | "extend" | "shrink",
): Stretch | null {
  if (selected === null) return words.find((word) => word.end > from) ?? words[0] ?? null;
  const first = words.findIndex((word) => word.end > selected.start);
  const last = words.findLastIndex((word) => word.start < selected.end);
  const word = (at: number) => words[Math.min(words.length - 1, Math.max(0, at))] ?? null;
  const to = word({ next: last + 1, previous: first - 1, extend: last + 1, shrink: last - 1 }[step]);
  if (to === null || step === "next" || step === "previous") return to;
  return { start: selected.start, end: Math.max(to.end, word(first)?.end ?? to.end) };
}
