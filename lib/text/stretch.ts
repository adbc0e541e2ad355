/**
 * Half-open `[start, end)` in UTF-16 code units of one string: what pure text code works with inside.
 * It never leaves a room; what leaves is a `Span`, in code points.
 */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly inside `outer`. */
export function within(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
