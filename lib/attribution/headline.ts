import type { Authority } from "./authority.ts";
import { contentStretch } from "./content.ts";
import type { Draft } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import type { NamesInText } from "./names.ts";
import type { TokenRange } from "./noun-phrase.ts";
import { isNominal } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";

const LONGEST_NAME = 6;

/** A side of a headline that can be a speaker: a short name without a verb. */
function isName(tokens: readonly Token[], range: TokenRange): boolean {
  if (range.end <= range.first || range.end - range.first > LONGEST_NAME) return false;
  const words = tokens.slice(range.first, range.end);
  return (
    /^\p{Lu}/u.test(words[0]?.text ?? "") &&
    words.every(
      (word) => word.quotation < 0 && (isNominal(word) || /^(?:of|the|and|at|in|for)$/.test(word.low)),
    )
  );
}

const isQuoted = (tokens: readonly Token[], { end, first }: TokenRange) =>
  end > first && tokens.slice(first, end).every((word) => word.quotation >= 0 || word.pos === "PUNCT");

/** The name in "Ann Lee on the night of the flood", behind a quotation. */
function nameAt(tokens: readonly Token[], { end, first }: TokenRange): TokenRange | undefined {
  let last = first;
  while (last < end && tokens[last]?.pos === "PROPN" && last - first < LONGEST_NAME) last++;
  return last > first && last < end && tokens[last]?.pos === "ADP" ? { first, end: last } : undefined;
}

/**
 * "Content – Speaker" and "Speaker: content" in a headline. A name after a dash is taken when the authority knows it,
 * or when the words before it are quoted; a name before a colon likewise, or when the text gives it in full, since "Election: what we know" has the same shape.
 */
export function headlineIn(
  text: string,
  tokens: readonly Token[],
  sentence: SentenceTokens,
  authority: Authority,
  on: string | undefined,
  names: NamesInText,
): Draft | undefined {
  for (let at = sentence.to - 2; at > sentence.from; at--) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) continue;
    const colon = token.text === ":";
    const spaced = /\s/.test(text[token.start - 1] ?? "") && /\s/.test(text[token.end] ?? "");
    if (!colon && !(/^(?:–|—|-|--)$/.test(token.text) && spaced)) continue;
    const left = { first: sentence.from, end: at };
    const right = {
      first: at + 1,
      end: /^[.?!]$/.test(tokens[sentence.to - 1]?.text ?? "") ? sentence.to - 1 : sentence.to,
    };
    const speaks = (side: TokenRange, other: TokenRange) => {
      if (!isName(tokens, side) || other.end - other.first < 3) return false;
      const name = stretchOf(tokens, side);
      const quoted = tokens.slice(other.first, other.end).some((word) => word.quotation >= 0);
      const words = text.slice(name.start, name.end);
      return quoted || authority.find(words, on).length > 0 || (colon && names.fullNames.has(words));
    };
    const named = colon && isQuoted(tokens, left) ? nameAt(tokens, right) : undefined;
    const ends = named
      ? named
      : speaks(right, left)
        ? right
        : colon && speaks(left, right)
          ? left
          : undefined;
    if (!ends) continue;
    const content = contentStretch(text, tokens, ends === left ? right : left);
    if (!content) continue;
    return {
      rule: "headline",
      mode: "said",
      speech: true,
      speaker: mentionOf(tokens, { range: ends }),
      cue: stretchOf(tokens, { first: at, end: at + 1 }),
      content: [content],
      via: [],
      doubt: 0.15,
      sentence: sentence.index,
    };
  }
  return undefined;
}
