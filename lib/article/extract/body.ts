import { isByline } from "../clean/byline.ts";
import { furnitureOf } from "../clean/furniture.ts";
import { isClockOnly, isDateLine } from "../clean/publication.ts";
import { lineKey } from "../clean/read-line.ts";
import type { Block, Blocks } from "./blocks.ts";
import type { Headline } from "./headline.ts";
import { marksOf } from "./marked-blocks.ts";
import { MARK_REASONS, type Mark } from "./marks.ts";
import { ENDED, isProse, parentOf, type Range } from "./prose.ts";
import { CLOSING, prosaicBoxes, regionOf, titleBefore, widened, worthOf } from "./region.ts";

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

/** Boxes around the boxes that hold paragraphs: where most of the prose stands side by side. */
function mainParents({ boxes, blocks }: Blocks, region: Range, marks: readonly (Mark | null)[]): Set<number> {
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
    return "not in the article’s own text";
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
  return "stands apart from the article’s paragraphs";
}

/** A heading with nothing of the article below it is another thing's heading. */
function withoutLooseHeadings(
  { boxes, blocks }: Blocks,
  kept: readonly number[],
  reasons: Map<number, string>,
): Pick<Body, "kept" | "reasons"> {
  const isHeading = (at: number) => /^h[1-6]$/.test(boxes[blocks[at]?.box ?? -1]?.tag ?? "");
  const end = kept.findLastIndex((at) => !isHeading(at)) + 1;
  if (kept.length - end > MOST_LOOSE) return { kept, reasons };
  for (const at of kept.slice(end)) reasons.set(at, "heading with no text below it");
  return { kept: kept.slice(0, end), reasons };
}

/** More headings in a row are a list that is written as headings. */
const MOST_LOOSE = 2;
