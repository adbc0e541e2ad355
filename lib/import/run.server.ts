import { storedAuthority } from "../actor/authority.server.ts";
import type { Authority } from "../attribution/authority.ts";
import { operator } from "../auth/operator.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Db, Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { bringInRecord } from "./bring-in-record.server.ts";
import type { ImportRecord } from "./record.ts";

export type ImportOutcome = "added" | "seen" | "revised" | "otherText" | "deleted" | "leftOut" | "bad";

export interface Running {
  readonly importId: string;
  readonly records: AsyncIterable<ImportRecord>;
  readonly signal: AbortSignal;
  /** Told after each line. */
  readonly onLine?: (line: { readonly number: number; readonly position: number }) => void;
  readonly viewer?: Viewer;
}

/** After so many lines the actors are read anew: editors add them while a file runs. */
const AUTHORITY_FOR = 500;
/** After so many lines it is asked whether an editor wants it paused. */
const ASK_EVERY = 20;

/**
 * Brings a file in from where it was left, line by line. What becomes of a line is written in the transaction that
 * brings its article in: whenever it is ended, by whatever, each line is done once. A bad line is reported and never
 * stops the rest. Holds one line at a time.
 * @returns "done", or why it stopped before
 */
export async function runImport(client: Db, running: Running): Promise<"done" | "paused" | "ended"> {
  const { importId, records, signal } = running;
  const row = await client.import.findUnique({ where: { id: importId } });
  if (!row) throw new OnRecordError("missing", "That import is not on record.");
  const viewer = running.viewer ?? (await operator(client));
  const outlet = row.outletId === null ? null : { id: row.outletId };
  let authority: Authority | undefined;
  let done = row.lines;
  let since = 0;
  let began = Date.now();
  await client.import.update({
    where: { id: importId },
    data: { state: "running", startedAt: row.startedAt ?? new Date(), problem: null },
  });
  for await (const record of records) {
    if (record.number <= done) continue;
    if (signal.aborted) return "ended";
    if (since % ASK_EVERY === 0 && since > 0) {
      const { state } = await client.import.findUniqueOrThrow({ where: { id: importId } });
      if (state === "paused" || state === "stopped") return "paused";
    }
    if (authority === undefined || since % AUTHORITY_FOR === 0) authority = await storedAuthority(client);
    since += 1;
    const note = (tx: Tx, line: LineNote) => noteLine(tx, importId, record, line, Date.now() - began);
    try {
      await doRecord(client, record, { viewer, authority, outlet, signal, note });
    } catch (error) {
      // The file goes on where it stopped, not behind it.
      if (signal.aborted) return "ended";
      throw error;
    }
    began = Date.now();
    done = record.number;
    running.onLine?.(record);
  }
  await client.import.update({ where: { id: importId }, data: { state: "done", endedAt: new Date() } });
  await client.importPiece.deleteMany({ where: { importId } });
  return "done";
}

interface LineNote {
  readonly outcome: ImportOutcome;
  readonly articleId?: string;
  readonly problem?: string;
}

async function doRecord(
  client: Db,
  record: ImportRecord,
  ways: {
    readonly viewer: Viewer;
    readonly authority: Authority;
    readonly outlet: { readonly id: string } | null;
    readonly signal: AbortSignal;
    readonly note: (tx: Tx, line: LineNote) => Promise<void>;
  },
): Promise<void> {
  const { held } = record;
  const { note } = ways;
  if (held.kind === "bad" || held.kind === "leftOut") {
    await client.$transaction((tx) => note(tx, { outcome: held.kind, problem: held.problem }));
    return;
  }
  try {
    await bringInRecord(client, held, {
      ...ways,
      also: (tx, { outcome, articleId }) => note(tx, { outcome, articleId }),
    });
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined || ways.signal.aborted) throw error;
    await client.$transaction((tx) => note(tx, { outcome: "bad", problem }));
  }
}

/** Words for the report where the line is at fault; undefined where we or the database are: then the job is tried again. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof OnRecordError) return error.message;
  const own = error instanceof Error && (error.constructor === Error || error.name === "ZodError");
  return own ? error.message : undefined;
}

const COLUMN = {
  added: "added",
  seen: "seen",
  revised: "revised",
  otherText: "otherText",
  deleted: "deleted",
  leftOut: "leftOut",
  bad: "bad",
} as const satisfies Record<ImportOutcome, string>;

async function noteLine(
  tx: Tx,
  importId: string,
  { number, position, excerpt }: ImportRecord,
  { outcome, articleId, problem }: LineNote,
  worked: number,
): Promise<void> {
  await tx.importLine.create({
    data: {
      importId,
      number,
      outcome,
      articleId: articleId ?? null,
      problem: problem?.replaceAll("\u0000", "").toWellFormed().slice(0, 500) ?? null,
      excerpt: excerpt.replaceAll("\u0000", "").toWellFormed(),
    },
  });
  await tx.import.update({
    where: { id: importId },
    data: {
      lines: number,
      ...(position > 0 ? { position: BigInt(position) } : {}),
      [COLUMN[outcome]]: { increment: 1 },
      workedMs: { increment: worked },
    },
  });
}
