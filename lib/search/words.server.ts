import { Prisma } from "../db.server.ts";

/** Configurations of the languages whose word forms the database knows, beside the one for English and all others. */
const LOCAL = ["fr", "de", "es", "ru", "ar"] as const;

/** Scripts that hang particles on their nouns, with no forms the database knows: Hangul. A word stands for all it begins. */
const HANGUL = /[\p{Script=Hangul}]/u;

/**
 * Whether a public statement `st` has the words: by the forms of English, of the statement's own language, and for Korean
 * by how words begin. `words` is what was typed, with quotation marks and "-" as web searches know them.
 */
export function hasWords(words: string): Prisma.Sql {
  const begins = HANGUL.test(words)
    ? Prisma.sql` OR st.search @@ to_tsquery('simple', ${beginnings(words)})`
    : Prisma.empty;
  return Prisma.sql`(st.search @@ websearch_to_tsquery('on_record', ${words}) OR st.local_search @@ (${localQuery(words)})${begins})`;
}

/** The query by the forms of every language there is: a statement has words of its own language only. */
function localQuery(words: string): Prisma.Sql {
  return Prisma.join(
    LOCAL.map(
      (language) => Prisma.sql`websearch_to_tsquery(${`on_record_${language}`}::regconfig, ${words})`,
    ),
    " || ",
  );
}

/** How the statement's words are read when hits are marked in it. */
export const configurationOf = Prisma.sql`(CASE WHEN st.language = ANY(${[...LOCAL]}) THEN 'on_record_' || st.language ELSE 'on_record' END)::regconfig`;

/** "외무성 발표" as "외무성:* & 발표:*": letters and digits only, nothing that a query reads as its own. */
function beginnings(words: string): string {
  return (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => `${word}:*`).join(" & ");
}

/** What marks hits: the words as the statement's language reads them. */
export function askedOf(words: string): Prisma.Sql {
  const begins = HANGUL.test(words)
    ? Prisma.sql` || to_tsquery('simple', ${beginnings(words)})`
    : Prisma.empty;
  return Prisma.sql`(websearch_to_tsquery(${configurationOf}, ${words})${begins})`;
}
