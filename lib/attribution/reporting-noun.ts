import { contentStretch } from "./content.ts";
import { REPORTING_NOUNS } from "./cues.ts";
import type { Draft } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { phraseAfter, phraseBefore, type TokenRange } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARIES, RELATIVES, SUBORDINATORS } from "./words.ts";

/** Nouns looked at in one sentence. */
const MOST_NOUNS = 3;

/** Whose claim: "the guild’s claim", "their claim", "a claim by the guild". */
function holderOf(
  tokens: readonly Token[],
  from: number,
  noun: number,
  that: number,
): TokenRange | undefined {
  if (tokens[noun + 1]?.low === "by") return phraseAfter(tokens, noun + 2, that);
  let at = noun - 1;
  while (at > from && tokens[at]?.pos === "ADJ") at--;
  const before = tokens[at];
  if (before?.low === "'s") return phraseBefore(tokens, from, at);
  return before && /^(?:his|her|their)$/.test(before.low) ? { first: at, end: at + 1 } : undefined;
}

const LIGHT = new Set(
  `made makes make making issued issues issue issuing voiced voices repeated repeats repeat repeating raised raises
  gave gives give giving offered offers advanced advances defended defends`.split(/\s+/),
);

/** "Ann Lee made the claim that": who makes it, and where the verb begins. */
function makerOf(
  tokens: readonly Token[],
  from: number,
  noun: number,
): { holder: TokenRange; verb: number } | undefined {
  let at = noun - 1;
  while (at > from && /^(?:DET|ADJ)$/.test(tokens[at]?.pos ?? "")) at--;
  if (at === noun - 1 || !LIGHT.has(tokens[at]?.low ?? "") || tokens[at]?.quotation !== -1) return undefined;
  let verb = at;
  while (verb > from && (AUXILIARIES.has(tokens[verb - 1]?.low ?? "") || tokens[verb - 1]?.pos === "ADV"))
    verb--;
  const holder = phraseBefore(tokens, from, verb);
  return holder && { holder, verb };
}

const isFiniteHere = (tokens: readonly Token[], at: number) => {
  const { low, pos, quotation } = tokens[at] as Token;
  const before = tokens[at - 1];
  return (
    quotation < 0 &&
    (pos === "AUX" || (pos === "VERB" && !low.endsWith("ing"))) &&
    before?.low !== "to" &&
    before?.pos !== "AUX" &&
    before?.pos !== "ADV"
  );
};

/**
 * Where the clause behind "that" ends. A noun that is the sentence’s subject has the main verb behind its clause: "the
 * claim that the pier was safe | came too late".
 */
function clauseEnd(tokens: readonly Token[], sentence: SentenceTokens, noun: number, that: number): number {
  const subject = !tokens
    .slice(sentence.from, noun)
    .some((_, place) => isFiniteHere(tokens, sentence.from + place));
  let verbs = 0;
  for (let end = that + 1; end < sentence.to; end++) {
    if (tokens[end]?.quotation === -1 && /^[,;—–.]$/.test(tokens[end]?.text ?? "")) return end;
    if (!subject || !isFiniteHere(tokens, end)) continue;
    const before = tokens[end - 1];
    if (RELATIVES.has(before?.low ?? "") || before?.pos === "CCONJ" || SUBORDINATORS.has(before?.low ?? ""))
      continue;
    verbs++;
    if (verbs === 2) return end;
  }
  return sentence.to;
}

/** Statements that a noun reports for its owner: "the guild’s claim that the pier is old". Without an owner, none. */
export function nounsIn(text: string, tokens: readonly Token[], sentence: SentenceTokens): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = sentence.from; noun < sentence.to && drafts.length < MOST_NOUNS; noun++) {
    const token = tokens[noun] as Token;
    if (token.quotation >= 0 || !REPORTING_NOUNS.has(token.low) || token.pos === "VERB") continue;
    let that = noun + 1;
    while (that < sentence.to && that - noun < 8 && tokens[that]?.low !== "that") that++;
    const by = tokens[noun + 1]?.low === "by";
    if (tokens[that]?.low !== "that" || (!by && that !== noun + 1)) continue;
    const owner = holderOf(tokens, sentence.from, noun, that);
    const maker = owner ? undefined : makerOf(tokens, sentence.from, noun);
    const holder = owner ?? maker?.holder;
    if (!holder) continue;
    const end = clauseEnd(tokens, sentence, noun, that);
    const content = contentStretch(text, tokens, { first: that, end });
    if (!content) continue;
    drafts.push({
      rule: "noun",
      mode: "said",
      speech: true,
      speaker: mentionOf(tokens, { range: holder }),
      cue: stretchOf(tokens, { first: maker?.verb ?? noun, end: noun + 1 }),
      content: [content],
      via: [],
      doubt: 0.25,
      sentence: sentence.index,
    });
  }
  return drafts;
}
