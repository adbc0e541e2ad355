import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { parse } from "../parse.ts";
import { MergeInput, SplitInput } from "./merge.ts";
import {
  checkMerge,
  inTheWay,
  lockMerge,
  lockMerges,
  mergeState,
  setMergeActive,
  sideOf,
} from "./merge-state.server.ts";
import { actorState, lockActor } from "./state.server.ts";

export interface Merged {
  readonly mergeId: string;
  /** Number of the decision, for undo. */
  readonly seq: string;
}

/**
 * Merges a record into another: from now on that one stands for both. No row moves; splitting them is exact.
 * @throws OnRecordError "conflict" with both sides when either changed meanwhile, when the record is merged already, when
 * it would go round in a circle, or when the two were told apart.
 */
export async function mergeActors(tx: Tx, viewer: Viewer | null, input: MergeInput): Promise<Merged> {
  allow(viewer, "decide");
  const { actorId, version, intoId, intoVersion, reason } = parse(MergeInput, input);
  await lockMerges(tx);
  // In the order of their ids, as everybody who holds two.
  const [low, high] = actorId < intoId ? [actorId, intoId] : [intoId, actorId];
  const rows = [await lockActor(tx, low), await lockActor(tx, high)] as const;
  const [actor, into] = low === actorId ? rows : ([rows[1], rows[0]] as const);
  await checkMerge(tx, { actor: named(actor), into: named(into), reason });
  for (const [row, seen] of [
    [actor, version],
    [into, intoVersion],
  ] as const)
    if (row.version !== seen)
      throw inTheWay(
        { actor: named(actor), into: named(into), reason },
        { ...actorState(row), id: row.id, version: row.version },
        `${row.name} was changed meanwhile. Look at it again, then merge.`,
      );
  const merge = await tx.actorMerge.create({
    data: { actorId, intoId, reason, sample: actor.sample },
    select: { id: true },
  });
  const seq = await recordDecision(tx, {
    viewer,
    action: "merge",
    sample: actor.sample,
    summary: `merged ${actor.name} into ${into.name}${reason ? `: ${reason}` : ""}`,
    before: [{ noun: "merge", id: merge.id, state: null }],
    after: [{ noun: "merge", id: merge.id, state: mergeState(await lockMerge(tx, merge.id)) }],
  });
  return { mergeId: merge.id, seq: String(seq) };
}

/** Splits what was merged: the record stands for itself again, with all it had. @throws OnRecordError "conflict" */
export async function splitActors(
  tx: Tx,
  viewer: Viewer | null,
  input: SplitInput,
): Promise<{ seq: string }> {
  allow(viewer, "decide");
  const { mergeId, version } = parse(SplitInput, input);
  const merge = await lockMerge(tx, mergeId);
  if (!merge.active || merge.version !== version)
    throw inTheWay(
      { split: mergeId },
      { ...(await sideOf(tx, merge)), active: merge.active, version: merge.version },
      merge.active
        ? "Someone else has decided on this merge meanwhile. Look again."
        : `${merge.actor.name} and ${merge.into.name} are split already.`,
    );
  await setMergeActive(tx, merge, false);
  const seq = await recordDecision(tx, {
    viewer,
    action: "split",
    sample: merge.sample,
    summary: `split ${merge.actor.name} from ${merge.into.name}`,
    before: [{ noun: "merge", id: mergeId, state: mergeState(merge) }],
    after: [{ noun: "merge", id: mergeId, state: mergeState({ ...merge, active: false }) }],
  });
  return { seq: String(seq) };
}

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
