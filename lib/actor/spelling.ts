import { foldWords } from "./fold.ts";

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

/** Spellings of one sound, in order: what comes later sees what comes before replaced. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, "s"],
  [/tch|tsch|ch|cz/g, "c"],
  [/dzh|zh/g, "z"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/ck|q|c(?=[aouklr])/g, "k"],
  [/x/g, "ks"],
  [/ts|tz/g, "z"],
  [/w/g, "v"],
  [/[yj]/g, "i"],
  [/ou|oo/g, "u"],
  [/ee/g, "i"],
  [/(?<=[aou])e/g, ""],
  [/i(?=[aeou])/g, ""],
  [/(.)\1+/g, "$1"],
];

/** A word of a name with its sound in place of its spelling: "zelenskyy", "zelenskiy" and "зеленский" are one. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [spelling, plain]) => sound.replace(spelling, plain), word);
}

/** Consonants of a sound, and how many groups of vowels stand between them: what transcriptions keep. */
export function skeletonOf(sound: string): string {
  const vowels = sound.match(/[aeiou]+/g)?.length ?? 0;
  return `${sound.replace(/[aeiou]+/g, "")}${vowels}${/[ao]$/.test(sound) ? sound.at(-1) : ""}`;
}

/** Words of a name folded, Cyrillic letters written in Latin ones. */
export function latinWords(name: string): readonly { text: string; caps: boolean }[] {
  return foldWords(name).map(({ text, caps }) => ({
    caps,
    text: /[а-яіїєґ]/u.test(text) ? [...text].map((letter) => CYRILLIC[letter] ?? letter).join("") : text,
  }));
}
