import type { Draft } from "../draft.ts";
import { firstThat } from "../halving.ts";
import type { Segmented } from "../segment.ts";
import { hashOf } from "./mix.ts";

/** Word statistics that ship beside the weights, looked up by word hash. */
export interface WordTables {
  /** How often a word is (part of) a cue, 1 (never) to 9 (nearly always), by word and stem hash; 0: nothing is known. */
  cueRate(word: number, stem: number): number;
  /** The same as guessed from words of like use alone, and how often it ends a speaker: 0 where unknown, 1 to 10. */
  readonly likes: { get(word: number): readonly [number, number] | undefined };
}

/** Tags of stage one and of what the rules found. */
export const TAG = { none: 0, bSpeaker: 1, iSpeaker: 2, bCue: 3, iCue: 4, bContent: 5, iContent: 6 } as const;

/** A paragraph as tokens `[from, to)`. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly part: number;
}

/** What the models see of each token of an article, as numbers; arrays run over all tokens. */
export interface Views {
  readonly length: number;
  readonly blocks: readonly Block[];
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly pos: Int32Array;
  readonly end3: Int32Array;
  readonly end2: Int32Array;
  readonly shape: Int32Array;
  /** 0 outside quotation marks, 1 first token of a quotation, 2 within, 3 last. */
  readonly quote: Int32Array;
  /** Number of the quotation, -1 outside. */
  readonly quotation: Int32Array;
  /** Words of the quotation around: 0 outside, 1 to 5. */
  readonly quoteLength: Int32Array;
  readonly rate: Int32Array;
  /** Likeness to cue words and to words that end speakers, 0 to 10. */
  readonly like: Int32Array;
  readonly who: Int32Array;
  readonly sentence: Int32Array;
  /** Tag that the rules give, and the rule that gave it (1 and up). */
  readonly ruleTag: Int32Array;
  readonly rule: Int32Array;
  /** Number of the draft that gave it, -1 none. */
  readonly draft: Int32Array;
}

const PARTS_OF_SPEECH =
  "X ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB SPACE".split(" ");
const codeOf = (pos: string) => PARTS_OF_SPEECH.indexOf(pos) + 1;
/** Codes in `Views.pos` that features ask for by name. */
export const POS = {
  verb: codeOf("VERB"),
  aux: codeOf("AUX"),
  punct: codeOf("PUNCT"),
  cconj: codeOf("CCONJ"),
} as const;
const STEMS: Record<string, string> = {
  said: "say",
  says: "say",
  told: "tell",
  wrote: "writ",
  written: "writ",
  thought: "think",
  saw: "see",
  seen: "see",
  held: "hold",
  felt: "feel",
  found: "find",
  made: "mak",
  gave: "giv",
  given: "giv",
  knew: "know",
  known: "know",
  spoke: "speak",
  spoken: "speak",
  was: "be",
  were: "be",
  is: "be",
  are: "be",
  been: "be",
  has: "hav",
  had: "hav",
};

/** A crude stem: good enough to hold the forms of one verb together. */
export function stemOf(low: string): string {
  const listed = STEMS[low];
  if (listed !== undefined) return listed;
  if (low.length < 4) return low;
  let stem = low;
  if (low.endsWith("ing") && low.length > 5) stem = low.slice(0, -3);
  else if (low.endsWith("ied") || low.endsWith("ies")) stem = `${low.slice(0, -3)}y`;
  else if (low.endsWith("ed") && low.length > 4) stem = low.slice(0, -2);
  else if (low.endsWith("es") && low.length > 4) stem = low.slice(0, -2);
  else if (low.endsWith("s") && !low.endsWith("ss")) stem = low.slice(0, -1);
  if (stem.endsWith("e")) stem = stem.slice(0, -1);
  const last = stem.at(-1);
  if (stem.length > 3 && last === stem.at(-2) && last !== "s" && last !== "l") stem = stem.slice(0, -1);
  return stem;
}

function shapeOf(text: string): number {
  if (/^\p{Lu}\p{Ll}+$/u.test(text)) return 1;
  if (/^\p{Ll}+$/u.test(text)) return 2;
  if (/^\p{Lu}+$/u.test(text)) return 3;
  if (/^[\p{Lu}.]+$/u.test(text)) return 4;
  if (/^\p{N}+$/u.test(text)) return 5;
  if (/\p{N}/u.test(text)) return 6;
  if (/\p{L}/u.test(text)) return /^\p{Lu}/u.test(text) ? 7 : 8;
  return 9;
}

