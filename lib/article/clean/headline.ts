import type { Region } from "./body-region.ts";
import { isFunctionWord, wordsOf } from "./line-shape.ts";
import { lineKey, type ReadLine } from "./read-line.ts";

/** How far above the body a headline is looked for, in lines: bars, captions and key points may stand between. */
const REACH = 60;
/** How many lines of the found body are looked at as well: a promoted sentence above may have opened it early. */
const INTO_BODY = 8;
const MOST_WORDS = 40;
const LEAST_SCORE = 1.5;
/** Longest headline that is a whole sentence, in words. */
const MOST_SENTENCE_WORDS = 22;

/** The first letters of the words that carry a line's meaning, so that "drill" and "drills" agree. */
function stems(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.toLowerCase().replace(/['’]s?$|[^\p{L}\p{N}]/gu, ""))
    .filter((word) => word.length >= 3 && !isFunctionWord(word))
    .map((word) => word.slice(0, 5));
}

/** The stems of the body's sentences, for asking how much a title speaks of the same things. */
function stemsOfBody(lines: readonly ReadLine[], region: Region): Set<string> {
  const found = new Set<string>();
  for (const line of lines.slice(region.from, region.to)) {
    if (line.furniture !== null || line.shape.sentence !== "full") continue;
    for (const stem of stems(line.text.slice(0, 2_000))) found.add(stem);
  }
  return found;
}

/** Share of a title's words that the body uses; smoothed, since two words agree by chance ("World news"). */
function share(title: string, body: ReadonlySet<string>): number {
  const own = stems(title);
  return own.filter((stem) => body.has(stem)).length / (own.length + 1.5);
}

/** A title right above a whole sentence has its standfirst there; a link stands above other links. */
function introduced(next: ReadLine | undefined): boolean {
  return next !== undefined && next.furniture === null && next.shape.sentence === "full";
}

/** Most of the region's words that may stand above a headline found inside it: a promoted sentence, not a body. */
const ABOVE_HEADLINE = 0.15;

function lastBeforeTheBody(lines: readonly ReadLine[], region: Region): number {
  const wordsAt = (at: number): number =>
    lines[at]?.shape.sentence === "full" ? (lines[at]?.shape.words ?? 0) : 0;
  let all = 0;
  for (let at = region.from; at < region.to; at += 1) all += wordsAt(at);
  let above = 0;
  let last = region.from;
  for (; last < region.to - 1 && last < region.from + INTO_BODY; last += 1) {
    above += wordsAt(last);
    if (above > all * ABOVE_HEADLINE) break;
  }
  return last;
}

interface Candidate {
  readonly at: number;
  readonly score: number;
  readonly shared: number;
  readonly words: number;
  /** Ends with a full stop, as standfirsts do more often than headlines. */
  readonly stop: boolean;
}

/** A line that introduces its article is followed by who wrote it and when, or by its own copy. */
function worthOfCredits(at: number, credits: ReadonlySet<number>): number {
  const step = [1, 2, 3, 4, 5].find((one) => credits.has(at + one));
  return step === undefined ? 0 : step <= 2 ? 2 : 2.6 - step * 0.3;
}

function candidate(
  lines: readonly ReadLine[],
  at: number,
  region: Region,
  body: ReadonlySet<string>,
  credits: ReadonlySet<number>,
): Candidate | null {
  const line = lines[at];
  if (line === undefined || line.furniture !== null || credits.has(at)) return null;
  const { words, sentence } = line.shape;
  if (words < 2 || words > MOST_WORDS) return null;
  const stop = /[.:,;]["'”’)]*$/.test(line.text) && !/\b(?:\p{L}\.){2,}["'”’)]*$/u.test(line.text);
  const credited = worthOfCredits(at, credits);
  const inBody = at > region.from;
  // A sentence opens the body unless the page repeats it or says next who wrote it and when.
  const titled = line.copies > 1 || (credited > 1.5 && words <= MOST_SENTENCE_WORDS);
  if (at >= region.from && sentence === "full" && (stop || inBody) && !titled) return null;
  const shared = share(line.text, body);
  const away = Math.max(0, region.from - at);
  let score = shared * 4;
  score += line.copies > 1 ? 1.5 : 0;
  score += credited;
  score += !inBody && sentence === "none" && at + 1 < region.from && introduced(lines[at + 1]) ? 1 : 0;
  score += words >= 5 && words <= 22 ? 1.5 : words === 4 || words <= 28 ? 0.5 : 0;
  score += Math.max(0, 1 - away / REACH);
  score -= stop ? 1.5 : 0;
  score -= words <= 3 ? 1.5 : 0;
  score -= inBody ? (at - region.from) / 4 : 0;
  return { at, score, shared, words, stop };
}

/**
 * Position of the headline, or null when no line above the body speaks of what the body speaks of.
 * `credits` are the positions of bylines and dates.
 */
export function findHeadline(
  lines: readonly ReadLine[],
  region: Region,
  credits: ReadonlySet<number>,
): number | null {
  const body = stemsOfBody(lines, region);
  const found: Candidate[] = [];
  const last = lastBeforeTheBody(lines, region);
  for (let at = Math.max(0, region.from - REACH); at <= last; at += 1) {
    const one = candidate(lines, at, region, body, credits);
    if (one !== null) found.push(one);
  }
  const best = found.reduce<Candidate | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  if (best === null || best.score < LEAST_SCORE) return null;
  return firstCopy(lines, (titleAbove(lines, found, best) ?? best).at);
}

/** How far above its copy a headline may stand: a page repeats it above the picture or in a sticky bar. */
const COPY_REACH = 12;

/** The first of a headline's copies that stand together: what lies between them is the standfirst. */
function firstCopy(lines: readonly ReadLine[], at: number): number {
  const key = lineKey(lines[at]?.text ?? "");
  for (let above = Math.max(0, at - COPY_REACH); above < at; above += 1) {
    if (lineKey(lines[above]?.text ?? "") === key) return above;
  }
  return at;
}

/** A standfirst may speak of the body more than its headline does: the title right above it is the headline. */
function titleAbove(
  lines: readonly ReadLine[],
  found: readonly Candidate[],
  best: Candidate,
): Candidate | null {
  const above = found[found.indexOf(best) - 1];
  if (above === undefined || above.words < 4 || above.shared < 0.25) return null;
  const again = lineKey(lines[above.at]?.text ?? "").endsWith(lineKey(lines[best.at]?.text ?? ""));
  const touching = above.at + 1 === best.at && above.words > 4 && !again;
  if (again) return null;
  if (!touching && above.words >= best.words && (above.stop || !best.stop)) return null;
  const between = lines.slice(above.at + 1, best.at);
  const sameCopy = lines[above.at]?.copies === lines[best.at]?.copies || (lines[above.at]?.copies ?? 0) > 1;
  return between.length <= 2 && sameCopy && best.score - above.score <= 2.5 ? above : null;
}
