import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { DistinctionInput, DistinctionRetraction } from "./merge.ts";
import { clusterOf, distinctionBetween, inTheWay, lockMerges } from "./merge-state.server.ts";

/** What decisions change of a distinction: whether it is active. The rest says what it is. */
export interface DistinctionState extends State {
  readonly oneId: string;
  readonly otherId: string;
  readonly reason: string | null;
  readonly active: boolean;
}

const NAMED = { select: { id: true, name: true, sample: true } } as const;

/** A distinction for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockDistinction(tx: Tx, distinctionId: string) {
  await lockMerges(tx);
  const row = await tx.actorDistinction.findUnique({
    where: { id: distinctionId },
    include: { one: NAMED, other: NAMED },
  });
  if (!row) throw new OnRecordError("missing", "That decision is not on record any more.");
  return row;
}

type DistinctionRow = Awaited<ReturnType<typeof lockDistinction>>;

export function distinctionState({ oneId, otherId, reason, active }: DistinctionRow): DistinctionState {
  return { oneId, otherId, reason, active };
}

/** Sets whether a distinction is active and counts its version up. @throws OnRecordError "conflict" for records that are one now. */
export async function setDistinctionActive(tx: Tx, row: DistinctionRow, active: boolean): Promise<void> {
  if (active) await checkDistinction(tx, row);
  await tx.actorDistinction.update({
    where: { id: row.id },
    data: { active, version: { increment: 1 } },
  });
}

async function checkDistinction(tx: Tx, { one, other }: Pick<DistinctionRow, "one" | "other">) {
  const yours = { one: named(one), other: named(other) };
  const cluster = await clusterOf(tx, one.id);
  if (cluster.includes(other.id))
    throw inTheWay(
      yours,
      { merged: cluster },
      `${one.name} and ${other.name} are merged. Split them, then they are two.`,
    );
  const there = await distinctionBetween(tx, one.id, other.id);
  if (there)
    throw inTheWay(
      yours,
      { distinctionId: there.id },
      `${one.name} and ${other.name} are told apart already.`,
    );
}

/**
 * Decides that two records are two actors: they are not put forward as duplicates any more, and can't be merged before
 * this is taken back. @throws OnRecordError "conflict"
 */
export async function distinguishActors(
  tx: Tx,
  viewer: Viewer | null,
  input: DistinctionInput,
): Promise<{ distinctionId: string; seq: string }> {
  allow(viewer, "decide");
  const { oneId, otherId, reason } = parse(DistinctionInput, input);
  await lockMerges(tx);
  const [low, high] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
  const [one, other] = [await readActor(tx, low), await readActor(tx, high)];
  await checkDistinction(tx, { one, other });
  const sample = one.sample || other.sample;
  const { id } = await tx.actorDistinction.create({
    data: { oneId: one.id, otherId: other.id, reason, sample },
    select: { id: true },
  });
  const seq = await recordDecision(tx, {
    viewer,
    action: "distinguish",
    sample,
    summary: `${one.name} and ${other.name} are not the same${reason ? `: ${reason}` : ""}`,
    before: [{ noun: "distinction", id, state: null }],
    after: [{ noun: "distinction", id, state: distinctionState(await lockDistinction(tx, id)) }],
  });
  return { distinctionId: id, seq: String(seq) };
}

/** Takes back that two records are two actors. @throws OnRecordError "conflict" when someone did already. */
export async function retractDistinction(
  tx: Tx,
  viewer: Viewer | null,
  input: DistinctionRetraction,
): Promise<{ seq: string }> {
  allow(viewer, "decide");
  const { distinctionId, version } = parse(DistinctionRetraction, input);
  const row = await lockDistinction(tx, distinctionId);
  if (!row.active || row.version !== version)
    throw inTheWay(
      { retract: distinctionId },
      distinctionState(row),
      "Someone else has taken this back already.",
    );
  await setDistinctionActive(tx, row, false);
  const seq = await recordDecision(tx, {
    viewer,
    action: "retract",
    sample: row.sample,
    summary: `took back: ${row.one.name} and ${row.other.name} are not the same`,
    before: [{ noun: "distinction", id: row.id, state: distinctionState(row) }],
    after: [{ noun: "distinction", id: row.id, state: distinctionState({ ...row, active: false }) }],
  });
  return { seq: String(seq) };
}

async function readActor(tx: Tx, id: string) {
  const actor = await tx.actor.findUnique({ where: { id }, ...NAMED });
  if (!actor) throw new OnRecordError("missing", "That actor is not on record any more: choose it again.");
  return actor;
}

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
