/** Words too common to tell one statement from another. */
const COMMON = new Set(
  "a an and are as at be been but by for from had has have he her his in into is it its not of on or our she that the their them they this to was we were which who will with would you".split(
    " ",
  ),
);

export interface Likeness {
  /** 0 (nothing shared) to 1 (the same words in the same order). */
  readonly score: number;
  /** Longest run of words both hold, as the second text has it; empty when under two words. */
  readonly run: string;
  readonly runLength: number;
}

/** Words folded for comparison: lower case, no accents, no marks, a plain plural or ending taken off. */
export function foldedWords(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map((word) => (word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s)$/, "") : word));
}

/**
 * How alike two wordings are: the share of content words of the shorter one that the longer one holds, the share
 * both ways, and the longest common run. The weights are a judgement: containment counts most, because outlets shorten.
 */
export function likeness(a: string, b: string): Likeness {
  const left = foldedWords(a);
  const right = foldedWords(b);
  const leftSet = contentWords(left);
  const rightSet = contentWords(right);
  const smaller = Math.min(leftSet.size, rightSet.size);
  if (smaller === 0) return { score: 0, run: "", runLength: 0 };
  let shared = 0;
  for (const word of leftSet) if (rightSet.has(word)) shared++;
  if (shared === 0) return { score: 0, run: "", runLength: 0 };
  const { length, end } = longestRun(left, right);
  const run = Math.min(1, length / Math.min(left.length, right.length));
  const jaccard = shared / (leftSet.size + rightSet.size - shared);
  // One shared word of a two-word fragment is no likeness: short texts are held to more.
  const enough = Math.min(1, shared / 3);
  const score = enough * (0.5 * (shared / smaller) + 0.25 * run) + 0.25 * jaccard;
  return { score, run: length < 2 ? "" : surface(b, end - length, end), runLength: length };
}

const contentWords = (words: readonly string[]) => new Set(words.filter((word) => !COMMON.has(word)));

/** Length of the longest common run of words and where it ends in `right`. */
function longestRun(left: readonly string[], right: readonly string[]): { length: number; end: number } {
  let best = { length: 0, end: 0 };
  let previous = new Uint16Array(right.length + 1);
  for (const word of left) {
    const current = new Uint16Array(right.length + 1);
    for (let j = 1; j <= right.length; j++) {
      if (right[j - 1] !== word) continue;
      const length = (previous[j - 1] as number) + 1;
      current[j] = length;
      if (length > best.length) best = { length, end: j };
    }
    previous = current;
  }
  return best;
}

/** Words [from, to) of a text as written. */
function surface(text: string, from: number, to: number): string {
  const words = [...text.normalize("NFKD").matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words[from];
  const last = words[to - 1];
  return first && last
    ? text
        .normalize("NFKD")
        .slice(first.index, last.index + last[0].length)
        .normalize("NFC")
    : "";
}