interface WordView {
  readonly word: number;
  /** Hash of the word as it is, numbers too. */
  readonly plain: number;
  readonly stem: number;
  readonly end3: number;
  readonly end2: number;
  readonly shape: number;
}
/** Words seen: most of a text are. Emptied when full, so that it can't grow without end. */
const seen = new Map<string, WordView>();
const MOST_SEEN = 60_000;

function viewOf(text: string, low: string): WordView {
  const known = seen.get(text);
  if (known) return known;
  const plain = low.replace(/\p{N}/gu, "0");
  const hash = hashOf(plain);
  const view = {
    word: hash,
    plain: hashOf(low),
    stem: hashOf(stemOf(plain)),
    end3: hashOf(plain.slice(-3)),
    end2: hashOf(plain.slice(-2)),
    shape: shapeOf(text),
  };
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(text, view);
  return view;
}

const quoteSize = (tokens: number) =>
  tokens <= 3 ? 1 : tokens <= 5 ? 2 : tokens <= 9 ? 3 : tokens <= 18 ? 4 : 5;

/** Numbers for every token of an article and for what the rules found in it. */
export function viewsOf(article: Segmented, drafts: readonly Draft[], tables: WordTables): Views {
  const { sentences, tokens } = article;
  const length = tokens.length;
  const array = () => new Int32Array(length);
  const views = {
    length,
    blocks: blocksOf(article),
    word: array(),
    stem: array(),
    pos: array(),
    end3: array(),
    end2: array(),
    shape: array(),
    quote: array(),
    quotation: array(),
    quoteLength: array(),
    rate: array(),
    like: array(),
    who: array(),
    sentence: array(),
    ruleTag: array(),
    rule: array(),
    draft: array().fill(-1),
  };
  for (let at = 0; at < length; at++) {
    const token = tokens[at] as (typeof tokens)[number];
    const view = viewOf(token.text, token.low);
    views.word[at] = view.word;
    views.stem[at] = view.stem;
    views.end3[at] = view.end3;
    views.end2[at] = view.end2;
    views.shape[at] = view.shape;
    views.pos[at] = codeOf(token.pos);
    views.quotation[at] = token.quotation;
    views.rate[at] = tables.cueRate(view.plain, view.stem);
    const likes = tables.likes.get(view.plain);
    if (likes) [views.like[at], views.who[at]] = likes;
  }
  for (let at = 0; at < length; ) {
    const own = views.quotation[at] as number;
    let to = at + 1;
    while (to < length && views.quotation[to] === own) to++;
    if (own >= 0)
      for (let k = at; k < to; k++) {
        views.quote[k] = k === at ? 1 : k === to - 1 ? 3 : 2;
        views.quoteLength[k] = quoteSize(to - at);
      }
    at = to;
  }
  for (const sentence of sentences) views.sentence.fill(sentence.index, sentence.from, sentence.to);
  tagDrafts(article, drafts, views);
  return views;
}

/** Most tokens looked at together: a longer paragraph is read in parts, so that the work grows with the text alone. */
const LONGEST_BLOCK = 320;

function blocksOf({ sentences }: Segmented): Block[] {
  const blocks: { from: number; to: number; part: number }[] = [];
  for (const { from, part, to } of sentences) {
    const last = blocks.at(-1);
    if (last && last.part === part && to - last.from <= LONGEST_BLOCK) {
      last.to = to;
      continue;
    }
    for (let at = from; at < to; at += LONGEST_BLOCK)
      blocks.push({ from: at, to: Math.min(at + LONGEST_BLOCK, to), part });
  }
  return blocks;
}

/** First token that ends behind a UTF-16 offset. */
export function tokenAt({ tokens }: Segmented, offset: number): number {
  return firstThat(tokens.length, (at) => (tokens[at]?.end ?? 0) > offset);
}

function tagDrafts(
  article: Segmented,
  drafts: readonly Draft[],
  { draft: of, rule: ruleOf, ruleTag }: Pick<Views, "draft" | "rule" | "ruleTag">,
): void {
  const { tokens } = article;
  drafts.forEach((draft, number) => {
    const rule = hashOf(draft.rule);
    const mark = (start: number, end: number, tag: number) => {
      let first = true;
      for (let at = tokenAt(article, start); at < tokens.length && (tokens[at]?.start ?? 0) < end; at++) {
        if (ruleTag[at] !== 0) continue;
        ruleTag[at] = first ? tag : tag + 1;
        ruleOf[at] = rule;
        of[at] = number;
        first = false;
      }
    };
    mark(draft.cue.start, draft.cue.end, TAG.bCue);
    if (draft.speaker) mark(draft.speaker.start, draft.speaker.end, TAG.bSpeaker);
    for (const piece of draft.content) mark(piece.start, piece.end, TAG.bContent);
  });
}
