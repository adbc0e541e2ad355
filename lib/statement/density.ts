/** One month on a density line. */
export interface DensityMonth {
  /** "2024-06". */
  readonly month: string;
  readonly count: number;
}

const LONGEST_MONTHS = 12 * 60;

/** Every month from the first to the last one given, those without a statement as 0. `months` are in order. */
export function everyMonth(months: readonly DensityMonth[]): readonly DensityMonth[] {
  const first = months[0];
  const last = months.at(-1);
  if (!first || !last) return [];
  const counts = new Map(months.map(({ month, count }) => [month, count]));
  const from = numberOf(first.month);
  // One date far off must not make a line of thousands of months.
  const length = Math.min(numberOf(last.month) - from + 1, LONGEST_MONTHS);
  return Array.from({ length }, (_, i) => {
    const month = `${String(Math.floor((from + i) / 12)).padStart(4, "0")}-${String(((from + i) % 12) + 1).padStart(2, "0")}`;
    return { month, count: counts.get(month) ?? 0 };
  });
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
