import { foldedWords } from "./fold.ts";
import type { Stretch } from "./stretch.ts";

/** A word, a number or a mark of a text, in UTF-16 offsets. */
export interface WordToken extends Stretch {
  /** As it is compared: without what `foldMarks` takes away. */
  readonly key: string;
  readonly isWord: boolean;
}

// Words keep their apostrophes and soft hyphens, numbers their separators: "don’t", "3,000", "10.5".
const LETTER = "\\p{L}\\p{M}\\p{N}\\u00AD\\u200B\\u2060";
const TOKEN = new RegExp(
  `([${LETTER}]+(?:['’‘ʼ][${LETTER}]+|(?<=\\p{N})[.,](?=\\p{N})[${LETTER}]+)*)|\\.{2,}|--+|\\S`,
  "gu",
);

/** The words and marks of `[from, to)`, in order. Linear. */
export function wordTokens(text: string, from = 0, to = text.length): WordToken[] {
  const found: WordToken[] = [];
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const key = foldedWords(match[0]);
    if (key === "") continue;
    const start = from + match.index;
    found.push({ start, end: start + match[0].length, key, isWord: match[1] !== undefined });
  }
  return found;
}
