import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Prisma, Reader } from "../db.server.ts";
import { Prisma as Sql } from "../db.server.ts";
import { WORKER_NAME } from "./boss.server.ts";
import type { DeadJob, FailingJob, JobsNow, KindNow, RunningJob } from "./jobs-now.ts";
import { DEAD_LETTERS, JOB_NAMES } from "./names.ts";
import { reasonWords } from "./reason.ts";

/** So many jobs of each list are shown; the counts say how many there are. */
const SHOWN = 50;

const Name = z.enum(JOB_NAMES as [(typeof JOB_NAMES)[number], ...(typeof JOB_NAMES)[number][]]);
const moment = z.date().transform((at) => at.toISOString());
const Row = z.object({ id: z.string(), name: Name, key: z.string() });
const Worker = z.object({ host: z.string(), pid: z.number(), seen: moment, lives: z.boolean() });
const Count = z.object({ name: Name, waiting: z.int(), later: z.int(), running: z.int() });
const Done = z.object({ name: Name, done: z.int() });
const Dead = z.object({ name: Name, dead: z.int() });
const Running = Row.extend({ since: moment });
const Failing = Row.extend({ output: z.unknown(), tries: z.int(), nextTry: moment });
const Died = Row.extend({ output: z.unknown(), tries: z.int(), diedAt: moment });

/** What runs, waits, fails and is dead, and who works. @throws OnRecordError without permission to read the desk */
export async function readJobs(client: Reader, viewer: Viewer | null): Promise<JobsNow> {
  allow(viewer, "readDesk");
  const [workers, running, failing, dead, kinds] = await Promise.all([
    seenWorkers(client),
    runningJobs(client),
    failingJobs(client),
    deadJobs(client),
    countedKinds(client),
  ]);
  return {
    at: new Date().toISOString(),
    workers: workers.filter(({ lives }) => lives).map(({ host, pid, seen }) => ({ host, pid, seen })),
    lastSeen: workers[0]?.seen ?? null,
    kinds,
    running,
    failing,
    dead,
  };
}

/** Workers that were there lately, the freshest first; one that was stopped lives no more. */
async function seenWorkers(client: Reader) {
  return rows(
    client,
    Worker,
    Sql.sql`
      SELECT host, pid, heartbeat_on AS seen,
             stopped_on IS NULL AND heartbeat_on > now() - 3 * heartbeat_seconds * interval '1 second' AS lives
        FROM pgboss.instance WHERE name = ${WORKER_NAME} ORDER BY heartbeat_on DESC LIMIT 20`,
  );
}

async function countedKinds(client: Reader): Promise<readonly KindNow[]> {
  const [open, done, dead] = await Promise.all([
    rows(
      client,
      Count,
      Sql.sql`
        SELECT name, count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting,
               count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS later,
               count(*) FILTER (WHERE state = 'active')::int AS running
          FROM pgboss.job
         WHERE name = ANY (${JOB_NAMES as string[]}) AND state IN ('created', 'retry', 'active') GROUP BY name`,
    ),
    rows(
      client,
      Done,
      Sql.sql`
        SELECT name, count(*)::int AS done FROM pgboss.job
         WHERE name = ANY (${JOB_NAMES as string[]}) AND completed_on > now() - interval '1 day' AND state = 'completed'
         GROUP BY name`,
    ),
    rows(
      client,
      Dead,
      Sql.sql`
        SELECT source_name AS name, count(*)::int AS dead FROM pgboss.job
         WHERE name = ${DEAD_LETTERS} AND source_name = ANY (${JOB_NAMES as string[]}) GROUP BY source_name`,
    ),
  ]);
  return JOB_NAMES.map((name) => ({
    name,
    waiting: 0,
    later: 0,
    running: 0,
    ...open.find((one) => one.name === name),
    done: done.find((one) => one.name === name)?.done ?? 0,
    dead: dead.find((one) => one.name === name)?.dead ?? 0,
  }));
}

async function runningJobs(client: Reader): Promise<readonly RunningJob[]> {
  return rows(
    client,
    Running,
    Sql.sql`
      SELECT id, name, coalesce(singleton_key, '') AS key, started_on AS since FROM pgboss.job
       WHERE name = ANY (${JOB_NAMES as string[]}) AND state = 'active' ORDER BY started_on LIMIT ${SHOWN}`,
  );
}

async function failingJobs(client: Reader): Promise<readonly FailingJob[]> {
  const found = await rows(
    client,
    Failing,
    Sql.sql`
      SELECT id, name, coalesce(singleton_key, '') AS key, output, retry_count + 1 AS tries, start_after AS "nextTry"
        FROM pgboss.job
       WHERE name = ANY (${JOB_NAMES as string[]}) AND state = 'retry' AND output IS NOT NULL
       ORDER BY start_after LIMIT ${SHOWN}`,
  );
  return found.map(({ output, ...job }) => ({ ...job, reason: reasonWords(output) }));
}

async function deadJobs(client: Reader): Promise<readonly DeadJob[]> {
  const found = await rows(
    client,
    Died,
    Sql.sql`
      SELECT id, source_name AS name, coalesce(singleton_key, '') AS key, source_output AS output,
             coalesce(source_retry_count, 0) + 1 AS tries, created_on AS "diedAt"
        FROM pgboss.job WHERE name = ${DEAD_LETTERS} AND source_name = ANY (${JOB_NAMES as string[]})
       ORDER BY created_on DESC LIMIT ${SHOWN}`,
  );
  return found.map(({ output, ...job }) => ({ ...job, reason: reasonWords(output) }));
}

async function rows<S extends z.ZodType>(client: Reader, row: S, query: Prisma.Sql): Promise<z.output<S>[]> {
  return z.array(row).parse(await client.$queryRaw(query));
}
