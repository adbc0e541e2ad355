import { DOCUMENTS } from "./cues.ts";
import { phraseAfter, type TokenRange } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";
import { DAYS } from "./words.ts";

/** What a medium or an office does with somebody else's document or words. */
export const RELAYED: ReadonlySet<string> = new Set(
  "cited quoted carried published reported broadcast distributed released relayed posted aired run".split(
    " ",
  ),
);
/** Longest clause about a document's way, in tokens. */
const REACH = 20;

const isDocument = (tokens: readonly Token[], range: TokenRange) =>
  tokens.slice(range.first, range.end).some((token) => DOCUMENTS.has(token.low));

/** Where "by" stands behind "carried", with a time between them: "carried on Sunday by". */
export function agentAt(tokens: readonly Token[], participle: number, to: number): number | undefined {
  let at = participle + 1;
  if (/^(?:on|late|early)$/.test(tokens[at]?.low ?? "")) at++;
  while (
    at < to &&
    (DAYS.has(tokens[at]?.low ?? "") || /^(?:\d{1,2}|\p{Lu}\p{Ll}+)$/u.test(tokens[at]?.text ?? ""))
  )
    at++;
  return at < to && tokens[at]?.low === "by" ? at : undefined;
}

/** The end of a document phrase with what says who carried it: "in a statement distributed by the agency". */
export function issuedClauseEnd(tokens: readonly Token[], phrase: TokenRange, to: number): number {
  const participle = tokens[phrase.end];
  if (!participle || participle.quotation >= 0 || !RELAYED.has(participle.low)) return phrase.end;
  const by = isDocument(tokens, phrase) ? agentAt(tokens, phrase.end, to) : undefined;
  const agent = by === undefined ? undefined : phraseAfter(tokens, by + 1, Math.min(to, by + REACH));
  return agent?.end ?? phrase.end;
}

/** Whether ", in a statement carried by" or ", in a letter." begins at `at`: where the words come from, not what they say. */
export function startsProvenance(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.quotation !== -1 || tokens[at]?.low !== "in") return false;
  if (!/^(?:an?|the|its|his|her|their)$/.test(tokens[at + 1]?.low ?? "")) return false;
  const phrase = phraseAfter(tokens, at + 1, Math.min(tokens.length, at + REACH));
  return phrase !== undefined && isDocument(tokens, phrase);
}
