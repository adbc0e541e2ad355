import type { DateRange } from "./rows.ts";

/**
 * Whether a range holds on a date. `on` is a day, a longer ISO timestamp, or a partial date (2024, 2024-06),
 * for which one day in common is enough. Without `on` a range holds if it has no end.
 */
export function holdsOn(range: DateRange, on?: string): boolean {
  if (on === undefined) return range.to === null;
  const day = on.slice(0, 10);
  // ISO dates compare as text, so a partial date runs from its earliest to its latest spelling.
  const first = day + "0000-01-01".slice(day.length);
  const last = day + "9999-12-31".slice(day.length);
  return (range.from === null || range.from <= last) && (range.to === null || first < range.to);
}

/** Whether two half-open ranges share a day. */
export function overlap(a: DateRange, b: DateRange): boolean {
  return (
    (a.from === null || b.to === null || a.from < b.to) && (b.from === null || a.to === null || b.from < a.to)
  );
}
