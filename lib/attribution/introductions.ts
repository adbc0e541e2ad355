import { namesBody } from "./mention.ts";
import { phraseAfter, phraseBefore } from "./noun-phrase.ts";
import { ROLES } from "./roles.ts";
import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";

/** What the text says about somebody beside the name: "harbour master", "a professor at the university". */
export interface Introduction {
  readonly name: string;
  /** UTF-16 offset of the name. */
  readonly start: number;
  /** Verbatim, at most 120 characters. */
  readonly words: string;
  /** Nouns in small letters that later words may call the one by: "professor", "chair" in "who chairs". */
  readonly heads: ReadonlySet<string>;
  /** All words in small letters. */
  readonly holds: ReadonlySet<string>;
}

/** A name with its place among the tokens. */
export interface NamePlace {
  readonly name: string;
  readonly first: number;
  readonly end: number;
}

/** Longest description kept, in characters. */
const LONGEST = 120;
/** Longest relative clause kept, in tokens. */
const CLAUSE = 24;
const DOING: Readonly<Record<string, string>> = {
  chairs: "chair",
  chaired: "chair",
  heads: "head",
  headed: "head",
  leads: "leader",
  led: "leader",
  runs: "head",
  ran: "head",
  directs: "director",
  founded: "founder",
  owns: "owner",
  manages: "manager",
  teaches: "teacher",
  represents: "representative",
};
/** Titles cut short, and the nouns that later words use. */
const CUT_SHORT: Readonly<Record<string, string>> = {
  gov: "governor",
  sen: "senator",
  rep: "representative",
  gen: "general",
  prof: "professor",
  dr: "doctor",
  capt: "captain",
  col: "colonel",
};
/** Words that stand for a person beside those of ROLES: by their endings, as in "harbour master", "engineer". */
const PERSONAL =
  /^(?:mayor|head|chief|professor|doctor|lawyer|captain|spokes(?:man|woman|person)|\p{L}*(?:man|woman|ist|ician)|\p{L}{2,}(?:eer|[^n]er|or)|aide|owner|deputy|neighbour|neighbor|colleague|widow|nurse|cook|guard|guide|pilot|clerk|resident|student|expert|analyst|economist|veteran|activist|host|guest|friend|father|mother|son|daughter|brother|sister|husband|wife|king|queen|prince|princess|pope|envoy|diplomat|senator|candidate|nominee|lawmaker|deputy|representative|congressman|congresswoman|premier|judge|bishop|archbishop|imam|rabbi|pastor|sheikh)$/iu;
/** Ordinary words with such endings. */
const NOT_PERSONAL = new Set(
  "other later after never over under number order river winter summer water paper power matter letter center computer weather former either neither another together however whether better greater larger smaller color colour floor door minor major error factor sector harbor harbour labor labour honor honour mirror motor tower corner border chapter charter quarter september october november december".split(
    " ",
  ),
);

export const namesPerson = (word: string): boolean =>
  !NOT_PERSONAL.has(word) && (ROLES.has(word) || PERSONAL.test(word));

/** "who chairs the union" makes a chair; "who wants to be president" makes nobody one. */
function headsOf(words: readonly Token[]): Set<string> {
  const heads = new Set<string>();
  const clause = /^(?:who|which)$/.test(words[0]?.low ?? "") && !/^(?:is|was)$/.test(words[1]?.low ?? "");
  for (const { low } of clause ? words.slice(1, 2) : words) {
    const doing = DOING[low] ?? CUT_SHORT[low.replace(/\.$/, "")];
    if (doing) heads.add(doing);
    else if (namesPerson(low) || namesBody(low)) heads.add(low);
  }
  return heads;
}

function introduction(text: string, place: NamePlace, start: number, words: readonly Token[]): Introduction {
  const whole = text.slice(words[0]?.start, words.at(-1)?.end);
  const cut = whole.length > LONGEST ? whole.slice(0, LONGEST + 1).replace(/\s+\S*$/u, "") : whole;
  const holds = new Set(words.flatMap(({ low }) => [low, low.replace(/s$/, ""), DOING[low] ?? low]));
  return { name: place.name, start, words: cut, heads: headsOf(words), holds };
}

