import { storedAuthority } from "../actor/authority.server.ts";
import type { Authority } from "../attribution/authority.ts";
import { operator } from "../auth/operator.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Db } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { log } from "../log.server.ts";
import { bringInRecord, sameThing, siteToAsk } from "./bring-in-record.server.ts";
import { openLanes } from "./lanes.ts";
import { linesDone, noteLine, TwiceAtOnce } from "./line.server.ts";
import { problemOf } from "./line-problem.ts";
import { openPatience, type Patience } from "./patience.server.ts";
import { type Progress, progressOf } from "./progress.ts";
import type { ImportRecord } from "./record.ts";

export interface Running {
  readonly importId: string;
  readonly records: AsyncIterable<ImportRecord>;
  readonly signal: AbortSignal;
  /** Told after each line. */
  readonly onLine?: (now: { readonly lines: number; readonly progress: Progress }) => void;
  /** Who takes it up again when `signal` has ended it: the worker by itself, or a person. */
  readonly goesOnBy: "worker" | "person";
  readonly viewer?: Viewer;
}

/** Lines with their text that are worked on at once: while one waits for the database, the engine reads the next. */
const AT_ONCE = 3;
/** Lines with an address alone: they wait for other sites, each in its site's turn. */
const FETCHED_AT_ONCE = 8;
/** No line begins while one so many before it is not done: so far behind is looked when a run goes on. */
const AHEAD = 64;
/** After so many lines the actors are read anew: editors add them while a file runs. */
const AUTHORITY_FOR = 500;
/** So often it is asked whether an editor wants it paused. */
const ASK_EVERY_MS = 1_000;
/** So many lines in a row that fail in no way we know: then it is not the lines. */
const MOST_STRANGE = 10;

/** What is said of a file in which there is nothing. */
const EMPTY = {
  jsonl: "There is not one line in the file.",
  csv: "There is not one row below the names of the columns.",
  html: "There is not one page in it.",
  warc: "There is not one record in the archive.",
} as const;

/** An editor may pause it in the moment a job begins: only a person's command goes on with what a person paused. */
const BEGUN_FROM = {
  worker: ["waiting", "running", "failed"],
  person: ["waiting", "running", "failed", "paused"],
} as const;

/**
 * Brings a file in from where it was left. What becomes of a line is written in the transaction that brings its article
 * in: whenever it is ended, by whatever, and however many processes are at it, each line is done once. A bad line is
 * reported and never stops the rest. Holds a few lines at a time; of lines about the same thing the earlier comes first.
 * A file with nothing in it is done with as failed.
 * @returns "done", or why it stopped before: an editor paused or stopped it, or `signal` ended it
 */
export async function runImport(client: Db, running: Running): Promise<"done" | "paused" | "ended"> {
  const { importId } = running;
  const row = await client.import.findUnique({ where: { id: importId } });
  if (!row) throw new OnRecordError("missing", "That import is not on record.");
  const { count } = await client.import.updateMany({
    where: { id: importId, state: { in: [...BEGUN_FROM[running.goesOnBy]] } },
    data: { state: "running", startedAt: row.startedAt ?? new Date(), problem: null },
  });
  if (count === 0) {
    if (running.goesOnBy === "worker") return "paused";
    throw new OnRecordError("conflict", `That import is ${await stateOf(client, importId)}.`);
  }
  const steered = new AbortController();
  const watch = setInterval(() => {
    goesOn(client, importId).then(
      (on) => on || steered.abort(),
      () => undefined, // What is wrong with the database the lines say.
    );
  }, ASK_EVERY_MS);
  const signal = AbortSignal.any([running.signal, steered.signal]);
  let held = 0;
  try {
    held = await doLines(client, { ...running, signal }, row);
  } catch (error) {
    // One that was stopped for good has no pieces any more.
    if (!signal.aborted && (await goesOn(client, importId))) {
      const problem = `It broke off: ${error instanceof Error ? error.message.trim() : error}`.slice(0, 500);
      await leave(client, importId, { state: "failed", problem });
      throw error;
    }
  } finally {
    clearInterval(watch);
  }
  if (running.signal.aborted) {
    await leave(client, importId, { state: running.goesOnBy === "worker" ? "waiting" : "paused" });
    return "ended";
  }
  const end =
    held === 0
      ? ({ state: "failed", problem: EMPTY[row.kind] } as const)
      : ({ state: "done", endedAt: new Date() } as const);
  if (signal.aborted || !(await leave(client, importId, end)))
    return (await stateOf(client, importId)) === "done" ? "done" : "paused";
  if (held > 0) await client.importPiece.deleteMany({ where: { importId } });
  return "done";
}

