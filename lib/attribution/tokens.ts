import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Stretch } from "../text/stretch.ts";
import { OF_ROLES, ROLES } from "./roles.ts";

/** A word or a mark, in UTF-16 offsets of the whole text. */
export interface Token extends Stretch {
  readonly text: string;
  /** Small letters, curly apostrophes made straight. */
  readonly low: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, DET, PUNCT ... */
  readonly pos: string;
  /** Index of the quotation that holds it (its marks too), or -1. */
  readonly quotation: number;
}

const nlp = winkNLP(model, ["pos"]);
const ITS_POS = nlp.its.pos;

const TITLES =
  "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Prof|St|Jr|Sr|Rev|Hon|Pres|Adm|Capt|Cmdr|Maj|Inc|Corp|Ltd";
const TOKEN = new RegExp(
  `(?:\\p{L}\\.){2,}|(?:${TITLES}|\\p{Lu})\\.(?=\\s)|[\\p{L}\\p{N}\\p{M}]+(?:[.,:’'&\\-‑/@_][\\p{L}\\p{N}\\p{M}]+)*|\\.{2,}|-{2,}|\\S`,
  "gu",
);
/** wink reads very long words in quadratic time, and none is a word. */
const LONGEST_WORD = 40;
/** Tokens given to wink at once. */
const CHUNK = 400;

function split(text: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (/[’']s$/iu.test(match[0]) && match[0].length > 2)
      found.push({ start, end: end - 2 }, { start: end - 2, end });
    else found.push({ start, end });
  }
  return found;
}

/** Parts of speech of words given one by one. */
function tag(words: readonly string[]): string[] {
  const tags: string[] = [];
  for (let from = 0; from < words.length; from += CHUNK) {
    const chunk = words.slice(from, from + CHUNK);
    const given = chunk.map((word) => (word.length > LONGEST_WORD ? "thing" : word.replaceAll("’", "'")));
    const document = nlp.readDoc(given.join(" "));
    const pieces = document.tokens().out() as string[];
    const pos = document.tokens().out(ITS_POS) as string[];
    let piece = 0;
    for (const word of given) {
      let length = 0;
      const first = piece;
      while (piece < pieces.length && length < word.length) length += (pieces[piece++] as string).length;
      // "don't" is what its first piece is, "state-run" what its last one is.
      const at = word.includes("-") ? piece - 1 : first;
      tags.push(pos[Math.max(at, first)] ?? "X");
    }
  }
  return tags;
}

/** Tokens of `[from, to)` with part of speech; `quotationAt` gives the quotation that holds a UTF-16 offset, or -1. */
export function tokensIn(
  text: string,
  from: number,
  to: number,
  quotationAt: (at: number) => number,
): Token[] {
  const stretches = split(text, from, to);
  const words = stretches.map((stretch) => text.slice(stretch.start, stretch.end));
  const tags = tag(words);
  return stretches.map((stretch, index) => {
    const word = words[index] as string;
    const bare = isPossessive(text, stretch, quotationAt);
    const low = bare ? "'s" : word.toLowerCase().replaceAll("’", "'");
    const inRole = OF_ROLES.has(low) && ROLES.has(words[index + 1]?.toLowerCase() ?? "");
    return {
      ...stretch,
      text: word,
      low,
      pos: inRole ? "ADJ" : correct(word, low, tags[index] as string),
      quotation: quotationAt(stretch.start),
    };
  });
}

/** The apostrophe of "the dockworkers’ union": behind an s, in front of a word, and no mark that ends a quotation. */
function isPossessive(text: string, { end, start }: Stretch, quotationAt: (at: number) => number): boolean {
  if (!/^[sS]['’] [\p{L}\p{N}]/u.test(text.slice(start - 1, end + 2)) || end - start !== 1) return false;
  const quotation = quotationAt(start);
  return quotation < 0 || quotation === quotationAt(end);
}

const DETERMINERS = new Set("the a an this that these those some any no every each both another".split(" "));
const POSSESSIVES = new Set("his her its their our my your whose".split(" "));

/** What the tagger often gets wrong and a closed class decides. */
function correct(word: string, low: string, pos: string): string {
  if (low === "'s") return "PART";
  if (!/[\p{L}\p{N}]/u.test(word)) return "PUNCT";
  if (DETERMINERS.has(low) && low !== "that") return "DET";
  if (POSSESSIVES.has(low)) return "DET";
  return pos;
}
