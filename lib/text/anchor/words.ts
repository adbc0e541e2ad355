import type { Stretch } from "../stretch.ts";

/** One word, number or mark of a text, in UTF-16 offsets. */
export interface Word extends Stretch {
  /** As it is compared: width, quotation marks, dashes and invisible characters folded; case kept. */
  readonly folded: string;
}

const WORD = /\p{N}+(?:[.,:/]\p{N}+)*|[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]+(?:['’ʼ][\p{L}\p{M}]+)*|[^\s]/gu;

/** The words of a text or a part of it, in order. White space is no word: how it is set changes nothing. */
export function wordsIn(text: string, from = 0, to = text.length): Word[] {
  const found: Word[] = [];
  for (const { 0: raw, index } of text.slice(from, to).matchAll(WORD)) {
    const folded = foldWord(raw);
    if (folded !== "") found.push({ folded, start: from + index, end: from + index + raw.length });
  }
  return found;
}

function foldWord(raw: string): string {
  return raw
    .replace(/[\u00AD\u200B-\u200D\u2060]/g, "")
    .replace(/^[“”„‟«»‹›‘’‚‛'"`]$/u, '"')
    .replace(/[’ʼ]/g, "'")
    .replace(/^[‐‑‒–—―−]$/u, "-")
    .normalize("NFKC");
}

/** Written with a capital, in scripts that have them. */
export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
export const isNumber = (word: string): boolean => /^\p{N}/u.test(word) || NUMBERS.has(word.toLowerCase());
export const isNegation = (word: string): boolean => NEGATIONS.has(word.toLowerCase()) || /n't$/i.test(word);
export const isLetters = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

const NUMBERS = new Set(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions dozen dozens half once twice".split(
    " ",
  ),
);
const NEGATIONS = new Set(
  "not no never none nor neither nobody nothing nowhere cannot without hardly scarcely non nicht kein keine ne pas jamais no nunca не нет никогда".split(
    " ",
  ),
);
