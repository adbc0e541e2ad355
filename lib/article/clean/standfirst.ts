import type { Region } from "./body-region.ts";
import type { Credit } from "./publication.ts";
import { lineKey, type ReadLine } from "./read-line.ts";

const FEWEST_WORDS = 6;
const MOST_WORDS = 50;
const MOST_LINES = 4;
const MOST_LABELS = 8;
/** How far below the headline a standfirst may begin, in lines. */
const REACH = 14;

/** Whether the line at `at` parts what is above it from the body: who wrote it, when, or the headline again. */
function parts(
  lines: readonly ReadLine[],
  at: number,
  headline: string,
  credits: ReadonlyMap<number, Credit>,
): boolean {
  const line = lines[at];
  return credits.has(at) || (line !== undefined && lineKey(line.text) === headline);
}

/**
 * Positions of the standfirst: what stands below the headline and above the byline, the date or the headline's
 * copy; or a line there that reads like a title with more words. A first sentence that nothing parts from the
 * body is the body's first paragraph.
 */
export function findStandfirst(
  lines: readonly ReadLine[],
  headlineAt: number,
  region: Region,
  credits: ReadonlyMap<number, Credit>,
): number[] {
  const headline = lineKey(lines[headlineAt]?.text ?? "");
  const found: number[] = [];
  let last = headlineAt;
  for (let at = headlineAt + 1; at <= headlineAt + REACH && at < region.to; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (parts(lines, at, headline, credits)) {
      if (found.length > 0) return found;
      continue;
    }
    if (line.furniture !== null) continue;
    const { words, ended, sentence } = line.shape;
    if (words < FEWEST_WORDS) continue;
    if (words > MOST_WORDS || found.length === MOST_LINES) break;
    found.push(at);
    last = at;
    if (!ended && sentence === "none" && found.length === 1)
      return introducesSentences(lines, at, region) ? found : [];
  }
  return last >= region.to ? found : [];
}

/** Whether sentences follow soon: a title among other titles is a link. */
function introducesSentences(lines: readonly ReadLine[], at: number, region: Region): boolean {
  let labels = 0;
  for (let next = at + 1; next < region.to && labels < MOST_LABELS; next += 1) {
    const line = lines[next];
    if (line === undefined || line.furniture !== null) continue;
    if (line.shape.sentence === "full") return true;
    labels += 1;
  }
  return false;
}
