import { hashOf, rowOf } from "./mix.ts";
import { type Block, POS, TAG, type Views } from "./views.ts";

/** none, begin and inside of speaker, begin and inside of content. */
export const STAGE_TWO_TAGS = 5;
/** Rows per token that depend on what stage one says, not on the cue. */
export const OUTLOOK_FEATURES = 8;
/** Rows per token and cue. */
export const STAGE_TWO_FEATURES = 60;

/** What stage one says of a block. */
export interface Outlook {
  /** Best tags, one per token of the block. */
  readonly tags: Uint8Array;
  /** Probability of each of the seven tags, `n * 7`. */
  readonly marginals: Float64Array;
}

/** A possible cue: tokens `[from, to)` of the article, how likely it is one, and the rules' draft that has it (-1 none). */
export interface CueCandidate {
  readonly from: number;
  readonly to: number;
  readonly chance: number;
  readonly draft: number;
}

const COMMA = hashOf(",");
const THAT = [hashOf("that"), hashOf("who"), hashOf("which"), hashOf("while"), hashOf("but"), hashOf("as")];

/** Marks and words at which a clause often begins or ends. */
const EDGES = new Set(
  ", ; : – — -- - . ? ! ( ) and but or while as after before because when if though although since where who which that until unless so"
    .split(" ")
    .map(hashOf),
);

/** Whether a clause often begins or ends at a token. */
export function isEdge(views: Views, at: number): boolean {
  return EDGES.has(views.word[at] as number);
}

const level = (chance: number) =>
  chance < 0.03
    ? 0
    : chance < 0.1
      ? 1
      : chance < 0.3
        ? 2
        : chance < 0.5
          ? 3
          : chance < 0.7
            ? 4
            : chance < 0.9
              ? 5
              : 6;
const bounded = (value: number, most: number) => Math.max(-most, Math.min(most, value));
const far = (d: number) => (d <= 4 ? d : d <= 6 ? 5 : d <= 10 ? 6 : d <= 18 ? 7 : d <= 35 ? 8 : 9);

/** Probability that a token is a speaker's, a cue's or a content's: `role` 0, 1, 2. */
function chanceOf(outlook: Outlook, k: number, role: number): number {
  return (
    (outlook.marginals[k * 7 + role * 2 + 1] as number) + (outlook.marginals[k * 7 + role * 2 + 2] as number)
  );
}

/** Rows of each token of a block that say what stage one thinks of it. */
export function outlookRows(
  block: Block,
  views: Views,
  outlook: Outlook,
  mask: number,
  rows: Int32Array,
): void {
  const n = block.to - block.from;
  for (let k = 0; k < n; k++) {
    const tag = (d: number) => (k + d >= 0 && k + d < n ? (outlook.tags[k + d] as number) : 8);
    const at = block.from + k;
    let out = k * OUTLOOK_FEATURES;
    let template = 100;
    const add = (a: number, b = 0, c = 0) => {
      rows[out++] = rowOf(mask, template++, a, b, c);
    };
    const levels =
      level(chanceOf(outlook, k, 0)) * 49 +
      level(chanceOf(outlook, k, 1)) * 7 +
      level(chanceOf(outlook, k, 2));
    add(tag(-1) * 81 + tag(0) * 9 + tag(1));
    add(tag(-2) * 9 + tag(-1), tag(0), tag(1) * 9 + tag(2));
    add(levels);
    add(levels, tag(0), views.ruleTag[at] as number);
    add(tag(0), views.word[at] as number);
    add(tag(0), views.pos[at] as number, views.quote[at] as number);
    add(
      level(outlook.marginals[k * 7 + TAG.bSpeaker] as number),
      level(outlook.marginals[k * 7 + TAG.bContent] as number),
    );
    add(level(chanceOf(outlook, k, 2)), views.quote[at] as number, views.quoteLength[at] as number);
  }
}

/** Sums up to each token of a block, so that "between" is one difference. */
export interface Between {
  readonly commas: Int32Array;
  readonly quotes: Int32Array;
  readonly verbs: Int32Array;
  readonly joins: Int32Array;
  readonly cues: Int32Array;
  readonly speakers: Int32Array;
  readonly contents: Int32Array;
}

