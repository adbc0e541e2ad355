import type { ActorKind } from "../attribution/authority.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { foldName } from "./fold.ts";

/** What decisions change of an actor. `aliases` are the names beyond the packaged ones and the name itself. */
export interface ActorState extends State {
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly aliases: readonly string[];
}

/** An actor for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockActor(tx: Tx, actorId: string) {
  await tx.$queryRaw`SELECT 1 FROM actor WHERE id = ${actorId}::uuid FOR NO KEY UPDATE`;
  const actor = await tx.actor.findUnique({
    where: { id: actorId },
    include: { aliases: { orderBy: { name: "asc" } } },
  });
  if (!actor) throw new OnRecordError("missing", "That actor is not on record any more: choose it again.");
  return actor;
}

type ActorRow = Awaited<ReturnType<typeof lockActor>>;

export function actorState(row: ActorRow): ActorState {
  const aliases = row.aliases.filter(
    (alias) => alias.kind === "name" && alias.name !== row.name && !alias.language,
  );
  return {
    name: row.name,
    kind: row.kind,
    description: row.description,
    aliases: aliases.map((alias) => alias.name),
  };
}

/** Sets the actor's state and counts its version up. Names of other kinds than "name" are left alone. */
export async function setActorState(tx: Tx, actorId: string, state: ActorState): Promise<void> {
  const { sample } = await tx.actor.update({
    where: { id: actorId },
    data: { name: state.name, kind: state.kind, description: state.description, version: { increment: 1 } },
  });
  const names = [...new Set([state.name, ...state.aliases])];
  await tx.alias.deleteMany({ where: { actorId, kind: "name", language: null, name: { notIn: names } } });
  await tx.alias.createMany({
    data: names.map((name) => ({ actorId, name, folded: foldName(name), kind: "name" as const, sample })),
    skipDuplicates: true,
  });
}
