import { ENGINE_VERSION } from "../attribution/detect.ts";
import type { DetectedActor } from "../attribution/statement.ts";
import type { Reader } from "../db.server.ts";
import { readDetected } from "../statement/detected.ts";
import type { DeskActor, DeskSuggestion } from "./desk-article.ts";

const SHOWN = { select: { id: true, name: true, kind: true } } as const;

/** The suggestions of one revision that are or were put to an editor, in reading order. */
export async function readSuggestions(
  reader: Reader,
  revisionId: string,
): Promise<readonly DeskSuggestion[]> {
  const rows = await reader.suggestion.findMany({
    where: { revisionId, state: { in: ["open", "accepted", "rejected"] } },
    orderBy: [{ createdAt: "asc" }, { position: "asc" }],
    include: { actor: SHOWN, chosenActor: SHOWN },
  });
  const read = rows.map((row) => ({ row, found: readDetected(row.detected) }));
  const named = await actorsNamed(
    reader,
    read.flatMap(({ found }) => [...(found.actor ? [found.actor] : []), ...found.via]),
  );
  return read.map(({ row, found }): DeskSuggestion => {
    const { actor: detected } = found;
    const actor = row.chosenActor ?? row.actor;
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
      actorReason: row.chosenActor ? null : (detected?.reason ?? null),
      chosenByEditor: row.chosenActor !== null,
      candidates: candidatesOf(row.actor, detected, named),
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

/** The actors on record that detections point at, by id: one of the sample newsroom may be gone since. */
async function actorsNamed(
  reader: Reader,
  detected: readonly DetectedActor[],
): Promise<ReadonlyMap<string, DeskActor>> {
  const ids = new Set(
    detected.flatMap(({ actorId, others = [] }) => [
      ...(actorId === undefined ? [] : [actorId]),
      ...others.map((other) => other.actorId),
    ]),
  );
  if (ids.size === 0) return new Map();
  const actors = await reader.actor.findMany({ where: { id: { in: [...ids] } }, ...SHOWN });
  return new Map(actors.map((actor) => [actor.id, actor]));
}

/** The engine's own choice and the others it saw, best first, as far as they are on record. */
function candidatesOf(
  proposed: DeskActor | null,
  detected: DetectedActor | null,
  named: ReadonlyMap<string, DeskActor>,
): DeskSuggestion["candidates"] {
  const others = (detected?.others ?? []).flatMap(({ actorId, reason }) => {
    const actor = named.get(actorId);
    return actor && actor.id !== proposed?.id ? [{ actor, reason }] : [];
  });
  return [...(proposed ? [{ actor: proposed, reason: detected?.reason ?? "" }] : []), ...others];
}
