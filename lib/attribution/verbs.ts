import { type Cue, cueOf, EXPRESSING_VERBS, FEELINGS, PARTICLES, PLANNING_VERBS } from "./cues.ts";
import { isNominal, type TokenRange } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";
import {
  ADVERBS,
  AUXILIARIES,
  BE,
  DENYING,
  PREPOSITIONS,
  PRONOUNS,
  RAISING,
  READY,
  WITHHOLDING,
} from "./words.ts";

/** A reporting verb with its auxiliaries, adverbs and particle: "has also pointed out". */
export interface ReportingVerb extends TokenRange {
  readonly cue: Cue;
  readonly at: number;
  readonly gerund: boolean;
  /** It hangs on a verb that takes it back or doubts it: "declined to say". */
  readonly hanging: boolean;
  /** "was told by": who speaks stands behind it. */
  readonly passive?: true;
}

const isAdverb = (token: Token) =>
  ADVERBS.has(token.low) || (token.pos === "ADV" && token.low.endsWith("ly"));

/** First token of the verb group around `at`. */
function groupStart(tokens: readonly Token[], from: number, at: number): number {
  let first = at;
  while (first > from) {
    const before = tokens[first - 1] as Token;
    if (before.quotation >= 0) break;
    if (
      AUXILIARIES.has(before.low) || before.low === "'s"
        ? isAuxiliaryHere(tokens, first - 1)
        : isAdverb(before)
    )
      first--;
    else break;
  }
  // "went on to say", "continued to insist"
  if (
    tokens[first - 1]?.low === "to" &&
    ["on", "continued", "continues", "continue"].includes(tokens[first - 2]?.low ?? "")
  )
    return groupStart(tokens, from, tokens[first - 2]?.low === "on" ? first - 3 : first - 2);
  const governor = first - 2;
  // "was quick to add"
  if (tokens[first - 1]?.low === "to" && governor - 1 > from && READY.has(tokens[governor]?.low ?? "")) {
    const being = tokens[governor - 1] as Token;
    if (being.quotation < 0 && BE.has(being.low)) return groupStart(tokens, from, governor - 1);
  }
  // "declined to say", "is believed to have told", "denied saying"
  if (tokens[first - 1]?.low === "to" && governor > from && hangsOn(tokens, governor))
    return groupStart(tokens, from, governor);
  if (first === at && tokens[at]?.low.endsWith("ing") && DENYING.has(tokens[at - 1]?.low ?? ""))
    return groupStart(tokens, from, at - 1);
  return first;
}

const hangsOn = (tokens: readonly Token[], at: number) => {
  const { low, quotation } = tokens[at] as Token;
  return quotation < 0 && (WITHHOLDING.has(low) || DENYING.has(low) || RAISING.has(low));
};

/** "'s" is an auxiliary ("he's saying") only when a pronoun stands before it. */
function isAuxiliaryHere(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.low !== "'s") return true;
  return PRONOUNS.has(tokens[at - 1]?.low ?? "");
}

const takesClause = (next: Token | undefined) =>
  next !== undefined &&
  (next.quotation >= 0 ||
    next.pos === "DET" ||
    next.pos === "PRON" ||
    [":", "that"].includes(next.low) ||
    /^(?:it|he|she|they|we|how|why|what|to)$/.test(next.low));

/** Whether a word that is also a noun is a verb where it stands. */
function isVerbHere(tokens: readonly Token[], at: number, from: number, first: number, cue: Cue): boolean {
  const token = tokens[at] as Token;
  if (first < at && AUXILIARIES.has(tokens[at - 1]?.low ?? "")) return true;
  const before = tokens[first - 1];
  if (!before || first <= from) return false;
  if (/^(?:some|many|most|all|few|both)$/.test(before.low) && !cue.noun) return true;
  if (before.pos === "DET" || before.low === "'s" || PREPOSITIONS.has(before.low)) return false;
  const next = tokens[at + 1];
  if (cue.noun && (before.pos === "ADJ" || before.pos === "NUM" || next?.pos === "AUX")) return false;
  if (PRONOUNS.has(before.low) || before.low === "who") return true;
  if (!cue.noun) return token.pos === "VERB" || takesClause(next) || before.pos === "PUNCT";
  if (!isNominal(before) && before.pos !== "PUNCT") return false;
  return token.pos === "VERB"
    ? takesClause(next) || isNominal(next) || next?.pos === "PUNCT"
    : takesClause(next);
}

/** What somebody should or could say is not said. */
const MODALS = new Set("should could can must cannot can't couldn't shouldn't".split(" "));

/** "of “a wall”", "of a “wall”" */
const isQuotedNext = (tokens: readonly Token[], at: number) =>
  (tokens[tokens[at]?.pos === "DET" ? at + 1 : at]?.quotation ?? -1) >= 0;

