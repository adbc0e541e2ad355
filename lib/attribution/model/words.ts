import { firstThat } from "../halving.ts";
import type { WordTables } from "./views.ts";

/** Word statistics as they ship: keys are sorted hashes, found by halving, so that a start costs nothing. */
export interface PackedWords {
  /** Words of the vectors that the guesses were made from. */
  readonly words: Int32Array;
  /** Per word: guessed share of being in a cue, and of ending a speaker, each 0 to 255 of 255. */
  readonly guesses: Uint8Array;
  /** Stems of the training text. */
  readonly stems: Int32Array;
  /** Per stem: how often it occurs, and how often in a cue; 65,535 and more are the same. */
  readonly counts: Uint16Array;
}

const RATES = [0.004, 0.015, 0.04, 0.09, 0.18, 0.33, 0.52, 0.72];
const GUESSES = [0.003, 0.008, 0.02, 0.05, 0.1, 0.18, 0.3, 0.45, 0.6];
/** How many occurrences a guess is worth beside what was counted. */
const GUESS_WEIGHT = 3;

const levelOf = (value: number, limits: readonly number[]) => {
  let level = 1;
  for (const limit of limits) if (value >= limit) level++;
  return level;
};

/** Level 1 to 9 of a word's share of being in a cue; 0 where it was neither counted nor guessed. */
export function cueLevel(all: number, cue: number, guess: number | undefined): number {
  if (guess !== undefined) return levelOf((cue + GUESS_WEIGHT * guess) / (all + GUESS_WEIGHT), RATES);
  return all < 2 ? 0 : levelOf((cue + 0.02) / (all + 0.6), RATES);
}

/** Levels 1 to 10 of a word's guessed shares. */
export function guessLevels(cue: number, speaker: number): readonly [number, number] {
  return [levelOf(cue, GUESSES), levelOf(speaker, GUESSES)];
}

/** Place of a key in a sorted list, or -1. */
function placeOf(keys: Int32Array, key: number): number {
  const place = firstThat(keys.length, (at) => (keys[at] as number) >= key);
  return keys[place] === key ? place : -1;
}

/** The tables that the models look words up in. */
export function wordTables({ counts, guesses, stems, words }: PackedWords): WordTables {
  const likes = (word: number): readonly [number, number] | undefined => {
    const at = placeOf(words, word);
    return at < 0
      ? undefined
      : guessLevels((guesses[at * 2] as number) / 255, (guesses[at * 2 + 1] as number) / 255);
  };
  return {
    likes: { get: likes },
    cueRate(word, stem) {
      const at = placeOf(stems, stem);
      const guess = placeOf(words, word);
      return cueLevel(
        at < 0 ? 0 : (counts[at * 2] as number),
        at < 0 ? 0 : (counts[at * 2 + 1] as number),
        guess < 0 ? undefined : (guesses[guess * 2] as number) / 255,
      );
    },
  };
}
