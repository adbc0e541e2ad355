import { cuesOf, ruledCuesOf } from "#lib/attribution/model/candidates.ts";
import { type DraftTokens, hypothesesOf, type Reading } from "#lib/attribution/model/hypotheses.ts";
import { likeness } from "#lib/attribution/model/likeness.ts";
import { boundedCues, draftTokens, ROWS } from "#lib/attribution/model/read.ts";
import { STAGE_ONE_FEATURES, stageOneRows } from "#lib/attribution/model/stage-one.ts";
import {
  betweenOf,
  type CueCandidate,
  OUTLOOK_FEATURES,
  type Outlook,
  outlookRows,
  STAGE_TWO_FEATURES,
  stageTwoRows,
} from "#lib/attribution/model/stage-two.ts";
import type { Block } from "#lib/attribution/model/views.ts";
import type { GoldTokens, Prepared } from "./prepare.ts";
import type { Item } from "./train-chain.ts";
import type { Group } from "./train-choice.ts";

/** Tags and marginals of stage one for all tokens of a document. */
export interface Guess {
  readonly tags: Uint8Array;
  readonly marginals: Float64Array;
}

/** What stage one learns from: each block with its flat tags. */
export function stageOneItems(document: Prepared): Item[] {
  const { article, tags, views } = document;
  return views.blocks.map((block) => {
    const rows = new Int32Array((block.to - block.from) * STAGE_ONE_FEATURES);
    stageOneRows(views, block, article.parts[block.part]?.kind === "headline", ROWS - 1, rows);
    return {
      length: block.to - block.from,
      shared: rows,
      chains: [{ rows: null, tags: tags.slice(block.from, block.to) }],
    };
  });
}

/** A block for stage two: its possible cues, and what to learn for each. */
export interface Example {
  readonly block: Block;
  readonly cues: readonly CueCandidate[];
  readonly item: Item;
}

export const SHARED_FEATURES = STAGE_ONE_FEATURES + OUTLOOK_FEATURES;

/** The statement whose cue shares most words with a possible cue. */
export function statementOf(document: Prepared, cue: CueCandidate): GoldTokens | undefined {
  const shared = (statement: GoldTokens) =>
    statement.cue.filter((at) => at >= cue.from && at < cue.to).length;
  const [best] = document.statements.filter((one) => shared(one) > 0).sort((a, b) => shared(b) - shared(a));
  return best;
}

/** What stage two learns from: each possible cue of each block with the tags it should give. */
export function stageTwoExamples(document: Prepared, guess: Guess): Example[] {
  const { article, drafts, views } = document;
  const ruled = ruledCuesOf(article, drafts, views.blocks);
  return views.blocks.map((block) => {
    const n = block.to - block.from;
    const outlook: Outlook = {
      tags: guess.tags.subarray(block.from, block.to),
      marginals: guess.marginals.subarray(block.from * 7, block.to * 7),
    };
    const cues = boundedCues(cuesOf(ruled.get(block) ?? [], block, outlook));
    const shared = new Int32Array(n * SHARED_FEATURES);
    if (cues.length === 0) return { block, cues, item: { length: n, shared, chains: [] } };
    const rows = new Int32Array(n * STAGE_ONE_FEATURES);
    const outlooks = new Int32Array(n * OUTLOOK_FEATURES);
    stageOneRows(views, block, article.parts[block.part]?.kind === "headline", ROWS - 1, rows);
    outlookRows(block, views, outlook, ROWS - 1, outlooks);
    for (let k = 0; k < n; k++) {
      shared.set(rows.subarray(k * STAGE_ONE_FEATURES, (k + 1) * STAGE_ONE_FEATURES), k * SHARED_FEATURES);
      shared.set(
        outlooks.subarray(k * OUTLOOK_FEATURES, (k + 1) * OUTLOOK_FEATURES),
        k * SHARED_FEATURES + STAGE_ONE_FEATURES,
      );
    }
    const between = betweenOf(views, block, outlook, cues);
    const chains = cues.map((cue) => {
      const own = new Int32Array(n * STAGE_TWO_FEATURES);
      stageTwoRows(views, block, outlook, cue, between, ROWS - 1, own);
      return { rows: own, tags: tagsOf(document, block, cue) };
    });
    return { block, cues, item: { length: n, shared, chains } };
  });
}

function tagsOf(document: Prepared, block: Block, cue: CueCandidate): Uint8Array {
  const tags = new Uint8Array(block.to - block.from);
  const statement = statementOf(document, cue);
  if (!statement) return tags;
  const paint = (runs: GoldTokens["content"], tag: number) => {
    for (const run of runs)
      run.forEach((at, k) => {
        if (at >= block.from && at < block.to) tags[at - block.from] = k === 0 ? tag : tag + 1;
      });
  };
  paint(statement.content, 3);
  paint(statement.speaker, 1);
  return tags;
}

/** A token that is a word, but for the "that" that a content may begin with: what contents are compared by. */
const wordsOf = ({ article }: Prepared, tokens: readonly number[]) =>
  tokens.filter((at) => {
    const token = article.tokens[at];
    return token !== undefined && token.low !== "that" && /[\p{L}\p{N}]/u.test(token.text);
  });

/** The readings of a document's cues, each with the one that comes nearest to the truth. */
export function choiceGroups(
  document: Prepared,
  readings: readonly { block: Block; reading: Reading }[],
): Group[] {
  const asTokens: DraftTokens[] = draftTokens(document.article, document.drafts);
  const words = document.statements.map((statement) => wordsOf(document, statement.content.flat()));
  const covered = new Set(
    document.statements.filter((statement) =>
      readings.some(({ reading: { cue } }) => statement.cue.some((at) => at >= cue.from && at < cue.to)),
    ),
  );
  return readings.map(({ block, reading }) => {
    const { cue } = reading;
    const cues = readings.filter((other) => other.block === block).map((other) => other.reading.cue);
    const draft = cue.draft < 0 ? undefined : asTokens[cue.draft];
    const hypotheses = hypothesesOf(document.article, document.views, block, reading, draft, cues);
    const own = document.statements.filter((one) => one.cue.some((at) => at >= cue.from && at < cue.to));
    // A cue that the annotators saw elsewhere may still be right about the words.
    const golds = own.length > 0 ? own : document.statements.filter((one) => !covered.has(one));
    let target = 0;
    let most = 0;
    hypotheses.forEach((hypothesis, which) => {
      if (which === 0) return;
      const said = wordsOf(document, hypothesis.content);
      for (const gold of golds) {
        const alike = likeness(words[document.statements.indexOf(gold)] as number[], said);
        if (alike < 0.5) continue;
        const worth = alike + agreement(gold, hypothesis);
        if (worth > most) {
          most = worth;
          target = which;
        }
      }
    });
    return { hypotheses, target };
  });
}

/** What the right speaker and exact spans add to a reading's worth. */
function agreement(
  gold: GoldTokens,
  { content, speaker }: { readonly content: readonly number[]; readonly speaker: readonly number[] },
): number {
  const who = gold.speaker.flat();
  const what = gold.content.flat();
  const right = who.length === 0 ? speaker.length === 0 : who.some((at) => speaker.includes(at));
  const same = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((at) => b.includes(at));
  return (right ? 0.5 : 0) + (same(what, content) ? 0.1 : 0) + (same(who, speaker) ? 0.1 : 0);
}
