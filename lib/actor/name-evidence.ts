import { TITLES } from "../attribution/names.ts";
import { latinWords, skeletonOf, soundOf } from "./spelling.ts";

/** How one name speaks for another, the strongest first. */
export const EVIDENCE = ["same", "order", "spelling", "middle", "initials", "surname"] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** A person's name taken apart for comparing. */
export interface PersonName {
  /** Folded words without titles; initials taken apart. */
  readonly words: readonly string[];
  /** Their sounds, without "al", "bin" and the like. */
  readonly sounds: readonly string[];
  /** The letters those words begin with, as written. */
  readonly firsts: readonly string[];
  readonly text: string;
  /** The name read another way: "г" is g in Russian and h in Ukrainian, and not every name shows which. */
  readonly other?: PersonName | undefined;
}

/** Words that transcriptions and papers leave out. */
const LEFT_OUT = new Set(["al", "el", "ul", "bin", "ibn", "bint", "jr", "sr"]);
const LONGEST_INITIALS = 3;

/** Reads a person's name; titles in front are left out. */
export function personName(name: string): PersonName {
  const read = readName(name);
  return /[гГ]/u.test(name)
    ? { ...read, other: readName(name.replace(/г/gu, "х").replace(/Г/gu, "Х")) }
    : read;
}

function readName(name: string): PersonName {
  const plain = name.replace(/,.*$/u, "").replace(/[’']s?$/u, "");
  const words = latinWords(plain).flatMap(({ caps, text }) =>
    caps && text.length <= LONGEST_INITIALS && !/[aeiou]/.test(text) ? [...text] : [text],
  );
  let first = 0;
  while (first < words.length - 1 && TITLES.has(words[first] ?? "")) first++;
  const kept = words.slice(first);
  const bare = kept.filter((word, at) => !LEFT_OUT.has(word) || (at === 0 && kept.length === 1));
  return {
    words: kept,
    sounds: bare.map(soundOf),
    firsts: bare.map((word) => word[0] ?? ""),
    text: kept.join(" "),
  };
}

/** All beginnings at another word: "jong un kim" for "kim jong un", written as one. */
export function rotations({ sounds }: PersonName): readonly string[] {
  return sounds.map((_, at) => [...sounds.slice(at), ...sounds.slice(0, at)].join(""));
}

const isInitial = (word: string | undefined) => word?.length === 1;

/**
 * Whether one name has initials where the other has the words: "J. K. Moreau", "I. Brandt-Holm". The surname and every
 * other word must be the same, the first initial must be that of the first name; later ones may have been left out.
 */
function isInitialsOf(short: PersonName, long: PersonName): boolean {
  const many = short.sounds.findIndex((sound) => !isInitial(sound));
  const surname = short.sounds.slice(many);
  const given = long.sounds.length - surname.length;
  if (many < 1 || given < 1 || !surname.every((sound, at) => sound === long.sounds[given + at])) return false;
  const initials = short.firsts.slice(0, many);
  const firsts = long.firsts.slice(0, given);
  if (initials[0] !== firsts[0] || long.sounds.slice(0, given).every(isInitial)) return false;
  let from = 0;
  for (const initial of initials) {
    const at = firsts.indexOf(initial, from);
    if (at < 0) return given < many;
    from = at + 1;
  }
  return true;
}

/** First and last are the same and nothing else contradicts: one has a middle name, or an initial, more. */
function isWithoutMiddle(a: PersonName, b: PersonName): boolean {
  const [short, long] = a.sounds.length <= b.sounds.length ? [a.sounds, b.sounds] : [b.sounds, a.sounds];
  if (short.length < 2 || short[0] !== long[0] || short.at(-1) !== long.at(-1) || isInitial(short[0]))
    return false;
  if (short.length === long.length)
    return short.every(
      (sound, at) =>
        sound === long[at] || (a.firsts[at] === b.firsts[at] && (isInitial(sound) || isInitial(long[at]))),
    );
  const others = long.slice(1, -1);
  return short.slice(1, -1).every((word) => others.some((other) => other.startsWith(word)));
}

/** How two names of persons speak for being one person's, or nothing. */
export function nameEvidence(a: PersonName, b: PersonName): Evidence | undefined {
  if (a.other || b.other) {
    const readings = (name: PersonName) =>
      name.other ? [{ ...name, other: undefined }, name.other] : [name];
    const found = readings(a).flatMap((one) => readings(b).map((two) => compared(one, two)));
    return EVIDENCE.find((evidence) => found.includes(evidence));
  }
  return compared(a, b);
}

function compared(a: PersonName, b: PersonName): Evidence | undefined {
  if (a.sounds.length === 0 || b.sounds.length === 0) return undefined;
  if (a.text === b.text) return "same";
  if (a.sounds.length > 1 && b.sounds.length > 1) {
    const joined = a.sounds.join("");
    if (joined === b.sounds.join("")) return "spelling";
    if (rotations(b).includes(joined)) return "order";
    if (isWithoutMiddle(a, b)) return "middle";
    if (isInitialsOf(a, b) || isInitialsOf(b, a)) return "initials";
    return soundAlike(a, b) ? "spelling" : undefined;
  }
  const [lone, full] = a.sounds.length === 1 ? [a, b] : [b, a];
  const surname = lone.sounds[0];
  // Family names stand last, or first as in Korean, Chinese and Hungarian.
  return full.sounds.at(-1) === surname || (full.sounds.length > 1 && full.sounds[0] === surname)
    ? "surname"
    : undefined;
}

/** The same consonants word by word, with the surname heard the same or long enough: "Muhammad", "Mohamed". */
function soundAlike(a: PersonName, b: PersonName): boolean {
  if (a.sounds.length !== b.sounds.length) return false;
  return a.sounds.every((sound, at) => {
    const other = b.sounds[at] ?? "";
    if (sound === other) return true;
    const skeleton = skeletonOf(sound);
    return skeleton === skeletonOf(other) && skeleton.replace(/[^\p{L}]/gu, "").length >= 3;
  });
}
