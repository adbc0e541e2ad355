import type { Segmented } from "../segment.ts";
import { nothing, rowsOf, type Shape } from "./choice-rows.ts";
import { type CueCandidate, isEdge } from "./stage-two.ts";
import type { Block, Views } from "./views.ts";

/** A draft of the rules as tokens. */
export interface DraftTokens {
  readonly rule: number;
  readonly doubt: number;
  readonly speaker: readonly number[];
  readonly content: readonly number[];
}

/** What stage two says of one cue; places count from the start of the block. */
export interface Reading {
  readonly cue: CueCandidate;
  /** Best sequences of tags as runs `[tag, from, to)` of article tokens, best first, each with its log-probability. */
  readonly few: readonly {
    readonly log: number;
    readonly runs: readonly (readonly [number, number, number])[];
  }[];
  /** Chance that a token of the block is a speaker's, begins a speaker, is a content's. */
  readonly speaker: Float64Array;
  readonly speakerStart: Float64Array;
  readonly content: Float64Array;
}

/** One way to read a cue: whose words, which words. `null` content: this is no cue. */
export interface Hypothesis {
  readonly content: readonly number[];
  readonly speaker: readonly number[];
  readonly rows: Int32Array;
}

const MARK = /^["“”„«»]$/u;

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, k) => from + k);

/** The speaker where the best tags name none: the likeliest run of tokens, if one is likely at all. */
function likeliestSpeaker(block: Block, reading: Reading, least: number): number[] {
  const { speaker, speakerStart } = reading;
  let peak = -1;
  for (let k = 0; k < speaker.length; k++)
    if ((speaker[k] as number) > least && (peak < 0 || (speaker[k] as number) > (speaker[peak] as number)))
      peak = k;
  if (peak < 0) return [];
  const half = (speaker[peak] as number) / 2;
  let from = peak;
  let to = peak + 1;
  while (from > 0 && (speakerStart[from] as number) < half && (speaker[from - 1] as number) > half) from--;
  while (to < speaker.length && (speaker[to] as number) > half && (speakerStart[to] as number) < half) to++;
  return range(block.from + from, block.from + to);
}

/** Content with the quotation marks and the "that" that stand beside it. */
export function withMarks(article: Segmented, block: Block, tokens: readonly number[]): number[] {
  if (tokens.length === 0) return [];
  const found = [...tokens];
  const text = (at: number) => article.tokens[at]?.text ?? "";
  const first = found[0] as number;
  if (first - 1 >= block.from && MARK.test(text(first - 1))) found.unshift(first - 1);
  else if (first - 1 >= block.from && article.tokens[first - 1]?.low === "that") found.unshift(first - 1);
  const last = found.at(-1) as number;
  if (last + 1 < article.tokens.length && MARK.test(text(last + 1))) found.push(last + 1);
  return found;
}

/** Whole quotations instead of a large part of one, unless the cue stands inside. */
function snapped(views: Views, block: Block, cue: CueCandidate, content: readonly number[]): number[] {
  const counts = new Map<number, { first: number; count: number }>();
  for (const at of content) {
    const quotation = views.quotation[at] as number;
    const known = counts.get(quotation);
    if (known) known.count++;
    else if (quotation >= 0) counts.set(quotation, { first: at, count: 1 });
  }
  if (counts.size === 0) return [...content];
  const all = new Set(content);
  for (const [quotation, { count, first }] of counts) {
    if (views.quotation[cue.from] === quotation) continue;
    let from = first;
    let to = from + 1;
    while (from > block.from && views.quotation[from - 1] === quotation) from--;
    while (to < block.to && views.quotation[to] === quotation) to++;
    if (to - from < 6 || count < 0.4 * (to - from)) continue;
    for (let at = from; at < to; at++) all.add(at);
  }
  return [...all].sort((a, b) => a - b);
}

/** The last edges of clauses inside the last run of unquoted content: places where it may end already. */
function cutsOf(views: Views, content: readonly number[]): number[] {
  const found: number[] = [];
  for (let k = content.length - 2; k > 1 && found.length < 3; k--) {
    const at = content[k] as number;
    if (content[k + 1] !== at + 1 || content[k - 1] !== at - 1) break;
    if (isEdge(views, at) && (views.quotation[at] as number) < 0) found.push(at);
  }
  return found;
}

/** The next edges of clauses behind content, to the end of its sentence: places where it may end only then. */
function reachesOf(views: Views, block: Block, content: readonly number[], cue: CueCandidate): number[] {
  const found: number[] = [];
  const last = content.at(-1) as number;
  for (let at = last + 2; at < block.to && found.length < 3; at++) {
    if (views.sentence[at] !== views.sentence[last] || (at >= cue.from && last < cue.from)) break;
    if (isEdge(views, at)) found.push(at);
  }
  return found;
}

/**
 * Ways to read a cue, the first of which is "no cue" (no content). They come from the best sequences of stage two, from
 * its marginals, from the rules, and from these with quotations made whole or the end moved to the next clause edge.
 */
export function hypothesesOf(
  article: Segmented,
  views: Views,
  block: Block,
  reading: Reading,
  draft: DraftTokens | undefined,
  cues: readonly CueCandidate[],
): Hypothesis[] {
  const shapes: Shape[] = [];
  const keys = new Set<string>();
  const fallback = likeliestSpeaker(block, reading, 0.08);
  const put = (content: readonly number[], speaker: readonly number[], log: number, source: number) => {
    if (content.length === 0) return;
    const who = speaker.length > 0 || source === 9 ? speaker : fallback;
    const key = `${content.join(",")}|${who.join(",")}`;
    if (keys.has(key)) return;
    keys.add(key);
    shapes.push({ content, speaker: who, log, source });
  };
  let empty = -8;
  reading.few.forEach(({ log, runs }, rank) => {
    const of = (tag: number) => runs.filter((run) => run[0] === tag).flatMap((run) => range(run[1], run[2]));
    const content = of(3);
    if (content.length === 0) empty = Math.max(empty, log);
    put(content, of(1), log, Math.min(rank, 3));
  });
  let peak = 0;
  for (const chance of reading.content) peak = Math.max(peak, chance);
  if (peak > 0.12) {
    const soft: number[] = [];
    reading.content.forEach((chance, k) => {
      if (chance > peak / 2) soft.push(block.from + k);
    });
    put(soft, fallback, -3, 4);
  }
  if (draft) put(withMarks(article, block, draft.content), draft.speaker, -2, 5);
  const base = shapes.slice(0, 3);
  for (const { content, log, speaker } of base)
    put(snapped(views, block, reading.cue, content), speaker, log, 6);
  const top = base.at(0);
  if (top) {
    if (draft && draft.speaker.length > 0) put(top.content, draft.speaker, top.log, 10);
    for (const { runs } of reading.few) {
      const other = runs.filter((run) => run[0] === 1).flatMap((run) => range(run[1], run[2]));
      if (other.length > 0) put(top.content, other, top.log, 11);
    }
    put(top.content, [], top.log, 9);
    for (const end of cutsOf(views, top.content))
      put(
        top.content.filter((at) => at < end),
        top.speaker,
        top.log,
        7,
      );
    for (const end of reachesOf(views, block, top.content, reading.cue))
      put([...top.content, ...range((top.content.at(-1) as number) + 1, end)], top.speaker, top.log, 8);
  }
  return [
    nothing(views, block, reading, draft, empty, peak),
    ...shapes.map((shape) => ({
      content: shape.content,
      speaker: shape.speaker,
      rows: rowsOf(article, views, block, reading, draft, cues, shape, empty, peak),
    })),
  ];
}
