import { overlap } from "./date-range.ts";
import type { DateRange } from "./rows.ts";

/** A half-open range as it is typed: "2014-10-01 to 2024-10-01", "since 2024-10-01". */
export function dayRange({ from, to }: DateRange): string {
  if (from !== null && to !== null) return `${from} to ${to}`;
  if (from !== null) return `since ${from}`;
  return to === null ? "always" : `until ${to}`;
}

/** The first two ranges that share a day, by place in the list; null where all stand apart. */
export function tenureClash(ranges: readonly DateRange[]): readonly [number, number] | null {
  for (const [i, one] of ranges.entries()) {
    const j = ranges.findIndex((other, at) => at > i && overlap(one, other));
    if (j >= 0) return [i, j];
  }
  return null;
}
