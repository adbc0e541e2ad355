import { z } from "zod";
import { foldName } from "../actor/fold.ts";
import { type PublicPart, publishedParts } from "../actor/published.server.ts";
import { Prisma } from "../db.server.ts";
import { Named, readRow, readRows } from "../read-rows.server.ts";
import { type PublicStatement, statementsById } from "../statement/published.server.ts";
import type { SearchQuery } from "./query.ts";
import { askedOf, configurationOf, hasWords } from "./words.server.ts";

export const RESULTS_PER_PAGE = 20;
const FACETS = 12;

export interface Found {
  readonly statement: PublicStatement;
  /** Words of the statement that the search meant. */
  readonly hits: readonly string[];
}

export interface Facet {
  readonly name: string;
  readonly slug: string;
  readonly count: number;
}

export interface SearchResult {
  readonly found: readonly Found[];
  readonly total: number;
  /** Actors the name stands for. Empty: nobody public bears it. */
  readonly meant: readonly { readonly name: string }[];
  /** What is part of them and public, searched with them where the query says so. */
  readonly parts: readonly PublicPart[];
  readonly actors: readonly Facet[];
  readonly outlets: readonly Facet[];
  /** By year of publication, latest first; name and slug are the year. */
  readonly years: readonly Facet[];
}

/** Around a hit in a headline of PostgreSQL: characters that no text has. */
const HIT_START = "\uE000";
const HIT_END = "\uE001";

const FacetRow = z.object({
  by: z.enum(["actor", "outlet", "year"]),
  name: z.string(),
  slug: z.string(),
  count: z.number(),
});
const FoundRow = z.object({ id: z.string(), marked: z.string() });

/** Searches public statements: the speaker by any name, the outlet, the day published, the words of the statement. */
export async function searchStatements(query: SearchQuery): Promise<SearchResult> {
  const { meant, parts, ids } = await speakers(query);
  if (query.actor !== "" && ids.length === 0)
    return { found: [], total: 0, meant, parts, actors: [], outlets: [], years: [] };
  const matching = Prisma.sql`
    FROM published_statement st
    JOIN published_actor a ON a.id = st.attributed_to_id
    JOIN published_outlet o ON o.id = st.outlet_id
    WHERE ${conditions(query, ids)}`;
  const asked = Prisma.sql`websearch_to_tsquery('on_record', ${query.words})`;
  const [rows, facets, count] = await Promise.all([
    readRows(
      FoundRow,
      Prisma.sql`SELECT st.id, CASE WHEN ${query.words} = '' THEN '' ELSE ts_headline(${configurationOf}, st.words, ${askedOf(query.words)},
          ${`HighlightAll=true, StartSel=${HIT_START}, StopSel=${HIT_END}`}) END AS marked
        ${matching}
        ORDER BY ${query.words === "" ? Prisma.sql`0::real` : Prisma.sql`ts_rank_cd(st.search, ${asked})`} DESC,
          st.published_local DESC NULLS LAST, st.id
        LIMIT ${RESULTS_PER_PAGE} OFFSET ${(query.page - 1) * RESULTS_PER_PAGE}`,
    ),
    facetsOf(matching),
    readRow(z.object({ count: z.number() }), Prisma.sql`SELECT count(*)::int AS count ${matching}`),
  ]);
  const statements = await statementsById(rows.map((row) => row.id));
  const marked = new Map(rows.map((row) => [row.id, row.marked]));
  return {
    found: statements.map((statement) => ({ statement, hits: hitsIn(marked.get(statement.id) ?? "") })),
    total: count?.count ?? 0,
    meant,
    parts,
    actors: facets.filter((facet) => facet.by === "actor"),
    outlets: facets.filter((facet) => facet.by === "outlet"),
    years: facets.filter((facet) => facet.by === "year"),
  };
}

function conditions(query: SearchQuery, actorIds: readonly string[]): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (query.actor !== "") all.push(Prisma.sql`st.attributed_to_id = ANY(${actorIds}::uuid[])`);
  if (query.outlet !== "")
    all.push(Prisma.sql`(o.slug = ${query.outlet} OR lower(o.name) = lower(${query.outlet}))`);
  if (query.from !== "") all.push(Prisma.sql`st.published_local >= ${query.from}::date`);
  // An article known by its month or year only is dated to its first day: found when that day is in the range.
  if (query.to !== "") all.push(Prisma.sql`st.published_local < ${query.to}::date + 1`);
  if (query.words !== "") all.push(hasWords(query.words));
  return Prisma.join(all, " AND ");
}

/** Whom the query's name means, what is part of them, and the ids of all whose statements are searched. */
async function speakers({ actor, parts: withParts }: SearchQuery) {
  if (actor === "") return { meant: [], parts: [], ids: [] };
  const named = await actorsNamed(actor);
  const wholes = await wholesNamed(
    actor,
    named.map(({ id }) => id),
  );
  const parts = await publishedParts([...named, ...wholes].map(({ id }) => id));
  const included = withParts === "yes";
  const meant = [...named, ...(included && parts.length > 0 ? wholes : [])];
  return {
    meant: meant.map(({ name }) => ({ name })),
    parts,
    ids: [...named, ...(included ? parts : [])].map(({ id }) => id),
  };
}

/** Packaged wholes that bear a name, beside those found already: nothing public is attributed to them. */
async function wholesNamed(name: string, known: readonly string[]) {
  return readRows(
    z.object({ id: z.string(), name: z.string() }),
    Prisma.sql`SELECT DISTINCT actor_id AS id, name FROM published_whole
      WHERE folded = ${foldName(name)} AND NOT actor_id = ANY(${known}::uuid[]) ORDER BY name LIMIT 10`,
  );
}

/** Public actors that bear a name; when none bears it whole, those with a name that begins with its words. */
async function actorsNamed(name: string) {
  const folded = foldName(name);
  if (folded === "") return [];
  // A folded name has letters, digits and spaces only: nothing that LIKE reads as its own.
  const begins = `${folded}%`;
  return readRows(
    Named.extend({ id: z.string() }),
    Prisma.sql`SELECT a.id, a.name, a.slug FROM published_actor a
      WHERE a.id IN (SELECT actor_id FROM published_alias WHERE folded = ${folded})
         OR (NOT EXISTS (SELECT 1 FROM published_alias WHERE folded = ${folded})
             AND a.id IN (SELECT actor_id FROM published_alias WHERE folded LIKE ${begins} OR folded LIKE ${`% ${begins}`}))
      ORDER BY lower(a.name), a.slug LIMIT 50`,
  );
}

async function facetsOf(matching: Prisma.Sql) {
  return readRows(
    FacetRow,
    Prisma.sql`(SELECT 'actor' AS by, a.name, a.slug, count(*)::int AS count ${matching} GROUP BY a.name, a.slug ORDER BY 4 DESC, 2 LIMIT ${FACETS})
      UNION ALL
      (SELECT 'outlet', o.name, o.slug, count(*)::int ${matching} GROUP BY o.name, o.slug ORDER BY 4 DESC, 2 LIMIT ${FACETS})
      UNION ALL
      (SELECT 'year', y.year, y.year, count(*)::int FROM (SELECT to_char(st.published_local, 'YYYY') AS year ${matching}) y
       WHERE y.year IS NOT NULL GROUP BY y.year ORDER BY 2 DESC LIMIT ${FACETS})`,
  );
}

function hitsIn(marked: string): readonly string[] {
  const hits = marked.matchAll(new RegExp(`${HIT_START}([^${HIT_END}]*)${HIT_END}`, "gu"));
  return [...new Set([...hits].map((hit) => hit[1] ?? ""))];
}
