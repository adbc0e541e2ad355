import { wordsOf } from "./newsroom/given-words.ts";

/** Eight words in a row are no accident. */
export const BORROWED_LENGTH = 8;

/** All runs of eight words of a text, each joined by single spaces. */
export function runsOf(text: string): Set<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let at = 0; at + BORROWED_LENGTH <= words.length; at++)
    runs.add(words.slice(at, at + BORROWED_LENGTH).join(" "));
  return runs;
}

/**
 * Runs of eight words that `text` shares with `sources`, without those that lie wholly inside `allowed` words.
 * Case, marks and line ends don't count.
 */
export function borrowedRuns(
  text: string,
  sources: readonly string[],
  allowed: readonly string[] = [],
): string[] {
  const known = new Set(sources.flatMap((source) => [...runsOf(source)]));
  const free = new Set(allowed.flatMap((words) => [...runsOf(words)]));
  return [...runsOf(text)].filter((run) => known.has(run) && !free.has(run));
}
