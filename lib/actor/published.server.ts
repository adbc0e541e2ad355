import { z } from "zod";
import { ACTOR_KINDS } from "../attribution/authority.ts";
import { Prisma } from "../db.server.ts";
import { Named, type Page, readRow, readRows } from "../read-rows.server.ts";

const Actor = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  description: z.string().nullable(),
  wikidata: z.string().nullable(),
  sample: z.boolean(),
  /** The slug is null where the whole is not public itself. */
  partOf: z.object({ name: z.string(), slug: z.string().nullable() }).nullable(),
});
/** What the public reads of an actor. */
export type PublicActor = z.output<typeof Actor>;

const ACTOR = Prisma.sql`a.id, a.slug, a.name, a.kind::text, a.description, a.wikidata, a.sample,
  CASE WHEN a.part_of_name IS NOT NULL THEN json_build_object('name', a.part_of_name, 'slug', a.part_of_slug) END AS "partOf"`;

/** The public actor at a current address, or null. */
export async function publishedActor(slug: string): Promise<PublicActor | null> {
  return readRow(Actor, Prisma.sql`SELECT ${ACTOR} FROM published_actor a WHERE a.slug = ${slug}`);
}

const Alias = z.object({
  name: z.string(),
  kind: z.enum(["name", "acronym", "transliteration", "metonym"]),
  language: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type PublicAlias = z.output<typeof Alias>;

/** All names of a public actor, those of records merged into it too, each once; days are YYYY-MM-DD, `to` is the first day the name is no longer good. */
export async function publishedAliases(actorId: string): Promise<readonly PublicAlias[]> {
  return readRows(
    Alias,
    Prisma.sql`SELECT DISTINCT ON (kind, name) name, kind::text, language,
        to_char(valid_from, 'YYYY-MM-DD') AS "from", to_char(valid_to, 'YYYY-MM-DD') AS "to"
      FROM published_alias WHERE actor_id = ${actorId}::uuid ORDER BY kind, name, merged, language, valid_from`,
  );
}

const Tenure = z.object({
  title: z.string(),
  /** Name null: what the body is called now is not public. */
  body: z.object({ name: z.string().nullable(), slug: z.string().nullable() }),
  from: z.string(),
  to: z.string().nullable(),
});
export type PublicTenure = z.output<typeof Tenure>;

/** The offices a public actor holds or held, the latest first; `to` is the first day after. */
export async function publishedTenures(actorId: string): Promise<readonly PublicTenure[]> {
  return readRows(
    Tenure,
    Prisma.sql`SELECT title, json_build_object('name', body_name, 'slug', body_slug) AS body,
        to_char("from", 'YYYY-MM-DD') AS "from", to_char("to", 'YYYY-MM-DD') AS "to"
      FROM published_tenure WHERE holder_id = ${actorId}::uuid ORDER BY published_tenure."from" DESC`,
  );
}

const CountedActor = Actor.extend({ statements: z.number() });
export type CountedActor = z.output<typeof CountedActor>;

/** Public actors with how many public statements are attributed to each, by name. */
export async function publishedActors(page: Page): Promise<readonly CountedActor[]> {
  return readRows(
    CountedActor,
    Prisma.sql`SELECT ${ACTOR}, coalesce(n.statements, 0) AS statements FROM published_actor a
      LEFT JOIN (SELECT attributed_to_id, count(*)::int AS statements FROM published_statement GROUP BY 1) n
        ON n.attributed_to_id = a.id
      ORDER BY lower(a.name), a.slug LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`,
  );
}

/** How many actors are public. */
export async function countActors(): Promise<number> {
  const row = await readRow(
    z.object({ count: z.number() }),
    Prisma.sql`SELECT count(*)::int AS count FROM published_actor`,
  );
  return row?.count ?? 0;
}

/** The actors with most statements in articles signed off in the week before the latest sign-off, most first. */
export async function mostQuotedActors(limit: number): Promise<readonly CountedActor[]> {
  return readRows(
    CountedActor,
    Prisma.sql`SELECT ${ACTOR}, n.statements FROM published_actor a
      JOIN (SELECT attributed_to_id, count(*)::int AS statements FROM published_statement
            WHERE signed_off_at >= (SELECT max(signed_off_at) FROM published_article) - interval '7 days'
            GROUP BY 1) n ON n.attributed_to_id = a.id
      ORDER BY n.statements DESC, lower(a.name) LIMIT ${limit}`,
  );
}

const Part = Named.extend({ id: z.string(), statements: z.number() });
/** A public actor that is part of another, by however many steps, with how many public statements are its own. */
export type PublicPart = z.output<typeof Part>;

/** The public parts of actors, by name. What lies between need not be public; the actors themselves are no parts. */
export async function publishedParts(actorIds: readonly string[]): Promise<readonly PublicPart[]> {
  if (actorIds.length === 0) return [];
  // UNION takes each actor once, so that a circle that merges closed ends.
  return readRows(
    Part,
    Prisma.sql`WITH RECURSIVE whole(id) AS (
        SELECT * FROM unnest(${actorIds}::uuid[])
        UNION
        SELECT p.part_id FROM whole JOIN published_part p ON p.whole_id = whole.id
      )
      SELECT a.id, a.name, a.slug,
        (SELECT count(*)::int FROM published_statement st WHERE st.attributed_to_id = a.id) AS statements
      FROM whole JOIN published_actor a ON a.id = whole.id
      WHERE NOT a.id = ANY(${actorIds}::uuid[])
      ORDER BY lower(a.name), a.slug`,
  );
}
