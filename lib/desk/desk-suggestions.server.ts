import { standingActors } from "../actor/canonical.server.ts";
import { ENGINE_VERSION } from "../attribution/detect.ts";
import type { DetectedActor } from "../attribution/statement.ts";
import type { Reader } from "../db.server.ts";
import { readDetected } from "../statement/detected.ts";
import type { DeskActor, DeskSuggestion } from "./desk-article.ts";

/** The suggestions of one revision that are or were put to an editor, in reading order. */
export async function readSuggestions(
  reader: Reader,
  revisionId: string,
): Promise<readonly DeskSuggestion[]> {
  const rows = await reader.suggestion.findMany({
    where: { revisionId, state: { in: ["open", "accepted", "rejected"] } },
    orderBy: [{ createdAt: "asc" }, { position: "asc" }],
  });
  const read = rows.map((row) => ({ row, found: readDetected(row.detected) }));
  // The record that stands for each: it may have been merged since. One of the sample newsroom may be gone.
  const named = await standingActors(
    reader,
    read.flatMap(({ row, found }) => [
      row.actorId,
      row.chosenActorId,
      ...idsOf([...(found.actor ? [found.actor] : []), ...found.via]),
    ]),
  );
  return read.map(({ row, found }): DeskSuggestion => {
    const { actor: detected } = found;
    const proposed = named.get(row.actorId ?? "") ?? null;
    const chosen = named.get(row.chosenActorId ?? "") ?? null;
    const actor = chosen ?? proposed;
    return {
      id: row.id,
      version: row.version,
      state: row.state as DeskSuggestion["state"],
      statementId: row.statementId,
      speaker: found.speaker,
      cue: found.cue,
      content: found.content,
      kind: found.kind,
      mode: found.mode,
      mention: found.mention,
      negatedCue: found.negatedCue,
      hedgedCue: found.hedgedCue,
      dateSaid: found.dateSaid,
      actor,
      proposedActor: actor ? null : (detected?.name ?? null),
      actorReason: chosen ? null : (detected?.reason ?? null),
      chosenByEditor: chosen !== null,
      candidates: candidatesOf(proposed, detected, named),
      proposal: actor ? null : (detected?.proposal ?? null),
      chain: detected?.chain === undefined ? null : `${row.engine}:${detected.chain}`,
      via: found.via.map((relay) => ({
        name: relay.name,
        actor: named.get(relay.actorId ?? "") ?? null,
        reason: relay.reason,
        proof: relay.proof,
      })),
      confidence: row.confidence,
      reason: row.reason,
      engine: row.engine,
    };
  });
}

/**
 * Whether a revision's suggestions stem from an older engine: those that are open, or all that were ever made. What the
 * present engine finds and what is decided already is stored as superseded, and tells that it has read the text.
 */
export async function isReadByOlderEngine(reader: Reader, revisionId: string): Promise<boolean> {
  const engines = await reader.suggestion.groupBy({ by: ["engine", "state"], where: { revisionId } });
  const older = engines.filter(({ engine }) => engine !== ENGINE_VERSION);
  return older.some(({ state }) => state === "open") || (older.length > 0 && older.length === engines.length);
}

const idsOf = (detected: readonly DetectedActor[]) =>
  detected.flatMap(({ actorId, others = [] }) => [actorId, ...others.map((other) => other.actorId)]);

/** The engine's own choice and the others it saw, best first, as far as they are on record. */
function candidatesOf(
  proposed: DeskActor | null,
  detected: DetectedActor | null,
  named: ReadonlyMap<string, DeskActor>,
): DeskSuggestion["candidates"] {
  const own = proposed ? [{ actor: proposed, reason: detected?.reason ?? "" }] : [];
  const others = (detected?.others ?? []).flatMap(({ actorId, reason }) => {
    const actor = named.get(actorId);
    return actor ? [{ actor, reason }] : [];
  });
  const all = [...own, ...others];
  // Two that were merged since are one choice.
  return all.filter(({ actor }, at) => all.findIndex((earlier) => earlier.actor.id === actor.id) === at);
}
