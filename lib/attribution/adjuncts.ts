import { issuedClauseEnd } from "./issued.ts";
import { isNominal, phraseAfter } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";
import { DAYS, MONTHS, PREPOSITIONS, PUT_OUT, TIME_NOUNS } from "./words.ts";

/** A word of a date or a time. */
export const isTimeWord = (token: Token) =>
  DAYS.has(token.low) ||
  (MONTHS.has(token.low) && token.text !== "may") ||
  TIME_NOUNS.has(token.low) ||
  /^\d{1,4}$/.test(token.low);

/** Longest aside looked through, in tokens. */
export const ASIDE = 10;

/** Whether a word goes on with the time or the content: "said there last week that". */
const saysWhen = (token: Token | undefined) =>
  token !== undefined && (isTimeWord(token) || /^(?:on|in|at|last|this|that|earlier|:)$/.test(token.low));

/** Hearer of "told": "the court", "reporters in Seoul". */
export function afterHearer(tokens: readonly Token[], at: number, to: number): number {
  const hearer = phraseAfter(tokens, at, to);
  if (!hearer || tokens[hearer.end]?.low !== "who") return hearer ? hearer.end : at;
  // "told the few who had stayed that"
  for (let that = hearer.end + 1; that < to && that - hearer.end < ASIDE; that++) {
    if ((tokens[that]?.quotation ?? -1) >= 0) return that;
    if (tokens[that]?.low === "that") return that;
  }
  return hearer.end;
}

const YEAR = /^(?:1[89]|20)\d\d$/;
const NUMBERS = new Set(
  "a an one two three four five six seven eight nine ten several few many couple dozen some".split(" "),
);
const PERIOD = /^(?:minute|hour|day|week|month|year|decade)s?$/;

/** The end of a date without preposition at `at`: "Monday night", "earlier this month", "two years ago". */
function dateEnd(tokens: readonly Token[], at: number, to: number): number {
  const low = (place: number) => (place < to ? (tokens[place]?.low ?? "") : "");
  let end = at;
  while (/^(?:late|early|earlier|later|last|next|this)$/.test(low(end))) end++;
  const dated = (end > at || DAYS.has(low(at))) && end < to && isTimeWord(tokens[end] as Token);
  if (dated) {
    while (end < to && isTimeWord(tokens[end] as Token)) end++;
    // "said Thursday’s talks": the day of the talks.
    return low(end) === "'s" ? at : end;
  }
  let number = at;
  while (NUMBERS.has(low(number)) || /^\d+$/.test(low(number))) number++;
  const counted =
    number > at && PERIOD.test(low(number)) && /^(?:ago|earlier|later|before)$/.test(low(number + 1));
  return counted ? number + 2 : at;
}

/** The end of ", 2021" behind "June 3", with the comma that closes it. */
function yearEnd(tokens: readonly Token[], at: number, to: number): number {
  const month = MONTHS.has(tokens[at - 2]?.low ?? "") || MONTHS.has(tokens[at - 1]?.low ?? "");
  if (!month || tokens[at]?.text !== "," || !YEAR.test(tokens[at + 1]?.low ?? "") || at + 1 >= to) return at;
  return at + 2;
}

/** Reads past what says when, where and to whom: "on Monday", "in a statement", "of the plan". */
export function afterAdjuncts(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) return at;
    if (token.low === "that" || token.low === ":") return at;
    const date = dateEnd(tokens, at, to);
    if (date > at) {
      at = date;
    } else if (token.pos === "ADV" && (token.low.endsWith("ly") || /^(?:aloud|again)$/.test(token.low))) at++;
    else if (at > from && PUT_OUT.has(token.low) && tokens[at + 1]?.pos === "ADP") at++;
    else if (
      PREPOSITIONS.has(token.low) &&
      token.low !== "to" &&
      token.low !== "with" &&
      token.low !== "without"
    ) {
      const inside = phraseAfter(tokens, at + 1, to);
      if (!inside) return at;
      at = yearEnd(tokens, issuedClauseEnd(tokens, inside, to), to);
    } else if (/^(?:there|here)$/.test(token.low) && saysWhen(tokens[at + 1])) at++;
    else if (
      token.low === "to" &&
      (isNominal(tokens[at + 1]) || tokens[at + 1]?.pos === "DET") &&
      tokens[at + 1]?.pos !== "VERB"
    ) {
      const inside = phraseAfter(tokens, at + 1, to);
      if (!inside) return at;
      at = inside.end;
    } else return at;
  }
  return at;
}
