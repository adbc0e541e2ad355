import type { JobName } from "#lib/queue/names.ts";

/** What a kind of job does, for a person. */
export const KIND_WORDS: Readonly<Record<JobName, string>> = {
  "poll-feeds": "See which feeds are due",
  "poll-feed": "Read a feed",
  "feed-item": "Bring in an article of a feed",
  "check-articles": "See which articles are due",
  "refetch-article": "Fetch an article again",
  "compare-article": "Compare an article with the others",
  import: "Import",
};

const UNITS = [
  ["day", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1],
] as const;

/** A stretch of time in its largest unit: "3 s", "12 min", "5 h", "1 day", "2 days". */
export function stretchWords(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000));
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? (["s", 1] as const);
  const count = Math.floor(seconds / size);
  return `${count} ${unit === "day" && count !== 1 ? "days" : unit}`;
}

/** When the next try is: "at once" when its moment has come. */
export function nextTryWords(now: string, nextTry: string): string {
  return Date.parse(nextTry) <= Date.parse(now) ? "at once" : `in ${stretchWords(now, nextTry)}`;
}

export const triesWords = (tries: number): string => (tries === 1 ? "tried once" : `tried ${tries} times`);
