/** One word of a name as a lookup key, and whether the text wrote it in capitals. */
export interface FoldedWord {
  readonly text: string;
  /** Written in capitals throughout, two characters or more: "US", "NATO", "G7". */
  readonly caps: boolean;
}

/** A word of this length or shorter is an acronym only when it is written in capitals: "US", never "us". */
export const SHORT_ACRONYM = 3;

const APOSTROPHES = /[\u2018\u2019\u02BB\u02BC\u2032`\u00B4]/gu;
const DOTTED_ACRONYM = /(?<!\p{L})(?:\p{L}\.)+(?:\p{L}(?!\p{L})\.?)?/gu;
const POSSESSIVE = /(?<=[\p{L}\p{N}])'s(?!\p{L})/giu;
const PLAIN = /^[A-Za-z]+(?: [A-Za-z]+)*$/;
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}&]+/u;

/** Letters that NFKD leaves whole. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["&", "and"],
]);

/** British and American spellings, and shortenings, that name the same thing. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["defense", "defence"],
  ["organization", "organisation"],
  ["center", "centre"],
  ["labor", "labour"],
  ["st", "saint"],
]);

/**
 * Folds a name into the words of its lookup key: no marks, no case, no possessive, no dots or punctuation, a
 * hyphen counts as a space, a leading "the" is dropped.
 */
export function foldWords(name: string): readonly FoldedWord[] {
  const words = PLAIN.test(name) ? plainWords(name) : markedWords(name);
  return words.length > 1 && words[0]?.text === "the" ? words.slice(1) : words;
}

/** Most names: unaccented letters and single spaces, nothing to take away. */
function plainWords(name: string): readonly FoldedWord[] {
  return name.split(" ").map((word) => {
    const lower = word.toLowerCase();
    return { text: SPELLINGS.get(lower) ?? lower, caps: isCaps(word) };
  });
}

function markedWords(name: string): readonly FoldedWord[] {
  return (
    name
      // Compatibility forms first: "⑴" holds brackets, "ﬁ" two letters.
      .normalize("NFKC")
      .replace(APOSTROPHES, "'")
      .replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""))
      .replace(POSSESSIVE, "")
      .replaceAll("'", "")
      .split(BETWEEN_WORDS)
      .filter((word) => word !== "")
      .map((word) => ({ text: foldWord(word), caps: isCaps(word) }))
      // A mark standing alone folds to nothing.
      .filter((word) => word.text !== "")
  );
}

/** The lookup key of a name: "The U.S. Navy’s" and "US navy" are both "us navy". */
export function foldName(name: string): string {
  return keyOf(foldWords(name));
}

/** The lookup key of words already folded. */
export function keyOf(words: readonly FoldedWord[]): string {
  return words.map((word) => word.text).join(" ");
}

/** Whether `surface` may stand for `alias`, which has the same key: short acronyms keep their capitals. */
export function keepsCapitals(alias: readonly FoldedWord[], surface: readonly FoldedWord[]): boolean {
  return alias.every(
    (word, i) => !word.caps || word.text.length > SHORT_ACRONYM || surface[i]?.caps === true,
  );
}

function foldWord(word: string): string {
  // Lower, upper, lower is the nearest to case folding: "ß", "ẞ" and "SS" meet, and so do "ı" and "i".
  const bare = word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC");
  const plain = bare.replace(/[øłđðþæœ&]/gu, (letter) => LETTERS.get(letter) ?? letter);
  return SPELLINGS.get(plain) ?? plain;
}

function isCaps(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
