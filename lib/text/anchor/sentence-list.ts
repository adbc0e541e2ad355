import { quotationsIn } from "../quotation-marks.ts";
import { sentencesIn } from "../sentences.ts";
import type { Stretch } from "../stretch.ts";
import { type Word, wordsIn } from "./words.ts";

/** A sentence with its words and the key by which the same words are found again. */
export interface Sentence extends Stretch {
  readonly words: readonly Word[];
  readonly key: string;
}

/** A text as its sentences in order, over paragraph borders. */
export interface SentenceList {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Where each key stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

export const keyOf = (words: readonly { readonly folded: string }[]): string =>
  words.map(({ folded }) => folded).join(" ");

export function sentenceList(text: string): SentenceList {
  const sentences: Sentence[] = [];
  const places = new Map<string, number[]>();
  for (const { start, end } of paragraphsOf(text)) {
    for (const stretch of sentencesIn(text, quotationsIn(text, start, end), start, end)) {
      const words = wordsIn(text, stretch.start, stretch.end);
      if (words.length === 0) continue;
      const key = keyOf(words);
      const there = places.get(key);
      if (there) there.push(sentences.length);
      else places.set(key, [sentences.length]);
      sentences.push({ ...stretch, words, key });
    }
  }
  return { text, sentences, places };
}

function paragraphsOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf("\n\n", start);
    const end = next < 0 ? text.length : next;
    if (end > start) found.push({ start, end });
    start = end + 2;
  }
  return found;
}
