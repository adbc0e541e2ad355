import type { Token } from "./tokens.ts";

/** Who put out a document, by what the text says: UTF-16 offset of the verb or noun, and the words that name. */
export interface Issuer {
  readonly name: string;
  readonly start: number;
}

const PUT_OUT =
  /^(?:issued|issues|published|publishes|released|releases|posted|posts|sent|signed|wrote|circulated|made|put)$/;
const DOCUMENT =
  /^(?:statement|letter|memo|memorandum|communiqu[eé]|declaration|release|message|notice|circular|report|appeal|complaint|note)$/;
/** Tokens between verb and document: "published on its website a long statement". */
const REACH = 8;

const isNameWord = (token: Token | undefined) =>
  token !== undefined &&
  token.quotation < 0 &&
  (/^\p{Lu}/u.test(token.text) || /^(?:of|for|the|and|&|'s|’|')$/.test(token.low));

/** The capitalised name that ends right before `end`, or begins at `first`. */
function nameUpTo(tokens: readonly Token[], end: number): { first: number; end: number } | undefined {
  let last = end;
  // "the guild on Monday published"
  if (/day$/.test(tokens[last - 1]?.low ?? "") && tokens[last - 2]?.low === "on") last -= 2;
  let first = last;
  while (first > 0 && last - first < 12 && isNameWord(tokens[first - 1])) first--;
  while (first < last && !/^\p{Lu}/u.test(tokens[first]?.text ?? "")) first++;
  return first < last ? { first, end: last } : undefined;
}

function nameFrom(tokens: readonly Token[], from: number): { first: number; end: number } | undefined {
  const first = tokens[from]?.low === "the" ? from + 1 : from;
  let end = first;
  while (end - first < 12 && isNameWord(tokens[end])) end++;
  while (end > first && !/^\p{Lu}/u.test(tokens[end - 1]?.text ?? "")) end--;
  return end > first ? { first, end } : undefined;
}

/** Issuers that the text names: "the guild published a statement", "a statement by the guild", "the guild’s statement". */
export function issuersIn(text: string, tokens: readonly Token[]): Issuer[] {
  const found: Issuer[] = [];
  const keep = (range: { first: number; end: number } | undefined, start: number) => {
    const name = range && text.slice(tokens[range.first]?.start, tokens[range.end - 1]?.end);
    if (name) found.push({ name: name.replace(/^The /, ""), start });
  };
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) continue;
    if (PUT_OUT.test(token.low)) {
      const ahead = tokens.slice(at + 1, at + 1 + REACH);
      const stop = ahead.findIndex((word) => /^[.;:]$/.test(word.text));
      const inside = stop < 0 ? ahead : ahead.slice(0, stop);
      if (inside.some((word) => DOCUMENT.test(word.low))) keep(nameUpTo(tokens, at), token.start);
    } else if (DOCUMENT.test(token.low)) {
      if (/^(?:by|from|of)$/.test(tokens[at + 1]?.low ?? "")) keep(nameFrom(tokens, at + 2), token.start);
      const owner = tokens[at - 1]?.low === "'s" ? at - 1 : tokens[at - 2]?.low === "'s" ? at - 2 : undefined;
      if (owner !== undefined) keep(nameUpTo(tokens, owner), token.start);
    }
  }
  return found;
}
