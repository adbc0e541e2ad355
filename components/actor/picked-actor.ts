import type { ActorChoice } from "#lib/actor/schema.ts";
import type { ActorKind } from "#lib/attribution/authority.ts";

/** An actor as an editor chose it: on record, or (id null) one to be made. */
export type PickedActor =
  | { readonly id: string; readonly name: string; readonly kind: ActorKind }
  | NewlyNamedActor;

export interface NewlyNamedActor {
  readonly id: null;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description?: string | null;
}

/** As the desk's doors take it. */
export function choiceOf(actor: PickedActor): ActorChoice {
  if (actor.id !== null) return { id: actor.id };
  const { name, kind, description } = actor;
  return { name, kind, ...(description === undefined ? {} : { description }) };
}
