import type { Stretch } from "../text/stretch.ts";
import { contentStretch } from "./content.ts";
import { continued } from "./continued.ts";
import { cueOf, FINDING_VERBS } from "./cues.ts";
import type { Draft, Mention, Rule } from "./draft.ts";
import { speaksForTheOutlet } from "./drafts.ts";
import { firstThat } from "./halving.ts";
import { likeness } from "./model/likeness.ts";
import { draftTokens, type Read, readStatements } from "./model/read.ts";
import type { CueCandidate } from "./model/stage-two.ts";
import type { Weights } from "./model/weights.ts";
import { phraseBefore, type TokenRange } from "./noun-phrase.ts";
import { relaysIn } from "./relay.ts";
import { stretchOf } from "./reported.ts";
import type { Segmented, Sentence } from "./segment.ts";
import { selected } from "./selection.ts";
import type { Token } from "./tokens.ts";
import { RELATIVES } from "./words.ts";

/** From this likeness on a reading is the statement of a rule, whose reason it then carries. */
const SAME = 0.5;

/** Rules about the form of a text, too rare in annotated news to be learned: what they find stands as it is. */
const FORMAL: ReadonlySet<Rule> = new Set(["signed", "transcript", "headline"]);
/** Given, not learned: annotators leave many of these out, as transcripts, though a reader would not. */
const FORMAL_CHANCE = 0.9;

/** Statements of an article as drafts: found by the rules and the trained engine together, none inside another's words. */
export function learnedDrafts(article: Segmented, drafts: readonly Draft[], weights: Weights): Draft[] {
  const asTokens = draftTokens(article, drafts);
  const found = selected(readStatements(article, drafts, weights)).flatMap((read) => {
    const { cue } = read;
    const near = cue.draft < 0 ? undefined : drafts[cue.draft];
    const content = cue.draft < 0 ? [] : (asTokens[cue.draft]?.content ?? []);
    const same = near && likeness(content, read.choice.hypothesis.content) >= SAME ? near : undefined;
    const draft = draftOf(article, read, near, same !== undefined);
    return draft && !speaksForTheOutlet(article, draft) ? [draft] : [];
  });
  const formal = drafts.filter((draft) => FORMAL.has(draft.rule));
  const formalPlaces = new Set(formal.map((draft) => draft.cue.start));
  return continued(
    article,
    [
      ...found.filter((draft) => !formalPlaces.has(draft.cue.start)),
      ...formal.map((draft) => ({ ...draft, chance: FORMAL_CHANCE })),
    ].sort((a, b) => a.cue.start - b.cue.start),
  );
}

/** Runs of tokens that follow each other. */
function runsOf(tokens: readonly number[]): TokenRange[] {
  const runs: { first: number; end: number }[] = [];
  for (const at of tokens) {
    const last = runs.at(-1);
    if (last && last.end === at) last.end = at + 1;
    else runs.push({ first: at, end: at + 1 });
  }
  return runs;
}

/** "declined to comment": what is withheld is no content. */
const WITHHELD = /^(?:to |on )?(?:comment|elaborate|respond|answer|say)(?: (?:further|more))?$/iu;

/** Pieces of content: none over two paragraphs, and none that goes on where the outlet explains ("– which means ..."). */
function piecesOf(article: Segmented, content: readonly number[]): TokenRange[] {
  const { tokens } = article;
  return runsOf(content).flatMap(({ end, first }) => {
    const pieces: { first: number; end: number }[] = [];
    let start = first;
    for (let at = first; at < end; at++) {
      const next = sentenceAt(article, at + 1);
      const explains =
        tokens[at]?.quotation === -1 &&
        /^[—–]$/u.test(tokens[at]?.text ?? "") &&
        RELATIVES.has(tokens[at + 1]?.low ?? "");
      if (explains) return start < at ? [...pieces, { first: start, end: at }] : pieces;
      if (at + 1 >= end || next?.from !== at + 1) continue;
      // Words without marks go on over the end of a sentence only where the reader was misled.
      if (tokens[at]?.quotation === -1 && tokens[at + 1]?.quotation === -1)
        return [...pieces, { first: start, end: at + 1 }];
      if (next.part === sentenceAt(article, at)?.part) continue;
      pieces.push({ first: start, end: at + 1 });
      start = at + 1;
    }
    // "what she called “robbery”": the name is the content.
    const bare = end - start === 1 && tokens[start]?.low === "what";
    return bare ? pieces : [...pieces, { first: start, end }];
  });
}

