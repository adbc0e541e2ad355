import { type Frame, wordsOfFrame } from "./frame.ts";
import { keyOf, type SentenceList } from "./sentence-list.ts";
import { isLetters } from "./words.ts";

/** Most places that are compared word by word. */
const MOST_COMPARED = 24;
/** Fewer shared words make no likely place. */
export const LIKELY = 0.5;

export interface LikelyPlace {
  readonly frame: Frame;
  /** Share of the words that both have, counted with repetitions (Dice), 0 to 1. */
  readonly score: number;
}

/** Which sentences hold a word: for finding likely places without comparing them all. */
export class WordPlaces {
  private readonly places = new Map<string, number[]>();
  readonly list: SentenceList;

  constructor(list: SentenceList) {
    this.list = list;
    for (const [at, { words }] of list.sentences.entries())
      for (const word of new Set(words.map(({ folded }) => folded)))
        if (isLetters(word)) {
          const there = this.places.get(word);
          if (there) there.push(at);
          else this.places.set(word, [at]);
        }
  }

  /** Places that share most words with a frame, the likeliest first, none lying within another. */
  like(old: SentenceList, frame: Frame): readonly LikelyPlace[] {
    const words = wordsOfFrame(old, frame);
    const votes = new Map<number, number>();
    for (const word of new Set(words.map(({ folded }) => folded))) {
      const there = this.places.get(word) ?? [];
      // A word that stands everywhere says nothing about where.
      if (there.length > 200) continue;
      for (const at of there) votes.set(at, (votes.get(at) ?? 0) + 1 / there.length);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_COMPARED);
    const size = frame.to - frame.from;
    const windows = new Map<string, Frame>();
    for (const [at] of best)
      for (const length of new Set([size, size + 1, Math.max(1, size - 1)]))
        for (let from = Math.max(0, at - length + 1); from <= at; from++)
          if (from + length <= this.list.sentences.length)
            windows.set(`${from} ${length}`, { from, to: from + length });
    const wanted = counted(words.map(({ folded }) => folded));
    const scored = [...windows.values()]
      .filter((window) => !this.isAnothers(old, window))
      .map((window) => ({
        frame: window,
        score: dice(
          wanted,
          wordsOfFrame(this.list, window).map((w) => w.folded),
        ),
      }))
      .filter(({ score }) => score >= LIKELY)
      .sort((a, b) => b.score - a.score || a.frame.from - b.frame.from);
    const chosen: LikelyPlace[] = [];
    for (const place of scored)
      if (!chosen.some(({ frame: f }) => f.from < place.frame.to && place.frame.from < f.to))
        chosen.push(place);
    return chosen;
  }

  /** A place whose words stood in the earlier text too, elsewhere: it was another passage's all along. */
  private isAnothers(old: SentenceList, window: Frame): boolean {
    const sentences = this.list.sentences.slice(window.from, window.to);
    return sentences.every(({ words }) => old.places.has(keyOf(words)));
  }
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function dice(wanted: ReadonlyMap<string, number>, words: readonly string[]): number {
  const there = counted(words);
  let shared = 0;
  let all = words.length;
  for (const [word, count] of wanted) {
    all += count;
    shared += Math.min(count, there.get(word) ?? 0);
  }
  return all === 0 ? 0 : (2 * shared) / all;
}
