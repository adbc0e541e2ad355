import { z } from "zod";
import { SHOWN_FROM } from "../attribution/cut.ts";
import { STATEMENT_KINDS } from "../attribution/statement.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma } from "../db.server.ts";
import { readRows } from "../read-rows.server.ts";
import { OUTCOMES, type Tally } from "./precision.ts";

/** Which articles are counted: those brought in from a day (inclusive) to a day (inclusive), in UTC. */
export interface PrecisionRange {
  readonly from: string | null;
  readonly to: string | null;
  /** The sample newsroom's articles instead of one's own. */
  readonly sample: boolean;
}

const Row = z.object({
  kind: z.enum(STATEMENT_KINDS),
  outlet: z.string(),
  engine: z.string(),
  band: z.number().nullable(),
  outcome: z.enum(OUTCOMES),
  count: z.number(),
  confidence: z.number(),
});

/** No engine had suggested anything in the article. */
export const NO_ENGINE = "none";

/**
 * What became of the engine's suggestions and what it missed, counted by all that the desk tells apart. A suggestion's
 * state and its statement's are the final ones, so an undone decision leaves no trace. Records that are merged count as
 * one actor. @throws OnRecordError without permission to see the desk
 */
export async function readTallies(viewer: Viewer | null, range: PrecisionRange): Promise<readonly Tally[]> {
  allow(viewer, "readDesk");
  const { from, to, sample } = range;
  const articles = Prisma.sql`
    a.sample = ${sample}
    AND (${from}::date IS NULL OR a.created_at >= ${from}::date)
    AND (${to}::date IS NULL OR a.created_at < ${to}::date + 1)`;
  return readRows(
    Row,
    Prisma.sql`
    WITH suggested AS (
      SELECT a.outlet_id, g.engine, g.detected->>'kind' AS kind, g.confidence, g.detected, g.state, g.actor_id,
             s.id AS statement_id, s.withdrawn, s.anchor_id, s.attributed_to_id
      FROM suggestion g
      JOIN article a ON a.id = g.article_id
      LEFT JOIN statement s ON s.id = g.statement_id
      WHERE g.state <> 'superseded' AND ${articles}
    ), compared AS (
      SELECT g.*,
             CASE WHEN g.statement_id IS NULL OR g.withdrawn THEN false
               WHEN g.actor_id IS NULL THEN EXISTS (
                 SELECT 1 FROM alias l WHERE l.actor_id = g.attributed_to_id
                 AND lower(l.name) = lower(g.detected->'actor'->>'name'))
               ELSE (SELECT canonical_id FROM actor_canonical WHERE actor_id = g.actor_id)
                  = (SELECT canonical_id FROM actor_canonical WHERE actor_id = g.attributed_to_id)
             END AS same_actor,
             CASE WHEN g.statement_id IS NULL OR g.withdrawn THEN false
               ELSE (SELECT string_agg(p.role::text || p.start || '-' || p."end", ',' ORDER BY p.role::text, p.start, p."end")
                     FROM span p WHERE p.anchor_id = g.anchor_id AND p.role <> 'relay')
                  = (SELECT string_agg(r.role || (c->>'start') || '-' || (c->>'end'), ','
                                       ORDER BY r.role, (c->>'start')::int, (c->>'end')::int)
                     FROM unnest(ARRAY['content', 'cue', 'speaker']) r(role), jsonb_array_elements(g.detected->r.role) c)
             END AS same_words
      FROM suggested g
    ), counted AS (
      SELECT outlet_id, engine, kind, LEAST(9, floor(confidence * 10))::int AS band, confidence,
             CASE WHEN state = 'open' THEN CASE WHEN confidence < ${SHOWN_FROM} THEN 'unasked' ELSE 'open' END
               WHEN state = 'rejected' OR withdrawn THEN 'rejected'
               WHEN same_actor THEN CASE WHEN same_words THEN 'asProposed' ELSE 'otherWords' END
               ELSE CASE WHEN same_words THEN 'otherActor' ELSE 'otherBoth' END
             END AS outcome
      FROM compared
      UNION ALL
      SELECT a.outlet_id, COALESCE(e.engine, ${NO_ENGINE}), s.kind::text, NULL, 0, 'missed'
      FROM statement s
      JOIN article a ON a.id = s.article_id
      LEFT JOIN LATERAL (
        SELECT g.engine FROM suggestion g WHERE g.article_id = s.article_id AND g.created_at <= s.created_at
        ORDER BY g.created_at DESC LIMIT 1
      ) e ON true
      WHERE NOT s.withdrawn AND ${articles}
        AND NOT EXISTS (SELECT 1 FROM suggestion g WHERE g.statement_id = s.id)
    )
    SELECT o.name AS outlet, c.engine, c.kind, c.band, c.outcome, count(*)::int AS count, sum(c.confidence)::float AS confidence
    FROM counted c JOIN outlet o ON o.id = c.outlet_id
    GROUP BY o.name, c.engine, c.kind, c.band, c.outcome`,
  );
}
