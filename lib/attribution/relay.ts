import { DOCUMENTS } from "./cues.ts";
import type { RelayMention } from "./draft.ts";
import type { SentenceTokens } from "./extent.ts";
import { phraseAfter } from "./noun-phrase.ts";
import { stretchOf } from "./reported.ts";
import type { Token } from "./tokens.ts";

const RELAYED = new Set(
  "cited quoted carried published reported broadcast distributed released relayed posted aired run".split(
    " ",
  ),
);
const SPOKEN = new Set("comments remarks interview speech words commentary remark comment quoted".split(" "));
/** Relays of one sentence. */
const MOST_RELAYS = 3;
/** Tokens between a document and "cited by": "a letter of Monday carried by". */
const REACH = 8;

/** Relays a sentence names: "a letter of Monday carried by the Harbour Wire". */
export function relaysIn(tokens: readonly Token[], sentence: SentenceTokens): RelayMention[] {
  const found: RelayMention[] = [];
  const passive = tokens.slice(sentence.from, sentence.to).some((word) => word.low === "saying");
  for (let at = sentence.from + 1; at + 2 < sentence.to; at++) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0 || !RELAYED.has(token.low) || tokens[at + 1]?.low !== "by") continue;
    const before = tokens.slice(Math.max(sentence.from, at - REACH), at);
    if (!passive && !before.some((word) => DOCUMENTS.has(word.low) || SPOKEN.has(word.low))) continue;
    const name = phraseAfter(tokens, at + 2, sentence.to);
    if (name && found.length < MOST_RELAYS)
      found.push({ proof: stretchOf(tokens, { first: at, end: name.end }), name: stretchOf(tokens, name) });
  }
  return found;
}
