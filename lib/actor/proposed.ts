import type { z } from "zod";
import type { DetectedActor } from "../attribution/statement.ts";
import type { ActorChoice } from "./schema.ts";
import { isUnnamedSource } from "./unnamed.ts";

type Choice = z.output<typeof ActorChoice>;

/**
 * Whom an accepted suggestion is attributed to: the editor's choice, completed with what the text says about somebody
 * new; without a choice the unnamed source the text describes, which is no question of who somebody is. Undefined: the
 * editor has to choose.
 */
export function chosenOrProposed(
  choice: Choice | undefined,
  detected: DetectedActor | null,
): Choice | undefined {
  if (choice === undefined) {
    const kind = detected && proposedKind(detected);
    return detected && kind === "unnamedSource" ? { name: detected.name, kind } : undefined;
  }
  if ("id" in choice || choice.description !== undefined) return choice;
  const description = detected?.name === choice.name ? detected.proposal?.description : undefined;
  return description === undefined ? choice : { ...choice, description };
}

/** What somebody the authority lacks would be; null where the text doesn't say. */
export function proposedKind({ actorId, name, proposal }: DetectedActor) {
  if (actorId !== undefined) return null;
  return isUnnamedSource(name) ? ("unnamedSource" as const) : (proposal?.kind ?? null);
}
