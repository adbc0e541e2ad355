import { hashOf, rowOf } from "./mix.ts";
import { type Block, POS, type Views } from "./views.ts";

export const STAGE_ONE_TAGS = 7;
/** Rows per token. */
export const STAGE_ONE_FEATURES = 78;

const distance = (d: number) => (d <= 3 ? d : d <= 5 ? 4 : d <= 9 ? 5 : d <= 16 ? 6 : 7);
const place = (d: number) => (d <= 2 ? d : d <= 5 ? 3 : d <= 12 ? 4 : 5);

/** What a sentence offers to each of its tokens: its verbs and the words that look most like cues. */
interface Nearby {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** For each token of a block the nearest token at or before (`left`) and after it (`right`) that passes, within the sentence; -1 none. */
function nearest(views: Views, { from, to }: Block, passes: (at: number) => boolean): Nearby {
  const left = new Int32Array(to - from);
  const right = new Int32Array(to - from);
  let last = -1;
  for (let at = from; at < to; at++) {
    if (at > from && views.sentence[at] !== views.sentence[at - 1]) last = -1;
    left[at - from] = last;
    if (passes(at)) last = at;
  }
  last = -1;
  for (let at = to - 1; at >= from; at--) {
    if (at < to - 1 && views.sentence[at] !== views.sentence[at + 1]) last = -1;
    right[at - from] = last;
    if (passes(at)) last = at;
  }
  return { left, right };
}

/** What is the same for all tokens of a sentence. */
interface Whole {
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly cue: number;
  readonly quoted: number;
  readonly rules: number;
}

function sentencesOf(views: Views, { from, to }: Block): Whole[] {
  const found: Whole[] = [];
  for (let at = from; at < to; ) {
    let end = at;
    let verb = -1;
    let cue = -1;
    let quoted = 0;
    let rules = 0;
    while (end < to && views.sentence[end] === views.sentence[at]) {
      if (verb < 0 && views.pos[end] === POS.verb && views.quote[end] === 0) verb = end;
      if (
        views.quote[end] === 0 &&
        (views.rate[end] as number) > 3 &&
        (cue < 0 || (views.rate[end] as number) > (views.rate[cue] as number))
      )
        cue = end;
      if (views.quote[end] === 1) quoted = Math.max(quoted, views.quoteLength[end] as number);
      if (views.ruleTag[end] !== 0) rules = views.rule[end] as number;
      end++;
    }
    found.push({ from: at, to: end, verb, cue, quoted, rules });
    at = end;
  }
  return found;
}

/**
 * Rows of the stage-one table for every token of a block: words, parts of speech, groups of words, quotation marks,
 * nearby verbs and cue words, and what the rules say. `rows` holds `STAGE_ONE_FEATURES` rows per token from its start.
 */
export function stageOneRows(
  views: Views,
  block: Block,
  headline: boolean,
  mask: number,
  rows: Int32Array,
): void {
  const { like, who, end2, end3, pos, quote, quoteLength, rate, rule, ruleTag, shape, stem, word } = views;
  const { from, to } = block;
  const verbs = nearest(views, block, (at) => pos[at] === POS.verb || pos[at] === POS.aux);
  const marks = nearest(views, block, (at) => pos[at] === POS.punct);
  const cues = nearest(views, block, (at) => (rate[at] as number) > 4 && (quote[at] as number) === 0);
  const wholes = sentencesOf(views, block);
  let sentence = 0;
  let commas = 0;
  const sizeOfBlock = distance(to - from > 60 ? 10 : Math.floor((to - from) / 6));
  for (let at = from; at < to; at++) {
    while (at >= (wholes[sentence] as Whole).to) {
      sentence++;
      commas = 0;
    }
    const whole = wholes[sentence] as Whole;
    const has = (k: number) => k >= from && k < to;
    const w = (d: number) => (has(at + d) ? (word[at + d] as number) : 7);
    const p = (d: number) => (has(at + d) ? (pos[at + d] as number) : 20);
    const q = (d: number) => (has(at + d) ? (quote[at + d] as number) : 4);
    const r = (d: number) => (has(at + d) ? (rate[at + d] as number) : -1);
    const g = (d: number) => (has(at + d) ? (ruleTag[at + d] as number) : 9);
    const s = (d: number) => (has(at + d) ? (stem[at + d] as number) : 7);
    const sh = (d: number) => (has(at + d) ? (shape[at + d] as number) : 11);
    let out = (at - from) * STAGE_ONE_FEATURES;
    let template = 0;
    const add = (a: number, b = 0, d = 0) => {
      rows[out++] = rowOf(mask, template++, a, b, d);
    };
    const w0 = w(0);
    const p0 = p(0);
    const q0 = q(0);
    const p3 = p(-1) * 441 + p0 * 21 + p(1);
    const q3 = q(-1) * 25 + q0 * 5 + q(1);
    const g3 = g(-1) * 100 + g(0) * 10 + g(1);
    add(0);
    add(w0);
    add(w(-1));
    add(w(1));
    add(w(-2));
    add(w(2));
    add(w(-1), w0);
    add(w0, w(1));
    add(w(-1), w(1));
    add(w(-2), w(-1));
    add(w(1), w(2));
    add(w(-1), w0, w(1));
    add(s(0));
    add(s(0), p0, q0);
    add(s(-1), s(0));
    add(s(0), s(1));
    add(p0, q0);
    add(p(-1), q0);
    add(p(1), q0);
    add(p(-2) * 21 + p(-1), q0);
    add(p(-1) * 21 + p0, q0);
    add(p0 * 21 + p(1), q0);
    add(p(1) * 21 + p(2), q0);
    add(p3);
    add(p(-2) * 21 + p(-1), p0);
    add(p0, p(1) * 21 + p(2));
    add(p3, p(-2) * 21 + p(2));
    add(end3[at] as number);
    add(end2[at] as number, p0);
    add(sh(0), q0);
    add(sh(-1) * 144 + sh(0) * 12 + sh(1));
    add(w0, sh(0), p0);
    add(q3, q(-2) * 5 + q(2));
    add(q3, p0);
    add(q0, quoteLength[at] as number);
    add(q3, w(-1));
    add(q3, w(1));
    add(q0, whole.quoted, p0);
    add(r(0), q0);
    add(r(-1), r(0), r(1));
    add(r(0), p0, p(1));
    add(r(0), p(-1), q3);
    // The verbs, marks and cue words around, each with how far.
    const lv = verbs.left[at - from] as number;
    const rv = verbs.right[at - from] as number;
    const lc = cues.left[at - from] as number;
    const rc = cues.right[at - from] as number;
    const lm = marks.left[at - from] as number;
    const rm = marks.right[at - from] as number;
    const ld = lc < 0 ? 9 : distance(at - lc);
    const rd = rc < 0 ? 9 : distance(rc - at);
    add(lv < 0 ? 0 : (stem[lv] as number), distance(lv < 0 ? 30 : at - lv));
    add(rv < 0 ? 0 : (stem[rv] as number), distance(rv < 0 ? 30 : rv - at));
    add(lv < 0 ? -1 : (rate[lv] as number), rv < 0 ? -1 : (rate[rv] as number), p0);
    add(lm < 0 ? 0 : (word[lm] as number), lm < 0 ? 9 : distance(at - lm), q0);
    add(rm < 0 ? 0 : (word[rm] as number), rm < 0 ? 9 : distance(rm - at), q0);
    add(lc < 0 ? 0 : (stem[lc] as number), ld, q0);
    add(rc < 0 ? 0 : (stem[rc] as number), rd, q0);
    add(lc < 0 ? -1 : (rate[lc] as number), ld, p0);
    add(rc < 0 ? -1 : (rate[rc] as number), rd, p0);
    add(ld * 10 + rd, q0, commas);
    add(lc < 0 ? 0 : (stem[lc] as number), p3);
    add(rc < 0 ? 0 : (stem[rc] as number), p3);
    add(lc < 0 ? 0 : (stem[lc] as number), w0);
    add(rc < 0 ? 0 : (stem[rc] as number), w0);
    // The sentence and the place in it.
    const mainCue = whole.cue < 0 ? 0 : (stem[whole.cue] as number);
    const side = whole.cue < 0 ? 0 : at < whole.cue ? 1 : at === whole.cue ? 2 : 3;
    add(mainCue, side, q0);
    add(mainCue, side * 10 + Math.min(commas, 4), p0);
    add(whole.cue < 0 ? 0 : (rate[whole.cue] as number), side * 10 + Math.min(commas, 4), q0);
    add(whole.verb < 0 ? 0 : (stem[whole.verb] as number), at < whole.verb ? 1 : at === whole.verb ? 2 : 3);
    add(place(at - whole.from), place(whole.to - 1 - at), q0);
    add(word[whole.from] as number, place(at - whole.from));
    add(place(sentence), (headline ? 1 : 0) * 10 + sizeOfBlock, q0);
    add((headline ? 1 : 0) * 100 + p0, p(-1), p(1));
    // What the rules say.
    add(g3);
    add(g(0), rule[at] as number, q0);
    add(g(0), p0, r(0));
    add(g(-1) * 10 + g(-2), g(0), g(1) * 10 + g(2));
    add(g(0), whole.rules, q0 * 10 + whole.quoted);
    add(g3, q3);
    // Likeness of words to those that are cues and speakers.
    const l = (d: number) => (has(at + d) ? (like[at + d] as number) : -1);
    const h = (d: number) => (has(at + d) ? (who[at + d] as number) : -1);
    add(l(0), p0, q0);
    add(l(-1), l(0), l(1));
    add(l(0), end2[at] as number, p(1));
    add(l(0), w(1), q0);
    add(l(0), w(-1), q0);
    add(h(0), p0, l(1));
    add(h(-1), h(0), l(1));
    add(h(0), p(1), l(2));
    if (out - (at - from) * STAGE_ONE_FEATURES !== STAGE_ONE_FEATURES)
      throw new Error(`${out - (at - from) * STAGE_ONE_FEATURES} rows`);
    if (word[at] === COMMA) commas = Math.min(commas + 1, 6);
  }
}

const COMMA = hashOf(",");
