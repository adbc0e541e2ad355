const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const APOSTROPHE = /(?<=\p{L})['\u2019\u02BC](?=\p{L})/gu;
const MARKS = /\p{M}+/gu;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Without words, two characters stand for one: a run of five is then six characters long. */
const UNSPACED_WORD = 2;

/**
 * The words of a text, folded so that a reprint's typography does not matter: small letters, no accents, full-width
 * letters as plain ones, the apostrophe inside a word left out. Scripts without spaces give overlapping pairs of characters.
 */
export function copyWords(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replace(APOSTROPHE, "").toLowerCase();
  const found: string[] = [];
  for (const [word] of plain.matchAll(WORD)) {
    if (UNSPACED.test(word)) found.push(...pairs(word.normalize("NFC")));
    else {
      const bare = word.replace(MARKS, "").normalize("NFC");
      if (bare !== "") found.push(bare);
    }
  }
  return found;
}

function pairs(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length < UNSPACED_WORD) return [word];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
