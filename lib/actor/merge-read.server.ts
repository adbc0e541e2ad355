import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";

/** A record's place in a list of decisions. */
interface NamedActor {
  readonly id: string;
  readonly name: string;
}

/** What the desk shows of a merge that is active. */
export interface CurrentMerge {
  readonly id: string;
  readonly version: number;
  readonly actor: NamedActor;
  readonly into: NamedActor;
  /** The record that stands for both now, where `into` is merged on. */
  readonly canonical: NamedActor;
  readonly reason: string | null;
  /** Who decided and when; null where that decision went with the sample newsroom. */
  readonly by: string | null;
  readonly at: string | null;
}

/** What the desk shows of two records that are told apart. */
export interface CurrentDistinction {
  readonly id: string;
  readonly version: number;
  readonly one: NamedActor;
  readonly other: NamedActor;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

const MOST = 200;

/**
 * Merges that are active, the latest first, at most 200: all, or those of the records that one record stands for.
 * @throws OnRecordError without permission to see the desk
 */
export async function currentMerges(
  reader: Reader,
  viewer: Viewer | null,
  of: string | null = null,
): Promise<readonly CurrentMerge[]> {
  allow(viewer, "readDesk");
  return reader.$queryRaw<CurrentMerge[]>`
    SELECT m.id::text, m.version, json_build_object('id', a.id, 'name', a.name) AS actor,
      json_build_object('id', i.id, 'name', i.name) AS "into", json_build_object('id', c.id, 'name', c.name) AS canonical,
      m.reason, d.name AS by, to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM actor_merge m
    JOIN actor a ON a.id = m.actor_id
    JOIN actor i ON i.id = m.into_id
    JOIN actor_canonical k ON k.actor_id = m.actor_id
    JOIN actor c ON c.id = k.canonical_id
    LEFT JOIN LATERAL (
      SELECT u.name, d.at FROM decision d JOIN "user" u ON u.id = d.user_id
      WHERE (d.before || d.after) @> jsonb_build_array(jsonb_build_object('noun', 'merge', 'id', m.id)) ORDER BY d.seq DESC LIMIT 1
    ) d ON true
    WHERE m.active AND (${of}::uuid IS NULL OR k.canonical_id = ${of}::uuid)
    ORDER BY d.at DESC NULLS LAST, m.id LIMIT ${MOST}`;
}

/** Pairs that are told apart, the latest first, at most 200. @throws OnRecordError without permission to see the desk */
export async function currentDistinctions(
  reader: Reader,
  viewer: Viewer | null,
): Promise<readonly CurrentDistinction[]> {
  allow(viewer, "readDesk");
  return reader.$queryRaw<CurrentDistinction[]>`
    SELECT n.id::text, n.version, json_build_object('id', a.id, 'name', a.name) AS one,
      json_build_object('id', b.id, 'name', b.name) AS other, n.reason, d.name AS by,
      to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
    FROM actor_distinction n
    JOIN actor a ON a.id = n.one_id
    JOIN actor b ON b.id = n.other_id
    LEFT JOIN LATERAL (
      SELECT u.name, d.at FROM decision d JOIN "user" u ON u.id = d.user_id
      WHERE (d.before || d.after) @> jsonb_build_array(jsonb_build_object('noun', 'distinction', 'id', n.id)) ORDER BY d.seq DESC LIMIT 1
    ) d ON true
    WHERE n.active
    ORDER BY d.at DESC NULLS LAST, n.id LIMIT ${MOST}`;
}
