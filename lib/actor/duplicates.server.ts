import type { ActorKind } from "../attribution/authority.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { canonicalIds } from "./canonical.server.ts";
import { type ComparedActor, compareActors } from "./duplicates.ts";
import { distinctionBetween } from "./merge-state.server.ts";

/** One of two records that may be one, with what an editor needs to tell. */
export interface DuplicateSide {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly partOf: string | null;
  readonly sample: boolean;
  /** All names beside the shown one, those of merged records too. */
  readonly names: readonly string[];
  readonly statements: number;
  readonly last: LastStatement | null;
}

export interface LastStatement {
  readonly words: string;
  readonly outlet: string;
  readonly articleId: string;
  /** As exact as the article is dated; null: without a date. */
  readonly published: string | null;
}

/** Two records that may be one actor. */
export interface DuplicatePair {
  readonly one: DuplicateSide;
  readonly other: DuplicateSide;
  readonly reasons: readonly string[];
  readonly cautions: readonly string[];
  /** 0 to 1. */
  readonly score: number;
}

export interface Duplicates {
  readonly pairs: readonly DuplicatePair[];
  /** Pairs that were found, shown or not. */
  readonly found: number;
  /** Whether there were more candidates than were compared. */
  readonly more: boolean;
}

/** Most candidates that are compared name by name. */
const COMPARED = 400;

/**
 * Pairs of records that may be one actor, the likeliest first: by Wikidata id, by a name in common and by names that are
 * alike (found by index when they came in). Not those that are merged, told apart, both packaged, or unnamed sources.
 */
export async function readDuplicates(reader: Reader, viewer: Viewer | null, most = 30): Promise<Duplicates> {
  allow(viewer, "readDesk");
  const candidates = await candidatePairs(reader);
  const compared = await comparedActors(reader, [
    ...new Set(candidates.flatMap(({ one, other }) => [one, other])),
  ]);
  const found = candidates
    .flatMap(({ one, other }) => {
      const [a, b] = [compared.get(one), compared.get(other)];
      const likeness = a && b ? compareActors(a, b) : null;
      return likeness ? [{ one, other, ...likeness }] : [];
    })
    .sort((a, b) => b.score - a.score || a.one.localeCompare(b.one) || a.other.localeCompare(b.other));
  const shown = found.slice(0, most);
  const sides = await readSides(reader, [...new Set(shown.flatMap(({ one, other }) => [one, other]))]);
  return {
    pairs: shown.flatMap(({ one, other, ...likeness }) => {
      const [a, b] = [sides.get(one), sides.get(other)];
      if (!a || !b) return [];
      // The record with more on it first: most merges go into it.
      return [
        { ...(a.statements >= b.statements ? { one: a, other: b } : { one: b, other: a }), ...likeness },
      ];
    }),
    found: found.length,
    more: candidates.length === COMPARED,
  };
}

/**
 * Two records an editor chose to compare, likely duplicates or not: those that stand for them now. Null when either is
 * not on record, is an unnamed source, or both are one already.
 */
export async function readPair(
  reader: Reader,
  viewer: Viewer | null,
  oneId: string,
  otherId: string,
): Promise<DuplicatePair | null> {
  allow(viewer, "readDesk");
  const canonical = await canonicalIds(reader, [oneId, otherId]);
  const ids = [oneId, otherId].flatMap((id) => canonical.get(id) ?? []);
  const [one, other] = await Promise.all([comparedActors(reader, ids), readSides(reader, ids)]).then(
    ([compared, sides]) => ids.map((id) => ({ compared: compared.get(id), side: sides.get(id) })),
  );
  if (!one?.compared || !one.side || !other?.compared || !other.side || one.side.id === other.side.id)
    return null;
  if (one.side.kind === "unnamedSource" || other.side.kind === "unnamedSource") return null;
  const likeness = compareActors(one.compared, other.compared);
  const apart = await distinctionBetween(reader, one.side.id, other.side.id);
  return {
    one: one.side,
    other: other.side,
    reasons: likeness?.reasons ?? [],
    cautions: [...(likeness?.cautions ?? []), ...(apart ? ["they were decided to be two actors"] : [])],
    score: likeness?.score ?? 0,
  };
}

interface Candidate {
  readonly one: string;
  readonly other: string;
}

