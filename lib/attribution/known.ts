import type { Candidate } from "./authority.ts";
import { meansBody, meansPerson } from "./mention.ts";
import type { DetectedActor } from "./statement.ts";

/** An actor with what later words in the text may call it. */
export interface Known {
  readonly actor: DetectedActor;
  readonly surface: string;
  readonly personal: boolean;
  readonly plural: boolean;
  /** Only described, so that no pronoun points back at it: "the fusillade". */
  readonly thing?: boolean;
  readonly candidate?: Candidate;
}

/** An actor by a mere description; a thing where nobody could be meant. */
export function described(surface: string, core: string): Known {
  const personal = meansPerson(core);
  const plain = unknown(surface, surface, "described, not named", personal);
  return personal || meansBody(core) ? plain : { ...plain, thing: true };
}

/** An actor of the authority, with why it is meant. */
export function known(candidate: Candidate, surface: string, why?: string): Known {
  const reason = why ? `${why} (${candidate.reason})` : candidate.reason;
  return {
    actor: { actorId: candidate.actorId, name: candidate.name, reason },
    surface,
    personal: candidate.kind === "person",
    plural: candidate.kind === "group",
    candidate,
  };
}

/** An actor the authority lacks. */
export function unknown(name: string, surface: string, reason: string, personal: boolean): Known {
  return { actor: { name, reason }, surface, personal, plural: false };
}

/** The same actor, found in another way. */
export function renamed(known: Known, reason: string): Known {
  return { ...known, actor: { ...known.actor, reason } };
}
