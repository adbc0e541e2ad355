import type { Stretch } from "../text/stretch.ts";
import { firstThat } from "./halving.ts";
import type { TokenRange } from "./noun-phrase.ts";
import type { Segmented } from "./segment.ts";

/** A saying as the text has it: who, the words that say so, and what. UTF-16 offsets. */
export interface Saying {
  readonly speaker?: Stretch | undefined;
  readonly cue: Stretch;
  readonly content: readonly Stretch[];
}

/** Tokens of the sentence that holds an offset. */
export function sentenceAt({ sentences }: Segmented, offset: number): TokenRange {
  const place = firstThat(sentences.length, (at) => (sentences[at]?.end ?? 0) > offset);
  const sentence = sentences[Math.min(place, sentences.length - 1)];
  return { first: sentence?.from ?? 0, end: sentence?.to ?? 0 };
}

/** Tokens that a stretch touches, inside `[first, end)`. */
export function tokensOf({ tokens }: Segmented, stretch: Stretch, { end, first }: TokenRange): TokenRange {
  const from = first + firstThat(end - first, (at) => (tokens[first + at]?.end ?? 0) > stretch.start);
  let to = from;
  while (to < end && (tokens[to]?.start ?? 0) < stretch.end) to++;
  return { first: from, end: to };
}