/** Pairs of records, canonical ones, that have something in common; at most COMPARED, the likeliest first. */
function candidatePairs(reader: Reader): Promise<Candidate[]> {
  return reader.$queryRaw<Candidate[]>`
    WITH alike AS (
      SELECT x.actor_id AS a, y.actor_id AS b, l.score::float8 AS score
      FROM alias_likeness l JOIN alias x ON x.id = l.one_id JOIN alias y ON y.id = l.other_id
      UNION ALL
      SELECT x.actor_id, y.actor_id, CASE WHEN position(' ' IN x.folded) > 0 THEN 2.5 ELSE 1.2 END
      FROM alias x JOIN alias y ON y.folded = x.folded AND y.actor_id > x.actor_id
      WHERE x.kind <> 'metonym' AND y.kind <> 'metonym' AND NOT (x.kind = 'acronym' AND y.kind = 'acronym')
      UNION ALL
      SELECT x.id, y.id, 3 FROM actor x JOIN actor y ON y.wikidata = x.wikidata AND y.id > x.id
    ), pairs AS (
      SELECT least(c.canonical_id, d.canonical_id) AS one, greatest(c.canonical_id, d.canonical_id) AS other, max(alike.score) AS score
      FROM alike
      JOIN actor_canonical c ON c.actor_id = alike.a
      JOIN actor_canonical d ON d.actor_id = alike.b
      WHERE c.canonical_id <> d.canonical_id
      GROUP BY 1, 2
    )
    SELECT pairs.one::text, pairs.other::text FROM pairs
    JOIN actor o ON o.id = pairs.one
    JOIN actor p ON p.id = pairs.other
    WHERE o.kind <> 'unnamedSource' AND p.kind <> 'unnamedSource' AND NOT (is_packaged(o.key, o.version) AND is_packaged(p.key, p.version))
      AND NOT EXISTS (
        SELECT 1 FROM actor_distinction n
        JOIN actor_canonical c ON c.actor_id = n.one_id
        JOIN actor_canonical d ON d.actor_id = n.other_id
        WHERE n.active AND least(c.canonical_id, d.canonical_id) = pairs.one AND greatest(c.canonical_id, d.canonical_id) = pairs.other)
    ORDER BY pairs.score - (o.kind <> p.kind)::int DESC, pairs.one, pairs.other
    LIMIT ${COMPARED}`;
}

async function comparedActors(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ComparedActor>> {
  const rows = await reader.$queryRaw<(ComparedActor & { id: string })[]>`
    SELECT a.id::text, a.kind::text AS kind, a.wikidata,
      (SELECT coalesce(json_agg(json_build_object('name', l.name, 'folded', l.folded, 'kind', l.kind)), '[]')
       FROM actor_canonical m JOIN alias l ON l.actor_id = m.actor_id WHERE m.canonical_id = a.id) AS names
    FROM actor a WHERE a.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

async function readSides(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DuplicateSide>> {
  const rows = await reader.$queryRaw<DuplicateSide[]>`
    SELECT a.id::text, a.version, a.name, a.kind::text AS kind, a.description, w.name AS "partOf", a.sample,
      ARRAY(SELECT DISTINCT l.name FROM actor_canonical m JOIN alias l ON l.actor_id = m.actor_id
            WHERE m.canonical_id = a.id AND l.name <> a.name ORDER BY 1) AS names,
      (SELECT count(*)::int FROM actor_canonical m JOIN statement s ON s.attributed_to_id = m.actor_id
       WHERE m.canonical_id = a.id AND NOT s.withdrawn) AS statements,
      last.statement AS last
    FROM actor a
    LEFT JOIN actor w ON w.id = a.part_of_id
    LEFT JOIN LATERAL (
      SELECT json_build_object('articleId', ar.id, 'outlet', o.name,
        'words', (SELECT left(string_agg(sp.exact, ' … ' ORDER BY sp.position), 240) FROM span sp WHERE sp.anchor_id = s.anchor_id AND sp.role = 'content'),
        'published', to_char(ar.published_local, CASE ar.published_precision WHEN 'month' THEN 'YYYY-MM' WHEN 'year' THEN 'YYYY' ELSE 'YYYY-MM-DD' END)
      ) AS statement
      FROM actor_canonical m
      JOIN statement s ON s.attributed_to_id = m.actor_id
      JOIN article ar ON ar.id = s.article_id
      JOIN outlet o ON o.id = ar.outlet_id
      WHERE m.canonical_id = a.id AND NOT s.withdrawn
      ORDER BY ar.published_local DESC NULLS LAST, s.created_at DESC LIMIT 1
    ) last ON true
    WHERE a.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
