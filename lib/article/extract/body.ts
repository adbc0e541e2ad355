import { isByline } from "../clean/byline.ts";
import { furnitureOf } from "../clean/furniture.ts";
import { isClockOnly, isDateLine } from "../clean/publication.ts";
import { lineKey } from "../clean/read-line.ts";
import type { Block, Blocks, Box } from "./blocks.ts";
import type { Headline } from "./headline.ts";
import { MARK_REASONS, type Mark } from "./marks.ts";

/** A run of text that was left out, and why: shown in the preview. */
export interface Dropped {
  readonly text: string;
  readonly reason: string;
}

export interface Body {
  /** Positions of the blocks that are the article's text, in order. */
  readonly kept: readonly number[];
  /** Why every other block inside the article's region was left out, by position. */
  readonly reasons: ReadonlyMap<number, string>;
  /** What a block outside the region is marked or worded as; null when nothing says it. */
  reasonFor(at: number): string | null;
  /** Whether a block stands where most of the article's paragraphs stand side by side. */
  amongParagraphs(at: number): boolean;
}

const ENDED = /[.!?…:。！？؟۔।]["'”’»)\]」』]*$/u;

/** Whether a block reads as running text: long enough and ended as sentences are, or very long. */
export function isProse(block: Block): boolean {
  if (block.linkShare > (block.words >= 30 ? 0.8 : 0.6)) return false;
  return (block.words >= 8 && ENDED.test(block.text)) || block.words >= 25;
}

const LONGEST_COUNTED = 60;
const SENTENCE = 3;
const CLOSING = -30;

/**
 * What a block adds to the worth of its surroundings. A paragraph with only links around it is a teaser of another
 * article more often than a paragraph of this one: it counts `alone` times.
 */
function worthOf(
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

const tagOf = (page: Blocks, block: Block): string => page.boxes[block.box]?.tag ?? "";

/** The box around the list that an item stands in. */
const listParent = ({ boxes }: Blocks, block: Block): number => parentOf(boxes, parentOf(boxes, block.box));

/** Boxes with at least two paragraphs of prose directly inside. */
function prosaicBoxes({ boxes, blocks }: Blocks): Set<number> {
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

/** Most of the page's prose that a mark may claim: what most of the text is called is no furniture. */
const MOST: Partial<Record<Mark, number>> = { hidden: 0.7, comments: 0.85 };
const MOST_OF_OTHERS = 0.3;
const MOST_OF_A_NAME = 0.4;

/** The mark that decides over each block, the outermost one that counts; or null. */
function marksOf(page: Blocks, headline: number | null): readonly (Mark | null)[] {
  const { boxes, blocks } = page;
  const prose = prefixSums(blocks.map((block) => (isProse(block) ? block.words : 0)));
  const all = Math.max(1, prose.at(-1) ?? 0);
  const shareOf = (box: Box) => sumOf(prose, box.from, box.to) / all;
  const named = new Map<string, number>();
  for (const box of boxes)
    if (box.mark !== null) named.set(nameOf(box), (named.get(nameOf(box)) ?? 0) + shareOf(box));
  const counts = (box: Box, mark: Mark): boolean => {
    if (shareOf(box) > (MOST[mark] ?? MOST_OF_OTHERS)) return false;
    if (MOST[mark] === undefined && (named.get(nameOf(box)) ?? 0) > MOST_OF_A_NAME) return false;
    // The article itself, whatever it is called: its title stands in it, and text below the title.
    const holdsTitle = headline !== null && box.from <= headline && headline < box.to;
    return !(holdsTitle && sumOf(prose, headline + 1, box.to) > 0 && mark !== "hidden");
  };
  const marks: (Mark | null)[] = [];
  // A gallery that is the article makes its titles and texts the article's too.
  const refuted: (Mark | null)[] = [];
  for (const box of boxes) {
    const above = box.parent < 0 ? null : (marks[box.parent] ?? null);
    const not = box.parent < 0 ? null : (refuted[box.parent] ?? null);
    const counted = box.mark !== null && box.mark !== not && counts(box, box.mark);
    marks.push(above ?? (counted ? box.mark : null));
    refuted.push(
      box.mark !== null && !counted && shareOf(box) <= MOST_OF_OTHERS && box.to > box.from ? box.mark : not,
    );
  }
  const found = blocks.map((block) => marks[block.box] ?? null);
  for (const { from, to } of signUpBoxes(page, prose))
    for (let at = from; at < to; at += 1) found[at] ??= "newsletter";
  return found;
}

/** Most words of a box that asks for an e-mail address: what stands around the field invites to fill it in. */
const LONGEST_SIGN_UP = 150;
const MOST_FIELDS = 100;

function signUpBoxes({ boxes, blocks, asking }: Blocks, prose: readonly number[]): Box[] {
  const words = prefixSums(blocks.map((block) => block.words));
  const all = prose.at(-1) ?? 0;
  return asking.slice(0, MOST_FIELDS).flatMap((field) => {
    let found: Box | undefined;
    for (let box = boxes[field]; box !== undefined; box = boxes[box.parent]) {
      if (
        sumOf(words, box.from, box.to) > LONGEST_SIGN_UP ||
        sumOf(prose, box.from, box.to) > all * MOST_OF_OTHERS
      )
        break;
      found = box;
    }
    return found === undefined ? [] : [found];
  });
}

const nameOf = (box: Box): string => `${box.tag} ${box.names}`;

function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

const sumOf = (sums: readonly number[], from: number, to: number): number =>
  (sums[to] ?? 0) - (sums[from] ?? 0);

/** The range of blocks that holds the article: the box whose text is worth most, then the best run inside it. */
function regionOf({ boxes }: Blocks, worth: readonly number[]): { from: number; to: number } {
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
function widened(
  page: Blocks,
  region: { from: number; to: number },
  title: number,
  neutral: (at: number) => boolean,
): { from: number; to: number } {
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

/** Finds the article's paragraphs among a page's blocks; `said` is its text by JSON-LD, if that gives it. */
export function bodyOf(page: Blocks, headline: Headline, said: string | null): Body {
  const { boxes, blocks } = page;
  const titleAt = headline.shown === null ? null : headline.shown.to - 1;
  const marks = marksOf(page, titleAt);
  const furniture = blocks.map((block) => furnitureOf(block.text, block.words));
  const prosaic = prosaicBoxes(page);
  const neutral = (at: number) => (marks[at] ?? null) !== null || (furniture[at] ?? null)?.closes === false;
  const title = titleBefore(blocks, titleAt);
  const worth = (alone: number) =>
    blocks.map((block, at) => {
      if ((marks[at] ?? null) !== null) return -0.2;
      const kind = furniture[at] ?? null;
      if (kind !== null) return kind.closes ? CLOSING : -1;
      if (at <= title) return isProse(block) ? 0 : -1;
      return worthOf(page, at, neutral, prosaic, alone);
    });
  const run = regionOf(page, worth(0));
  // Paragraphs that stand alone are all there is: a flash of one sentence.
  const region = widened(page, run.to > run.from ? run : regionOf(page, worth(1)), title, neutral);
  const parents = mainParents(page, region, marks);
  const attested = attestedIn(said, blocks.slice(region.from, region.to));
  const reasons = new Map<number, string>();
  const kept: number[] = [];
  const seen = new Set<string>(headline.text === null ? [] : [lineKey(headline.text)]);
  for (let at = region.from; at < region.to; at += 1) {
    const block = blocks[at];
    if (block === undefined) continue;
    const key = lineKey(block.text);
    const mark = marks[at] ?? null;
    const why =
      mark !== null
        ? MARK_REASONS[mark]
        : ((isClockOnly(block.text) ? "clock time" : furniture[at]?.reason) ??
          reasonAgainst(page, block, parents, attested) ??
          (seen.has(key) && block.words > 4 ? "repeats a paragraph" : null));
    if (why === null) {
      kept.push(at);
      seen.add(key);
    } else reasons.set(at, why);
  }
  const amongParagraphs = (at: number) => parents.has(parentOf(boxes, blocks[at]?.box ?? -1));
  const reasonFor = (at: number) => {
    const mark = marks[at] ?? null;
    return mark === null ? (furniture[at]?.reason ?? null) : MARK_REASONS[mark];
  };
  return { ...withoutLooseHeadings(page, kept, reasons), amongParagraphs, reasonFor };
}

/** Runs of this many words that a text and a block share show that the block is from it. */
const RUN = 5;
/** Share of the region's words that JSON-LD must attest before what it lacks is suspicious. */
const TRUSTED = 0.75;

/** Says whether JSON-LD's text has a block's words; null where it is not the article's whole text. */
function attestedIn(said: string | null, region: readonly Block[]): ((block: Block) => boolean) | null {
  if (said === null) return null;
  const runs = new Set(runsOf(lineKey(said.replace(/<[^<>]*>/g, " "))));
  const attested = (block: Block) => {
    const own = runsOf(lineKey(block.text));
    return own.filter((run) => runs.has(run)).length > own.length * 0.5;
  };
  const words = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + block.words, 0);
  const prose = region.filter(isProse);
  return words(prose.filter(attested)) >= words(prose) * TRUSTED ? attested : null;
}

function runsOf(key: string): string[] {
  const words = key.split(" ");
  return words
    .slice(0, Math.max(1, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(" "));
}

/** Position of the title, when the page's prose is below it; -1 when it stands at the end or nowhere. */
function titleBefore(blocks: readonly Block[], headline: number | null): number {
  if (headline === null) return -1;
  const words = (some: readonly Block[]) =>
    some.reduce((sum, block) => sum + (isProse(block) ? block.words : 0), 0);
  return words(blocks.slice(0, headline)) > words(blocks.slice(headline)) ? -1 : headline;
}

/** Boxes around the boxes that hold paragraphs: where most of the prose stands side by side. */
function mainParents(
  { boxes, blocks }: Blocks,
  region: { from: number; to: number },
  marks: readonly (Mark | null)[],
): Set<number> {
  const words = new Map<number, number>();
  let all = 0;
  for (let at = region.from; at < region.to; at += 1) {
    const block = blocks[at];
    if (block === undefined || marks[at] !== null || !isProse(block)) continue;
    const parent = parentOf(boxes, block.box);
    words.set(parent, (words.get(parent) ?? 0) + block.words);
    all += block.words;
  }
  return new Set([...words].filter(([, count]) => count >= all * 0.08).map(([parent]) => parent));
}

const parentOf = (boxes: Blocks["boxes"], box: number): number => boxes[box]?.parent ?? -1;

function reasonAgainst(
  { boxes }: Blocks,
  block: Block,
  parents: ReadonlySet<number>,
  attested: ((block: Block) => boolean) | null,
): string | null {
  const tag = boxes[block.box]?.tag ?? "";
  const parent = parentOf(boxes, block.box);
  const grand = parentOf(boxes, parent);
  if (block.linkShare > 0.8 && block.words < 30) return "link";
  if (
    block.words <= 24 &&
    !ENDED.test(block.text) &&
    (isByline(block.text) || isDateLine(block.text, block.words))
  )
    return "byline or date";
  if (attested !== null && isProse(block) && !parents.has(parent) && !attested(block))
    return "not in the article's own text";
  if (isProse(block) || /^h[1-6]$/.test(tag)) return null;
  if (parents.has(parent) || parents.has(block.box)) return null;
  if (
    tag === "li" ||
    boxes[parent]?.tag === "li" ||
    tag === "blockquote" ||
    boxes[parent]?.tag === "blockquote"
  )
    return null;
  if (parents.has(grand) && ENDED.test(block.text)) return null;
  return "stands apart from the article's paragraphs";
}

/** A heading with nothing of the article below it is another thing's heading. */
function withoutLooseHeadings(
  { boxes, blocks }: Blocks,
  kept: readonly number[],
  reasons: Map<number, string>,
): Pick<Body, "kept" | "reasons"> {
  const out: number[] = [];
  const isHeading = (at: number) => /^h[1-6]$/.test(boxes[blocks[at]?.box ?? -1]?.tag ?? "");
  for (const [place, at] of kept.entries()) {
    const next = kept[place + 1];
    if (isHeading(at) && next === undefined) reasons.set(at, "heading with no text below it");
    else out.push(at);
  }
  return { kept: out, reasons };
}
