import type { z } from "zod";
import { giveAddress } from "../address/write.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { type ActorChoice, ActorEdit, NewActor } from "./schema.ts";
import { actorState, lockActor, setActorState } from "./state.server.ts";

export interface ChosenActor {
  readonly id: string;
  readonly name: string;
}

/** Adds an actor with its names and address. `sample`: it belongs to a sample article. Returns the record. */
export async function addActor(
  tx: Tx,
  viewer: Viewer | null,
  input: NewActor,
  sample = false,
): Promise<ChosenActor> {
  allow(viewer, "decide");
  const actor = parse(NewActor, input);
  const row = await tx.actor.create({
    data: {
      name: actor.name,
      kind: actor.kind,
      description: actor.description,
      sample: sample || viewer.sample,
    },
  });
  await setActorState(tx, row.id, actor);
  await giveAddress(tx, "actor", row.id, row.name, row.sample);
  await recordDecision(tx, {
    viewer,
    action: "add",
    sample: row.sample,
    summary: `added actor ${row.name}`,
    before: [{ noun: "actor", id: row.id, state: null }],
    after: [{ noun: "actor", id: row.id, state: actorState(await lockActor(tx, row.id)) }],
  });
  return row;
}

/** The actor an editor chose: on record, else added. @throws OnRecordError "missing" for an unknown id. */
export async function chooseActor(
  tx: Tx,
  viewer: Viewer | null,
  choice: z.output<typeof ActorChoice>,
  sample: boolean,
): Promise<ChosenActor> {
  if (!("id" in choice)) return addActor(tx, viewer, choice, sample);
  // Not held: nothing of it is changed, and two articles that name the same actors in another order must not meet.
  const actor = await tx.actor.findUnique({ where: { id: choice.id }, select: { id: true, name: true } });
  if (!actor) throw new OnRecordError("missing", "That actor is not on record any more: choose it again.");
  return actor;
}

/** Corrects an actor's name, kind, description or further names. @throws OnRecordError "conflict" on a stale version. */
export async function editActor(tx: Tx, viewer: Viewer | null, input: ActorEdit): Promise<void> {
  allow(viewer, "decide");
  const { actorId, version, ...edit } = parse(ActorEdit, input);
  const row = await lockActor(tx, actorId);
  const before = actorState(row);
  if (row.version !== version)
    throw new OnRecordError("conflict", "Someone else has changed this actor. Look at both and save again.", {
      yours: edit,
      theirs: before,
      version: row.version,
    });
  await setActorState(tx, actorId, edit);
  if (edit.name !== row.name) await giveAddress(tx, "actor", actorId, edit.name, row.sample);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    sample: row.sample,
    summary: `corrected actor ${edit.name}`,
    before: [{ noun: "actor", id: actorId, state: before }],
    after: [{ noun: "actor", id: actorId, state: actorState(await lockActor(tx, actorId)) }],
  });
}
