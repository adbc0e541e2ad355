import type { Token } from "./tokens.ts";
import { AUXILIARIES, DAYS, MONTHS, PRONOUNS, RELATIVES, SUBORDINATORS, TIME_NOUNS } from "./words.ts";

/** Token indexes `[first, end)`. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** Longest noun phrase, in tokens: what goes on for longer is a list. */
const LONGEST_PHRASE = 60;
const LINKS = new Set("of for from in at with on to under against near".split(" "));
const FORWARD_LINKS = new Set("of for from at with".split(" "));
const NOT_NOMINAL = new Set("that than not so as but or nor yet".split(" "));

/** Whether a token may stand inside a noun phrase. */
export function isNominal(token: Token | undefined): boolean {
  if (!token || token.pos === "PUNCT") return false;
  const { low, pos, text } = token;
  if (AUXILIARIES.has(low) && low !== "'s" && low !== "may") return false;
  if (RELATIVES.has(low) || SUBORDINATORS.has(low) || NOT_NOMINAL.has(low)) return false;
  if (["NOUN", "PROPN", "ADJ", "NUM", "SYM"].includes(pos) || low === "'s") return true;
  if (low.includes("-") && pos !== "ADV") return true;
  return (
    /^\p{Lu}/u.test(text) &&
    !["DET", "ADP", "PRON", "CCONJ", "SCONJ", "ADV", "AUX", "PART", "INTJ"].includes(pos)
  );
}

const isTime = (token: Token | undefined) =>
  token !== undefined &&
  (DAYS.has(token.low) || (MONTHS.has(token.low) && token.low !== "may") || TIME_NOUNS.has(token.low));

/** "last week", "Sunday": says when, not who. */
export function isTimePhrase(tokens: readonly Token[], { end, first }: TokenRange): boolean {
  const words = tokens.slice(first, end);
  return (
    words.some(isTime) &&
    words.every(
      (word) =>
        isTime(word) ||
        word.pos === "NUM" ||
        /^(?:last|this|next|late|early|the|that|earlier|later)$/.test(word.low),
    )
  );
}

const isConjunction = (token: Token | undefined) => token?.low === "and" || token?.low === "&";

/** "April Holt said": a first name, where no "in" or "last" stands before it. */
const isFirstName = (tokens: readonly Token[], { end, first }: TokenRange) =>
  /^(?:April|May|June|August|Augustus)$/.test(tokens[first]?.text ?? "") &&
  first + 1 < end &&
  tokens[first + 1]?.pos === "PROPN" &&
  !/^(?:in|on|of|since|last|this|by|until|early|late|\d+)$/.test(tokens[first - 1]?.low ?? "");

/** Leaves out a date that happens to stand in front: "on Monday | North Korea". */
function withoutDate(tokens: readonly Token[], range: TokenRange): TokenRange {
  if (isFirstName(tokens, range)) return range;
  let first = range.first;
  let end = first;
  while (
    end < range.end &&
    (isTime(tokens[end]) || /^\d+$/.test(tokens[end]?.low ?? "") || tokens[end]?.low === "last")
  )
    end++;
  // "the guild on Tuesday | said"
  let last = range.end;
  while (last > first && isTime(tokens[last - 1])) last--;
  if (last < range.end && /^(?:on|in|at|during)$/.test(tokens[last - 1]?.low ?? "") && last - 1 > first)
    return { first, end: last - 1 };
  const dated = tokens.slice(first, end).some(isTime);
  if (dated && end < range.end && tokens[end]?.low !== "'s" && !LINKS.has(tokens[end]?.low ?? ""))
    first = end;
  return { first, end: range.end };
}

/** Names in a list: "Norland, Sudland | and Westland said". */
function listStart(tokens: readonly Token[], from: number, last: number): number {
  let first = last;
  while (first - 2 >= from && tokens[first - 1]?.text === "," && tokens[first - 1]?.quotation === -1) {
    let name = first - 1;
    while (name > from && tokens[name - 1]?.pos === "PROPN" && tokens[name - 1]?.quotation === -1) name--;
    // Only names make a list; a date or a place in front of the sentence doesn't.
    if (name === first - 1 || isTime(tokens[name])) break;
    if (tokens[name - 1]?.low === "the") name--;
    const before = tokens[name - 1];
    if (name > from && before?.text !== "," && before?.low !== "that") break;
    first = name;
  }
  return first;
}

