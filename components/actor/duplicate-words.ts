import type { DuplicatePair, LastStatement } from "#lib/actor/duplicates.server.ts";
import { dayWords } from "#lib/article/date-words.ts";

/** One key for a pair, whichever side each record stands on. */
export const pairKey = ({ one, other }: Pick<DuplicatePair, "one" | "other">) =>
  [one.id, other.id].sort().join(" ");

/** The pair's title: two records of one name are told apart by nothing but what they are. */
export const pairTitle = ({ one, other }: Pick<DuplicatePair, "one" | "other">) =>
  one.name === other.name ? `${one.name}, twice` : `${one.name} and ${other.name}`;

/** "2 July 2024, Harbour Courier". */
export const lastWords = ({ published, outlet }: LastStatement) =>
  `${published === null ? "undated" : dayWords({ local: published, zone: null })}, ${outlet}`;

/** As a sentence: its first letter is a capital, unless it is a quotation mark. */
export const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
