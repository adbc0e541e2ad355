import { type Saying, sentenceAt, tokensOf } from "./clause.ts";
import { meansPeople, namesBody, PREPOSITION } from "./mention.ts";
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

const isRole = (word: string) => ROLES.has(word.toLowerCase()) || /^officials?$/i.test(word);

/** A phrase without apposition, brackets or conjunction. */
function isName(phrase: string, common: boolean): boolean {
  const determined = DETERMINER.test(phrase);
  const bare = phrase.replace(DETERMINER, "").replace(TRAILING, "").trim();
  const head = bare.split(PREPOSITION)[0] ?? bare;
  const words = head.split(/\s+/);
  const last = words.at(-1) ?? "";
  if (!/^\P{L}*\p{Lu}|[-’']\p{Lu}/u.test(last)) return false;
  if (words.length === 1 && common && !determined) return false;
  // "U.S. Officials", "Republicans": many, and none of them named.
  if (meansPeople(bare)) return false;
  const further = NAMED_FURTHER.test(bare.slice(head.length));
  // "the Secretary General", "The Mayor of Elm Bay": an office, not a person’s name.
  if (words.every(isRole)) return false;
  if (isRole(last) && words.length > 1) return false;
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
  if (PRONOUN.test(whole) || PRONOUNS.test(whole)) return "pronoun";
  const [main = "", apposition = ""] = whole.replace(/\s*\([^)]*\)/gu, "").split(/\s*,\s+/u);
  if (main.split(/\s(?:and|&|or)\s/u).some((one, place) => isName(one, common && place === 0))) return "name";
  // "the guild’s secretary, Ann Lee"
  return /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(apposition) && isName(apposition, false)
    ? "name"
    : "description";
}

/** How the speaker of a saying is named in its article. */
export function mentionIn(article: Segmented, { cue, speaker }: Saying): MentionType {
  if (!speaker) return "none";
  const sentence = sentenceAt(article, cue.start);
  const { first } = tokensOf(article, speaker, sentence);
  const opens = first === sentence.first || (article.tokens[first - 1]?.quotation ?? -1) >= 0;
  const common = opens && article.tokens[first]?.pos !== "PROPN";
  return mentionType(article.text.slice(speaker.start, speaker.end), common);
}