/** The noun phrase that ends right before `end`, not reaching before `start`. */
export function phraseBefore(tokens: readonly Token[], start: number, end: number): TokenRange | undefined {
  const from = Math.max(start, end - LONGEST_PHRASE);
  let at = end - 1;
  const last = tokens[at];
  if (!last || at < from) return undefined;
  if (last.text === ")") {
    let open = at;
    while (open > from && at - open < 16 && tokens[open]?.text !== "(") open--;
    const inner = tokens[open]?.text === "(" ? phraseBefore(tokens, from, open) : undefined;
    return inner && { first: inner.first, end };
  }
  if (last.quotation >= 0) return undefined;
  if (PRONOUNS.has(last.low) && last.pos !== "NOUN") return { first: at, end };
  if (!isNominal(last) || last.low === "'s") return undefined;
  while (at >= from) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) break;
    if (isNominal(token)) at--;
    else if (token.pos === "DET") {
      at--;
      const before = tokens[at];
      if (
        at >= from &&
        before &&
        (LINKS.has(before.low) || before.pos === "DET" || isConjunction(before) || before.low === "nor")
      )
        continue;
      break;
    } else if (
      LINKS.has(token.low) &&
      at > from &&
      (isNominal(tokens[at - 1]) || PRONOUNS.has(tokens[at - 1]?.low ?? ""))
    ) {
      if (isTime(tokens[at - 1])) break;
      at--;
      if (PRONOUNS.has(tokens[at]?.low ?? "")) {
        at--;
        break;
      }
    } else if (token.low === "nor" && at > from && isNominal(tokens[at - 1])) {
      // "Neither the guild nor the mayor said"
      const left = phraseBefore(tokens, from, at);
      const neither = left && (tokens[left.first]?.low === "neither" ? left.first : left.first - 1);
      if (neither !== undefined && neither >= from && tokens[neither]?.low === "neither") at = neither - 1;
      break;
    } else if (isConjunction(token) && at > from && isNominal(tokens[at - 1])) {
      // "Washington and Seoul said", but not "he met Smith | and Jones said".
      const left = phraseBefore(tokens, from, at);
      const before = left && tokens[left.first - 1];
      const begins = left && (left.first === from || before?.pos === "PUNCT" || before?.low === "that");
      if (left && begins) at = listStart(tokens, from, left.first) - 1;
      break;
    } else break;
  }
  const range = withoutDate(tokens, { first: at + 1, end });
  return range.first < range.end ? range : undefined;
}

/** The noun phrase that begins at `first`, with an "of ..." that belongs to it. */
export function phraseAfter(tokens: readonly Token[], first: number, to: number): TokenRange | undefined {
  let at = first;
  const head = tokens[at];
  if (!head || at >= to || head.quotation >= 0) return undefined;
  if (PRONOUNS.has(head.low) && head.low !== "one" && head.pos !== "NOUN") return { first, end: at + 1 };
  while (at < to) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) break;
    const next = tokens[at + 1];
    if (isNominal(token)) {
      if (at > first && isTime(token) && !isNominal(tokens[at + 1])) break;
      at++;
    } else if (
      token.pos === "DET" &&
      (at === first ||
        LINKS.has(tokens[at - 1]?.low ?? "") ||
        isConjunction(tokens[at - 1]) ||
        tokens[at - 1]?.pos === "DET")
    )
      at++;
    else if (
      at > first &&
      at + 1 < to &&
      FORWARD_LINKS.has(token.low) &&
      (isNominal(next) || next?.pos === "DET")
    )
      at++;
    else if (at > first && isConjunction(token) && (isNominal(next) || next?.pos === "DET")) at++;
    else if (token.text === "(") {
      let close = at;
      while (close < to && close - at < 16 && tokens[close]?.text !== ")") close++;
      if (tokens[close]?.text !== ")") break;
      at = close + 1;
    } else break;
  }
  const closes = () => isNominal(tokens[at - 1]) || tokens[at - 1]?.text === ")";
  // "told reporters last | week": the time goes together.
  const dates = () =>
    isTime(tokens[at]) && /^(?:last|next|this|late|early|earlier)$/.test(tokens[at - 1]?.low ?? "");
  while (at > first && (!closes() || dates())) at--;
  return at > first ? { first, end: at } : undefined;
}
