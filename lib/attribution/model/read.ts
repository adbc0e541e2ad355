import type { Draft } from "../draft.ts";
import type { Segmented } from "../segment.ts";
import { cuesOf, ruledCuesOf } from "./candidates.ts";
import { type Choice, choicesOf } from "./choose.ts";
import { Field } from "./crf.ts";
import { type DraftTokens, type Hypothesis, hypothesesOf, type Reading } from "./hypotheses.ts";
import { hashOf } from "./mix.ts";
import { STAGE_ONE_FEATURES, STAGE_ONE_TAGS, stageOneRows } from "./stage-one.ts";
import {
  betweenOf,
  type CueCandidate,
  OUTLOOK_FEATURES,
  type Outlook,
  outlookRows,
  STAGE_TWO_FEATURES,
  STAGE_TWO_TAGS,
  stageTwoRows,
} from "./stage-two.ts";
import { addRows } from "./table.ts";
import { type Block, tokenAt, type Views, viewsOf } from "./views.ts";
import type { Weights } from "./weights.ts";

/** Rows of the tables of stage one and two; a power of two. */
export const ROWS = 1 << 18;
/** Best sequences looked at per cue. */
const FEW = 6;
/** Most cues looked at in one block, the likeliest: a block of nothing but verbs costs no more than that. */
const MOST_CUES = 24;

/** A statement as the trained engine reads it; tokens of the article. */
export interface Read {
  readonly cue: CueCandidate;
  /** The likeliest reading, and the others, likeliest first. */
  readonly choice: Choice;
  readonly others: readonly Choice[];
}

const one = new Field(STAGE_ONE_TAGS);
const two = new Field(STAGE_TWO_TAGS);

/** What stage one says of a block, and the rows it looked at. */
export function outlookOf(
  article: Segmented,
  views: Views,
  block: Block,
  weights: Weights,
): { outlook: Outlook; rows: Int32Array } {
  const n = block.to - block.from;
  const rows = new Int32Array(n * STAGE_ONE_FEATURES);
  stageOneRows(views, block, article.parts[block.part]?.kind === "headline", ROWS - 1, rows);
  const scores = new Float64Array(n * STAGE_ONE_TAGS);
  addRows(scores, rows, STAGE_ONE_FEATURES, n, weights.one);
  const tags = one.best(scores, n, weights.oneSteps);
  one.run(scores, n, weights.oneSteps);
  return { rows, outlook: { tags, marginals: one.marginals.slice(0, n * STAGE_ONE_TAGS) } };
}

/** The drafts of the rules as tokens of the article. */
export function draftTokens(article: Segmented, drafts: readonly Draft[]): DraftTokens[] {
  const tokens = (start: number, end: number) => {
    const found: number[] = [];
    for (let at = tokenAt(article, start); (article.tokens[at]?.start ?? end) < end; at++) found.push(at);
    return found;
  };
  return drafts.map((draft) => ({
    rule: hashOf(draft.rule),
    doubt: draft.doubt,
    speaker: draft.speaker ? tokens(draft.speaker.start, draft.speaker.end) : [],
    content: [...new Set(draft.content.flatMap((piece) => tokens(piece.start, piece.end)))].sort(
      (a, b) => a - b,
    ),
  }));
}

/** From this chance on that nothing hangs on a cue no reading of it is looked for. */
const SURELY_NOTHING = 0.998;

/** Logarithm of the chance that no token of a block has a tag. */
function emptyLog(scores: Float64Array, n: number, steps: Float32Array, partition: number): number {
  const T = STAGE_TWO_TAGS;
  let sum = (steps[T * T] as number) + (n - 1) * (steps[0] as number) - partition;
  for (let k = 0; k < n; k++) sum += scores[k * T] as number;
  return sum;
}

