import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { Named, readRows } from "../read-rows.server.ts";
import { STANCES } from "./stance.ts";

/**
 * What hangs on statements, each read for all of them at once from one view. One query over all the views would be
 * planned anew each time, and planning it takes longer than all of these together.
 */
export interface StatementParts {
  readonly actors: ReadonlyMap<string, Named>;
  readonly outlets: ReadonlyMap<string, Named & { readonly primary: boolean }>;
  readonly articles: ReadonlyMap<string, z.output<typeof ArticlePart>>;
  readonly spans: ReadonlyMap<string, readonly z.output<typeof SpanPart>[]>;
  readonly relays: ReadonlyMap<string, readonly z.output<typeof RelayPart>[]>;
  readonly stances: ReadonlyMap<string, readonly z.output<typeof StancePart>[]>;
  readonly places: ReadonlyMap<string, z.output<typeof PlacePart>>;
}

const ArticlePart = z.object({
  id: z.string(),
  slug: z.string(),
  headline: z.string(),
  canonical_url: z.string().nullable(),
  local: z.string().nullable(),
  zone: z.string().nullable(),
  revision_number: z.number(),
  sha256: z.string(),
});
const SpanPart = z.object({
  statement_id: z.string(),
  role: z.enum(["content", "cue"]),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const RelayPart = z.object({ statement_id: z.string(), actor_id: z.string() });
const StancePart = z.object({
  statement_id: z.string(),
  slug: z.string(),
  sentence: z.string(),
  stance: z.enum(STANCES),
});
const PlacePart = z.object({
  statement_id: z.string(),
  revision_number: z.number(),
  in_signed_revision: z.boolean(),
  language: z.string().nullable(),
});
const ActorPart = Named.extend({ id: z.string() });
const OutletPart = ActorPart.extend({ primary: z.boolean() });

interface Leading {
  readonly id: string;
  readonly article_id: string;
  readonly outlet_id: string;
  readonly attributed_to_id: string;
}

/** Reads the parts of the given statements, in their order in the text or in the chain. */
export async function readParts(statements: readonly Leading[]): Promise<StatementParts> {
  const ids = statements.map((statement) => statement.id);
  const articleIds = unique(statements.map((statement) => statement.article_id));
  const outletIds = unique(statements.map((statement) => statement.outlet_id));
  const [spans, relays, stances, places, articles, outlets] = await Promise.all([
    readRows(
      SpanPart,
      Prisma.sql`SELECT statement_id, role::text, exact, prefix, suffix FROM published_span
        WHERE statement_id = ANY(${ids}::uuid[]) AND role IN ('content', 'cue') ORDER BY start`,
    ),
    readRows(
      RelayPart,
      Prisma.sql`SELECT statement_id, actor_id FROM published_relay WHERE statement_id = ANY(${ids}::uuid[]) ORDER BY position`,
    ),
    readStances(ids),
    readRows(
      PlacePart,
      Prisma.sql`SELECT statement_id, revision_number, in_signed_revision, language FROM published_place
        WHERE statement_id = ANY(${ids}::uuid[])`,
    ),
    readRows(
      ArticlePart,
      Prisma.sql`SELECT id, slug, headline, canonical_url, revision_number, sha256, published_zone AS zone,
          to_char(published_local, CASE published_precision WHEN 'minute' THEN 'YYYY-MM-DD"T"HH24:MI'
            WHEN 'day' THEN 'YYYY-MM-DD' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END) AS local
        FROM published_article WHERE id = ANY(${articleIds}::uuid[])`,
    ),
    readRows(
      OutletPart,
      Prisma.sql`SELECT id, name, slug, kind = 'primary' AS "primary" FROM published_outlet WHERE id = ANY(${outletIds}::uuid[])`,
    ),
  ]);
  const actorIds = unique([
    ...statements.map((statement) => statement.attributed_to_id),
    ...relays.map((relay) => relay.actor_id),
  ]);
  const actors = await readRows(
    ActorPart,
    Prisma.sql`SELECT id, name, slug FROM published_actor WHERE id = ANY(${actorIds}::uuid[])`,
  );
  return {
    actors: new Map(actors.map(({ id, ...actor }) => [id, actor])),
    outlets: new Map(outlets.map(({ id, ...outlet }) => [id, outlet])),
    articles: new Map(articles.map((article) => [article.id, article])),
    spans: Map.groupBy(spans, (span) => span.statement_id),
    relays: Map.groupBy(relays, (relay) => relay.statement_id),
    stances: Map.groupBy(stances, (stance) => stance.statement_id),
    places: new Map(places.map((place) => [place.statement_id, place])),
  };
}

async function readStances(statementIds: readonly string[]) {
  const ties = await readRows(
    z.object({ statement_id: z.string(), claim_id: z.string(), stance: z.enum(STANCES) }),
    Prisma.sql`SELECT statement_id, claim_id, kind::text AS stance FROM published_stance WHERE statement_id = ANY(${statementIds}::uuid[])`,
  );
  const claims = await readRows(
    z.object({ id: z.string(), slug: z.string(), sentence: z.string() }),
    Prisma.sql`SELECT id, slug, sentence FROM published_claim
      WHERE id = ANY(${unique(ties.map((tie) => tie.claim_id))}::uuid[]) ORDER BY sentence`,
  );
  return claims.flatMap(({ id, slug, sentence }) =>
    ties
      .filter((tie) => tie.claim_id === id)
      .map(({ statement_id, stance }) => ({ statement_id, slug, sentence, stance })),
  );
}

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
