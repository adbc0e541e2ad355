import { DOCUMENTS, FINDERS } from "./cues.ts";
import { isNominal, isTimePhrase, phraseAfter, phraseBefore, type TokenRange } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";
import type { ReportingVerb } from "./verbs.ts";
import { AUXILIARIES, BE, DAYS, POINTERS, PREPOSITIONS, PUT_OUT, RELATIVES, SUBORDINATORS } from "./words.ts";

/** How a verb comes by its subject. */
export type SubjectKind = "direct" | "relative" | "shared" | "participle" | "inverted";

export interface Subject {
  readonly kind: SubjectKind;
  /** The whole mention with its apposition; absent when the sentence names nobody. */
  readonly range?: TokenRange;
  /** The part that names. */
  readonly name?: TokenRange;
  /** What "who" stands for. */
  readonly antecedent?: TokenRange;
  /** Where the reporting frame begins: content before the verb ends here. */
  readonly start: number;
  /** Whether the frame begins a new clause, so that content of an earlier verb ends here. */
  readonly breaks: boolean;
}

const JOINERS = new Set("and but or then yet".split(" "));
const QUANTIFIERS = new Set("than more less fewer about nearly almost roughly around over under".split(" "));
/** Longest apposition looked through, in tokens: "Smith, a former ... , said". */
const APPOSITION = 40;

/** Whether the tokens before `at` end a quotation or a clause: where content stands before its speaker. */
export function endsContent(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1];
  if (!before || at <= from) return false;
  return before.quotation >= 0 || before.text === "," || before.text === "—" || before.text === "–";
}

const quotationEnds = (tokens: readonly Token[], at: number) =>
  (tokens[at - 1]?.quotation ?? -1) >= 0 ||
  (/^[,—–-]$/.test(tokens[at - 1]?.text ?? "") && (tokens[at - 2]?.quotation ?? -1) >= 0);

/** Index of the punctuation or conjunction in front of a clause that begins at `first`. */
function clauseStart(
  tokens: readonly Token[],
  from: number,
  first: number,
): { start: number; breaks: boolean } {
  let start = first;
  while (start > from && QUANTIFIERS.has(tokens[start - 1]?.low ?? "")) start--;
  const phrase = start;
  let word = false;
  const before = tokens[start - 1];
  if (
    before &&
    start > from &&
    (JOINERS.has(before.low) || (SUBORDINATORS.has(before.low) && before.low !== "if"))
  ) {
    start--;
    word = true;
  }
  const comma =
    start > from && /^[,;—–]$/.test(tokens[start - 1]?.text ?? "") && tokens[start - 1]?.quotation === -1;
  if (comma && word) return { start: start - 1, breaks: true };
  return {
    start: word && JOINERS.has(tokens[start]?.low ?? "") ? start : phrase,
    breaks: word || tokens[phrase - 1]?.text === ";",
  };
}

/** "Smith, a former minister," before a comma at `comma`: the phrase that is named, and the whole. */
export function appositive(
  tokens: readonly Token[],
  from: number,
  comma: number,
): { range: TokenRange; name: TokenRange } | undefined {
  let fallback: { range: TokenRange; name: TokenRange } | undefined;
  for (let at = comma - 1; at > from && comma - at < APPOSITION; at--) {
    const token = tokens[at] as Token;
    if (token.text !== "," || token.quotation >= 0) continue;
    const name = phraseBefore(tokens, from, at);
    if (!name) continue;
    const inside = tokens[at + 1] as Token;
    const apposed = isNominal(inside) || inside.pos === "DET";
    const clause =
      RELATIVES.has(inside.low) || inside.pos === "VERB" || inside.pos === "ADP" || inside.pos === "ADV";
    if (!apposed && !clause) continue;
    const found = { range: apposed ? { first: name.first, end: comma + 1 } : name, name };
    if (tokens.slice(name.first, name.end).some((word) => word.pos === "PROPN")) return found;
    fallback ??= found;
  }
  return fallback;
}

const isDocument = (tokens: readonly Token[], range: TokenRange) =>
  tokens.slice(range.first, range.end).some((token) => DOCUMENTS.has(token.low));

