import { standingActors } from "../actor/canonical.server.ts";
import type { Authority } from "../attribution/authority.ts";
import { detect, ENGINE_VERSION } from "../attribution/detect.ts";
import type { DetectedRelay, DetectedStatement, Part } from "../attribution/statement.ts";
import { PREPARED, type Reader, type Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { newId } from "../new-id.ts";
import { readDetected } from "./detected.ts";

/** What decisions change of a suggestion. */
export type SuggestionState = State & {
  readonly state: "open" | "accepted" | "rejected" | "superseded";
  readonly statementId: string | null;
  /** Whom an editor gave to its chain of mentions; absent where nobody did. */
  readonly chosenActorId?: string;
};

export interface Detectable {
  readonly id: string;
  readonly articleId: string;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly sample: boolean;
  /** Date published, if known. */
  readonly date: string | null;
}

/** What the engine finds in a revision. */
export function detectIn(revision: Detectable, authority: Authority): readonly DetectedStatement[] {
  const { text, parts, date } = revision;
  return detect({ text, parts, ...(date === null ? {} : { date }) }, authority);
}

/** Runs the engine over a revision and stores what it suggests. Returns how many suggestions there are. */
export async function suggestStatements(tx: Tx, revision: Detectable, authority: Authority): Promise<number> {
  const found = detectIn(revision, authority);
  await writeSuggestions(
    tx,
    found.map((statement, position) => suggestionRow(revision, statement, position)),
  );
  return found.length;
}

/** A suggestion as it is written. */
export interface NewSuggestion extends ReturnType<typeof suggestionRow> {
  readonly state?: SuggestionState["state"];
  readonly chosenActorId?: string | null;
}

/** Writes suggestions, all in one statement. */
export async function writeSuggestions(tx: Tx, rows: readonly NewSuggestion[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`${PREPARED}
    INSERT INTO suggestion (id, article_id, revision_id, position, engine, detected, actor_id, chosen_actor_id, confidence,
      reason, state, sample)
    SELECT r.id, r."articleId", r."revisionId", r.position, r.engine, r.detected, r."actorId", r."chosenActorId",
      r.confidence, r.reason, coalesce(r.state, 'open')::suggestion_state, r.sample
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, "articleId" uuid, "revisionId" uuid, position int,
      engine text, detected jsonb, "actorId" uuid, "chosenActorId" uuid, confidence float8, reason text, state text,
      sample boolean)`;
}

/** The row of a suggestion of the present engine. */
export function suggestionRow(revision: Detectable, statement: DetectedStatement, position: number) {
  return {
    id: newId(),
    articleId: revision.articleId,
    revisionId: revision.id,
    position,
    engine: ENGINE_VERSION,
    detected: statement,
    actorId: statement.actor?.actorId ?? null,
    confidence: statement.confidence,
    reason: statement.reason,
    sample: revision.sample,
  };
}

/** A suggestion for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockSuggestion(tx: Tx, suggestionId: string) {
  await tx.$queryRaw`SELECT 1 FROM suggestion WHERE id = ${suggestionId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.suggestion.findUnique({
    where: { id: suggestionId },
    include: { article: true, revision: true },
  });
  if (!row) throw new OnRecordError("missing", "That suggestion is gone: reload the article.");
  return { ...row, detected: readDetected(row.detected) };
}

/** The records that stand for whom the engine took relays for, by its ids: one of the sample newsroom may be gone since. */
export function actorsOfRelays(reader: Reader, via: readonly DetectedRelay[]) {
  return standingActors(
    reader,
    via.map(({ actorId }) => actorId),
  );
}

export type SuggestionRow = Awaited<ReturnType<typeof lockSuggestion>>;

export function suggestionState(row: {
  readonly state: SuggestionState["state"];
  readonly statementId: string | null;
  readonly chosenActorId: string | null;
}): SuggestionState {
  const { state, statementId, chosenActorId } = row;
  return { state, statementId, ...(chosenActorId === null ? {} : { chosenActorId }) };
}

/** @throws OnRecordError "conflict" when it was decided already or its version is stale. */
export function checkOpen(row: SuggestionRow, version: number): void {
  if (row.state !== "open" || row.version !== version)
    throw new OnRecordError("conflict", openNoMore(row.state), {
      theirs: suggestionState(row),
      version: row.version,
    });
}

function openNoMore(state: SuggestionState["state"]): string {
  if (state === "superseded") return "This suggestion was replaced: the engine has read the article again.";
  if (state === "open") return "Someone else has changed this suggestion. Look at it and decide again.";
  return `Someone else has decided this suggestion: it is ${state}.`;
}

/** Sets the suggestion's state and counts its version up. */
export async function setSuggestionState(
  tx: Tx,
  suggestionId: string,
  state: SuggestionState,
): Promise<void> {
  await tx.suggestion.update({
    where: { id: suggestionId },
    data: {
      state: state.state,
      statementId: state.statementId,
      chosenActorId: state.chosenActorId ?? null,
      version: { increment: 1 },
    },
  });
}
