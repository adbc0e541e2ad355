import type { Candidate } from "./authority.ts";
import { meansBody, meansPerson } from "./mention.ts";
import type { ActorCandidate, ActorProposal, DetectedActor } from "./statement.ts";

/** An actor with what later words in the text may call it. */
export interface Known {
  readonly actor: DetectedActor;
  readonly surface: string;
  /** Mentions with one key are one chain. */
  readonly key: string;
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

/**
 * An actor of the authority, with why it is meant. What a capital or a house says is a chain of its own, so that an
 * editor who takes the rule back takes it back for these words and no others.
 */
export function known(
  candidate: Candidate,
  surface: string,
  why?: string,
  others: readonly Candidate[] = [],
): Known {
  const reason = why ? `${why} (${candidate.reason})` : candidate.reason;
  const metonym =
    candidate.by === "metonym" ? `|${surface.toLowerCase().replace(/^the\s+|[’']s?$/g, "")}` : "";
  return {
    actor: {
      actorId: candidate.actorId,
      name: candidate.name,
      reason,
      ...(others.length > 0 && { others: others.map(shownOf) }),
    },
    surface,
    key: `${candidate.actorId}${metonym}`,
    personal: candidate.kind === "person",
    plural: candidate.kind === "group",
    candidate,
  };
}

const shownOf = ({ actorId, name, reason }: Candidate): ActorCandidate => ({ actorId, name, reason });

/** An actor the authority lacks. */
export function unknown(
  name: string,
  surface: string,
  reason: string,
  personal: boolean,
  proposal?: ActorProposal,
): Known {
  return {
    actor: { name, reason, ...(proposal && { proposal }) },
    surface,
    key: `“${name.toLowerCase().replace(/^the\s+/, "")}”`,
    personal,
    plural: false,
  };
}

/** Several of whom the text doesn't say which: nobody is taken, all are offered. */
export function undecided(candidates: readonly Candidate[], surface: string): Known {
  const name = surface.replace(/^the\s+/i, "");
  const which = candidates.map((candidate) => candidate.name).join(" or ");
  return {
    actor: { name, reason: `may be ${which}: the text doesn’t say which`, others: candidates.map(shownOf) },
    surface,
    key: `?${name.toLowerCase()}`,
    personal: candidates.every(({ kind }) => kind === "person"),
    plural: false,
  };
}

/** The same actor, found in another way. */
export function renamed(known: Known, reason: string): Known {
  return { ...known, actor: { ...known.actor, reason } };
}

/** The same, with others it may have been. */
export function withOthers(known: Known, others: readonly Known[]): Known {
  const more = others.flatMap(({ actor }) =>
    actor.actorId && actor.actorId !== known.actor.actorId
      ? [{ actorId: actor.actorId, name: actor.name, reason: actor.reason }]
      : [],
  );
  const all = [...(known.actor.others ?? []), ...more];
  const once = all.filter((one, at) => all.findIndex((other) => other.actorId === one.actorId) === at);
  return once.length > 0 ? { ...known, actor: { ...known.actor, others: once } } : known;
}