/** "The agency quoted the mayor as saying", "the mayor was quoted as saying". */
function quotedAs(tokens: readonly Token[], from: number, verb: ReportingVerb): Subject | undefined {
  let at = verb.first - 2;
  while (at > from && verb.first - at < APPOSITION && !/^(?:quoted|cited)$/.test(tokens[at]?.low ?? "")) at--;
  if (!/^(?:quoted|cited)$/.test(tokens[at]?.low ?? "")) return undefined;
  const passive = BE.has(tokens[at - 1]?.low ?? "") || tokens[at - 1]?.low === "been";
  let group = at;
  while (group > from && AUXILIARIES.has(tokens[group - 1]?.low ?? "")) group--;
  const name = passive ? phraseBefore(tokens, from, group) : phraseAfter(tokens, at + 1, verb.first - 1);
  return name && { kind: "direct", range: name, name, start: name.first, breaks: false };
}

/** "Speakers at the hearing — farmers, teachers — said" */
function betweenDashes(tokens: readonly Token[], from: number, close: number): TokenRange | undefined {
  for (let at = close - 1; at > from && close - at < APPOSITION; at--) {
    const token = tokens[at] as Token;
    if (/^(?:—|–|--)$/.test(token.text) && token.quotation < 0) return phraseBefore(tokens, from, at);
  }
  return undefined;
}

/** A speaker after the verb: "said Ann Lee, a farmer". */
export function invertedSubject(
  tokens: readonly Token[],
  verb: ReportingVerb,
  to: number,
): Subject | undefined {
  const name = phraseAfter(tokens, verb.end, to);
  if (!name) return undefined;
  let end = name.end;
  if (tokens[end]?.text === ",") {
    const apposition = phraseAfter(tokens, end + 1, to);
    const inside = tokens[end + 1];
    if (apposition && inside && (inside.pos === "DET" || isNominal(inside)) && !/ing$/.test(inside.low))
      end = apposition.end;
  }
  return { kind: "inverted", range: { first: name.first, end }, name, start: verb.first, breaks: false };
}

/** "This suggests", "it means": no speaker. "It said" may be a ministry. */
function pointsAtFact(word: string, verb: ReportingVerb): boolean {
  return word === "it" ? verb.cue.weak : POINTERS.has(word);
}

/** "The drill called Big Wave is over": behind the name the sentence goes on with a verb of its own. */
function isNameGiven(tokens: readonly Token[], verb: ReportingVerb): boolean {
  const head = tokens[verb.end];
  if (!head || (head.quotation < 0 && !/^\p{Lu}/u.test(head.text))) return false;
  let at = verb.end;
  while (tokens[at]?.quotation === head.quotation && (head.quotation >= 0 || isNominal(tokens[at]))) at++;
  const next = tokens[at];
  return next !== undefined && next.quotation < 0 && AUXILIARIES.has(next.low);
}

/** "a pact called Aurora", "a plan announced on Monday": the noun is what is called or announced, not who speaks. */
function isReducedRelative(
  tokens: readonly Token[],
  from: number,
  phrase: TokenRange,
  verb: ReportingVerb,
): boolean {
  if (verb.first < verb.at || verb.cue.verb === "say" || !verb.cue.forms.includes("past")) return false;
  const before = tokens[phrase.first - 1];
  const next = tokens[verb.end];
  const isObject =
    before !== undefined &&
    phrase.first > from &&
    /^(?:VERB|AUX|ADP)$/.test(before.pos) &&
    before.low !== "as" &&
    before.quotation < 0;
  if (verb.cue.class === "name") return isObject || isNameGiven(tokens, verb);
  return (
    isObject &&
    (next === undefined ||
      (PREPOSITIONS.has(next.low) && (next.low !== "to" || verb.cue.class !== "say")) ||
      DAYS.has(next.low))
  );
}

/** "A poll by the Elm Bay Post showed": the poll, not who made it. */
function withMaker(
  tokens: readonly Token[],
  from: number,
  verb: ReportingVerb,
  phrase: TokenRange | undefined,
): TokenRange | undefined {
  if (!phrase || tokens[phrase.first - 1]?.low !== "by") return phrase;
  const by = phrase.first - 1;
  const made = phraseBefore(tokens, from, PUT_OUT.has(tokens[by - 1]?.low ?? "") ? by - 1 : by);
  const document =
    made && tokens.slice(made.first, made.end).some(({ low }) => DOCUMENTS.has(low) || FINDERS.has(low));
  return document && verb.cue.class !== "judge" ? { first: made.first, end: phrase.end } : phrase;
}

