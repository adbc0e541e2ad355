import { acronymsIn } from "./acronyms.ts";
import { bodiesIn, type NamedBody } from "./bodies.ts";
import { BODIES } from "./body-names.ts";
import { type Introduction, introductionsIn, type NamePlace } from "./introductions.ts";
import { type Issuer, issuersIn } from "./issuers.ts";
import { pronounOf } from "./mention.ts";
import { type NamePronoun, pronounsOf } from "./pronoun-votes.ts";
import { ROLES } from "./roles.ts";
import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";

/** Names an article introduces: the long form of an acronym, the full name behind a surname. */
export interface NamesInText {
  readonly acronyms: ReadonlyMap<string, string>;
  readonly fullNames: ReadonlyMap<string, string>;
  /** All full names behind a surname, and behind a first name, in the order of the text. */
  readonly bySurname: ReadonlyMap<string, readonly string[]>;
  readonly byFirstName: ReadonlyMap<string, readonly string[]>;
  /** UTF-16 offset at which the text first gives a name in full. */
  readonly inFull: ReadonlyMap<string, number>;
  /** UTF-16 offset at which a paragraph first has a name of one word. */
  readonly alone: ReadonlyMap<string, number>;
  /** What the text says about those it names, in its order. */
  readonly introductions: readonly Introduction[];
  /** The same by name. */
  readonly saidOf: ReadonlyMap<string, readonly Introduction[]>;
  /** Names that a title or a role shows to be persons'. */
  readonly shownPersons: ReadonlySet<string>;
  /** The noun of each body's name. */
  readonly nounOf: ReadonlyMap<string, string>;
  /** "he", "she" or "it" by which the text itself goes on about a name, full or alone. */
  readonly goesOnAs: ReadonlyMap<string, NamePronoun>;
  /** Who put out a statement or another document, in the order of the text. */
  readonly issuers: readonly Issuer[];
  /** The text itself: what stands in front of a mention decides whether a capital speaks or is a place. */
  readonly text: string;
  /** Persons in the order of the text. */
  readonly persons: readonly NamedPerson[];
  /** Bodies and companies in the order of the text. */
  readonly bodies: readonly NamedBody[];
  /** The company behind the first word of its name: "Tarn" in "Tarn Boats". */
  readonly firms: ReadonlyMap<string, string>;
  /** Names in a row: "Norland, Sudland and Westland". */
  readonly lists: readonly { readonly names: readonly string[]; readonly start: number }[];
  /** All runs of capitalised words in the order of the text: states are among them. */
  readonly capitalised: readonly { readonly name: string; readonly start: number }[];
}

/** A person where the text names one, by a name in full or by a surname that it has given in full elsewhere. */
export interface NamedPerson {
  readonly name: string;
  /** UTF-16 offset of the name. */
  readonly start: number;
  /** A title or a role stands in front, so that it is no place: "Mayor Mira Holt", "its chair, Mira Holt". */
  readonly titled: boolean;
  /** The sentence begins with it. */
  readonly opens: boolean;
  readonly quoted: boolean;
  readonly pronoun?: "he" | "she";
}

/** Words that stand in front of a person's name and are not part of it. */
export const TITLES = new Set(
  `president minister secretary general spokesman spokeswoman spokesperson chairman chairwoman chair chief director
  governor senator congressman congresswoman representative rep rep. reps reps. sen sen. sens sens. govs. staff gov gov. gen gen. lt lt. col col. capt capt. adm
  adm. mr mr. mrs mrs. ms ms. dr dr. prof prof. professor judge justice mayor king queen prince princess pope bishop
  archbishop sir lord lady premier chancellor ambassador envoy commissioner commander colonel captain admiral
  lieutenant major sergeant marshal prime vice deputy foreign defence defense interior finance leader speaker
  frau herr madame monsieur mme mlle señor señora sheikh ayatollah imam dame pastor state democrat republican attorney former acting rev rev. leutnant analyst professor strategist activist lawyer ceo inspector councillor detective officer`
    .trim()
    .split(/\s+/),
);
/** Beginnings and ends of the names of places, papers and occasions. */
const PLACES =
  /^(?:new|port|san|los|las|north|south|east|west|northern|southern|eastern|western|mount|lake|fort)\s|\s(?:county|city|islands?|valley|river|street|avenue|airport|square|convention|conference|summit|act|championships?|forum|festival|awards?|prize|cathedral|castle|palace|hotel|stadium|museum|theat(?:re|er)|library|gallery|zoo|report|index|daily|herald|gazette|tribune|chronicle|magazine|review|press|wire|weekly|radio|day|week|americans?)$/i;

