/** One word of an article, folded for comparison. */
export interface StoryWord {
  /** Small letters without marks and endings: words of one language are compared by it. */
  readonly stem: string;
  /** Small letters without marks: names are compared by it, in every language. */
  readonly bare: string;
  /** As written, for the reason. */
  readonly surface: string;
  /** Written with a capital where no sentence begins. */
  readonly capital: boolean;
  /** Nothing but a space stands between it and the word before. */
  readonly joined: boolean;
  /** The word before owns it: "Mara’s" boat. */
  readonly owned: boolean;
  /** What ties it to the word before though no space alone does: "Indo-Pacific", "Dockworkers’ Union". */
  readonly tie: "-" | "’ " | null;
}

const APOSTROPHES = /[\u2018\u2019\u02BC\u2032`´]/gu;
const DOTTED_ACRONYM = /(?<!\p{L})(?:\p{L}\.){2,}(?:\p{L}(?!\p{L})\.?)?/gu;
const POSSESSIVE = /(?<=[\p{L}\p{N}])'s(?!\p{L})/giu;
/** "Sen. Moe Tarn" is no end of a sentence. */
const TITLE = /(?<!\p{L})(Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Prof|St|Jr|Sr|Rev)\.(?= )/gu;
const WORD = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu;
/** Stands for a possessive ending: a character for private use, which says nothing in a text. */
const OWNS = "\uE000";
const SPACE = /^\uE000?[ \u00A0]$/u;
const HYPHEN = /^[-\u2010\u2011]$/u;
/** Before the first word of a sentence, a line or a quotation: its capital says nothing. */
const OPENING = /(?:^|[.!?…:\n"“”„«»()[\]•|–—])[\s"“”„«»'([]*$/u;
/** Characters before a word that are looked at for it. */
const LOOK_BACK = 12;
/** Scripts that put no space between words: pairs of characters stand for them. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const HANGUL = /^\p{sc=Hangul}{3,}$/u;
/** Particles of Korean, which are written onto the noun. */
const PARTICLE =
  /(?:에서는|에게서|으로는|에서|에게|으로|까지|부터|이라고|라고|은|는|이|가|을|를|의|에|로|와|과|도|만)$/u;
/** Other languages: longer words are compared by their beginning, which needs no grammar of theirs. */
const STEM = 7;
/** Letters of which a word is at most: what is longer is none, and would only cost time. */
const LONGEST = 60;

/** Words of a text in order. @param language BCP 47 base; null or "und": unknown */
export function storyWords(text: string, language: string | null): readonly StoryWord[] {
  const plain = text
    .normalize("NFKC")
    .replace(APOSTROPHES, "'")
    .replace(DOTTED_ACRONYM, (acronym) => acronym.replaceAll(".", ""))
    .replace(TITLE, "$1")
    .replace(POSSESSIVE, OWNS);
  const found: StoryWord[] = [];
  let end = 0;
  for (const match of plain.matchAll(WORD)) {
    const surface = match[0].slice(0, LONGEST);
    const { index } = match;
    const opens = OPENING.test(plain.slice(Math.max(0, index - LOOK_BACK), index)) || index === 0;
    const between = plain.slice(end, index);
    const joined = found.length > 0 && SPACE.test(between);
    end = index + match[0].length;
    if (UNSPACED.test(surface)) found.push(...pairsOf(surface));
    else
      found.push({
        ...fold(surface, language),
        surface,
        joined,
        tie: HYPHEN.test(between) ? "-" : between === "' " && found.at(-1)?.bare.endsWith("s") ? "’ " : null,
        owned: between.startsWith(OWNS),
        capital: !opens && /^\p{Lu}/u.test(surface),
      });
  }
  return found;
}

function pairsOf(surface: string): readonly StoryWord[] {
  const characters = [...surface];
  return characters.slice(1).map((character, at) => {
    const pair = `${characters[at]}${character}`;
    return {
      stem: pair,
      bare: pair,
      surface: pair,
      capital: false,
      joined: false,
      owned: false,
      tie: null,
    };
  });
}

function fold(word: string, language: string | null): Pick<StoryWord, "stem" | "bare"> {
  const bare = word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .normalize("NFC");
  if (/^\p{N}/u.test(bare)) return same(bare.replaceAll(",", ""));
  if (language === "en")
    return { bare, stem: bare.length > 4 ? bare.replace(/(?:ies|ing|ed|es|s)$/, "") : bare };
  if (HANGUL.test(bare)) return same(bare.replace(PARTICLE, ""));
  const stem = bare.length > STEM ? bare.slice(0, STEM) : bare;
  // Names in Latin letters stay as they are; elsewhere they take endings too.
  return { stem, bare: /\p{sc=Latin}/u.test(bare) ? bare : stem };
}

const same = (word: string) => ({ stem: word, bare: word });
