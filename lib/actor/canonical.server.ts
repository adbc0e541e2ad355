import type { ActorKind } from "../attribution/authority.ts";
import type { Reader } from "../db.server.ts";

/** The record that stands for each of the given actors now: itself where it is merged into none. Unknown ids are left out. */
export async function canonicalIds(
  reader: Reader,
  actorIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.actorCanonical.findMany({ where: { actorId: { in: [...new Set(actorIds)] } } });
  return new Map(rows.map(({ actorId, canonicalId }) => [actorId, canonicalId]));
}

/** The record that stands for an actor now, or null for an unknown id. */
export async function canonicalId(reader: Reader, actorId: string): Promise<string | null> {
  return (await canonicalIds(reader, [actorId])).get(actorId) ?? null;
}

/**
 * The records to decide on: a chosen one that stands for one of `before` is that one still. What an editor leaves as it
 * is keeps the record it was decided on, also while that is merged.
 */
export async function keepRecords(
  reader: Reader,
  chosen: readonly string[],
  before: readonly string[],
): Promise<readonly string[]> {
  const canonical = await canonicalIds(reader, [...chosen, ...before]);
  const of = (id: string) => canonical.get(id) ?? id;
  return chosen.map((id) => before.find((earlier) => of(earlier) === of(id)) ?? id);
}

/** The same for one. */
export async function keepRecord(reader: Reader, chosen: string, before: string): Promise<string> {
  return (await keepRecords(reader, [chosen], [before]))[0] ?? chosen;
}

/** A record as a page names it. */
export interface StandingActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
}

/**
 * The records that stand for the given actors now, by the id they were asked by. Ids that are null, or of records that are
 * gone with the sample newsroom, are left out.
 */
export async function standingActors(
  reader: Reader,
  actorIds: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, StandingActor>> {
  const ids = [...new Set(actorIds.filter((id) => id !== null && id !== undefined))];
  if (ids.length === 0) return new Map();
  const rows = await reader.actorCanonical.findMany({
    where: { actorId: { in: ids } },
    select: { actorId: true, canonical: { select: { id: true, name: true, kind: true } } },
  });
  return new Map(rows.map(({ actorId, canonical }) => [actorId, canonical]));
}