function draftOf(
  article: Segmented,
  { choice, cue }: Read,
  near: Draft | undefined,
  agrees: boolean,
): Draft | undefined {
  const { text, tokens } = article;
  const sentence = sentenceAt(article, cue.from);
  if (!sentence) return undefined;
  const read = piecesOf(article, choice.hypothesis.content).flatMap((piece) => {
    const stretch = contentStretch(text, tokens, piece);
    return stretch ? [stretch] : [];
  });
  // "Lee, who said X, went home": where such a clause ends the rules see, by its commas.
  const [who] = choice.hypothesis.speaker;
  const relative =
    near &&
    who !== undefined &&
    RELATIVES.has(tokens[who]?.low ?? "") &&
    near.content[0]?.start === read[0]?.start;
  const content = relative ? near.content : read;
  const [only] = content;
  if (!only || (content.length === 1 && WITHHELD.test(text.slice(only.start, only.end)))) return undefined;
  const quoted = choice.hypothesis.content.some((at) => (tokens[at]?.quotation ?? -1) >= 0);
  // "known as “the Needle”": a name that nobody in the text gives.
  const unspoken = choice.hypothesis.speaker.length === 0;
  if (!near && unspoken && tokens.slice(cue.from, cue.to).some(({ low }) => low === "known"))
    return undefined;
  if (!near && !quoted && isMereDiscovery(tokens, cue, choice.hypothesis.speaker)) return undefined;
  const said = tokens
    .slice(cue.from, cue.to)
    .map((token) => cueOf(token.low))
    .find((known) => known);
  const words = stretchOf(tokens, { first: cue.from, end: cue.to });
  return {
    rule: agrees && near ? near.rule : "learned",
    mode: near?.mode ?? (quoted ? "said" : (said?.mode ?? "attributedView")),
    speech: near?.speech ?? (quoted || said?.mode === "said"),
    speaker: mentionOf(article, sentence, choice.hypothesis.speaker, near?.speaker),
    cue: words,
    head: near?.cue ?? headOf(tokens, cue),
    content,
    via: near?.via ?? relaysIn(tokens, around(sentence, cue)),
    doubt: 0,
    sentence: near?.sentence ?? sentence.index,
    chance: choice.chance,
  };
}

/** The last reporting verb of a cue, else its last verb, else all of it. */
function headOf(tokens: readonly Token[], { from, to }: CueCandidate): Stretch {
  let head = -1;
  for (let at = from; at < to; at++) if (cueOf(tokens[at]?.low ?? "")) head = at;
  for (let at = from; head < 0 && at < to; at++) if (tokens[at]?.pos === "VERB") head = at;
  return stretchOf(tokens, head < 0 ? { first: from, end: to } : { first: head, end: head + 1 });
}

/** "Ann Lee found that the door was locked": what a person finds is no finding; a poll's is, and a court's. */
function isMereDiscovery(
  tokens: readonly Token[],
  { from, to }: CueCandidate,
  speaker: readonly number[],
): boolean {
  const finds = tokens.slice(from, to).some((token) => FINDING_VERBS.has(cueOf(token.low)?.verb ?? ""));
  const last = tokens[speaker.at(-1) ?? -1];
  return finds && speaker.length < 4 && (last?.pos === "PROPN" || /^(?:s?he|they)$/.test(last?.low ?? ""));
}

/** Words of a sentence on each side of a cue that are searched for relays. */
const NEARBY = 60;

/** The part of a sentence around a cue: a sentence without end costs no more than others. */
function around(sentence: Sentence, { from, to }: CueCandidate): Sentence {
  return {
    ...sentence,
    from: Math.max(sentence.from, from - NEARBY),
    to: Math.min(sentence.to, to + NEARBY),
  };
}

/** The sentence that holds a token. */
function sentenceAt({ sentences }: Segmented, token: number): Sentence | undefined {
  return sentences[firstThat(sentences.length, (at) => (sentences[at]?.to ?? 0) > token)];
}

/** Who speaks, with what the rules know of the same words: which part names, whom a "who" stands for. */
function mentionOf(
  article: Segmented,
  sentence: Sentence,
  speaker: readonly number[],
  ruled: Mention | undefined,
): Mention | undefined {
  const { tokens } = article;
  const [named] = runsOf(speaker);
  if (!named) return undefined;
  // "the guild’s claim": the guild speaks.
  const owns = named.end - named.first > 1 && tokens[named.end - 1]?.low === "'s";
  const run = owns ? { first: named.first, end: named.end - 1 } : named;
  const whole = stretchOf(tokens, run);
  if (ruled && ruled.start < whole.end && whole.start < ruled.end) {
    const inside = (part: Stretch) => whole.start <= part.start && part.end <= whole.end;
    return { ...ruled, ...whole, name: inside(ruled.name) ? ruled.name : whole };
  }
  let end = run.first;
  while (end < run.end && !/^[,(–—]$/u.test(tokens[end]?.text ?? "")) end++;
  const name = end > run.first ? stretchOf(tokens, { first: run.first, end }) : whole;
  if (run.end - run.first > 1 || !/^(?:who|which|that)$/.test(tokens[run.first]?.low ?? ""))
    return { ...whole, name };
  const comma = tokens[run.first - 1]?.text === "," ? 1 : 0;
  const antecedent = phraseBefore(tokens, sentence.from, run.first - comma);
  return { ...whole, name, ...(antecedent && { antecedent: stretchOf(tokens, antecedent) }) };
}
