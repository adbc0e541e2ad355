import { type StoryWord, storyWords } from "./words.ts";

export interface StoryText {
  readonly headline: string;
  /** The whole text; the headline may stand in it. */
  readonly text: string;
  /** BCP 47 base; null or "und": unknown. */
  readonly language: string | null;
  /** Who publishes it: an outlet that names itself says nothing of the event. */
  readonly outlet?: string;
}

/** One thing an article is about: a word of its language, a name, a number. */
export interface StoryTerm {
  /** 32 bits of what it is. The lowest is set for what every language writes alike: names and numbers. */
  readonly hash: number;
  /** As the article writes it. */
  readonly surface: string;
  /** How much the article is about it, whether it is rare or not. */
  readonly weight: number;
  /** Letters of the shorter way to write it: all that is known of a word where its language is not. */
  readonly length: number;
  /** Of a name, or of names in a row: how the text writes them. Null where it parts them: "Mara’s Boat". */
  readonly named?: Named | null;
}

export interface Named {
  /** The longest name in the text that it is a part of, word by word. */
  readonly whole: readonly NamedWord[];
  /** Whether it also stands without more. */
  readonly alone: boolean;
}

/** A word of a name in the text. */
export interface NamedWord {
  readonly surface: string;
  /** What stands before it where it is not the first. */
  readonly glue: " " | "-" | "’ ";
  /** What it is as a name, and as a word. */
  readonly hashes: readonly number[];
  /** The text writes it small as well, so that it says little alone: the "Freedom" of "Freedom Edge". */
  readonly common: boolean;
}

/** What one mention counts, by where it stands: headline and lead say what an article is about. */
const PLACE = { headline: 4, lead: 1.5, body: 0.25 } as const;
/** A mention below this counts nothing. */
const LEAST_MENTION = 0.2;
/** Words of the lead, and words that are read: long pieces wander. */
const LEAD = 150;
const READ = 1_200;
const KIND = { word: 1, name: 1.1, number: 0.8 } as const;
type Kind = keyof typeof KIND;
const LONGEST_NAME = 4;
/** Words of the longest name that is shown: more capitals in a row are a headline's. */
const LONGEST_SHOWN = 6;
/** Languages that write every noun with a capital: only two words in a row are a name by their shape. */
const NOUNS_IN_CAPITALS: ReadonlySet<string> = new Set(["de", "lb"]);

/** The terms of an article, each once. Pure, linear in the text. */
export function storyTerms({ headline, text, language, outlet = "" }: StoryText): readonly StoryTerm[] {
  const title = storyWords(headline, language);
  const body = storyWords(text, language).slice(0, READ);
  const named = namesIn(body);
  const single = !NOUNS_IN_CAPITALS.has(language ?? "");
  const itself = new Set(storyWords(outlet, language).map(({ bare }) => bare));
  const wholes = wholeNames([title, body], named, language);
  const found = new Map<string, { kind: Kind; key: string; surface: string; mentions: number }>();
  const add = (kind: Kind, key: string, surface: string, mentions: number) => {
    if (kind === "name" && itself.size > 0 && key.split(" ").every((word) => itself.has(word))) return;
    const id = idOf(kind, key, language);
    const there = found.get(id);
    if (there) {
      there.mentions += mentions;
      // "ferry" is shown, not the "Ferry" that began a headline.
      if (kind === "word" && /^\p{Ll}/u.test(surface)) there.surface = surface;
    } else found.set(id, { kind, key, surface, mentions });
  };
  const read = (words: readonly StoryWord[], place: (at: number) => number) => {
    for (const [at, { bare, stem, surface }] of words.entries()) {
      if (bare.length < 2) continue;
      const kind = /^\p{N}/u.test(bare) ? "number" : single && named.has(bare) ? "name" : "word";
      const key = kind === "word" ? stem : bare;
      add(kind, key, kind === "name" ? (named.get(bare) ?? surface) : surface, place(at));
    }
    for (const { at, key, surface } of fullNames(words, named)) add("name", key, surface, place(at));
  };
  read(title, () => PLACE.headline);
  read(body, (at) => (at < LEAD ? PLACE.lead : PLACE.body));
  return [...found].map(([id, { kind, key, surface, mentions }]) => ({
    hash: hashOfId(kind, id),
    surface,
    weight: (1 + Math.log(mentions / LEAST_MENTION)) * KIND[kind],
    length: key.length,
    ...(kind === "name" ? { named: wholes.get(key) ?? null } : {}),
  }));
}

