import { overlaps, type Span } from "../text/span.ts";

/** From here on two contents are the same words: they share half of all characters that either has. */
const SAME = 0.5;

/** Whether two contents mark the same words of one text, give or take their borders. */
export function isSameContent(a: readonly Span[], b: readonly Span[]): boolean {
  const shared = sum(
    a.flatMap((left) =>
      b.flatMap((right) =>
        overlaps(left, right)
          ? [{ start: Math.max(left.start, right.start), end: Math.min(left.end, right.end) }]
          : [],
      ),
    ),
  );
  const all = sum(a) + sum(b) - shared;
  return all > 0 && shared / all >= SAME;
}

const sum = (spans: readonly Span[]) => spans.reduce((total, { start, end }) => total + end - start, 0);
