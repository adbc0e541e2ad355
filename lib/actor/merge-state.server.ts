import type { Reader, Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { whoDecided } from "../decision/who-decided.server.ts";
import { OnRecordError } from "../errors.ts";
import type { MergeSide } from "./merge.ts";

/** What decisions change of a merge: whether it is active. The rest says what it is. */
export interface MergeState extends State {
  readonly actorId: string;
  readonly intoId: string;
  readonly reason: string | null;
  readonly active: boolean;
}

/** Merges of actors, and decisions that two are not one, are made one at a time: until the transaction ends. */
export async function lockMerges(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('on-record actor merge'))`;
}

/** A merge for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockMerge(tx: Tx, mergeId: string) {
  await lockMerges(tx);
  const merge = await tx.actorMerge.findUnique({ where: { id: mergeId }, include: BOTH });
  if (!merge) throw new OnRecordError("missing", "That merge is not on record any more.");
  return merge;
}

const NAMED = { select: { id: true, name: true } } as const;
const BOTH = { actor: NAMED, into: NAMED } as const;
export type MergeRow = Awaited<ReturnType<typeof lockMerge>>;

export function mergeState({ actorId, intoId, reason, active }: MergeRow): MergeState {
  return { actorId, intoId, reason, active };
}

/** Sets whether a merge is active and counts its version up. @throws OnRecordError "conflict" where another is in its way. */
export async function setMergeActive(tx: Tx, merge: MergeRow, active: boolean): Promise<void> {
  if (active) await checkMerge(tx, { actor: merge.actor, into: merge.into, reason: merge.reason });
  await tx.actorMerge.update({ where: { id: merge.id }, data: { active, version: { increment: 1 } } });
}

type Wanted = Pick<MergeSide, "actor" | "into" | "reason">;

/**
 * Whether one record can be merged into another now. The caller holds the merges.
 * @throws OnRecordError "conflict" with both sides: merged already, a circle, or told apart; "unusable" for an unnamed source.
 */
export async function checkMerge(tx: Tx, yours: Wanted): Promise<void> {
  const { actor, into } = yours;
  const unnamed = await tx.actor.findFirst({
    where: { id: { in: [actor.id, into.id] }, kind: "unnamedSource" },
    select: { name: true },
  });
  if (unnamed)
    throw new OnRecordError(
      "unusable",
      `“${unnamed.name}” is an unnamed source, which is never merged. If a published source says who it was, identify it.`,
    );
  const there = await activeMergeOf(tx, actor.id);
  if (there)
    throw inTheWay(
      yours,
      await sideOf(tx, there),
      there.intoId === into.id
        ? `${actor.name} is merged into ${into.name} already.`
        : `${actor.name} is merged into ${there.into.name} already. Split it from there first.`,
    );
  const led = await activeMergeOf(tx, into.id);
  if (led && (await clusterOf(tx, actor.id)).includes(into.id))
    throw inTheWay(
      yours,
      await sideOf(tx, led),
      `${into.name} is merged into ${led.into.name} already${led.intoId === actor.id ? "" : `, and so leads to ${actor.name}`}: merging ${actor.name} into it would go round in a circle.`,
    );
  const apart = await distinctionBetween(tx, actor.id, into.id);
  if (apart)
    throw new OnRecordError(
      "conflict",
      `${apart.one.name} and ${apart.other.name} were decided to be two actors. Take that back first.`,
      { yours, theirs: { distinctionId: apart.id, ...(await whoDecided(tx, "distinction", apart.id)) } },
    );
}

/** What stands in the way of a merge or of telling two apart: both sides, and the words for the person. */
export function inTheWay(yours: unknown, theirs: unknown, words: string): OnRecordError {
  return new OnRecordError("conflict", words, { yours, theirs });
}

function activeMergeOf(tx: Tx, actorId: string) {
  return tx.actorMerge.findFirst({ where: { actorId, active: true }, include: BOTH });
}

/** A merge as the other side of a conflict. */
export async function sideOf(tx: Tx, merge: MergeRow): Promise<MergeSide & { readonly mergeId: string }> {
  const { id: mergeId, actor, into, reason } = merge;
  return { mergeId, actor, into, reason, ...(await whoDecided(tx, "merge", mergeId)) };
}

/** All records that one record stands for or is stood for with. */
export async function clusterOf(reader: Reader, actorId: string): Promise<readonly string[]> {
  const rows = await reader.$queryRaw<{ actor_id: string }[]>`
    SELECT m.actor_id FROM actor_canonical c JOIN actor_canonical m ON m.canonical_id = c.canonical_id
    WHERE c.actor_id = ${actorId}::uuid`;
  return rows.map((row) => row.actor_id);
}

/** An active decision that a record on one side and a record on the other are two actors. */
export async function distinctionBetween(reader: Reader, actorId: string, otherId: string) {
  const [here, there] = [await clusterOf(reader, actorId), await clusterOf(reader, otherId)];
  return reader.actorDistinction.findFirst({
    where: {
      active: true,
      OR: [
        { oneId: { in: [...here] }, otherId: { in: [...there] } },
        { oneId: { in: [...there] }, otherId: { in: [...here] } },
      ],
    },
    include: { one: NAMED, other: NAMED },
  });
}
