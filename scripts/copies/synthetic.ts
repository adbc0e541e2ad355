import { randomFillSync } from "node:crypto";
import { signatureOf } from "../../lib/matching/copy/signature.ts";

/** Words and articles that nobody wrote, in the proportions of news: some words, phrases and closing lines come again and again. */
const WORDS = 40_000;
const PHRASES = 20_000;
const OUTLETS = 500;
const PARAGRAPHS = 10;
const PARAGRAPH_WORDS = 40;
/** Of a text's keys so many lie in phrases that other texts have too. */
const PHRASE_SHARE = 0.2;

let state = 20_261_126;
/** From 0 to under 1; the same on every machine. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}
export const below = (most: number): number => Math.floor(random() * most);
/** The n-th of a list is drawn about 1/n as often as the first (Zipf's law). */
const often = (most: number): number => Math.min(most - 1, Math.floor((most + 1) ** random()) - 1);

const ONSETS = "b br c ch d dr f g gr h j k kl l m n p pr r s st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ea io".split(" ");
const syllable = () => `${ONSETS[below(ONSETS.length)]}${VOWELS[below(VOWELS.length)]}`;
const vocabulary = Array.from({ length: WORDS }, () =>
  Array.from({ length: 2 + below(3) }, syllable).join(""),
);
const word = () => vocabulary[often(WORDS)] ?? "";
const words = (count: number) => Array.from({ length: count }, word);
const phrases = Array.from({ length: PHRASES }, () => words(6 + below(4)));
const boilerplate = Array.from({ length: OUTLETS }, () => words(PARAGRAPH_WORDS).join(" "));

function paragraph(): string {
  const made: string[] = [];
  while (made.length < PARAGRAPH_WORDS)
    made.push(...(random() < 0.03 ? (phrases[often(PHRASES)] ?? []) : [word()]));
  return made.join(" ");
}
const paragraphs = (count: number) => Array.from({ length: count }, paragraph);
const printed = (body: readonly string[]) => [...body, boilerplate[below(OUTLETS)] ?? ""].join("\n\n");

/** A new article, closed by its outlet's boilerplate. */
export interface SyntheticArticle {
  readonly body: readonly string[];
  readonly text: string;
}
export function article(): SyntheticArticle {
  const body = paragraphs(PARAGRAPHS - 5 + below(11));
  return { body, text: printed(body) };
}

/** How reprints differ from what they reprint. */
export const REPRINTS: Readonly<Record<string, (body: readonly string[]) => string>> = {
  copy: (body) => printed(body),
  edited: (body) => printed(body.map((one) => changed(one, 20))),
  cut: (body) => printed(body.slice(0, Math.max(2, Math.ceil(body.length / 4)))),
  "cut and added": (body) =>
    printed([...paragraphs(1), ...body.slice(0, Math.ceil(body.length * 0.6)), ...paragraphs(3)]),
};

/** One word in so many is another. */
const changed = (text: string, every: number) =>
  text
    .split(" ")
    .map((one) => (below(every) === 0 ? word() : one))
    .join(" ");

const keysOf = (text: string) => signatureOf(text)?.keys ?? [];
const boilerplateKeys = boilerplate.map((text) => keysOf(text));
const phraseKeys = phrases.map((one) => keysOf([...one, ...words(40)].join(" "))[0] ?? 0);
const noise = new Int32Array(65_536);
let noiseAt = noise.length;

/** A run that no other text has. */
function ownKey(): number {
  if (noiseAt === noise.length) {
    randomFillSync(noise);
    noiseAt = 0;
  }
  return noise[noiseAt++] as number;
}

/**
 * The keys of an article among which others are looked for, without its words: as many as real ones have, its outlet's
 * boilerplate and the common phrases among them. A million whole texts would take an hour to write and tell no more.
 */
export function fillerKeys(): readonly number[] {
  const keys = new Set(boilerplateKeys[below(OUTLETS)]);
  const count = 14 + below(34);
  for (let made = 0; made < count; made++)
    keys.add(random() < PHRASE_SHARE ? (phraseKeys[often(PHRASES)] ?? 0) : ownKey());
  return [...keys].sort((a, b) => a - b);
}
