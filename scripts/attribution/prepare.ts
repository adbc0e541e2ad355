import { packagedAuthority } from "#lib/actor/packaged/authority.ts";
import type { Draft } from "#lib/attribution/draft.ts";
import { draftsOf } from "#lib/attribution/drafts.ts";
import { hashOf } from "#lib/attribution/model/mix.ts";
import { stemOf, TAG, tokenAt, type Views, viewsOf, type WordTables } from "#lib/attribution/model/views.ts";
import { cueLevel, guessLevels } from "#lib/attribution/model/words.ts";
import { namesInText } from "#lib/attribution/names.ts";
import { type Segmented, segment } from "#lib/attribution/segment.ts";
import type { GoldDocument, GoldSpan } from "./gold.ts";
import type { Guesses } from "./guesses.ts";

/** A statement as tokens. */
export interface GoldTokens {
  readonly cue: readonly number[];
  readonly speaker: readonly (readonly number[])[];
  readonly content: readonly (readonly number[])[];
}

export interface Prepared {
  readonly id: string;
  readonly article: Segmented;
  readonly drafts: readonly Draft[];
  readonly statements: readonly GoldTokens[];
  /** Flat tags of stage one. */
  readonly tags: Uint8Array;
  views: Views;
}

export function tokensOf(article: Segmented, { start, end }: GoldSpan): number[] {
  const found: number[] = [];
  for (
    let at = tokenAt(article, start);
    at < article.tokens.length && (article.tokens[at]?.start ?? 0) < end;
    at++
  )
    found.push(at);
  return found;
}

export type Raw = Omit<Prepared, "views">;

export function readDocument(document: GoldDocument, withRules = true): Raw {
  const article = segment({ text: document.text });
  const names = namesInText(article);
  const on = document.date?.slice(0, 10);
  const drafts = withRules ? draftsOf(article, packagedAuthority(), on, names).drafts : [];
  const tags = new Uint8Array(article.tokens.length);
  const statements: GoldTokens[] = [];
  const paint = (tokens: readonly number[], tag: number) => {
    tokens.forEach((at, k) => {
      if (tags[at] === 0) tags[at] = k === 0 ? tag : tag + 1;
    });
  };
  for (const statement of document.statements) {
    const cue = [...new Set(statement.cue.flatMap((span) => tokensOf(article, span)))].sort((a, b) => a - b);
    const speaker = statement.speaker.map((span) => tokensOf(article, span)).filter((s) => s.length > 0);
    const content = statement.content.map((span) => tokensOf(article, span)).filter((s) => s.length > 0);
    statements.push({ cue, speaker, content });
    for (const span of statement.cue) paint(tokensOf(article, span), TAG.bCue);
    for (const run of speaker) paint(run, TAG.bSpeaker);
    for (const run of content) paint(run, TAG.bContent);
  }
  return { id: document.id, article, drafts, statements, tags };
}

export interface Counts {
  readonly all: Map<number, number>;
  readonly cue: Map<number, number>;
}

/** How often each stem occurs, and how often it is (part of) a cue. */
export function cueCounts({ article, tags }: Raw): Counts {
  const all = new Map<number, number>();
  const cue = new Map<number, number>();
  article.tokens.forEach((token, at) => {
    const stem = hashOf(stemOf(token.low.replace(/\p{N}/gu, "0")));
    all.set(stem, (all.get(stem) ?? 0) + 1);
    if (tags[at] === TAG.bCue || tags[at] === TAG.iCue) cue.set(stem, (cue.get(stem) ?? 0) + 1);
  });
  return { all, cue };
}

export function added(list: readonly Counts[]): Counts {
  const sum: Counts = { all: new Map(), cue: new Map() };
  for (const counts of list)
    for (const which of ["all", "cue"] as const)
      for (const [stem, count] of counts[which]) sum[which].set(stem, (sum[which].get(stem) ?? 0) + count);
  return sum;
}

/** The tables, without the counts of the document that is looked at: a rate must not know its answer. */
export function tablesWithout(total: Counts, own: Counts | null, guesses: Guesses): WordTables {
  const guessOf = (word: number) => guesses.get(word);
  return {
    likes: {
      get: (word) => {
        const guess = guessOf(word);
        return guess && guessLevels(guess[0] / 255, guess[1] / 255);
      },
    },
    cueRate: (word, stem) => {
      const all = (total.all.get(stem) ?? 0) - (own?.all.get(stem) ?? 0);
      const cue = (total.cue.get(stem) ?? 0) - (own?.cue.get(stem) ?? 0);
      const guess = guessOf(word);
      return cueLevel(all, cue, guess && guess[0] / 255);
    },
  };
}

export function withViews(raw: Raw, tables: WordTables): Prepared {
  return { ...raw, views: viewsOf(raw.article, raw.drafts, tables) };
}