/** Whether a name may be a person's: two to four capitalised words and none that names a body. */
export function looksPersonal(name: string): boolean {
  if (BODIES.test(name) || PLACES.test(name)) return false;
  const words = name.split(/\s+/);
  return (
    words.length <= 4 &&
    words.every(
      (word) =>
        /^\p{Lu}/u.test(word) || /^(?:de|van|von|bin|al|el|der|la|di|da)$/i.test(word) || PREFIXED.test(word),
    ) &&
    !/^[\p{Lu}\d.&]{2,}$/u.test(name)
  );
}

const PARTICLE = /^(?:de|da|di|du|dos|del|della|van|von|der|den|ter|la|le|bin|ibn|ben|al|el|al-din|zu)$/;
const PREFIXED = /^(?:al|el|ad|an|ar|as|at|az|ul)-\p{Lu}/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;

const isNameToken = ({ low, pos, text }: Token) =>
  !TITLES.has(low) &&
  ((/^\p{Lu}/u.test(text) && (pos === "PROPN" || INITIALS.test(text))) || PREFIXED.test(text));

/** A surname that is also a word: "Earnest" behind "Josh". In headlines every word has a capital. */
const goesOn = ({ low, pos, text }: Token) =>
  /^\p{Lu}\p{Ll}/u.test(text) && (pos === "ADJ" || pos === "NOUN") && !TITLES.has(low);

/** A run of capitalised words that is no title: "Ann Lee" in "Foreign Minister Ann Lee", "Ursula von der Leyen". */
function runs(tokens: readonly Token[], paragraph: number): Token[][] {
  const found: Token[][] = [];
  let run: Token[] = [];
  tokens.forEach((token, place) => {
    const joins = run.length === 0 || token.start - (run.at(-1)?.end ?? 0) <= 1;
    const next = tokens[place + 1];
    const particle =
      run.length > 0 &&
      PARTICLE.test(token.text) &&
      next !== undefined &&
      (PARTICLE.test(next.text) || isNameToken(next));
    const more = run.length > 0 && token.start >= paragraph && goesOn(token);
    if (joins && (isNameToken(token) || particle || more)) run.push(token);
    else {
      if (run.length > 0) found.push(run);
      run = isNameToken(token) && !joins ? [token] : [];
    }
  });
  if (run.length > 0) found.push(run);
  return found;
}

