import { contentStretch } from "./content.ts";
import { REPORTING_NOUNS } from "./cues.ts";
import type { Draft } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { phraseAfter, phraseBefore, type TokenRange } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";

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
    const holder = holderOf(tokens, sentence.from, noun, that);
    if (!holder) continue;
    let end = that + 1;
    while (end < sentence.to && !(tokens[end]?.quotation === -1 && /^[,;—–.]$/.test(tokens[end]?.text ?? "")))
      end++;
    const content = contentStretch(text, tokens, { first: that, end });
    if (!content) continue;
    drafts.push({
      rule: "noun",
      mode: "said",
      speech: true,
      speaker: mentionOf(tokens, { range: holder }),
      cue: stretchOf(tokens, { first: noun, end: noun + 1 }),
      content: [content],
      via: [],
      doubt: 0.25,
      sentence: sentence.index,
    });
  }
  return drafts;
}
