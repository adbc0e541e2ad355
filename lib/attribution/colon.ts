import { subjectOf } from "./clause-subject.ts";
import { contentStretch } from "./content.ts";
import type { Draft } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { isNominal, phraseBefore, type TokenRange } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";

/** Shortest quotation that a colon makes a statement, in words: shorter ones are titles and terms. */
const SHORTEST = 4;
/** Longest name in front of a colon. */
const LONGEST_NAME = 4;

/**
 * Statements behind a colon that no reporting verb explains: "The guild has one answer: “...”" and "Holt: “...”".
 */
export function colonIn(text: string, tokens: readonly Token[], sentence: SentenceTokens): Draft | undefined {
  const at = colonAt(tokens, sentence);
  const next = tokens[at + 1];
  if (at <= sentence.from || !next) return undefined;
  const name = { first: sentence.from, end: at };
  if (next.quotation < 0) return undefined;
  const end = quotationEnd(tokens, at + 1, sentence.to);
  const words = tokens.slice(at + 1, end).filter((token) => token.pos !== "PUNCT").length;
  if (words < SHORTEST) return undefined;
  const speaker = speakerOf(tokens, name);
  const content = contentStretch(text, tokens, { first: at + 1, end });
  if (!speaker || !content) return undefined;
  return {
    rule: "colon",
    mode: "said",
    speech: true,
    speaker: mentionOf(tokens, { range: speaker }),
    cue: stretchOf(tokens, { first: at, end: at + 1 }),
    content: [content],
    via: [],
    doubt: 0.25,
    sentence: sentence.index,
  };
}

function colonAt(tokens: readonly Token[], sentence: SentenceTokens): number {
  for (let at = sentence.from + 1; at < sentence.to; at++)
    if (tokens[at]?.text === ":" && tokens[at]?.quotation === -1) return at;
  return -1;
}

function quotationEnd(tokens: readonly Token[], first: number, to: number): number {
  let end = first;
  while (end < to && tokens[end]?.quotation === tokens[first]?.quotation) end++;
  return end;
}

const WORDS = new Set(
  `answer reply response message verdict words word advice slogan motto line comment warning plea request conclusion
  retort promise`.split(/\s+/),
);

/** "Ann Lee’s answer was short:": Ann Lee speaks. */
export function ownerOf(tokens: readonly Token[], range: TokenRange): TokenRange {
  const { end, first } = range;
  if (!WORDS.has(tokens[end - 1]?.low ?? "")) return range;
  let at = end - 1;
  while (at > first && tokens[at]?.low !== "'s") at--;
  if (at > first) return { first, end: at };
  return /^(?:his|her|their|its)$/.test(tokens[first]?.low ?? "") ? { first, end: first + 1 } : range;
}

/** A bare name, or the subject of the clause before the colon. */
function speakerOf(tokens: readonly Token[], range: TokenRange): TokenRange | undefined {
  const words = tokens.slice(range.first, range.end);
  if (words.length <= LONGEST_NAME && words.every(isNominal))
    return ownerOf(tokens, phraseBefore(tokens, range.first, range.end) ?? range);
  const subject = subjectOf(tokens, range.first, range.end);
  return subject && ownerOf(tokens, subject);
}