function readVerb(tokens: readonly Token[], from: number, to: number, at: number): ReportingVerb | undefined {
  const token = tokens[at] as Token;
  if (token.quotation >= 0) return undefined;
  const known = cueOf(token.low);
  // "The Elm Bay Post": a name.
  if (!known || (token.pos === "PROPN" && /^\p{Lu}/u.test(token.text) && known.noun)) return undefined;
  if (token.low === "thanks" && tokens[at + 1]?.low === "to") return undefined;
  // "denied saying": the saying is what is denied.
  if (DENYING.has(token.low) && tokens[at + 1]?.low.endsWith("ing") && cueOf(tokens[at + 1]?.low ?? ""))
    return undefined;
  let cue = known;
  let end = at + 1;
  const particle = PARTICLES[cue.verb]?.find(
    (word) => tokens[end]?.low === word && (word !== "of" || isQuotedNext(tokens, end + 1)),
  );
  if (/^(?:point|speak|refer|apologi[sz]e)$/.test(cue.verb) && !particle) return undefined;
  if (EXPRESSING_VERBS.has(cue.verb)) {
    let noun = end;
    while (
      noun - end < 3 &&
      /^(?:ADJ|ADV|DET)$/.test(tokens[noun]?.pos ?? "") &&
      tokens[noun]?.quotation === -1
    )
      noun++;
    if (FEELINGS.has(tokens[noun]?.low ?? "") && tokens[noun]?.quotation === -1) end = noun + 1;
  }
  // "plans to", but not "letters intended to".
  const plans = PLANNING_VERBS.has(cue.verb);
  if (plans && (tokens[end]?.low !== "to" || /^(?:intend|aim)ed$/.test(token.low))) return undefined;
  if (particle) {
    end++;
    if (particle === "of") cue = { ...cue, class: "judge", quoted: true };
    if (cue.verb === "call" || particle === "to") cue = { ...cue, class: "judge" };
  }
  const first = groupStart(tokens, from, at);
  const before = tokens[first - 1];
  const helpers = tokens.slice(first, at).map((helper) => helper.low);
  const lastHelper = helpers.filter((helper) => AUXILIARIES.has(helper) || helper === "'s").at(-1);
  if (helpers.some((helper) => MODALS.has(helper))) return undefined;
  const view = cue.class === "view" || cue.class === "regard";
  // "may announce" doubts a saying; what one "might think" nobody holds.
  if (view && helpers.some((helper) => helper === "may" || helper === "might")) return undefined;
  const hanging = tokens.slice(first, at).some((_helper, place) => hangsOn(tokens, first + place));
  if (hanging && view) return undefined;
  const gerund = token.low.endsWith("ing");
  const past = cue.forms.includes("past") || /ed$/.test(token.low);
  if (gerund && !hanging) {
    if (before && (before.pos === "DET" || before.pos === "ADJ" || before.low === "'s") && !lastHelper)
      return undefined;
  } else if (past && cue.forms.includes("past")) {
    if (lastHelper && (BE.has(lastHelper) || lastHelper === "been" || lastHelper === "being")) {
      // "was told by Ann Lee that"
      const by = cue.class === "tell" && tokens[end]?.low === "by" && tokens[end]?.quotation === -1;
      return by ? { cue, at, first, end: end + 1, gerund: false, hanging, passive: true } : undefined;
    }
    if (tokens[end]?.low === "by" || (before?.low === "as" && token.low !== "said")) return undefined;
    if (
      before &&
      first === at &&
      (before.pos === "DET" || before.low === "'s" || PREPOSITIONS.has(before.low))
    )
      return undefined;
    // "12 pledged delegates": an adjective.
    if (before?.pos === "NUM" && isNominal(tokens[end]) && first === at) return undefined;
    if (cue.forms.length === 1 && cue.forms[0] === "participle") return undefined;
  } else if (cue.forms.includes("participle")) {
    if (!lastHelper || !/^(?:has|have|had|having|'ve|'s)$/.test(lastHelper)) return undefined;
  } else {
    if (before?.low === "to" && first === at) return undefined;
    if (!isVerbHere(tokens, at, from, first, cue)) return undefined;
  }
  return end <= to
    ? { cue, at, first, end, gerund: gerund && !hanging && !(lastHelper && BE.has(lastHelper)), hanging }
    : undefined;
}

/** Reporting verbs of the sentence `[from, to)` that stand outside quotation marks, in order. */
export function reportingVerbs(tokens: readonly Token[], from: number, to: number): ReportingVerb[] {
  const found: ReportingVerb[] = [];
  for (let at = from; at < to; at++) {
    const verb = readVerb(tokens, from, to, at);
    if (verb) found.push(verb);
  }
  return found;
}
