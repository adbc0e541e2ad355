import { bodiesIn, type NamedBody } from "./bodies.ts";
import { pronounOf } from "./mention.ts";
import { ROLES } from "./roles.ts";
import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";

/** Names an article introduces: the long form of an acronym, the full name behind a surname. */
export interface NamesInText {
  readonly acronyms: ReadonlyMap<string, string>;
  readonly fullNames: ReadonlyMap<string, string>;
  /** Persons in the order of the text. */
  readonly persons: readonly NamedPerson[];
  /** Bodies and companies in the order of the text. */
  readonly bodies: readonly NamedBody[];
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
  governor senator congressman congresswoman representative rep rep. sen sen. gov gov. gen gen. lt lt. col col. capt capt. adm
  adm. mr mr. mrs mrs. ms ms. dr dr. prof prof. professor judge justice mayor king queen prince princess pope bishop
  archbishop sir lord lady premier chancellor ambassador envoy commissioner commander colonel captain admiral
  lieutenant major sergeant marshal prime vice deputy foreign defence defense interior finance leader speaker
  pastor state democrat republican attorney former acting rev rev. leutnant analyst professor strategist activist lawyer ceo inspector councillor detective officer`
    .trim()
    .split(/\s+/),
);
/** Words that show that a name is not a person's. */
const BODIES =
  /\b(?:ministry|department|agency|office|party|committee|council|commission|university|institute|court|bank|group|company|union|association|organi[sz]ation|navy|army|force|forces|police|news|times|post|journal|television|radio|house|senate|parliament|congress|government|authority|federation|corporation|inc|ltd|foundation|board|bureau|service|command|alliance|center|centre|project|network|campaign|survey|poll|guild|club|league|society|school|college|hospital|church|ministries|nations|states|kingdom|republic)\b/i;

/** Whether a name may be a person's: two to four capitalised words and none that names a body. */
export function looksPersonal(name: string): boolean {
  if (BODIES.test(name)) return false;
  const words = name.split(/\s+/);
  return (
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:de|van|von|bin|al|el|der|la|di|da)$/i.test(word)) &&
    !/^[\p{Lu}\d.&]{2,}$/u.test(name)
  );
}

/** A run of capitalised words that is no title: "Ann Lee" in "Foreign Minister Ann Lee". */
function runs(tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  let run: Token[] = [];
  for (const token of tokens) {
    const joins = run.length === 0 || token.start - (run.at(-1)?.end ?? 0) <= 1;
    if (/^\p{Lu}/u.test(token.text) && token.pos === "PROPN" && joins && !TITLES.has(token.low))
      run.push(token);
    else {
      if (run.length > 0) found.push(run);
      run = [];
    }
  }
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

/** Reads an article once for the names it introduces. */
export function namesInText(article: Segmented): NamesInText {
  const acronyms = new Map<string, string>();
  const seen = new Map<string, Map<string, number>>();
  const { text, tokens } = article;
  const all = runs(tokens);
  for (const run of all) {
    const name = text.slice(run[0]?.start, run.at(-1)?.end);
    const last = run.at(-1)?.text ?? "";
    if (run.length < 2 || run.length > 4 || !looksPersonal(name)) continue;
    const counts = seen.get(last) ?? new Map<string, number>();
    seen.set(last, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  for (let at = 2; at + 1 < tokens.length; at++) {
    const inside = tokens[at] as Token;
    if (
      tokens[at - 1]?.text !== "(" ||
      tokens[at + 1]?.text !== ")" ||
      !/^\p{Lu}[\p{Lu}\d&.-]+$/u.test(inside.text)
    )
      continue;
    let first = at - 1;
    while (
      first > 0 &&
      at - first < 10 &&
      (/^\p{Lu}/u.test(tokens[first - 1]?.text ?? "") ||
        /^(?:of|for|and|the|in|&|'s)$/.test(tokens[first - 1]?.low ?? ""))
    )
      first--;
    while (first < at && !/^\p{Lu}/u.test(tokens[first]?.text ?? "")) first++;
    // As many words back as the acronym has letters, small words not counted.
    const long = text.slice(tokens[first]?.start, tokens[at - 2]?.end).replace(/^The /, "");
    if (long && first < at - 1) acronyms.set(inside.text, long);
  }
  const fullNames = mostFrequent(seen);
  const capitalised = all.map((run) => ({
    name: text.slice(run[0]?.start, run.at(-1)?.end),
    start: run[0]?.start ?? 0,
  }));
  const persons = personsIn(article, all, fullNames);
  const lists = listsIn(text, capitalised);
  return { acronyms, fullNames, persons, bodies: bodiesIn(article), lists, capitalised };
}

function personsIn(
  { sentences, text, tokens }: Segmented,
  all: readonly (readonly Token[])[],
  fullNames: ReadonlyMap<string, string>,
): NamedPerson[] {
  const places = new Map(tokens.map((token, place) => [token.start, place]));
  const openings = new Set(sentences.map((sentence) => sentence.from));
  return all.flatMap((run) => {
    const words = text.slice(run[0]?.start, run.at(-1)?.end);
    const name = run.length === 1 ? fullNames.get(words) : words;
    if (!name || run.length > 4 || !looksPersonal(name)) return [];
    const start = run[0]?.start ?? 0;
    const place = places.get(start) ?? 0;
    let first = place;
    if (tokens[first - 1]?.text === "," && isTitle(tokens[first - 2])) first--;
    while (place - first < LONGEST_TITLE && isTitle(tokens[first - 1])) first--;
    const title = text.slice(tokens[first]?.start, start);
    const pronoun = pronounOf(title);
    return [
      {
        name,
        start,
        titled: first < place,
        opens: openings.has(first) || openings.has(first - 1),
        quoted: run[0]?.quotation !== -1,
        ...(pronoun && { pronoun }),
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
