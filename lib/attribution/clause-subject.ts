import { phraseAfter, phraseBefore, type TokenRange } from "./noun-phrase.ts";
import { appositive, endsContent } from "./subject.ts";
import type { Token } from "./tokens.ts";
import type { ReportingVerb } from "./verbs.ts";
import { ADVERBS, RELATIVES } from "./words.ts";

/**
 * Who speaks by a verb without a subject of its own when no reporting verb stands before it: the subject of the clause
 * before, or, in front of a sentence ("Calling it late, the mayor left"), that of the clause behind the comma.
 */
export function sharedSubject(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: ReportingVerb,
): TokenRange | undefined {
  const subject = subjectOf(tokens, from, verb.first);
  if (subject || !verb.gerund) return subject;
  for (let first = verb.end + 1; first < to; first++) {
    if (tokens[first]?.quotation !== -1 || !endsContent(tokens, verb.end, first)) continue;
    if (tokens[first - 1]?.text !== "," && tokens[first - 2]?.text !== ",") continue;
    const phrase = phraseAfter(tokens, first, to);
    if (phrase && /^(?:VERB|AUX|ADV)$/.test(tokens[phrase.end]?.pos ?? "")) return phrase;
  }
  return undefined;
}

/** The noun phrase in front of the first finite verb of `[from, to)`. */
export function subjectOf(tokens: readonly Token[], from: number, to: number): TokenRange | undefined {
  for (let at = from + 1; at < to; at++) {
    if (!isFiniteVerb(tokens, at)) continue;
    // "the guild also | took aim"
    let end = at;
    while (end - 1 > from && ADVERBS.has(tokens[end - 1]?.low ?? "")) end--;
    const before = tokens[end - 1] as Token;
    if (before.text === ",") {
      const apposition = appositive(tokens, from, end - 1);
      if (apposition) return apposition.name;
    }
    const phrase = phraseBefore(tokens, from, end);
    if (phrase) return phrase;
  }
  return undefined;
}

/** Whether a finite verb of the main clause may begin at `at`. */
function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1] as Token;
  if (token.quotation >= 0 || !/^(?:VERB|AUX)$/.test(token.pos) || token.low.endsWith("ing")) return false;
  return !RELATIVES.has(before.low) && before.low !== "to" && before.pos !== "AUX";
}
