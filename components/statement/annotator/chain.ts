import type { DeskActor, DeskCandidate } from "#lib/desk/desk-article.ts";
import type { ChainReassignment } from "#lib/desk/reassign-chain.server.ts";
import type { Entry } from "./entry.ts";

/** Who speaks in an entry, as it stands. */
export function actorOf({ statement, suggestion }: Entry): DeskActor | null {
  return statement?.actor ?? suggestion?.actor ?? null;
}

/** The other mentions of this article that stand for the same one and still count: undecided, or statements. */
export function othersOfChain(entry: Entry, entries: readonly Entry[]): readonly Entry[] {
  const chain = entry.suggestion?.chain;
  if (!chain) return [];
  return entries.filter(
    (other) =>
      other.key !== entry.key &&
      other.suggestion?.chain === chain &&
      (other.state === "open" || (other.state === "accepted" && other.statement !== null)),
  );
}

/**
 * The other mentions of the chain that have another actor than an entry whose actor an editor has decided: what can be
 * given the same one. Nothing for an entry that is undecided itself.
 */
export function othersToFollow(entry: Entry, entries: readonly Entry[]): readonly Entry[] {
  const decided = entry.statement !== null || (entry.state === "open" && entry.suggestion?.chosenByEditor);
  const actor = actorOf(entry);
  if (!decided || actor === null) return [];
  return othersOfChain(entry, entries).filter((other) => actorOf(other)?.id !== actor.id);
}

/** Mentions as the door of a chain takes them, with the versions that are shown. */
export function asMembers(entries: readonly Entry[]): ChainReassignment["members"] {
  return entries.flatMap(({ suggestion, statement }) =>
    suggestion
      ? [
          {
            suggestionId: suggestion.id,
            version: suggestion.version,
            ...(statement ? { statementVersion: statement.version } : {}),
          },
        ]
      : [],
  );
}

/**
 * Whom else an entry's mention may stand for, best first: the engine's candidates and whom an editor took for another
 * mention of the chain, without the one it has.
 */
export function alternativesOf(entry: Entry, entries: readonly Entry[]): readonly DeskCandidate[] {
  const present = actorOf(entry);
  const taken = othersOfChain(entry, entries).flatMap((other): DeskCandidate[] =>
    other.statement
      ? [{ actor: other.statement.actor, reason: "taken for another mention of this chain" }]
      : [],
  );
  const seen = new Set(present ? [present.id] : []);
  return [...taken, ...(entry.suggestion?.candidates ?? [])]
    .filter(({ actor }) => !seen.has(actor.id) && seen.add(actor.id))
    .slice(0, MOST_ALTERNATIVES);
}

/** As many as there are keys for them. */
const MOST_ALTERNATIVES = 9;

/** Whether "it is only a place, nobody speaks" may be said of a mention: of a state, and of what a place stands for. */
export function mayBePlace(entry: Entry): boolean {
  return actorOf(entry)?.kind === "state" || /\bmetonym\b/.test(entry.suggestion?.actorReason ?? "");
}