/** Chances and best sequences of one cue, from the scores of its block; undefined where surely nothing hangs on it. */
export function readingOf(
  cue: CueCandidate,
  block: Block,
  scores: Float64Array,
  steps: Float32Array,
  nothing = SURELY_NOTHING,
): Reading | undefined {
  const n = block.to - block.from;
  const T = STAGE_TWO_TAGS;
  const partition = two.run(scores, n, steps);
  if (emptyLog(scores, n, steps, partition) > Math.log(nothing)) return undefined;
  const few = two.few(scores, n, steps, FEW, partition).map(({ log, tags }) => {
    const runs: [number, number, number][] = [];
    for (let k = 0; k < n; k++) {
      const tag = tags[k] as number;
      if (tag !== 1 && tag !== 3) continue;
      let to = k + 1;
      while (to < n && tags[to] === tag + 1) to++;
      runs.push([tag, block.from + k, block.from + to]);
    }
    return { log, runs };
  });
  const speaker = new Float64Array(n);
  const speakerStart = new Float64Array(n);
  const content = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const at = k * T;
    speakerStart[k] = two.marginals[at + 1] as number;
    speaker[k] = (two.marginals[at + 1] as number) + (two.marginals[at + 2] as number);
    content[k] = (two.marginals[at + 3] as number) + (two.marginals[at + 4] as number);
  }
  return { cue, few, speaker, speakerStart, content };
}

/** The likeliest cues of a block, in order. */
export function boundedCues(cues: readonly CueCandidate[]): readonly CueCandidate[] {
  if (cues.length <= MOST_CUES) return cues;
  const likely = [...cues].sort((a, b) => b.chance - a.chance).slice(0, MOST_CUES);
  return likely.sort((a, b) => a.from - b.from);
}

/** The best sequence of tags as it is, for the bench: what the choice among readings brings. */
function firstOf([, first]: readonly Hypothesis[], { content, few }: Reading): Choice[] {
  if (!first || !few[0]?.runs.some(([tag]) => tag === 3)) return [];
  return [{ hypothesis: first, chance: Math.max(...content) }];
}

/** What the trained engine reads in an article: at most one statement per possible cue, in order, not yet compared with each other. */
export function readStatements(article: Segmented, drafts: readonly Draft[], weights: Weights): Read[] {
  const views = viewsOf(article, drafts, weights.words);
  const asTokens = draftTokens(article, drafts);
  const ruled = ruledCuesOf(article, drafts, views.blocks);
  const found: Read[] = [];
  for (const block of views.blocks) {
    const { outlook, rows } = outlookOf(article, views, block, weights);
    const cues = boundedCues(cuesOf(ruled.get(block) ?? [], block, outlook));
    if (cues.length === 0) continue;
    const n = block.to - block.from;
    const base = new Float64Array(n * STAGE_TWO_TAGS);
    addRows(base, rows, STAGE_ONE_FEATURES, n, weights.shared);
    const outlooks = new Int32Array(n * OUTLOOK_FEATURES);
    outlookRows(block, views, outlook, ROWS - 1, outlooks);
    addRows(base, outlooks, OUTLOOK_FEATURES, n, weights.shared);
    const between = betweenOf(views, block, outlook, cues);
    const own = new Int32Array(n * STAGE_TWO_FEATURES);
    for (const cue of cues) {
      const scores = base.slice();
      stageTwoRows(views, block, outlook, cue, between, ROWS - 1, own);
      addRows(scores, own, STAGE_TWO_FEATURES, n, weights.own);
      const reading = readingOf(cue, block, scores, weights.twoSteps);
      if (!reading) continue;
      const draft = cue.draft < 0 ? undefined : asTokens[cue.draft];
      const readings = hypothesesOf(article, views, block, reading, draft, cues);
      const [choice, ...others] =
        weights.about.withoutChoice === true
          ? firstOf(readings, reading)
          : choicesOf(readings, weights.choice);
      if (choice) found.push({ cue, choice, others });
    }
  }
  return found;
}
