import type { Token } from "./tokens.ts";

/** Longest name looked through beside an acronym, in tokens. */
const REACH = 12;
const SMALL = /^(?:of|for|and|the|in|on|to|de|&|'s|’|')$/;
const ACRONYM = /^\p{Lu}[\p{Lu}\d&.-]+$/u;

const isCapital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? "");
const bareLetters = (acronym: string) => acronym.replace(/[^\p{L}\d]/gu, "").toLowerCase();

/** Whether the letters of an acronym are the first ones of the words, small words left out or counted. */
function spells(acronym: string, words: readonly Token[]): boolean {
  const letters = bareLetters(acronym);
  const firsts = (list: readonly Token[]) =>
    list.flatMap((word) => word.low.split("-").map((piece) => piece[0] ?? "")).join("");
  const big = words.filter((word) => isCapital(word));
  return letters === firsts(big) || letters === firsts(words.filter((word) => word.pos !== "PUNCT"));
}

/** Where the name that ends before `end` begins: as many words back as the acronym has letters, else all capitals. */
function nameBefore(tokens: readonly Token[], end: number, acronym: string): number | undefined {
  let first = end;
  let spelled: number | undefined;
  while (first > 0 && end - first < REACH) {
    const before = tokens[first - 1] as Token;
    if (!isCapital(before) && !SMALL.test(before.low)) break;
    first--;
    if (isCapital(before) && spells(acronym, tokens.slice(first, end))) spelled = first;
  }
  if (spelled !== undefined) return spelled;
  while (first < end && !isCapital(tokens[first])) first++;
  return first < end - 1 ? first : undefined;
}

/** Where the name that begins at `first` ends, if the acronym spells it. */
function nameBehind(tokens: readonly Token[], first: number, acronym: string): number | undefined {
  for (let end = first + 1; end <= first + REACH && end <= tokens.length; end++) {
    const token = tokens[end - 1] as Token;
    if (!isCapital(token) && !SMALL.test(token.low)) return undefined;
    if (end - first > 1 && isCapital(token) && spells(acronym, tokens.slice(first, end))) return end;
  }
  return undefined;
}

/**
 * Acronyms with the long form the text gives them: "the Harbour News Agency (HNA)", "HNA (Harbour News Agency)",
 * "HNA, the Harbour News Agency,", "the Harbour News Agency, or HNA".
 */
export function acronymsIn(text: string, tokens: readonly Token[]): Map<string, string> {
  const found = new Map<string, string>();
  const keep = (acronym: string, first: number, end: number) => {
    const long = text.slice(tokens[first]?.start, tokens[end - 1]?.end).replace(/^The /, "");
    if (long) found.set(acronym, long);
  };
  for (let at = 0; at < tokens.length; at++) {
    const { text: acronym } = tokens[at] as Token;
    if (!ACRONYM.test(acronym)) continue;
    const before = tokens[at - 1]?.text;
    const behind = tokens[at + 1]?.text;
    if (before === "(" && behind === ")") {
      const first = nameBefore(tokens, at - 1, acronym);
      if (first !== undefined) keep(acronym, first, at - 1);
    } else if (before === "or" && tokens[at - 2]?.text === ",") {
      const first = nameBefore(tokens, at - 2, acronym);
      if (first !== undefined && spells(acronym, tokens.slice(first, at - 2))) keep(acronym, first, at - 2);
    } else if (behind === "(" || behind === ",") {
      const first = tokens[at + 2]?.low === "the" ? at + 3 : at + 2;
      const end = isCapital(tokens[first]) ? nameBehind(tokens, first, acronym) : undefined;
      if (end !== undefined && !found.has(acronym)) keep(acronym, first, end);
    }
  }
  return found;
}
