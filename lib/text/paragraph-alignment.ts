import { foldedWords } from "./fold.ts";
import type { Stretch } from "./stretch.ts";
import { wordTokens } from "./word-tokens.ts";

/** One paragraph of each revision, or of one alone. UTF-16 offsets. */
export interface AlignedParagraph {
  readonly before: Stretch | undefined;
  readonly after: Stretch | undefined;
  /** The same paragraph stands at another place now. It is there twice: alone where it stood, a pair where it stands. */
  readonly moved: boolean;
}

interface Paragraph extends Stretch {
  readonly key: string;
}

/** Sharing this part of their words (Dice), two paragraphs between the same neighbours are one that was changed. */
const STILL_ONE = 0.4;
/** With more pairs than this between two kept paragraphs, only near ones are compared. */
const MOST_COMPARED = 4_000;
/** How far one such paragraph looks for its partner. */
const LOOKAHEAD = 6;

/**
 * Lays the paragraphs of two revisions beside each other, in the order they are shown in: the same ones first (patience:
 * those that stand once on both sides, in the longest run that keeps its order, then their neighbours), then those that
 * were changed between two of them.
 */
export function alignParagraphs(before: string, after: string): readonly AlignedParagraph[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  const partner = samePartners(old, now);
  const movedTo = movedPartners(old, now, partner);
  const movedFrom = new Map([...movedTo].map(([i, j]) => [j, i]));
  const rows: AlignedParagraph[] = [];
  const between = (fromOld: number, toOld: number, fromNow: number, toNow: number) => {
    const left = range(fromOld, toOld).filter((i) => !movedTo.has(i));
    const right = range(fromNow, toNow).filter((j) => !movedFrom.has(j));
    const changed = changedPartners(old, now, left, right, before, after);
    let i = fromOld;
    for (let j = fromNow; j < toNow; j++) {
      const source = movedFrom.get(j);
      const own = changed.get(j);
      if (own !== undefined) for (; i < own; i++) rows.push(alone(old[i], movedTo.has(i)));
      if (own !== undefined) i = own + 1;
      const pair = own ?? source;
      rows.push({
        before: pair === undefined ? undefined : old[pair],
        after: now[j],
        moved: source !== undefined,
      });
    }
    for (; i < toOld; i++) rows.push(alone(old[i], movedTo.has(i)));
  };
  let [i, j] = [0, 0];
  for (const [left, right] of partner) {
    between(i, left, j, right);
    rows.push({ before: old[left], after: now[right], moved: false });
    [i, j] = [left + 1, right + 1];
  }
  between(i, old.length, j, now.length);
  return rows;
}

const alone = (before: Stretch | undefined, moved: boolean): AlignedParagraph => ({
  before,
  after: undefined,
  moved,
});
const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

function paragraphsOf(text: string): readonly Paragraph[] {
  return [...text.matchAll(/[^\n]+/gu)]
    .map(({ 0: line, index }) => ({
      start: index,
      end: index + line.length,
      key: foldedWords(line),
    }))
    .filter(({ key }) => key !== "");
}

type Pairs = readonly (readonly [old: number, now: number])[];

/** Paragraphs with the same words that keep their order. */
function samePartners(old: readonly Paragraph[], now: readonly Paragraph[]): Pairs {
  const once = uniquePairs(old, now);
  const fixed = longestRising(once);
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...fixed, [old.length, now.length] as const]) {
    // Outwards from what is fixed: repeated paragraphs pair with their neighbours.
    while (i < left && j < right && old[i]?.key === now[j]?.key) found.push([i++, j++]);
    const behind: [number, number][] = [];
    let [a, b] = [left - 1, right - 1];
    while (a >= i && b >= j && old[a]?.key === now[b]?.key) behind.unshift([a--, b--]);
    found.push(...behind);
    if (left < old.length && right < now.length) found.push([left, right]);
    [i, j] = [left + 1, right + 1];
  }
  return found;
}

function uniquePairs(old: readonly Paragraph[], now: readonly Paragraph[]): Pairs {
  const places = (all: readonly Paragraph[]) => Map.groupBy(all.keys(), (at) => (all[at] as Paragraph).key);
  const [left, right] = [places(old), places(now)];
  return [...left].flatMap(([key, [i, more]]) => {
    const [j, others] = right.get(key) ?? [];
    return i !== undefined && j !== undefined && more === undefined && others === undefined
      ? [[i, j] as const]
      : [];
  });
}

/** The longest run of pairs whose later places rise too. */
function longestRising(pairs: Pairs): Pairs {
  const tops: number[] = [];
  const previous = new Array<number>(pairs.length).fill(-1);
  pairs.forEach(([, j], at) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (tops[low - 1] as number) : -1;
    tops[low] = at;
  });
  const found: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1)
    found.unshift(pairs[at] as readonly [number, number]);
  return found;
}

/** Paragraphs that stand once on both sides and are no partners yet: they changed places. */
function movedPartners(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  partner: Pairs,
): ReadonlyMap<number, number> {
  const taken = new Set(partner.map(([i]) => i));
  return new Map(uniquePairs(old, now).filter(([i]) => !taken.has(i)));
}

/** Of the paragraphs between two kept ones, those that are one changed: in order, the likeliest first. By later place. */
function changedPartners(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
  left: readonly number[],
  right: readonly number[],
  before: string,
  after: string,
): ReadonlyMap<number, number> {
  const bags = (text: string, all: readonly Paragraph[], some: readonly number[]) =>
    some.map((at) => ({ at, bag: bagOf(text, all[at] as Paragraph) }));
  const [a, b] = [bags(before, old, left), bags(after, now, right)];
  return a.length * b.length > MOST_COMPARED ? partnersInStep(a, b) : likeliestPartners(a, b);
}

interface Candidate {
  readonly at: number;
  readonly bag: Bag;
}

function likeliestPartners(a: readonly Candidate[], b: readonly Candidate[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const pairs = a.flatMap((left) =>
    b.map((right) => ({ i: left.at, j: right.at, share: dice(left.bag, right.bag) })),
  );
  pairs.sort((x, y) => y.share - x.share || x.i - y.i || x.j - y.j);
  for (const { i, j, share } of pairs) {
    if (share < STILL_ONE) break;
    const crosses = [...found].some(([n, o]) => n === j || o === i || n < j !== o < i);
    if (!crosses) found.set(j, i);
  }
  return found;
}

/** Where nearly everything changed: each with the likeliest of the next few that no other has. */
function partnersInStep(a: readonly Candidate[], b: readonly Candidate[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let next = 0;
  for (const right of b) {
    const shares = a.slice(next, next + LOOKAHEAD).map(({ bag }) => dice(bag, right.bag));
    const best = Math.max(...shares, 0);
    const left = a[next + shares.indexOf(best)];
    if (best < STILL_ONE || !left) continue;
    found.set(right.at, left.at);
    next += shares.indexOf(best) + 1;
  }
  return found;
}

interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function bagOf(text: string, { start, end }: Stretch): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const { isWord, key } of wordTokens(text, start, end)) {
    if (!isWord) continue;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    size++;
  }
  return { counts, size };
}

function dice(a: Bag, b: Bag): number {
  let shared = 0;
  for (const [word, count] of a.counts) shared += Math.min(count, b.counts.get(word) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