const idOf = (kind: Kind, key: string, language: string | null) =>
  `${kind === "word" ? (language ?? "und") : kind} ${key}`;
const hashOfId = (kind: Kind, id: string) => (kind === "word" ? hashOf(id) & ~1 : hashOf(id) | 1);

/** What a word, a name or a number is known by. @param key of a word its stem, else as `bare` writes it */
export const termHash = (kind: Kind, key: string, language: string | null): number =>
  hashOfId(kind, idOf(kind, key, language));

/** Whether a term is written alike in every language. */
export const isName = (hash: number): boolean => (hash & 1) === 1;

/** Words that a text writes with a capital inside sentences and nowhere small, with one way they are written. */
function namesIn(words: readonly StoryWord[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { bare, surface, capital } of words) if (capital) named.set(bare, surface);
  for (const { bare, surface } of words) if (/^\p{Ll}/u.test(surface)) named.delete(bare);
  return named;
}

interface FullName {
  /** Place of its first word. */
  readonly at: number;
  readonly key: string;
  readonly surface: string;
}

/** Two to four names in a row: "Tarn Valley Council". */
function fullNames(words: readonly StoryWord[], named: ReadonlyMap<string, string>): readonly FullName[] {
  const found: FullName[] = [];
  let run: StoryWord[] = [];
  const close = (at: number) => {
    if (run.length > 1 && run.length <= LONGEST_NAME)
      found.push({
        at: at - run.length,
        key: run.map(({ bare }) => bare).join(" "),
        surface: run.map(({ surface }) => surface).join(" "),
      });
    run = [];
  };
  for (const [at, word] of words.entries()) {
    if (!word.joined) close(at);
    if (/^\p{Lu}/u.test(word.surface) && named.has(word.bare)) run.push(word);
    else close(at);
  }
  close(words.length);
  return found;
}

/** For every name, alone or in a row, the longest name in these words that it is a part of. */
function wholeNames(
  parts: readonly (readonly StoryWord[])[],
  named: ReadonlyMap<string, string>,
  language: string | null,
): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>();
  const afterCapital: { readonly key: string; readonly before: string }[] = [];
  for (const words of parts) {
    let run: StoryWord[] = [];
    // A word before it that may belong to it: the "Port" that begins a sentence with "Port Halden".
    let before: string | null = null;
    const close = () => {
      if (run.length > 0 && run.length <= LONGEST_SHOWN) {
        const whole = run.map(({ surface, bare, stem, tie }) => ({
          surface,
          glue: tie ?? (" " as const),
          common: !named.has(bare),
          hashes: [termHash("name", bare, language), termHash("word", stem, language)],
        }));
        for (let from = 0; from < run.length; from++)
          for (let to = from + 1; to <= run.length; to++) {
            const key = run
              .slice(from, to)
              .map(({ bare }) => bare)
              .join(" ");
            const there = found.get(key);
            found.set(key, {
              whole: there && there.whole.length >= whole.length ? there.whole : whole,
              alone: (there?.alone ?? false) || (before === null && to - from === run.length),
            });
            if (before !== null && to - from === run.length) afterCapital.push({ key, before });
          }
      }
      run = [];
      before = null;
    };
    for (const word of words) {
      if (!(word.joined || word.tie !== null) || word.owned) close();
      // The capital that begins a sentence says nothing.
      if (word.capital || (/^\p{Lu}/u.test(word.surface) && named.has(word.bare))) run.push(word);
      else {
        close();
        before = /^\p{Lu}/u.test(word.surface) ? word.bare : null;
      }
    }
    close();
  }
  for (const { key, before } of afterCapital) {
    const there = found.get(key);
    if (there && !found.has(`${before} ${key}`)) found.set(key, { ...there, alone: true });
  }
  return found;
}

/** FNV-1a over UTF-16 units, in the range of a signed integer of 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}