/** The full name used most for each surname; of two used alike the shorter, then the first. */
function mostFrequent(seen: ReadonlyMap<string, ReadonlyMap<string, number>>): Map<string, string> {
  const best = new Map<string, string>();
  for (const [last, counts] of seen) {
    const [first] = [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
    if (first) best.set(last, first[0]);
  }
  return best;
}

/** Words of a person's name from the first to the last that are neither particles nor initials nor "Jr". */
const LONGEST_PERSON = 6;
const isFull = (run: readonly Token[], name: string) =>
  run.filter((token) => !PARTICLE.test(token.text)).length > 1 &&
  run.length <= LONGEST_PERSON &&
  looksPersonal(name);

/** The surname of a full name: its last word, "Jr" not counted. */
const surnameOf = (run: readonly Token[]) =>
  run.findLast((token) => !/^(?:jr|sr|ii|iii|iv)\.?$/i.test(token.text))?.text ?? "";

const add = (map: Map<string, string[]>, key: string, name: string) => {
  const list = map.get(key);
  if (!list) map.set(key, [name]);
  else if (!list.includes(name) && list.length < MOST_NAMESAKES) list.push(name);
};
/** Introductions kept for one name. */
const MOST_SAID = 10;
/** Full names kept for one surname. */
const MOST_NAMESAKES = 20;

/** Reads an article once for the names it introduces. */
export function namesInText(article: Segmented): NamesInText {
  const seen = new Map<string, Map<string, number>>();
  const bySurname = new Map<string, string[]>();
  const byFirstName = new Map<string, string[]>();
  const inFull = new Map<string, number>();
  const alone = new Map<string, number>();
  const { parts, text, tokens } = article;
  const paragraph = parts.find((part) => part.kind === "paragraph")?.start ?? 0;
  const all = runs(tokens, paragraph);
  for (const run of all) {
    const start = run[0]?.start ?? 0;
    const name = text.slice(start, run.at(-1)?.end);
    if (run.length === 1 && start >= paragraph && !alone.has(name)) alone.set(name, start);
    if (!isFull(run, name)) continue;
    if (!inFull.has(name)) inFull.set(name, start);
    const last = surnameOf(run);
    const counts = seen.get(last) ?? new Map<string, number>();
    seen.set(last, counts.set(name, (counts.get(name) ?? 0) + 1));
    for (const key of new Set([last, last.replace(/^\p{Ll}\p{L}-/u, "")])) add(bySurname, key, name);
    add(byFirstName, run[0]?.text ?? "", name);
  }
  const fullNames = mostFrequent(seen);
  const capitalised = all.map((run) => ({
    name: text.slice(run[0]?.start, run.at(-1)?.end),
    start: run[0]?.start ?? 0,
  }));
  const bodies = bodiesIn(article);
  const introductions = introductionsIn(article, placesOf(article, all, bodies));
  const saidOf = new Map<string, Introduction[]>();
  for (const one of introductions) {
    const said = saidOf.get(one.name);
    if (!said) saidOf.set(one.name, [one]);
    else if (said.length < MOST_SAID) said.push(one);
  }
  const goesOnAs = shownPronouns(article, all, bySurname);
  const persons = personsIn(article, all, { bySurname, fullNames, goesOnAs });
  return {
    acronyms: acronymsIn(text, tokens),
    fullNames,
    bySurname,
    byFirstName,
    inFull,
    alone,
    introductions,
    saidOf,
    shownPersons: new Set([
      ...persons.filter(({ titled }) => titled).map(({ name }) => name),
      ...introductions.filter(({ heads }) => heads.size > 0).map(({ name }) => name),
    ]),
    goesOnAs,
    nounOf: new Map(bodies.map(({ name, noun }) => [name, noun])),
    issuers: issuersIn(text, tokens),
    text,
    persons,
    bodies,
    firms: firmsOf(bodies),
    lists: listsIn(text, capitalised),
    capitalised,
  };
}

/** Pronouns of names, each also by a title with the surname of the only one who bears it: "Mrs. Holt". */
function shownPronouns(
  article: Segmented,
  all: readonly (readonly Token[])[],
  bySurname: ReadonlyMap<string, readonly string[]>,
): Map<string, NamePronoun> {
  const { text, tokens } = article;
  const at = new Map(tokens.map((token, place) => [token.start, place]));
  const places = all.map((run) => {
    const first = at.get(run[0]?.start ?? 0) ?? 0;
    return { name: text.slice(run[0]?.start, run.at(-1)?.end), first, end: first + run.length };
  });
  const shown = pronounsOf(article, places);
  for (const { first, name } of places) {
    const [only, another] = bySurname.get(name) ?? [];
    const title = pronounOf(tokens[first - 1]?.low ?? "");
    if (only && !another && title) shown.set(only, title);
  }
  return shown;
}

/** The first words of companies' names that no other company begins with. */
function firmsOf(bodies: readonly NamedBody[]): Map<string, string> {
  const firms = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name, noun } of bodies) {
    const [first = ""] = name.split(/\s+/);
    if (noun !== "company" || first === name) continue;
    const other = firms.get(first);
    if (other !== undefined && other !== name) shared.add(first);
    else firms.set(first, name);
  }
  for (const first of shared) firms.delete(first);
  return firms;
}

