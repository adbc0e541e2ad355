import { unpacked, type WeightsFile } from "#lib/attribution/model/pack.ts";
import type { PackedWords } from "#lib/attribution/model/words.ts";
import type { Guesses } from "./guesses.ts";
import type { Counts } from "./prepare.ts";

/** The guesses about words that present weights hold. */
export function keptGuesses(file: WeightsFile): Guesses {
  const { guesses, words } = unpacked(file).words;
  const kept = new Map<number, readonly [number, number]>();
  words.forEach((word, at) => {
    kept.set(word, [guesses[at * 2] as number, guesses[at * 2 + 1] as number]);
  });
  return kept;
}

/** Fewest times a stem is seen to be counted. */
const SEEN = 2;

/** Word statistics as they ship. */
export function packedWords({ all, cue }: Counts, guesses: Guesses): PackedWords {
  const words = Int32Array.from([...guesses.keys()].map((key) => key | 0)).sort();
  const stems = Int32Array.from(
    [...all].flatMap(([stem, count]) => (count >= SEEN ? [stem | 0] : [])),
  ).sort();
  return {
    words,
    guesses: Uint8Array.from([...words].flatMap((word) => guesses.get(word) ?? [0, 0])),
    stems,
    counts: Uint16Array.from(
      [...stems].flatMap((stem) => [
        Math.min(all.get(stem) ?? 0, 65535),
        Math.min(cue.get(stem) ?? 0, 65535),
      ]),
    ),
  };
}
