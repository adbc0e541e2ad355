import type { ReadLine } from "./read-line.ts";

/** Half-open range of positions in the list of lines. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

const LONGEST_COUNTED = 60;
/** What any sentence is worth, however short: papers with one-line paragraphs hold many labels between them. */
const SENTENCE = 3;
const LABEL_COST = -3;
const CLOSING_COST = -45;
/** A sentence with only titles and dates around it is a teaser of another article more often than a paragraph. */
const ALONE = 0.2;

function standsAlone(lines: readonly ReadLine[], at: number): boolean {
  const neighbour = (step: number): boolean => {
    let seen = at + step;
    while (lines[seen]?.furniture !== undefined && lines[seen]?.furniture !== null) seen += step;
    return lines[seen] !== undefined && lines[seen]?.shape.sentence !== "none";
  };
  return !neighbour(-1) && !neighbour(1);
}

function worth(lines: readonly ReadLine[], at: number): number {
  const line = lines[at];
  if (line === undefined) return 0;
  const { furniture, shape, copies } = line;
  if (furniture !== null) return furniture.closes ? CLOSING_COST : -1;
  if (shape.sentence === "none") return LABEL_COST;
  if (shape.sentence === "short") return 0;
  const words = Math.min(shape.words, LONGEST_COUNTED) + SENTENCE;
  if (copies > 1) return 0;
  return standsAlone(lines, at) ? words * ALONE : words;
}

/**
 * The run of lines that holds the article's body: sentences count for it, labels and furniture against it, a
 * heading such as "Most read" ends it unless much more text follows (the best sum over all runs, in one pass).
 * Null when no sentence stands anywhere.
 */
export function bodyRegion(lines: readonly ReadLine[]): Region | null {
  let best = 0;
  let region: Region | null = null;
  let sum = 0;
  let from = 0;
  for (const at of lines.keys()) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += worth(lines, at);
    if (sum > best) {
      best = sum;
      region = { from, to: at + 1 };
    }
  }
  return region;
}
