import type { Segmented } from "../segment.ts";
import type { DraftTokens, Hypothesis, Reading } from "./hypotheses.ts";
import { likeness } from "./likeness.ts";
import { rowOf } from "./mix.ts";
import { type CueCandidate, headOf } from "./stage-two.ts";
import { type Block, POS, type Views } from "./views.ts";

export const CHOICE_ROWS = 1 << 15;
const MASK = CHOICE_ROWS - 1;

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

/** One reading before its rows: what is said, by whom, how likely the fields hold it, and where it comes from. */
export interface Shape {
  readonly content: readonly number[];
  readonly speaker: readonly number[];
  readonly log: number;
  readonly source: number;
}

/** The reading "this is no cue". */
export function nothing(
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

/** Rows of the choice table for one reading: how likely its parts are, how it lies around the cue, what the rules say. */
export function rowsOf(
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
    if (views.pos[k] === POS.verb || views.pos[k] === POS.aux) verbs++;
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
    at(end) < 0 || views.sentence[end] !== views.sentence[end - 1] ? 1 : pos(end) === POS.punct ? 2 : 0;
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