export function betweenOf(
  views: Views,
  block: Block,
  outlook: Outlook,
  candidates: readonly CueCandidate[],
): Between {
  const n = block.to - block.from;
  const sum = (counts: (k: number, at: number) => boolean) => {
    const sums = new Int32Array(n + 1);
    for (let k = 0; k < n; k++) sums[k + 1] = (sums[k] as number) + (counts(k, block.from + k) ? 1 : 0);
    return sums;
  };
  const starts = new Set(candidates.map((candidate) => candidate.from - block.from));
  return {
    commas: sum((_, at) => views.word[at] === COMMA),
    quotes: sum((_, at) => views.quote[at] === 1),
    verbs: sum((_, at) => (views.pos[at] === POS.verb || views.pos[at] === POS.aux) && views.quote[at] === 0),
    joins: sum((_, at) => views.pos[at] === POS.cconj || THAT.includes(views.word[at] as number)),
    cues: sum((k) => starts.has(k)),
    speakers: sum((k) => outlook.tags[k] === TAG.bSpeaker),
    contents: sum((k) => outlook.tags[k] === TAG.bContent),
  };
}

/**
 * Rows of the stage-two table for every token of a block, given one possible cue: where the token stands as seen from
 * the cue, what lies between them, and what stage one and the rules say of it.
 */
