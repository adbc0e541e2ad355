import type { Authority } from "../attribution/authority.ts";
import { detect, ENGINE_VERSION } from "../attribution/detect.ts";
import type { DetectedRelay, DetectedStatement, Part } from "../attribution/statement.ts";
import type { Prisma, Reader, Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";

/** What decisions change of a suggestion. */
export interface SuggestionState extends State {
  readonly state: "open" | "accepted" | "rejected";
  readonly statementId: string | null;
}

interface Detectable {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly sample: boolean;
  /** Date published, if known. */
  readonly date: string | null;
}

/** Runs the engine over a revision and stores what it suggests. Returns how many suggestions there are. */
export async function suggestStatements(tx: Tx, revision: Detectable, authority: Authority): Promise<number> {
  const found = detect(
    {
      text: revision.text,
      parts: revision.parts,
      ...(revision.date === null ? {} : { date: revision.date }),
    },
    authority,
  );
  await tx.suggestion.createMany({
    data: found.map((statement, position) => ({
      articleId: revision.articleId,
      revisionId: revision.id,
      position,
      engine: ENGINE_VERSION,
      detected: statement as unknown as Prisma.InputJsonValue,
      actorId: statement.actor?.actorId ?? null,
      confidence: statement.confidence,
      reason: statement.reason,
      sample: revision.sample,
    })),
  });
  return found.length;
}

/** A suggestion for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockSuggestion(tx: Tx, suggestionId: string) {
  await tx.$queryRaw`SELECT 1 FROM suggestion WHERE id = ${suggestionId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    include: { article: true, revision: true },
  });
  if (!row) throw new OnRecordError("missing", "That suggestion is gone: reload the article.");
  return { ...row, detected: row.detected as unknown as DetectedStatement };
}

/** The actors on record that the engine took relays for, by id: one of the sample newsroom may be gone since. */
export async function actorsOfRelays(reader: Reader, via: readonly DetectedRelay[]) {
  const ids = via.flatMap(({ actorId }) => (actorId === undefined ? [] : [actorId]));
  const actors = await reader.actor.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, kind: true },
  });
  return new Map(actors.map((actor) => [actor.id, actor]));
}

export type SuggestionRow = Awaited<ReturnType<typeof lockSuggestion>>;

export function suggestionState(row: {
  readonly state: SuggestionState["state"];
  readonly statementId: string | null;
}): SuggestionState {
  return { state: row.state, statementId: row.statementId };
}

/** @throws OnRecordError "conflict" when it was decided already or its version is stale. */
export function checkOpen(row: SuggestionRow, version: number): void {
  if (row.state !== "open" || row.version !== version)
    throw new OnRecordError("conflict", `Someone else has decided this suggestion: it is ${row.state}.`, {
      theirs: suggestionState(row),
      version: row.version,
    });
}

/** Sets the suggestion's state and counts its version up. */
export async function setSuggestionState(
  tx: Tx,
  suggestionId: string,
  state: SuggestionState,
): Promise<void> {
  await tx.suggestion.update({
    where: { id: suggestionId },
    data: { state: state.state, statementId: state.statementId, version: { increment: 1 } },
  });
}
