import { CodePointIndex } from "../code-points.ts";
import { foldedWords } from "../fold.ts";
import { quotationsIn } from "../quotation-marks.ts";
import { sentencesIn } from "../sentences.ts";
import type { Stretch } from "../stretch.ts";

export interface KeyedSentence extends Stretch {
  /** Number of its paragraph. */
  readonly paragraph: number;
  /** Its words after folding: what two sentences are compared by. */
  readonly key: string;
}

/** One revision cut into sentences, with where each sentence stands. UTF-16 offsets. */
export class RevisionText {
  readonly text: string;
  readonly index: CodePointIndex;
  readonly sentences: readonly KeyedSentence[];
  private readonly places = new Map<string, number[]>();

  constructor(text: string) {
    this.text = text;
    this.index = new CodePointIndex(text);
    const sentences: KeyedSentence[] = [];
    let paragraph = 0;
    for (const line of text.matchAll(/[^\n]+/gu)) {
      const end = line.index + line[0].length;
      for (const { start, end: stop } of sentencesIn(
        text,
        quotationsIn(text, line.index, end),
        line.index,
        end,
      )) {
        const key = foldedWords(text.slice(start, stop));
        const at = this.places.get(key);
        if (at) at.push(sentences.length);
        else this.places.set(key, [sentences.length]);
        sentences.push({ start, end: stop, paragraph, key });
      }
      paragraph++;
    }
    this.sentences = sentences;
  }

  /** Numbers of the sentences with these words. */
  withKey(key: string): readonly number[] {
    return this.places.get(key) ?? [];
  }

  /** Numbers of the first sentence that ends behind `offset` (or the count of all). */
  sentenceAt(offset: number): number {
    let low = 0;
    let high = this.sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sentences[middle] as KeyedSentence).end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Number of the paragraph that a sentence stands in. */
export const paragraphOf = ({ sentences }: RevisionText, at: number) =>
  (sentences[at] as KeyedSentence).paragraph;

/** Sentences `[from, to)` of a revision: all that the spans of one anchor touch, and what lies between them. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** Whether the sentences of `old` stand, word for word, from sentence `at` on. */
export function standsAt(old: RevisionText, { from, to }: Passage, now: RevisionText, at: number): boolean {
  for (let i = from; i < to; i++)
    if (old.sentences[i]?.key !== now.sentences[at + i - from]?.key) return false;
  return true;
}

/** A sentence that stands in more places than this is a refrain: no neighbour tells its places apart. */
const REFRAIN = 1_000;

/** Where the passage stands word for word: numbers of its first sentence; undefined when all of it is a refrain. */
export function placesOf(
  old: RevisionText,
  passage: Passage,
  now: RevisionText,
): readonly number[] | undefined {
  let rarest: readonly number[] | undefined;
  let offset = 0;
  for (let i = passage.from; i < passage.to; i++) {
    const places = now.withKey((old.sentences[i] as KeyedSentence).key);
    if (rarest === undefined || places.length < rarest.length) {
      rarest = places;
      offset = i - passage.from;
    }
  }
  if (rarest === undefined || rarest.length > REFRAIN) return undefined;
  return rarest.map((at) => at - offset).filter((at) => at >= 0 && standsAt(old, passage, now, at));
}
