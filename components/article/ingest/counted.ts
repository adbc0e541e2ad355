/** "1 line", "2,000 lines". */
export const counted = (count: number, unit: string): string =>
  `${count.toLocaleString("en-GB")} ${unit}${count === 1 ? "" : "s"}`;
