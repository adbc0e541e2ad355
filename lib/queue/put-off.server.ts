import { z } from "zod";
import { type Db, Prisma, type Reader } from "../db.server.ts";
import { JOBS, type JobName } from "./names.ts";
import { reasonWords } from "./reason.ts";

/**
 * Puts a job off that runs and whose time has not come, such as one whose site has asked for time: the try does not
 * count, and the job stays its record's own, for one that sends itself anew while it runs would be taken for the one that
 * runs. What is put off again and again is tried ever more seldom. Where the record has no job now, nothing happens.
 * @param wait.seconds how long it waits at least; no less than after a failure
 */
export async function putOff(
  client: Db,
  job: { readonly name: JobName; readonly key: string },
  wait: { readonly seconds: number; readonly reason: string },
): Promise<void> {
  const seconds = Math.max(wait.seconds, JOBS[job.name].trying.retryDelay);
  const output = JSON.stringify({ reason: wait.reason });
  // Jobs that wait for one thing are spread, or all of them would come back in the same moment.
  await client.$executeRaw`
    UPDATE pgboss.job
       SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL, output = ${output}::jsonb,
           start_after = now() + greatest(
             make_interval(secs => ${seconds}::float8 * (1 + random() / 4)), (now() - created_on) / 8)
     WHERE name = ${job.name} AND singleton_key = ${job.key} AND state = 'active'`;
}

const Row = z.object({ key: z.string(), output: z.unknown() });

/** Why jobs wait that have been tried already, by their keys. */
export async function reasonsToWait(
  reader: Reader,
  name: JobName,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.$queryRaw`
    SELECT singleton_key AS key, output FROM pgboss.job
     WHERE name = ${name} AND singleton_key = ANY (${keys}) AND state = 'retry' AND output IS NOT NULL`;
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ key, output }) => [key, reasonWords(output)]),
  );
}

/** Whether the job of a name and key runs or is about to: one that was put off for longer than a minute is not. */
export const aboutToRun = (name: JobName, key: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM pgboss.job
   WHERE name = ${name} AND COALESCE(singleton_key, '') = ${key} AND policy = 'exclusive' AND state <= 'active'
     AND (state = 'active' OR start_after < now() + interval '1 minute'))`;

/** The same of one job. */
export async function isAboutToRun(reader: Reader, name: JobName, key: string): Promise<boolean> {
  const [found] = await reader.$queryRaw<{ pending: boolean }[]>`
    SELECT ${aboutToRun(name, Prisma.sql`${key}`)} AS pending`;
  return found?.pending ?? false;
}
