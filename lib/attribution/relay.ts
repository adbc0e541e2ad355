import { DOCUMENTS } from "./cues.ts";
import type { RelayMention } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { agentAt, RELAYED } from "./issued.ts";
import { phraseAfter, phraseBefore } from "./noun-phrase.ts";
import { stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";

const SPOKEN = new Set("comments remarks interview speech words commentary remark comment quoted".split(" "));
/** "The second is dated Monday and was carried by": a document of a row. */
const ORDINALS = /^(?:first|second|third|fourth|last|latter|former|other)$/;
/** Relays of one sentence. */
const MOST_RELAYS = 3;
/** Tokens between a document and "cited by": "a letter of Monday carried by". */
const REACH = 8;
/** Longest mention between "quoted" and "as saying". */
const QUOTED = 14;

/** Relays a sentence names: "a letter of Monday carried by the Harbour Wire", "a letter that the guild published". */
export function relaysIn(tokens: readonly Token[], sentence: SentenceTokens): RelayMention[] {
  const found: RelayMention[] = [];
  const { from, to } = sentence;
  const ordinal = ORDINALS.test(tokens[from + 1]?.low ?? "") && tokens[from]?.low === "the";
  const passive = tokens.slice(from, to).some((word) => word.low === "saying");
  for (let at = from + 1; at + 1 < to && found.length < MOST_RELAYS; at++) {
    const token = tokens[at] as Token;
    const quoter = quoterBefore(tokens, from, at, to);
    if (quoter) {
      found.push(quoter);
      continue;
    }
    if (token.quotation >= 0 || !RELAYED.has(token.low)) continue;
    const active = publisherBefore(tokens, from, at);
    if (active) {
      found.push(active);
      continue;
    }
    // "was quoted as saying by"
    const saying = tokens[at + 1]?.low === "as" && tokens[at + 2]?.low.endsWith("ing") ? at + 2 : at;
    const by = agentAt(tokens, saying, to);
    const before = tokens.slice(Math.max(from, at - REACH), at);
    if (by === undefined) continue;
    if (!passive && !ordinal && !before.some((word) => DOCUMENTS.has(word.low) || SPOKEN.has(word.low)))
      continue;
    const name = phraseAfter(tokens, by + 1, to);
    if (!name) continue;
    const document = ordinal || before.some((word) => DOCUMENTS.has(word.low));
    found.push({
      proof: stretchOf(tokens, { first: at, end: name.end }),
      name: stretchOf(tokens, name),
      ...(document && { document }),
    });
  }
  return found;
}

/** "the agency quoted the mayor as saying": the agency, in front of the verb. */
function quoterBefore(
  tokens: readonly Token[],
  from: number,
  verb: number,
  to: number,
): RelayMention | undefined {
  if (!/^(?:quote[sd]|cite[sd])$/.test(tokens[verb]?.low ?? "") || tokens[verb]?.quotation !== -1)
    return undefined;
  let as = verb + 1;
  while (as + 1 < to && as - verb < QUOTED && tokens[as]?.low !== "as") as++;
  if (tokens[as]?.low !== "as" || !/^(?:saying|telling|warning)$/.test(tokens[as + 1]?.low ?? ""))
    return undefined;
  const name = phraseBefore(tokens, from, verb);
  if (!name) return undefined;
  return { proof: stretchOf(tokens, { first: name.first, end: verb + 1 }), name: stretchOf(tokens, name) };
}

/** "a statement that the guild published": the guild, where it stands between the document and the verb. */
function publisherBefore(tokens: readonly Token[], from: number, verb: number): RelayMention | undefined {
  const name = phraseBefore(tokens, from, verb);
  const that = name && tokens[name.first - 1];
  if (!name || !/^(?:that|which)$/.test(that?.low ?? "")) return undefined;
  if (!DOCUMENTS.has(tokens[name.first - 2]?.low ?? "")) return undefined;
  return {
    proof: stretchOf(tokens, { first: name.first - 1, end: verb + 1 }),
    name: stretchOf(tokens, name),
  };
}
