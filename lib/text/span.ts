import { CodePointIndex } from "./code-points.ts";

/** Half-open `[start, end)` in Unicode code points of one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with its words and surroundings: W3C TextPositionSelector and TextQuoteSelector in one. */
export interface DescribedSpan extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters of prefix and suffix kept beside the exact words, in code points. */
export const CONTEXT_LENGTH = 32;

/**
 * Adds a span's words and context.
 * @throws RangeError when the span is empty, reversed or outside the text.
 */
export function describeSpan(text: string | CodePointIndex, span: Span): DescribedSpan {
  const index = typeof text === "string" ? new CodePointIndex(text) : text;
  if (!(span.start < span.end)) throw new RangeError(`span [${span.start}, ${span.end}) is empty`);
  const exact = index.slice(span.start, span.end);
  return {
    start: span.start,
    end: span.end,
    exact,
    prefix: index.slice(Math.max(0, span.start - CONTEXT_LENGTH), span.start),
    suffix: index.slice(span.end, Math.min(index.length, span.end + CONTEXT_LENGTH)),
  };
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
