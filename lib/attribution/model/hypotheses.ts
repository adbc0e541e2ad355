import type { Segmented } from "../segment.ts";
import { rowOf } from "./mix.ts";
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

export const CHOICE_ROWS = 1 << 15;
const MASK = CHOICE_ROWS - 1;
const VERB = 17;
const AUX = 5;
const PUNCT = 14;
const MARK = /^["“”„«»]$/u;

const bucket = (value: number, limits: readonly number[]) => {
  let k = 0;
  while (k < limits.length && value >= (limits[k] as number)) k++;
  return k;
};
const bounded = (value: number) => Math.max(-2, Math.min(2, value)) + 2;
const CHANCE = [0.02, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97];
const LOG = [-6, -4, -3, -2.2, -1.6, -1.1, -0.7, -0.4, -0.2, -0.08];
const LENGTH = [2, 3, 5, 8, 13, 21, 34, 60];
const SHARE = [0.01, 0.3, 0.5, 0.7, 0.85, 0.999];

/** Shared tokens over all tokens of two sorted lists. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let i = 0;
  let k = 0;
  let both = 0;
  while (i < a.length && k < b.length) {
    const x = a[i] as number;
    const y = b[k] as number;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return both / (a.length + b.length - both);
}

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

interface Shape {
  readonly content: readonly number[];
  readonly speaker: readonly number[];
  readonly log: number;
  readonly source: number;
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

function headOf(views: Views, { from, to }: CueCandidate): number {
  let head = from;
  for (let at = from; at < to; at++) if ((views.rate[at] as number) > (views.rate[head] as number)) head = at;
  return head;
}

function nothing(
  views: Views,
  block: Block,
  reading: Reading,
  draft: DraftTokens | undefined,
  empty: number,
  peak: number,
): Hypothesis {
  const { cue } = reading;
  const head = headOf(views, cue);
  const chance = bucket(cue.chance, CHANCE);
  const none = bucket(empty, LOG);
  const rule = draft ? draft.rule : 0;
  const rate = views.rate[head] as number;
  const rows: number[] = [];
  let template = 300;
  const add = (a: number, b = 0, c = 0) => rows.push(rowOf(MASK, template++, a, b, c));
  add(0);
  add(chance);
  add(none);
  add(bucket(peak, CHANCE));
  add(rule);
  add(rate);
  add(chance, none);
  add(none, rule);
  add(chance, rule);
  add(none, bucket(peak, CHANCE));
  add(views.stem[head] as number);
  add(views.quote[cue.from] as number, none);
  add(views.pos[head] as number, rate);
  add(rate, none);
  add(views.like[head] as number, none);
  add(views.like[head] as number, chance, views.pos[head] as number);
  add(bucket(block.to - block.from, LENGTH), none);
  return { content: [], speaker: [], rows: Int32Array.from(rows) };
}

function rowsOf(
  article: Segmented,
  views: Views,
  block: Block,
  { content: chances, cue, speaker: speakers }: Reading,
  draft: DraftTokens | undefined,
  cues: readonly CueCandidate[],
  { content, log, source, speaker }: Shape,
  empty: number,
  peak: number,
): Int32Array {
  const rows: number[] = [];
  let template = 400;
  const add = (a: number, b = 0, c = 0) => rows.push(rowOf(MASK, template++, a, b, c));
  const at = (k: number) => (k >= block.from && k < block.to ? k : -1);
  const word = (k: number) => (at(k) < 0 ? 7 : (views.word[k] as number));
  const pos = (k: number) => (at(k) < 0 ? 20 : (views.pos[k] as number));
  const chanceAt = (k: number) => (at(k) < 0 ? 0 : (chances[k - block.from] as number));
  const head = headOf(views, cue);
  const stem = views.stem[head] as number;
  const inside = new Set(content);
  let sum = 0;
  let least = 1;
  let quoted = 0;
  let verbs = 0;
  let runs = 0;
  let cut = 0;
  let last = -2;
  for (const k of content) {
    sum += chanceAt(k);
    least = Math.min(least, chanceAt(k));
    if ((views.quotation[k] as number) >= 0) quoted++;
    if (views.pos[k] === VERB || views.pos[k] === AUX) verbs++;
    if (k !== last + 1) runs++;
    last = k;
  }
  const first = content[0] as number;
  const end = (content.at(-1) as number) + 1;
  // The run nearest to the cue decides how the content hangs on it.
  let outside = 0;
  for (let k = 0; k < chances.length; k++)
    if (!inside.has(block.from + k)) outside = Math.max(outside, chances[k] as number);
  if (
    at(first - 1) >= 0 &&
    views.quotation[first] === views.quotation[first - 1] &&
    (views.quotation[first] as number) >= 0
  )
    cut |= 1;
  if (
    at(end) >= 0 &&
    views.quotation[end] === views.quotation[end - 1] &&
    (views.quotation[end] as number) >= 0
  )
    cut |= 2;
  let held = 0;
  for (const other of cues) if (other !== cue && inside.has(other.from) && other.chance > 0.4) held++;
  const kind = quoted === 0 ? 2 : quoted >= 0.9 * content.length ? 0 : 1;
  const mean = bucket(sum / content.length, CHANCE);
  const low = bucket(least, CHANCE);
  const out = bucket(outside, CHANCE);
  const likely = bucket(log, LOG);
  const chance = bucket(cue.chance, CHANCE);
  const side = end <= cue.from ? 0 : first >= cue.to ? 1 : 2;
  const gap = side === 1 ? Math.min(first - cue.to, 4) : side === 0 ? Math.min(cue.from - end, 4) : 5;
  const size = bucket(content.length, LENGTH);
  const agree = draft ? bucket(likeness(content, draft.content), SHARE) + 1 : 0;
  const same = !draft
    ? 0
    : draft.speaker.some((k) => speaker.includes(k))
      ? 1
      : draft.speaker.length > 0
        ? 2
        : 3;
  let who = 0;
  for (const k of speaker) if (at(k) >= 0) who = Math.max(who, speakers[k - block.from] as number);
  const spoken = speaker.length === 0 ? 0 : bucket(who, CHANCE) + 1;
  const whole =
    at(end) < 0 || views.sentence[end] !== views.sentence[end - 1] ? 1 : pos(end) === PUNCT ? 2 : 0;
  const rule = draft ? draft.rule : 0;
  add(0);
  add(likely);
  add(source);
  add(likely, source);
  add(mean);
  add(low);
  add(out);
  add(mean, low, out);
  add(mean, out, kind);
  add(agree, kind);
  add(agree, rule, kind);
  add(agree, mean, low);
  add(agree, source);
  add(same, agree, spoken);
  add(spoken);
  add(spoken, same);
  add(chance, mean);
  add(chance, agree, kind);
  add(bucket(empty, LOG), agree, kind);
  add(bucket(peak, CHANCE), mean, kind);
  add(size, kind);
  add(size, side, runs);
  add(runs, kind, side);
  add(cut, kind, runs);
  add(Math.min(held, 3), kind);
  add(Math.min(verbs, 3), kind, side);
  add(gap, side, kind);
  add(stem, side, kind);
  add(stem, gap);
  add(views.rate[head] as number, kind, Math.min(verbs, 2));
  add(word(first), side);
  add(word(first - 1), side);
  add(pos(first), pos(first - 1), side);
  add(word(end));
  add(pos(end), whole, kind);
  add(word(end), word(end + 1));
  add(word(end), pos(end + 1), side);
  add(pos(end - 1), pos(end));
  add(whole, side, kind);
  add(stem, whole, side);
  add(bucket(chanceAt(end), CHANCE), bucket(chanceAt(end - 1), CHANCE));
  add(bucket(chanceAt(first - 1), CHANCE), bucket(chanceAt(first), CHANCE));
  add(views.quote[cue.from] as number, kind, cut);
  add(article.parts[block.part]?.kind === "headline" ? 1 : 0, kind, side);
  add(views.stem[head] as number, Math.min(verbs, 2), whole);
  add(views.like[head] as number, kind, side);
  add(views.like[head] as number, gap, pos(first));
  add(views.like[head] as number, whole, side);
  // The speaker: where it stands from the cue, what it is, what lies between.
  const from = speaker[0] ?? -1;
  const to = (speaker.at(-1) ?? -2) + 1;
  const behind = from >= cue.to ? 1 : 0;
  const away = from < 0 ? 9 : behind ? Math.min(from - cue.to, 5) : Math.min(cue.from - to, 5);
  const near =
    at(from) < 0 ? 0 : bounded((views.sentence[from] as number) - (views.sentence[cue.from] as number));
  let between = 0;
  let likelier = 0;
  for (const other of cues)
    if (
      other !== cue &&
      other.chance > 0.4 &&
      ((other.from >= to && other.from < cue.from) || (other.from >= cue.to && other.from < from))
    )
      between++;
  for (let k = 0; k < speakers.length; k++)
    if (!speaker.includes(block.from + k)) likelier = Math.max(likelier, speakers[k] as number);
  const rival = bucket(likelier, CHANCE);
  add(from < 0 ? 1 : 0, spoken, kind);
  add(behind, away, side);
  add(behind * 10 + away, near, kind);
  add(from < 0 ? 0 : word(from), behind, near);
  add(from < 0 ? 0 : word(to - 1), pos(to - 1));
  add(from < 0 ? 30 : pos(from), behind, away);
  add(spoken, rival, from < 0 ? 1 : 0);
  add(spoken, rival, same);
  add(Math.min(between, 2), near, kind);
  add(from < 0 ? 1 : 0, stem);
  add(to <= 0 || at(to - 1) < 0 ? 0 : (views.who[to - 1] as number), behind, away);
  add(from < 0 ? 1 : 0, pos(cue.from), pos(cue.from - 1));
  add(from < 0 ? 1 : 0, word(cue.from), rival);
  add(at(from) < 0 ? 0 : (views.quote[from] as number), views.quote[cue.from] as number, behind);
  add(source, from < 0 ? 1 : 0, rival);
  add(bucket(speaker.length, LENGTH), pos(from), word(to));
  return Int32Array.from(rows);
}
