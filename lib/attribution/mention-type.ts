import { type Saying, sentenceAt, tokensOf } from "./clause.ts";
import { DOCUMENTS, FINDERS } from "./cues.ts";
import { meansPeople, meansPerson, namesBody } from "./mention.ts";
import { ROLES } from "./roles.ts";
import type { Segmented } from "./segment.ts";
import type { MentionType } from "./statement.ts";

const PRONOUN =
  /^(?:he|she|it|they|i|we|you|him|her|them|me|us|his|hers|its|their|theirs|our|my|your|(?:him|her|it|my|your)self|(?:them|our|your)selves|who|whom|whose|whoever|which|that|this|these|those|both|all|each|either|neither|none|nobody|no one|some|several|many|most|few|others?|another|everyone|everybody|someone|somebody|anyone|anybody|one)$/iu;
/** "one of them", "all three", "he himself": still nothing but pronouns. */
const PRONOUNS =
  /^(?:(?:some|one|two|three|many|most|both|all|each|none|neither|several)\s+of\s+(?:them|us|you|those|these)|all\s+(?:two|three|four|five)|they\s+(?:all|both)|(?:he|she|it|they|i|we|you)\s+\p{L}+sel(?:f|ves))$/iu;
const TRAILING = /\s+(?:himself|herself|itself|themselves|too|also|alone)$/iu;
const DETERMINER =
  /^(?:the|an?|one|another|this|that|these|those|some|any|many|most|several|both|two|three|four|five|six|seven|eight|nine|ten|\d+|its|his|her|their|our|my|your|no)\s+/iu;
/** "the Bank of Elm Bay", "the Ministry for Harbours": the preposition belongs to the name. */
const NAMED_FURTHER = /^\s(?:of|for)\s(?:the\s)?\p{Lu}/u;
/** "Secretary of State Ada Brandt": a portfolio in front of a name. */
const PORTFOLIO = /\b(Secretary|Minister) (?:of|for) \p{Lu}\p{L}+ (?=\p{Lu})/gu;
/** What follows says more about the one who is meant: "a paper filed by the Elm Bay Guild". */
const FURTHER = /\s(?:of|for|from|in|at|with|on|to|under|near|against|by|who|that|which|\p{Ll}+ed)\s/u;
const MEDIUM = /^(?:magazine|newspaper|television|radio)$/;

const isRole = (word: string) => ROLES.has(word.toLowerCase()) || /^officials?$/i.test(word);

/** Whether one of the phrases joined at the head of a mention is a name. */
function isNamed(phrase: string, common: boolean): boolean {
  const whole = phrase.replace(PORTFOLIO, "$1 ");
  const head = whole.split(FURTHER)[0] ?? whole;
  if (PRONOUN.test(head)) return false;
  const further = NAMED_FURTHER.test(whole.slice(head.length));
  return head.split(/\s(?:and|&|or)\s/u).some((one, place) => isName(one, common && place === 0, further));
}

/** A phrase without apposition, brackets, conjunction or what follows its head. */
function isName(phrase: string, common: boolean, further: boolean): boolean {
  const determined = DETERMINER.exec(phrase)?.[0].trim().toLowerCase();
  if (/^(?:an?|one|another|no|some|any)$/.test(determined ?? "")) return false;
  const bare = phrase.replace(DETERMINER, "").replace(TRAILING, "").trim();
  const words = bare.split(/\s+/);
  const last = words.at(-1) ?? "";
  if (MEDIUM.test(last)) return words.length > 1 && /^\p{Lu}/u.test(bare);
  if (!/^\P{L}*\p{Lu}|[-’']\p{Lu}/u.test(last)) return false;
  if (words.length === 1 && common && !determined) return false;
  // "U.S. Officials", "Republicans": many, and none of them named.
  if (meansPeople(bare)) return false;
  // "the Secretary General", "Elm Bay Mayor": an office, not a person’s name.
  if (words.every(isRole) || (isRole(last) && words.length > 1)) return false;
  // "the Ministry", "The Guild"
  return !(words.length === 1 && determined && namesBody(last) && !further);
}

/**
 * How a mention names: by a pronoun, by a name (with or without what the named one is: "Kremlin spokesman Dara Vance",
 * "the guild’s secretary, Ann Lee"), or by a description, also one that holds another’s name ("a spokesman for the
 * Elm Bay Guild"). Offices are descriptions: their holders change.
 * @param common the first word is capitalised only because a sentence begins with it.
 */
export function mentionType(words: string | undefined, common = false): MentionType {
  const whole = words?.replace(/\s+/gu, " ").trim() ?? "";
  if (whole === "") return "none";
  // "Q:" and "A:" of an interview.
  if (/^[QA]$/.test(whole)) return "description";
  if (PRONOUN.test(whole) || PRONOUNS.test(whole)) return "pronoun";
  const [main = "", apposition = ""] = whole.replace(/\s*\([^)]*\)/gu, "").split(/\s*,\s+/u);
  if (isNamed(main, common)) return "name";
  // "the guild’s secretary, Ann Lee", "two sailors, Ann Lee and Tom Oakes"
  const apposed = /^\p{Lu}\S*(?:\s(?:\p{Lu}\S*|and))*\s\p{Lu}\S*$/u.test(apposition);
  return apposed && isNamed(apposition, false) ? "name" : "description";
}

interface WordsOfText {
  /** With a capital inside a sentence: what is a name where it opens one, too. */
  readonly names: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}
const WORDS = new WeakMap<Segmented, WordsOfText>();

function wordsOf(article: Segmented): WordsOfText {
  const known = WORDS.get(article);
  if (known) return known;
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { from, to } of article.sentences)
    for (let at = from; at < to; at++) {
      const { low, text } = article.tokens[at] ?? { low: "", text: "" };
      if (text === low) small.add(low);
      else if (at > from && article.tokens[at - 1]?.pos !== "PUNCT") names.add(text);
    }
  const found = { names, small };
  WORDS.set(article, found);
  return found;
}

/** "Sailors said": the tagger takes every word with a capital for a name, and the text may know better. */
function isCommon(article: Segmented, { low, text }: { low: string; text: string }): boolean {
  const { names, small } = wordsOf(article);
  if (names.has(text) || /^\p{Lu}{2}/u.test(text)) return false;
  return small.has(low) || /[^s]s$/.test(low) || FINDERS.has(low) || DOCUMENTS.has(low) || isKind(low);
}

const isKind = (low: string) => namesBody(low) || (ROLES.has(low) && meansPerson(low));

/** How the speaker of a saying is named in its article. */
export function mentionIn(article: Segmented, { cue, speaker }: Saying): MentionType {
  if (!speaker) return "none";
  const sentence = sentenceAt(article, cue.start);
  const { first } = tokensOf(article, speaker, sentence);
  const opening = article.tokens[first];
  const opens = first === sentence.first || article.tokens[first - 1]?.pos === "PUNCT";
  const common = opens && opening !== undefined && isCommon(article, opening);
  return mentionType(article.text.slice(speaker.start, speaker.end), common);
}
