import { z } from "zod";
import { ACTOR_KINDS } from "../attribution/authority.ts";
import { line } from "../parse.ts";

const fields = {
  name: line(200).min(1, "The actor needs a name."),
  kind: z.enum(ACTOR_KINDS),
  description: line(500)
    .nullish()
    .transform((text) => text || null),
  aliases: z.array(line(200).min(1)).max(50).default([]),
};

/** An actor made at the desk. */
export const NewActor = z.object(fields).strict();
export type NewActor = z.input<typeof NewActor>;

/** An actor on record, or a new one. */
export const ActorChoice = z.union([z.object({ id: z.uuid() }).strict(), NewActor]);
export type ActorChoice = z.input<typeof ActorChoice>;

export const ActorEdit = z.object({ actorId: z.uuid(), version: z.int().positive(), ...fields }).strict();
export type ActorEdit = z.input<typeof ActorEdit>;
