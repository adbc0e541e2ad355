import { type Passage, placesOf, type RevisionText } from "./revision-text.ts";

/** A sentence that stands in more places than this is a refrain: no neighbour tells its places apart. */
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
  if (all.length > MOST_PLACES || before.length > MOST_PLACES) return { all: all.slice(0, MOST_PLACES) };
  const [only] = all;
  if (only === undefined) return { all };
  if (all.length === 1 && before.length === 1) return { certain: only, all };
  const size = passage.to - passage.from;
  const certain = all.find((at) => {
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