/** Behind the name: ", a professor at ...,", ", who chairs the union,", " is the harbour master". */
function behind(tokens: readonly Token[], end: number, to: number): readonly Token[] | undefined {
  let at = end;
  if (tokens[at]?.text === "," && /^\d{1,3}$/.test(tokens[at + 1]?.text ?? "")) at += 2;
  const mark = tokens[at];
  const next = tokens[at + 1];
  if (!mark || !next || at + 1 >= to || next.quotation >= 0) return undefined;
  if (mark.text === "," && /^(?:who|which)$/.test(next.low)) {
    let last = at + 2;
    while (last < to && last - at < CLAUSE && !/^[,;:.?!—–]$/.test(tokens[last]?.text ?? "")) last++;
    return last - at > 3 ? tokens.slice(at + 1, last) : undefined;
  }
  const copula = /^(?:is|was)$/.test(mark.low) && next.pos === "DET";
  if (mark.text !== "," && !copula) return undefined;
  const phrase = phraseAfter(tokens, at + 1, to);
  if (!phrase) return undefined;
  const words = tokens.slice(phrase.first, phrase.end);
  // A name behind a comma is one of a row or a place; a bare noun must say what somebody is.
  const owned = words.some(({ low }) => low === "'s") && namesPerson(words.at(-1)?.low ?? "");
  if (next.pos !== "DET" && !owned && (/^\p{Lu}/u.test(next.text) || headsOf(words).size === 0))
    return undefined;
  return headsOf(words).size > 0 || next.pos === "DET" ? words : undefined;
}

/** In front of the name: "harbour master Ilse Brandt", "the guild’s secretary, Mira Holt". */
function inFront(tokens: readonly Token[], from: number, first: number): readonly Token[] | undefined {
  const comma = tokens[first - 1]?.text === ",";
  const end = comma ? first - 1 : first;
  const last = tokens[end - 1];
  if (!last || end <= from || last.quotation >= 0) return undefined;
  const title = last.low.replace(/\.$/, "");
  if (!namesPerson(title) && !CUT_SHORT[title]) return undefined;
  const phrase = phraseBefore(tokens, from, end);
  if (!phrase) return undefined;
  const words = tokens.slice(phrase.first, phrase.end);
  // "sat next to Mayor Mira Holt": she is the mayor, not next to one.
  const link = words.findLastIndex(({ low }) => /^(?:to|with|near|against|on|under|from|by|and)$/.test(low));
  return comma ? words : words.slice(link + 1);
}

/** Introductions of the given names, in the order of the text. */
export function introductionsIn(article: Segmented, places: readonly NamePlace[]): Introduction[] {
  const { sentences, text, tokens } = article;
  const found: Introduction[] = [];
  let sentence = 0;
  for (const place of places) {
    while ((sentences[sentence]?.to ?? tokens.length) <= place.first && sentence < sentences.length - 1)
      sentence++;
    const from = sentences[sentence]?.from ?? 0;
    const to = sentences[sentence]?.to ?? tokens.length;
    const start = tokens[place.first]?.start ?? 0;
    for (const words of [behind(tokens, place.end, to), inFront(tokens, from, place.first)])
      if (words && words.length > 0) found.push(introduction(text, place, start, words));
  }
  return found;
}

/** Introductions looked through for one description. */
const REACH = 200;

/**
 * Those whom a description such as "the finance minister" fits: introduced with its noun and with all its other words;
 * the last one named before `start` first, then the first behind.
 */
export function introducedAs(
  introductions: readonly Introduction[],
  description: string,
  start: number,
): readonly Introduction[] {
  const words = description
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== "" && !/^(?:the|a|an|of|for|at|in|from|s|new|his|her|its|their)$/.test(word));
  const head = description
    .split(/\s(?:of|for|from|in|at|with|on)\s/i)[0]
    ?.split(/\s+/)
    .at(-1)
    ?.toLowerCase();
  if (!head || !namesPerson(head)) return [];
  const fits = (one: Introduction) => one.heads.has(head) && words.every((word) => one.holds.has(word));
  let cut = 0;
  let high = introductions.length;
  while (cut < high) {
    const middle = (cut + high) >> 1;
    if ((introductions[middle]?.start ?? 0) < start) cut = middle + 1;
    else high = middle;
  }
  const before = introductions
    .slice(Math.max(0, cut - REACH), cut)
    .filter(fits)
    .reverse();
  const found = before.length > 0 ? before : introductions.slice(cut, cut + REACH).filter(fits);
  return found.filter((one, place) => found.findIndex((other) => other.name === one.name) === place);
}