/** Bodies and persons with their places among the tokens, in the order of the text. */
function placesOf(
  { text, tokens }: Segmented,
  all: readonly (readonly Token[])[],
  bodies: readonly NamedBody[],
): NamePlace[] {
  const at = new Map(tokens.map((token, place) => [token.start, place]));
  const taken = new Set(bodies.map(({ start }) => start));
  const persons = all.flatMap((run) => {
    const start = run[0]?.start ?? 0;
    const first = at.get(start) ?? 0;
    const name = text.slice(start, run.at(-1)?.end);
    return taken.has(start) || !isFull(run, name) ? [] : [{ name, first, end: first + run.length }];
  });
  const named = bodies.map((body) => ({ name: body.name, first: at.get(body.start) ?? 0, end: body.last }));
  return [...persons, ...named].sort((a, b) => a.first - b.first);
}

function personsIn(
  { sentences, text, tokens }: Segmented,
  all: readonly (readonly Token[])[],
  { bySurname, fullNames, goesOnAs }: Pick<NamesInText, "bySurname" | "fullNames" | "goesOnAs">,
): NamedPerson[] {
  const places = new Map(tokens.map((token, place) => [token.start, place]));
  const openings = new Set(sentences.map((sentence) => sentence.from));
  return all.flatMap((run) => {
    const words = text.slice(run[0]?.start, run.at(-1)?.end);
    const alone = run.length === 1 ? fullNames.get(words) : words;
    if (!alone || run.length > LONGEST_PERSON || !looksPersonal(alone)) return [];
    const start = run[0]?.start ?? 0;
    const place = places.get(start) ?? 0;
    let first = place;
    if (tokens[first - 1]?.text === "," && isTitle(tokens[first - 2])) first--;
    while (place - first < LONGEST_TITLE && isTitle(tokens[first - 1])) first--;
    const title = text.slice(tokens[first]?.start, start);
    const pronoun = pronounOf(title);
    // "Mrs. Holt" where the text has two of them is the one whom it has called "she".
    const shared = alone === words ? undefined : bySurname.get(words);
    const name = shared?.find((one) => pronoun !== undefined && goesOnAs.get(one) === pronoun) ?? alone;
    const certain = pronoun && (shared === undefined || shared.length < 2);
    return [
      {
        name,
        start,
        titled: first < place,
        opens: openings.has(first) || openings.has(first - 1),
        quoted: run[0]?.quotation !== -1,
        ...(certain && { pronoun }),
      },
    ];
  });
}

/** Longest row of names that a number is said of later. */
const LONGEST_LIST = 5;

function listsIn(text: string, capitalised: NamesInText["capitalised"]): NamesInText["lists"] {
  const lists: { names: readonly string[]; start: number }[] = [];
  let names: string[] = [];
  let start = 0;
  let end = -1;
  for (const named of capitalised) {
    const between = end < 0 ? "" : text.slice(end, named.start);
    const last = /^,? and (?:the )?$/.test(between);
    if (!last && !/^, (?:the )?$/.test(between)) {
      names = [];
      start = named.start;
    }
    names.push(named.name);
    end = named.start + named.name.length;
    if (!last) continue;
    if (names.length > 1 && names.length <= LONGEST_LIST) lists.push({ names, start });
    names = [];
    start = named.start;
  }
  return lists;
}

/** Longest title in front of a name, in tokens. */
const LONGEST_TITLE = 6;
const isTitle = (token: Token | undefined) =>
  token !== undefined && (TITLES.has(token.low) || ROLES.has(token.low));
