import type { CodePointIndex } from "../code-points.ts";
import { type CarriedSpans, ROLES } from "./carried.ts";
import type { Sentence, SentenceList } from "./sentence-list.ts";
import { isCapital, type Word, wordsIn } from "./words.ts";

/** The sentences a statement stands in: what is said, by whom and how is decided there. Half-open, in sentences. */
export interface Frame {
  readonly from: number;
  readonly to: number;
}

/** The sentences that the spans touch, or undefined where they touch none (an offset behind the text). */
export function frameOf(list: SentenceList, spans: CarriedSpans, index: CodePointIndex): Frame | undefined {
  const all = ROLES.flatMap((role) => spans[role]);
  const start = index.toUtf16(Math.min(...all.map((span) => span.start)));
  const end = index.toUtf16(Math.max(...all.map((span) => span.end)));
  const from = firstEndingBehind(list.sentences, start);
  let to = from;
  while ((list.sentences[to]?.start ?? Number.POSITIVE_INFINITY) < end) to++;
  return from < list.sentences.length && to > from ? { from, to } : undefined;
}

function firstEndingBehind(sentences: readonly Sentence[], at: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Sentence).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const wordsOfFrame = (list: SentenceList, { from, to }: Frame): readonly Word[] =>
  list.sentences.slice(from, to).flatMap(({ words }) => words);

/** Where the frame's sentences stand one after another in a text, word for word. */
export function placesOf(frame: Frame, list: SentenceList, other: SentenceList): readonly Frame[] {
  const keys = list.sentences.slice(frame.from, frame.to).map(({ key }) => key);
  const starts = other.places.get(keys[0] ?? "") ?? [];
  return starts
    .filter((start) => keys.every((key, at) => other.sentences[start + at]?.key === key))
    .map((start) => ({ from: start, to: start + keys.length }));
}

/** How far back an antecedent is looked for, in sentences. */
const ANTECEDENT = 6;

/** Words that bring somebody new in: "a message", "another official". They lean on nothing before. */
const NEW = new Set("a an another some one two three several many ein eine un une una".split(" "));

/** Words that stand for somebody named before, or begin a description of them. */
const LEANING = new Set(
  "he she it they we i you who that this these those his her its their him them the er sie es il elle ils elles él ella ellos он она они".split(
    " ",
  ),
);

/** Whether the sentences themselves name who speaks; else who is meant is decided by what stands before. */
function namesItsSpeaker(
  list: SentenceList,
  spans: CarriedSpans,
  index: CodePointIndex,
  frame: Frame,
): boolean {
  return spans.speaker.some(({ start, end }) => {
    const words = wordsIn(list.text, index.toUtf16(start), index.toUtf16(end));
    if (words.length > 1 && NEW.has(words[0]?.folded.toLowerCase() ?? "")) return true;
    return words.some(({ folded, start: at }) => {
      const begins = list.sentences
        .slice(frame.from, frame.to)
        .some(({ words: [first] }) => first?.start === at);
      return isCapital(folded) && !(LEANING.has(folded.toLowerCase()) || (begins && words.length > 1));
    });
  });
}

/** Whether a sentence names somebody: a capital that no sentence begins with. */
const names = ({ words }: Sentence): boolean =>
  words.some(({ folded }, at) => at > 0 && isCapital(folded) && words[at - 1]?.folded !== '"');

/**
 * Whether who is meant by "he" or "the ministry" is still decided by the same sentences: those before the frame, back to
 * the nearest that names somebody.
 */
export function keepsAntecedent(
  list: SentenceList,
  spans: CarriedSpans,
  index: CodePointIndex,
  frame: Frame,
  other: SentenceList,
  place: Frame,
): boolean {
  if (namesItsSpeaker(list, spans, index, frame)) return true;
  for (let back = 1; back <= ANTECEDENT; back++) {
    const before = list.sentences[frame.from - back];
    if (before?.key !== other.sentences[place.from - back]?.key) return false;
    if (!before || names(before)) return true;
  }
  return true;
}

/** Whether the sentences on both sides are the same: then it is that place and no other that says the same. */
export function sameNeighbours(list: SentenceList, frame: Frame, other: SentenceList, place: Frame): boolean {
  return (
    list.sentences[frame.from - 1]?.key === other.sentences[place.from - 1]?.key &&
    list.sentences[frame.to]?.key === other.sentences[place.to]?.key
  );
}