export function stageTwoRows(
  views: Views,
  block: Block,
  outlook: Outlook,
  cue: CueCandidate,
  between: Between,
  mask: number,
  rows: Int32Array,
): void {
  const { draft, pos, quotation, quote, quoteLength, rate, rule, ruleTag, sentence, shape, stem, word } =
    views;
  const { from } = block;
  const n = block.to - from;
  const a = cue.from - from;
  const b = cue.to - from;
  const cueAt = headOf(views, cue);
  const cueStem = stem[cueAt] as number;
  const cueLike = views.like[cueAt] as number;
  const cueEnd = views.end2[cueAt] as number;
  const { who } = views;
  const cueSentence = sentence[cue.from] as number;
  const cueQuote = quote[cue.from] as number;
  const wordAt = (k: number) => (k >= 0 && k < n ? (word[from + k] as number) : 7);
  const posAt = (k: number) => (k >= 0 && k < n ? (pos[from + k] as number) : 20);
  const before = wordAt(a - 1);
  const behind = wordAt(b);
  const cuePos = posAt(a - 1) * 441 + (pos[cueAt] as number) * 21 + posAt(b);
  const size = bounded(b - a, 4);
  const cueLevel = level(cue.chance);
  const cueRule = cue.draft >= 0 ? 1 : 0;
  const ownTag = (k: number) => {
    if (cue.draft < 0) return 8;
    if (k < 0 || k >= n) return 9;
    return draft[from + k] === cue.draft ? (ruleTag[from + k] as number) : 0;
  };
  const firstOfSentence = a === 0 || sentence[cue.from - 1] !== cueSentence ? 1 : 0;
  const edges = edgesOf(views, block, a, b);
  // The quotations left and right of the cue, counted from it.
  const quotesAtCue = between.quotes[a] as number;
  for (let k = 0; k < n; k++) {
    const at = from + k;
    const side = k < a ? 0 : k < b ? 1 : 2;
    const low = k < a ? k + 1 : b;
    const high = Math.max(k, a);
    const count = (sums: Int32Array, most: number) =>
      side === 1 ? 0 : bounded((sums[high] as number) - (sums[low] as number), most);
    const commas = count(between.commas, 4);
    const quotes = count(between.quotes, 3);
    const verbs = count(between.verbs, 3);
    const joins = count(between.joins, 2);
    const cues = side === 1 ? 0 : bounded((between.cues[high] as number) - (between.cues[low] as number), 3);
    const speakers = count(between.speakers, 3);
    const contents = count(between.contents, 3);
    const d = side === 0 ? far(a - k) : side === 1 ? 10 : 11 + far(k - b + 1);
    const apart = bounded((sentence[at] as number) - cueSentence, 3) + 3;
    const q0 = quote[at] as number;
    const p0 = pos[at] as number;
    const w0 = word[at] as number;
    const tag = outlook.tags[k] as number;
    const tagBefore = k > 0 ? (outlook.tags[k - 1] as number) : 8;
    const tagBehind = k < n - 1 ? (outlook.tags[k + 1] as number) : 8;
    const own = ownTag(k);
    const others = draft[at] !== cue.draft && (draft[at] as number) >= 0 ? (ruleTag[at] as number) : 0;
    const quoteRank = q0 === 0 ? 0 : bounded((between.quotes[k + 1] as number) - quotesAtCue, 3) + 4;
    const route = side * 100 + commas * 20 + quotes * 5 + cues;
    let out = k * STAGE_TWO_FEATURES;
    let template = 200;
    const add = (x: number, y = 0, z = 0) => {
      rows[out++] = rowOf(mask, template++, x, y, z);
    };
    add(d, q0);
    add(route, q0);
    add(route, verbs * 3 + joins, p0);
    add(side, apart, q0 * 4 + cues);
    add(cueStem, side, tag);
    add(cueStem, d);
    add(cueStem, side * 10 + commas, q0);
    add(cueStem, p0, side);
    add(cueStem, w0, side);
    add(cueStem, route);
    add(cuePos, d);
    add(cuePos, side, tag);
    add(behind, d);
    add(before, d);
    add(behind, side * 10 + commas, q0 * 10 + tag);
    add(size * 21 + (pos[cue.from] as number), d);
    add(w0, side * 10 + commas);
    add(w0, d);
    add(posAt(k - 1) * 441 + p0 * 21 + posAt(k + 1), side);
    add(p0, d);
    add(wordAt(k - 1), side, tag);
    add(wordAt(k + 1), side, tag);
    add(tag, d);
    add(tag, route);
    add(tagBefore * 81 + tag * 9 + tagBehind, side);
    add(tag, cues * 7 + apart, side);
    add(tag, speakers * 4 + contents, side * 4 + cues);
    add(tag, quoteRank, side * 4 + cues);
    add(level(chanceOf(outlook, k, 0)), side * 4 + cues, speakers);
    add(level(chanceOf(outlook, k, 2)), side * 4 + cues, contents);
    add(level(chanceOf(outlook, k, 0)), d);
    add(cueLevel, side, tag);
    add(cueLevel, tag, route);
    add(own, others, q0);
    add(own, cue.draft >= 0 ? (rule[cue.from] as number) : 0, side);
    add(ownTag(k - 1) * 100 + own * 10 + ownTag(k + 1));
    add(own, tag, side);
    add(own, cueLevel, tag);
    add(others, cueRule, side * 4 + cues);
    add(
      cueQuote,
      q0,
      side * 4 + bounded(Math.abs((quotation[at] as number) - (quotation[cue.from] as number)), 3),
    );
    add(quoteRank, quoteLength[at] as number, apart * 4 + cues);
    add(quoteRank, tag, firstOfSentence);
    add(firstOfSentence, d, p0);
    add(verbs, joins, side * 100 + commas * 10 + tag);
    add(shape[at] as number, p0, d);
    add(rate[at] as number, side, cues);
    add(posAt(k - 1) * 21 + p0, d);
    add(wordAt(k - 1), d);
    add(wordAt(k - 1), w0, side);
    add(w0, wordAt(k + 1), side);
    const edge = edges[k] as number;
    const edgeWord = edge < 0 ? 0 : wordAt(edge);
    add(edgeWord, edge < 0 ? 0 : wordAt(edge + 1), side);
    add(edgeWord, edge < 0 ? 0 : posAt(edge + 1) * 21 + posAt(edge + 2), side);
    add(edgeWord, side * 10 + commas, tag);
    add(edge < 0 ? 0 : wordAt(edge + 1), tag, side);
    add(edgeWord, cueStem, side);
    add(cueLike, d, q0);
    add(cueLike, route, tag);
    add(cueLike * 441 + cuePos, side, tag);
    add(who[at] as number, p0, d);
    add(cueEnd, d, q0);
    if (out - k * STAGE_TWO_FEATURES !== STAGE_TWO_FEATURES)
      throw new Error(`${out - k * STAGE_TWO_FEATURES} rows`);
  }
}

/** For each token of a block the last place between the cue and it where a clause may begin or end, -1 none. */
function edgesOf(views: Views, { from, to }: Block, a: number, b: number): Int32Array {
  const edges = new Int32Array(to - from).fill(-1);
  let edge = -1;
  for (let k = b; k < to - from; k++) {
    if (EDGES.has(views.word[from + k] as number)) edge = k;
    edges[k] = edge;
  }
  edge = -1;
  for (let k = a - 1; k >= 0; k--) {
    if (EDGES.has(views.word[from + k] as number)) edge = k;
    edges[k] = edge;
  }
  return edges;
}

/** The word of a cue that carries it: its likeliest cue stem, else its first. */
export function headOf(views: Views, { from, to }: CueCandidate): number {
  let head = from;
  for (let at = from; at < to; at++) if ((views.rate[at] as number) > (views.rate[head] as number)) head = at;
  return head;
}
