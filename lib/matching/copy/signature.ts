import { runsOf } from "./runs.ts";

/** Of so many runs in a row the smallest hash becomes a key. */
const WINDOW = 24;
/** Most keys of one text; a longer one keeps the smallest, as every other text does. */
export const MOST_KEYS = 256;
/** Shorter texts are no news text: what they share is a phrase. Up to some 50 words a cut has one to three keys, and may be missed. */
export const FEWEST_RUNS = 20;

/** What is kept of a text to find its copies by. */
export interface Signature {
  /** How many different runs of five words the text has. */
  readonly runs: number;
  /** 32 bits each, signed, in ascending order. */
  readonly keys: readonly number[];
}

/**
 * The text's signature; null where it is too short to be anybody's copy.
 *
 * Keys are winnowed (Schleimer, Wilkerson, Aiken 2003): wherever two texts share 28 words in a row they share a key, be the
 * rest cut, added or moved, and however long the texts are. That is what reprints keep; min-hash needs both texts to be of
 * about one length, and misses the cut of a long one. About one run in twelve becomes a key, some 30 of 400 words. By
 * chance a text's 30 keys meet 0.2 of a million other articles in one key (30 x 30,000,000 / 2^32), which is no likeness yet.
 */
export function signatureOf(text: string): Signature | null {
  const runs = runsOf(text);
  const different = new Set(runs).size;
  if (different < FEWEST_RUNS) return null;
  const smallest = winnow(runs)
    .sort((a, b) => a - b)
    .slice(0, MOST_KEYS);
  // The window chose by the upper bits, so the lower ones are evenly spread.
  const keys = new Set(smallest.map((hash) => hash | 0));
  return { runs: different, keys: [...keys].sort((a, b) => a - b) };
}

/** The smallest hash of every window, each once. */
function winnow(runs: readonly number[]): number[] {
  const chosen = new Set<number>();
  let smallestAt = -1;
  for (let end = Math.min(WINDOW, runs.length); end <= runs.length; end++) {
    const start = Math.max(0, end - WINDOW);
    if (smallestAt < start) smallestAt = smallestIn(runs, start, end);
    else if ((runs[end - 1] as number) <= (runs[smallestAt] as number)) smallestAt = end - 1;
    chosen.add(runs[smallestAt] as number);
  }
  return [...chosen];
}

function smallestIn(runs: readonly number[], start: number, end: number): number {
  let at = start;
  for (let next = start + 1; next < end; next++)
    if ((runs[next] as number) <= (runs[at] as number)) at = next;
  return at;
}
