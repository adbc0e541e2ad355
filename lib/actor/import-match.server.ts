import type { Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { foldName } from "./fold.ts";
import type { ListedEntry } from "./import.ts";
import { type ActorState, actorState, lockActor, namesOf } from "./state.server.ts";

export interface Found {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorState["kind"];
}

const SHOWN = { id: true, name: true, kind: true } as const;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A record by the key of a list: its own, or the id of one that has none. */
export async function recordByKey(tx: Tx, key: string): Promise<Found | null> {
  const keyed = await tx.actor.findUnique({ where: { key }, select: SHOWN });
  if (keyed || !UUID.test(key)) return keyed;
  return tx.actor.findUnique({ where: { id: key }, select: SHOWN });
}

/**
 * The record that an entry is of: by its key or its Wikidata id, never by name alone. Null: none.
 * @throws OnRecordError "invalid" where the two lead to two records, or to an unnamed source.
 */
export async function matchEntry(tx: Tx, { key, wikidata }: ListedEntry["entry"]): Promise<Found | null> {
  const keyed = key === null ? null : await recordByKey(tx, key);
  const known =
    wikidata === null ? [] : await tx.actor.findMany({ where: { wikidata }, select: SHOWN, take: 2 });
  const [other] = known.filter(({ id }) => id !== keyed?.id);
  if (keyed && other)
    throw new OnRecordError(
      "invalid",
      `the key is that of ${keyed.name} (${keyed.id}), the Wikidata id that of ${other.name} (${other.id})`,
    );
  if (known.length > 1)
    throw new OnRecordError(
      "invalid",
      `several records have the Wikidata id ${wikidata}: give the key of one`,
    );
  const found = keyed ?? known[0] ?? null;
  if (found?.kind === "unnamedSource")
    throw new OnRecordError("invalid", `${found.id} is an unnamed source: it comes in no list`);
  return found;
}

/** Records that bear the entry's name, but for `except`. */
export async function namesakesOf(
  tx: Tx,
  entry: ListedEntry["entry"],
  except: ReadonlySet<string>,
): Promise<readonly Found[]> {
  const rows = await tx.alias.findMany({
    where: { folded: foldName(entry.name), kind: { not: "metonym" } },
    select: { actor: { select: SHOWN } },
    orderBy: { actor: { createdAt: "asc" } },
  });
  const found = new Map(rows.map(({ actor }) => [actor.id, actor]));
  return [...found.values()].filter(({ id }) => !except.has(id));
}

/** Whether a record says all that the entry says: then there is nothing to add, whoever it is. */
export async function saysAll(
  tx: Tx,
  id: string,
  entry: ListedEntry["entry"],
  partOfId: string | null,
): Promise<boolean> {
  const state = actorState(await lockActor(tx, id));
  const offices = await tx.office.findMany({
    where: { bodyId: id, withdrawn: false },
    select: { title: true },
  });
  const titles = new Set(offices.map(({ title }) => foldName(title)));
  return (
    state.kind === entry.kind &&
    entry.offices.every(({ title }) => titles.has(foldName(title))) &&
    [
      [entry.description, state.description],
      [entry.state_code, state.stateCode],
      [entry.wikidata, state.wikidata],
      [partOfId, state.partOfId],
    ].every(([said, stored]) => said === null || said === stored) &&
    entry.aliases.every((alias) =>
      namesOf(state).some(({ name, kind }) => name === alias.name && kind === alias.kind),
    )
  );
}
