import { type Passage, placesOf, type RevisionText, standsAt } from "./revision-text.ts";

/** Among more places than this no neighbours are compared. */
const MOST_PLACES = 100;
/** Neighbouring sentences looked at on each side. */
const FAR_ENOUGH = 40;

export interface Places {
  /** The one place that is certain: number of the passage's first sentence in the new revision. */
  readonly certain?: number;
  /** All places, as far as they were looked for. */
  readonly all: readonly number[];
}

/**
 * Finds the place of a passage whose words stand unchanged in the new revision. One place for one is certain wherever it
 * is. Among several only the neighbours decide: a place is certain when both its neighbours are the old ones and they
 * fit no other pairing of old and new place as well; or when one of them is, and no other pairing has any.
 */
export function certainPlace(old: RevisionText, passage: Passage, now: RevisionText): Places {
  const all = placesOf(old, passage, now);
  const before = placesOf(old, passage, old);
  if (!all || !before) return { all: standsAt(old, passage, now, passage.from) ? [passage.from] : [] };
  if (all.length > MOST_PLACES || before.length > MOST_PLACES) return { all: all.slice(0, MOST_PLACES) };
  const [only] = all;
  if (only === undefined) return { all };
  const size = passage.to - passage.from;
  const wasRepeated = isRepeatedBeside(old, passage.from, size);
  const clear = all.filter((at) => wasRepeated || !isRepeatedBeside(now, at, size));
  if (all.length === 1 && before.length === 1) return clear.length === 1 ? { certain: only, all } : { all };
  // Twins may differ in their marks: whatever the neighbours say, it is one with the old marks, and with none left nobody
  // knows which.
  const unchanged = all.filter((at) => isUnchanged(old, passage, now, at));
  if (unchanged.length === 0 && before.some((at) => !isUnchanged(old, passage, old, at))) return { all };
  const certain = clear.find((at) => {
    if (unchanged.length > 0 && !unchanged.includes(at)) return false;
    const own = neighbours(old, passage.from, now, at, size);
    const rivals = [
      ...all.filter((other) => other !== at).map((other) => neighbours(old, passage.from, now, other, size)),
      ...before
        .filter((other) => other !== passage.from)
        .map((other) => neighbours(old, other, now, at, size)),
    ];
    const both = own.before > 0 && own.after > 0;
    if (both && rivals.every((rival) => rival.before < own.before && rival.after < own.after)) return true;
    const either = own.before + own.after > 0 && all.length === before.length;
    return either && rivals.every((rival) => rival.before + rival.after === 0);
  });
  return certain === undefined ? { all } : { certain, all };
}

/** Whether the passage's first or last sentences stand again right beside it: then it may as well hold those. */
function isRepeatedBeside({ sentences }: RevisionText, from: number, size: number): boolean {
  const to = from + size;
  const same = (at: number, other: number, count: number) => {
    for (let i = 0; i < count; i++)
      if (sentences[at + i] === undefined || sentences[at + i]?.key !== sentences[other + i]?.key)
        return false;
    return true;
  };
  for (let count = 1; count < Math.min(size, FAR_ENOUGH); count++)
    if (same(to - count, to, count) || (from >= count && same(from, from - count, count))) return true;
  return false;
}

/** Whether its sentences are the same to the character. */
function isUnchanged(old: RevisionText, { from, to }: Passage, now: RevisionText, at: number): boolean {
  for (let i = from; i < to; i++) if (wordsOf(old, i) !== wordsOf(now, at + i - from)) return false;
  return true;
}

const wordsOf = ({ sentences, text }: RevisionText, at: number) =>
  text.slice(sentences[at]?.start, sentences[at]?.end);

interface Neighbours {
  readonly before: number;
  readonly after: number;
}

/** How many sentences in a row are the same around two places; the edge of both texts counts as one. */
export function neighbours(
  old: RevisionText,
  from: number,
  now: RevisionText,
  at: number,
  size: number,
): Neighbours {
  return {
    before: inARow(old, from - 1, now, at - 1, -1),
    after: inARow(old, from + size, now, at + size, 1),
  };
}

function inARow(old: RevisionText, from: number, now: RevisionText, at: number, step: 1 | -1): number {
  for (let count = 0; count < FAR_ENOUGH; count++) {
    const left = old.sentences[from + count * step]?.key;
    const right = now.sentences[at + count * step]?.key;
    if (left === undefined && right === undefined) return count + 1;
    if (left !== right) return count;
  }
  return FAR_ENOUGH;
}