/** Who speaks by a verb, or nothing when it reports nobody's words. */
export function subjectOfVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: ReportingVerb,
): Subject | undefined {
  if (verb.passive) return invertedSubject(tokens, verb, to);
  const before = tokens[verb.first - 1];
  if (!before || verb.first <= from) {
    if (verb.gerund) return { kind: "participle", start: verb.first, breaks: false };
    return verb.cue.class === "say" ? invertedSubject(tokens, verb, to) : undefined;
  }
  if (RELATIVES.has(before.low) && (before.low !== "that" || !verb.gerund)) {
    if (before.low === "whom" || before.low === "whose") return undefined;
    const gap = tokens[verb.first - 2]?.text === "," ? 2 : 1;
    const antecedent = phraseBefore(tokens, from, verb.first - gap);
    if (before.low !== "who" && (verb.cue.weak || !antecedent)) return undefined;
    const range = { first: verb.first - 1, end: verb.first };
    return {
      kind: "relative",
      range,
      name: range,
      ...(antecedent && { antecedent }),
      start: verb.first - 1,
      breaks: false,
    };
  }
  const joined = JOINERS.has(before.low);
  if (verb.gerund && before.low === "as") return quotedAs(tokens, from, verb);
  if (verb.gerund) {
    const punctuated = before.pos === "PUNCT" || before.quotation >= 0;
    if (punctuated || joined || SUBORDINATORS.has(before.low) || before.low === "by") {
      const start = joined && tokens[verb.first - 2]?.text === "," ? verb.first - 2 : verb.first - 1;
      return { kind: "participle", start, breaks: punctuated || joined };
    }
    const holder = phraseBefore(tokens, from, verb.first);
    // "issued a statement saying": whoever issued it speaks.
    const issued =
      holder && /^(?:VERB|ADP)$/.test(tokens[holder.first - 1]?.pos ?? "") && isDocument(tokens, holder);
    if (issued) return { kind: "participle", start: verb.first, breaks: false };
    return holder && { kind: "direct", range: holder, name: holder, start: holder.first, breaks: false };
  }
  if (joined) {
    const comma = tokens[verb.first - 2]?.text === "," ? 1 : 0;
    return { kind: "shared", start: verb.first - 1 - comma, breaks: true };
  }
  if (quotationEnds(tokens, verb.first) && (verb.cue.class === "say" || verb.cue.class === "tell")) {
    const inverted = invertedSubject(tokens, verb, to);
    if (inverted) return inverted;
  }
  if (/^(?:—|–|--)$/.test(before.text) && before.quotation < 0) {
    const name = betweenDashes(tokens, from, verb.first - 1);
    if (name) return { kind: "direct", range: name, name, start: name.first, breaks: false };
  }
  if (before.text === ",") {
    const apposition = appositive(tokens, from, verb.first - 1);
    if (apposition) {
      const { breaks, start } = clauseStart(tokens, from, apposition.range.first);
      return { kind: "direct", ...apposition, start, breaks };
    }
    return verb.cue.class === "say" ? invertedSubject(tokens, verb, to) : undefined;
  }
  const phrase = withMaker(tokens, from, verb, phraseBefore(tokens, from, verb.first));
  if (phrase && isTimePhrase(tokens, phrase)) {
    let first = phrase.first;
    if (/^(?:on|in)$/.test(tokens[first - 1]?.low ?? "")) first--;
    // "a study published in June"
    if (PUT_OUT.has(tokens[first - 1]?.low ?? "")) first--;
    return first > from ? subjectOfVerb(tokens, from, to, { ...verb, first }) : undefined;
  }
  if (!phrase || isReducedRelative(tokens, from, phrase, verb)) return undefined;
  if (phrase.end - phrase.first === 1 && pointsAtFact(tokens[phrase.first]?.low ?? "", verb))
    return undefined;
  const { breaks, start } = clauseStart(tokens, from, phrase.first);
  return { kind: "direct", range: phrase, name: phrase, start, breaks };
}
