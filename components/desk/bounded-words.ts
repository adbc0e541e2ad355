/** A count that was followed up to a bound, as a person reads it: exact, or "more than 1,000". */
export const boundedWords = (count: number, bound: number): string =>
  count > bound ? `more than ${bound.toLocaleString("en-GB")}` : count.toLocaleString("en-GB");
