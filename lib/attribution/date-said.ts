import type { Stretch } from "../text/stretch.ts";
import { type Saying, sentenceAt, tokensOf } from "./clause.ts";
import { datesIn, type WrittenDate } from "./date-words.ts";
import type { TokenRange } from "./noun-phrase.ts";
import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";
import { RELATIVES, SUBORDINATORS } from "./words.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a date may qualify and still be the date of the saying: "in a Sunday interview". */
const OCCASIONS =
  words(`statement interview briefing speech letter post tweet message email remarks comments conference
  press news television radio address call hearing debate memo report note release communique communiqué editorial
  article column podcast meeting session appearance testimony filing ruling`);
/** Behind these a date is that of something else: "said of the vote on Sunday", "said after Friday’s talks". */
const OTHER =
  words(`about over regarding concerning following since until till ahead before after by from through
  against despite amid`);
const SPEAKING = words("speaking talking writing appearing addressing testifying posting tweeting answering");
const ISSUED =
  words(`published released issued posted dated delivered broadcast aired sent given made recorded written
  signed circulated seen obtained told`);
const LEADS = words("on in late early earlier");
/** Words read on each side of a cue. */
const REACH = 40;

const isJoint = (token: Token) => /^(?:and|but|or|;|:|—|–|--|\(|\))$/.test(token.text);

/** A word behind which the clause of the saying is left. */
function leaves(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.quotation >= 0 || isJoint(token) || OTHER.has(token.low)) return true;
  if (RELATIVES.has(token.low) || SUBORDINATORS.has(token.low)) return true;
  const aside = tokens[at - 1]?.text === ",";
  return aside && token.low.endsWith("ing") && token.pos === "VERB" && !SPEAKING.has(token.low);
}

/** A word that no adjunct of saying holds: a verb of another clause. */
const isForeign = (tokens: readonly Token[], at: number) => {
  const { low, pos, quotation } = tokens[at] as Token;
  // "Speaking on Sunday on “The Long Table”": a title.
  if (quotation >= 0) return false;
  if (leaves(tokens, at) || pos === "AUX") return true;
  return pos === "VERB" && !SPEAKING.has(low) && !ISSUED.has(low);
};

/** "Sunday’s vote", "the March 3 vote" date something else, "a Sunday interview" dates the saying. */
function qualifiesAnother(tokens: readonly Token[], at: number, end: number): boolean {
  const possessive = tokens[at]?.low === "'s";
  let noun = possessive ? at + 1 : at;
  if (noun >= end) return false;
  if (!possessive && !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[noun]?.pos ?? "")) return false;
  for (; noun < end && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tokens[noun]?.pos ?? ""); noun++)
    if (OCCASIONS.has(tokens[noun]?.low ?? "")) return false;
  return true;
}

/** The first date of `[first, end)` that dates the clause itself. */
function dateIn(
  { text, tokens }: Segmented,
  { end, first }: TokenRange,
  published: string | undefined,
): WrittenDate | undefined {
  const from = tokens[first]?.start;
  const to = tokens[end - 1]?.end;
  if (from === undefined || to === undefined || first >= end) return undefined;
  for (const found of datesIn(text.slice(from, to), published)) {
    let at = first;
    while (at < end && (tokens[at]?.end ?? 0) <= from + found.start) at++;
    let behind = at;
    while (behind < end && (tokens[behind]?.start ?? 0) < from + found.end) behind++;
    if (qualifiesAnother(tokens, behind, end)) continue;
    while (at > first && LEADS.has(tokens[at - 1]?.low ?? "")) at--;
    return { date: found.date, start: tokens[at]?.start ?? from, end: from + found.end };
  }
  return undefined;
}

/** Tokens from `at` on that still belong to the clause of the saying. */
function reachRight(tokens: readonly Token[], at: number, end: number, taken: readonly TokenRange[]) {
  let to = at;
  while (to < end && to - at < REACH && !leaves(tokens, to) && !taken.some((range) => holds(range, to))) to++;
  return { first: at, end: to };
}

const holds = ({ end, first }: TokenRange, at: number) => first <= at && at < end;

/** `[first, end)` when it holds nothing but adjuncts; else nothing. */
function adjuncts(tokens: readonly Token[], { end, first }: TokenRange): TokenRange | undefined {
  if (end <= first || end - first > REACH) return undefined;
  for (let at = first; at < end; at++) if (isForeign(tokens, at)) return undefined;
  return { first, end };
}

/** Where the date of a saying may stand, nearest first: behind the cue, around the speaker, in front, behind quoted words. */
function placesOf(article: Segmented, { content, cue, speaker }: Saying): TokenRange[] {
  const { tokens } = article;
  const sentence = sentenceAt(article, cue.start);
  const verb = tokensOf(article, cue, sentence);
  const inSentence = (stretch: Stretch) => tokensOf(article, stretch, sentence);
  const taken = content.map(inSentence).filter((range) => range.first < range.end);
  const who = speaker && inSentence(speaker);
  const places: (TokenRange | undefined)[] = [];
  // "said of the vote on Sunday": the date of what is spoken about.
  const right = who?.first === verb.end ? who.end : verb.end;
  if (tokens[right]?.low !== "of") places.push(reachRight(tokens, right, sentence.end, taken));
  const front = who && who.end <= verb.first ? who : undefined;
  if (front) places.push(adjuncts(tokens, { first: front.end, end: verb.first }));
  const opening = { first: sentence.first, end: front?.first ?? verb.first };
  if (!taken.some((range) => range.first < opening.end && range.end > opening.first))
    places.push(adjuncts(tokens, opening));
  const last = taken.at(-1);
  if (last && last.end > verb.end) {
    const behind = reachRight(tokens, last.end, sentence.end, []);
    places.push(adjuncts(tokens, behind));
  }
  return places.filter((place) => place !== undefined);
}

/**
 * When a text says that something was said: a date in the clause of the cue, outside of what was said.
 * @param published YYYY-MM-DD; without it only dates that name their year count.
 * @returns the date as far as given and the UTF-16 place of its words.
 */
export function dateSaid(article: Segmented, saying: Saying, published?: string): WrittenDate | null {
  for (const place of placesOf(article, saying)) {
    const found = dateIn(article, place, published);
    if (found) return found;
  }
  return null;
}

/** Dates of all sayings of an article in its order; "adding that" was said when "said" was, by the same speaker. */
export function datesSaid(
  article: Segmented,
  sayings: readonly Saying[],
  published?: string,
): (WrittenDate | null)[] {
  const found: (WrittenDate | null)[] = [];
  sayings.forEach((saying, place) => {
    const own = dateSaid(article, saying, published);
    const before = sayings[place - 1];
    const shared = before?.speaker && before.speaker.start === saying.speaker?.start;
    found.push(own ?? (shared ? (found[place - 1] ?? null) : null));
  });
  return found;
}
