import type { ActorKind, AliasKind } from "../attribution/authority.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { foldName } from "./fold.ts";

/** A name as decisions hold it. Days are YYYY-MM-DD, half-open; null: without limit, or no language said. */
export interface AliasState extends State {
  readonly name: string;
  readonly kind: AliasKind;
  readonly language: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What decisions change of an actor. `aliases` are all its names, the shown one among them. */
export interface ActorState extends State {
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly partOfId: string | null;
  readonly stateCode: string | null;
  readonly wikidata: string | null;
  readonly aliases: readonly AliasState[];
}

/** An actor for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockActor(tx: Tx, actorId: string) {
  await tx.$queryRaw`SELECT 1 FROM actor WHERE id = ${actorId}::uuid FOR NO KEY UPDATE`;
  const actor = await tx.actor.findUnique({ where: { id: actorId }, include: { aliases: true } });
  if (!actor) throw new OnRecordError("missing", "That actor is not on record any more: choose it again.");
  return actor;
}

type ActorRow = Awaited<ReturnType<typeof lockActor>>;

export function actorState(row: ActorRow): ActorState {
  const { name, kind, description, partOfId, stateCode, wikidata } = row;
  const aliases = row.aliases.map((alias) => ({
    name: alias.name,
    kind: alias.kind,
    language: alias.language,
    from: dayOf(alias.validFrom),
    to: dayOf(alias.validTo),
  }));
  return { name, kind, description, partOfId, stateCode, wikidata, aliases: inOrder(aliases) };
}

/**
 * Sets the actor's state and counts its version up. The shown name is among its names always, but for an unnamed source:
 * nobody finds one by name. @throws OnRecordError "unusable" where it would be part of itself.
 */
export async function setActorState(tx: Tx, actorId: string, state: ActorState): Promise<void> {
  const { aliases: _, ...columns } = state;
  if (state.partOfId !== null) await checkWhole(tx, actorId, state.partOfId);
  const { sample } = await tx.actor.update({
    where: { id: actorId },
    data: { ...columns, version: { increment: 1 } },
  });
  const wanted = new Map(namesOf(state).map((alias) => [placeOf(alias), alias]));
  const stored = await tx.alias.findMany({ where: { actorId } });
  for (const row of stored) {
    const alias = wanted.get(placeOf(row));
    wanted.delete(placeOf(row));
    if (!alias) await tx.alias.delete({ where: { id: row.id } });
    else if (isOther(row, alias)) await tx.alias.update({ where: { id: row.id }, data: aliasData(alias) });
  }
  await tx.alias.createMany({
    data: [...wanted.values()].map((alias) => ({
      actorId,
      name: alias.name,
      kind: alias.kind,
      folded: foldName(alias.name),
      sample,
      ...aliasData(alias),
    })),
  });
}

/** All names of a state, the shown one among them. */
export function namesOf(state: Pick<ActorState, "name" | "kind" | "aliases">): readonly AliasState[] {
  if (state.kind === "unnamedSource") return [];
  // Of whatever kind: "NATO" is shown by its acronym.
  const shown = state.aliases.some(({ name }) => name === state.name);
  const plain = { name: state.name, kind: "name", language: null, from: null, to: null } as const;
  return inOrder(shown ? state.aliases : [plain, ...state.aliases]);
}

/** Names in the one order that states are compared in. */
function inOrder(aliases: readonly AliasState[]): readonly AliasState[] {
  const places = new Map(aliases.map((alias) => [alias, placeOf(alias)]));
  return aliases.toSorted((a, b) => ((places.get(a) ?? "") < (places.get(b) ?? "") ? -1 : 1));
}

const placeOf = ({ kind, name }: { readonly kind: AliasKind; readonly name: string }) => `${kind} ${name}`;

const aliasData = ({ language, from, to }: AliasState) => ({
  language,
  validFrom: dateOf(from),
  validTo: dateOf(to),
});

const isOther = (row: ActorRow["aliases"][number], alias: AliasState) =>
  row.language !== alias.language || dayOf(row.validFrom) !== alias.from || dayOf(row.validTo) !== alias.to;

/** A day of the database as text, and back. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
export const dateOf = (day: string | null): Date | null => (day === null ? null : new Date(day));

/** @throws OnRecordError "missing", or "unusable" where the whole is a part of the part. */
async function checkWhole(tx: Tx, actorId: string, partOfId: string): Promise<void> {
  // Two who make each a part of the other at once must not both find the way free.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('on-record actor parts'))`;
  const wholes = await tx.$queryRaw<{ id: string; name: string; kind: ActorKind }[]>`
    WITH RECURSIVE up AS (
      SELECT id, name, kind, part_of_id FROM actor WHERE id = ${partOfId}::uuid
      UNION SELECT w.id, w.name, w.kind, w.part_of_id FROM actor w JOIN up ON w.id = up.part_of_id
    ) SELECT id, name, kind::text AS kind FROM up`;
  const whole = wholes.find(({ id }) => id === partOfId);
  if (!whole)
    throw new OnRecordError("missing", "What it is part of is not on record any more: choose it again.");
  if (whole.kind === "unnamedSource")
    throw new OnRecordError("unusable", "Nothing is part of an unnamed source.");
  if (wholes.some(({ id }) => id === actorId))
    throw new OnRecordError(
      "unusable",
      `${whole.name} is part of this record itself: neither can be part of the other.`,
    );
}
