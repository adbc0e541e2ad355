import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { Named, readRows } from "../read-rows.server.ts";

/** The published source that says who an unnamed source was. */
const Source = { url: z.string(), title: z.string(), date: z.string().nullable() };

const IdentifiedAs = z.object({
  ...Source,
  /** Slug null: nothing public is attributed to whom the source names, so there is no page to lead to. */
  actor: z.object({ id: z.string(), name: z.string(), slug: z.string().nullable() }),
});
export type IdentifiedAs = z.output<typeof IdentifiedAs>;

/** Who a public unnamed source was, as published sources say; empty where none does. */
export async function identifiedAs(unnamedId: string): Promise<readonly IdentifiedAs[]> {
  return readRows(
    IdentifiedAs,
    Prisma.sql`SELECT url, title, date, json_build_object('id', actor_id, 'name', actor_name, 'slug', actor_slug) AS actor
      FROM published_identification WHERE unnamed_id = ${unnamedId}::uuid ORDER BY date NULLS LAST, actor_name, url`,
  );
}

const IdentifiedUnnamed = z.object({ ...Source, unnamed: Named.extend({ id: z.string() }) });
export type IdentifiedUnnamed = z.output<typeof IdentifiedUnnamed>;

/** Public unnamed sources that published sources identify as an actor: their statements stay their own. */
export async function unnamedIdentifiedAs(actorId: string): Promise<readonly IdentifiedUnnamed[]> {
  return readRows(
    IdentifiedUnnamed,
    Prisma.sql`SELECT i.url, i.title, i.date, json_build_object('id', u.id, 'name', u.name, 'slug', u.slug) AS unnamed
      FROM published_identification i JOIN published_actor u ON u.id = i.unnamed_id
      WHERE i.actor_id = ${actorId}::uuid ORDER BY i.date NULLS LAST, u.slug, i.url`,
  );
}

const QuotedIn = z.object({
  slug: z.string(),
  headline: z.string(),
  language: z.string().nullable(),
  outlet: Named,
});
export type QuotedIn = z.output<typeof QuotedIn>;

/** The public articles that quote an actor as speaker or relay; of an unnamed source it is one. */
export async function articlesQuoting(actorId: string): Promise<readonly QuotedIn[]> {
  return readRows(
    QuotedIn,
    Prisma.sql`SELECT p.slug, p.headline, p.language, json_build_object('name', o.name, 'slug', o.slug) AS outlet
      FROM published_article p JOIN published_outlet o ON o.id = p.outlet_id
      WHERE p.id IN (
        SELECT st.article_id FROM published_statement st
        LEFT JOIN published_relay r ON r.statement_id = st.id
        WHERE ${actorId}::uuid IN (st.attributed_to_id, r.actor_id))
      ORDER BY p.published_local NULLS LAST, p.slug`,
  );
}
