import type { Block, Blocks } from "./blocks.ts";
import { ENDED, isProse, listParent, parentOf, prefixSums, type Range, sumOf, tagOf } from "./prose.ts";

const LONGEST_COUNTED = 60;
const SENTENCE = 3;
export const CLOSING = -30;

/**
 * What a block adds to the worth of its surroundings. A paragraph with only links around it is a teaser of another
 * article more often than a paragraph of this one: it counts `alone` times.
 */
export function worthOf(
  page: Blocks,
  at: number,
  neutral: (at: number) => boolean,
  prosaic: ReadonlySet<number>,
  alone: number,
): number {
  const block = page.blocks[at];
  if (block === undefined) return 0;
  const tag = tagOf(page, block);
  if (isProse(block)) {
    const worth = Math.min(block.words, LONGEST_COUNTED) + SENTENCE;
    return standsAlone(page, at, neutral) ? worth * alone : worth;
  }
  if (block.linkShare > 0.6) return tag === "li" && prosaic.has(listParent(page, block)) ? -0.5 : -3;
  return ENDED.test(block.text) || /^(?:h[2-6]|li|blockquote)$/.test(tag) ? 0 : -1.5;
}

/** Boxes with at least two paragraphs of prose directly inside. */
export function prosaicBoxes({ boxes, blocks }: Blocks): Set<number> {
  const counts = new Map<number, number>();
  for (const block of blocks) {
    const parent = parentOf(boxes, block.box);
    if (isProse(block)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([box]) => box));
}

/** How far a neighbour is looked for, past headings and furniture. */
const REACH = 12;

function standsAlone(page: Blocks, at: number, neutral: (at: number) => boolean): boolean {
  const meets = (step: number): boolean => {
    for (let next = at + step; Math.abs(next - at) <= REACH; next += step) {
      const block = page.blocks[next];
      if (block === undefined) return false;
      if (isProse(block)) return true;
      if (
        !neutral(next) &&
        !(block.linkShare < 0.5 && (ENDED.test(block.text) || /^(?:h[2-6]|li)$/.test(tagOf(page, block))))
      )
        return false;
    }
    return false;
  };
  return !meets(-1) && !meets(1);
}

/** The range of blocks that holds the article: the box whose text is worth most, then the best run inside it. */
export function regionOf({ boxes }: Blocks, worth: readonly number[]): Range {
  const sums = prefixSums(worth);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, box] of boxes.entries()) {
    const sum = sumOf(sums, box.from, box.to);
    if (sum >= most) {
      most = sum;
      best = at;
    }
  }
  const box = boxes[best] ?? { from: 0, to: 0 };
  let run = { from: box.from, to: box.from };
  let top = 0;
  let sum = 0;
  let from = box.from;
  for (let at = box.from; at < box.to; at += 1) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += worth[at] ?? 0;
    if (sum > top) {
      top = sum;
      run = { from, to: at + 1 };
    }
  }
  return run;
}

/**
 * The region with the short sentences, list items and headings at its rims that stand beside its paragraphs: alone they
 * prove nothing, so that no run begins or ends with them.
 */
export function widened(page: Blocks, region: Range, title: number, neutral: (at: number) => boolean): Range {
  const { boxes, blocks } = page;
  const belongs = (at: number, beside: number): boolean => {
    const [block, rim] = [blocks[at], blocks[beside]];
    if (block === undefined || rim === undefined || block.linkShare > 0.5) return false;
    const around = parentOf(boxes, rim.box);
    const tag = tagOf(page, block);
    if (tag === "li") return listParent(page, block) === around && at > beside;
    if (parentOf(boxes, block.box) !== around) return false;
    // Between a title and the paragraphs in one box with it stand a standfirst, a byline, a date.
    if (at < beside && (boxes[around]?.from ?? 0) <= title) return false;
    return /^h[2-6]$/.test(tag) ? at < beside : tag === tagOf(page, rim) && ENDED.test(block.text);
  };
  const reach = (rim: number, step: number): number => {
    let last = rim;
    for (
      let at = rim + step;
      Math.abs(at - last) <= REACH && at > title && blocks[at] !== undefined;
      at += step
    ) {
      if (neutral(at)) continue;
      if (!belongs(at, rim)) break;
      last = at;
    }
    return last;
  };
  if (region.to === region.from) return region;
  return { from: reach(region.from, -1), to: reach(region.to - 1, 1) + 1 };
}

/** Position of the title, when the page's prose is below it; -1 when it stands at the end or nowhere. */
export function titleBefore(blocks: readonly Block[], headline: number | null): number {
  if (headline === null) return -1;
  const words = (some: readonly Block[]) =>
    some.reduce((sum, block) => sum + (isProse(block) ? block.words : 0), 0);
  return words(blocks.slice(0, headline)) > words(blocks.slice(headline)) ? -1 : headline;
}