/** @returns false where an editor was faster */
async function leave(
  client: Db,
  importId: string,
  data: { readonly state: "failed" | "waiting" | "paused" | "done"; problem?: string; endedAt?: Date },
): Promise<boolean> {
  const { count } = await client.import.updateMany({ where: { id: importId, state: "running" }, data });
  return count === 1;
}

const goesOn = async (client: Db, importId: string): Promise<boolean> =>
  (await stateOf(client, importId)) === "running";

async function stateOf(client: Db, importId: string): Promise<string | undefined> {
  const row = await client.import.findUnique({ where: { id: importId }, select: { state: true } });
  return row?.state;
}

interface Began {
  readonly outletId: string | null;
  readonly lines: number;
  readonly position: bigint;
  readonly sizeBytes: bigint;
  readonly workedMs: bigint;
}

/** @returns how many lines the file holds as far as it was read, done or not */
async function doLines(client: Db, running: Running, row: Began): Promise<number> {
  const { importId, records, signal } = running;
  const viewer = running.viewer ?? (await operator(client));
  const outlet = row.outletId === null ? null : { id: row.outletId };
  const isDone = await linesDone(client, importId, AHEAD);
  const lanes = openLanes({ atOnce: AT_ONCE, waitingAtOnce: FETCHED_AT_ONCE, ahead: AHEAD });
  const patience = openPatience(signal);
  const account = { lines: row.lines, position: Number(row.position), workedMs: Number(row.workedMs) };
  let since = Date.now();
  let authority: Authority | undefined;
  let held = 0;
  let begun = 0;
  let strange = 0;

  const doOne = async (record: ImportRecord, site: string | null, present: Authority) => {
    const ways = { viewer, authority: present, outlet, signal, site, patience };
    const worked = () => {
      const now = Date.now();
      const spent = now - since;
      since = now;
      account.workedMs += spent;
      return spent;
    };
    try {
      const odd = await doRecord(client, record, { importId, worked, ...ways });
      strange = odd ? strange + 1 : 0;
      if (strange >= MOST_STRANGE) throw odd;
    } catch (error) {
      // Another process brings the file in as well and has done this line; it may end any moment, so this one goes on.
      if (!(error instanceof TwiceAtOnce)) throw error;
    }
    account.lines = Math.max(account.lines, record.number);
    account.position = Math.max(account.position, record.position);
    const progress = progressOf({ ...account, sizeBytes: Number(row.sizeBytes), done: false });
    running.onLine?.({ lines: account.lines, progress });
  };
  try {
    for await (const record of records) {
      held += 1;
      if (isDone(record.number)) continue;
      const site = siteToAsk(record.held);
      const room = { waits: site !== null, key: sameThing(record.held) };
      if (!(await lanes.room(room)) || signal.aborted) break;
      if (begun++ % AUTHORITY_FOR === 0 || !authority) authority = await storedAuthority(client);
      const present = authority;
      lanes.begin(room, () => doOne(record, site, present));
    }
  } finally {
    await lanes.end();
  }
  return held;
}

interface Doing {
  readonly importId: string;
  readonly viewer: Viewer;
  readonly authority: Authority;
  readonly outlet: { readonly id: string } | null;
  readonly signal: AbortSignal;
  /** The host whose page is fetched for it; null where it brings its text. */
  readonly site: string | null;
  readonly patience: Patience;
  /** Milliseconds since the line before. */
  readonly worked: () => number;
}

/** @returns what went wrong in a way we don't know: the line is reported for it, and the file goes on */
async function doRecord(client: Db, record: ImportRecord, doing: Doing): Promise<Error | undefined> {
  const { held } = record;
  const { importId, worked, signal } = doing;
  const bad = (problem: string) => noteLine(client, importId, record, { outcome: "bad", problem }, worked());
  if (held.kind === "bad") return void (await bad(held.problem));
  if (held.kind === "leftOut")
    return void (await noteLine(
      client,
      importId,
      record,
      { outcome: "leftOut", problem: held.problem },
      worked(),
    ));
  try {
    await doing.patience(doing.site, () =>
      bringInRecord(client, held, {
        ...doing,
        also: (tx, { outcome, articleId }) =>
          noteLine(tx, importId, record, { outcome, articleId }, worked()),
      }),
    );
  } catch (error) {
    if (signal.aborted || error instanceof TwiceAtOnce) throw error;
    const problem = problemOf(error);
    if (problem !== undefined) return void (await bad(problem));
    // Neither the line's fault in words, nor surely ours: does the database answer? Then the line is what it stumbles on.
    await client.$queryRaw`SELECT 1`;
    log().error({ err: error, importId, line: record.number }, "a line was not brought in");
    await bad("Something went wrong on our side with this line; nothing of it was stored.");
    return error instanceof Error ? error : new Error(String(error));
  }
}
