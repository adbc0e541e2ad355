import { copyWords } from "./words.ts";

/** Words in a run. Five words in the same order are rarely met by chance, and survive between two edits. */
export const RUN = 5;

/**
 * The text's runs of five words, as hashes in order of the text. A hash has 53 bits: two runs of 1,000,000 articles'
 * 400,000,000 meet by chance once in 2^53 / 400,000,000 (some 20,000,000), and no judgement hangs on one.
 */
export function runsOf(text: string): readonly number[] {
  const words = copyWords(text).map(hashWord);
  const runs: number[] = [];
  for (let at = 0; at + RUN <= words.length; at++) runs.push(hashRun(words, at));
  return runs;
}

interface WordHash {
  readonly high: number;
  readonly low: number;
}

/** FNV-1a twice, from two starts: 64 bits. */
function hashWord(word: string): WordHash {
  let high = 0x811c9dc5;
  let low = 0x2c1b3c6d;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
    low ^= low >>> 15;
  }
  return { high, low };
}

function hashRun(words: readonly WordHash[], from: number): number {
  let high = 0;
  let low = 0;
  for (let at = from; at < from + RUN; at++) {
    const word = words[at] as WordHash;
    high = mixed(Math.imul(high, 31) + word.high);
    low = mixed(Math.imul(low, 37) ^ word.low);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** The end of MurmurHash3: every bit of what comes in turns about half the bits of what goes out. */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
