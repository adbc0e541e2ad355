import { z } from "zod";
import type { Db, Reader } from "../db.server.ts";
import { JOBS } from "../queue/names.ts";
import { reasonWords } from "../queue/reason.ts";

/** A site may ask for no more than a second. */
const SOONEST = JOBS["feed-item"].trying.retryDelay;

/**
 * Puts an entry's job off whose site has asked for time: the try does not count, and the job stays the entry's own, for
 * one that sends itself anew while it runs would be taken for the one that runs. A site that never has time is asked ever
 * more seldom. Where the entry has no job now, nothing happens: what waits without one is sent again by the worker.
 * @param wait.seconds how long the site has asked for
 */
export async function putOff(
  client: Db,
  feedItemId: string,
  wait: { readonly seconds: number; readonly reason: string },
): Promise<void> {
  const seconds = Math.max(wait.seconds, SOONEST);
  const output = JSON.stringify({ reason: wait.reason });
  // Entries of one site are spread, or all of them would come back in the same moment.
  await client.$executeRaw`
    UPDATE pgboss.job
       SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL, output = ${output}::jsonb,
           start_after = now() + greatest(
             make_interval(secs => ${seconds}::float8 * (1 + random() / 4)), (now() - created_on) / 8)
     WHERE name = 'feed-item' AND singleton_key = ${feedItemId} AND state = 'active'`;
}

const Row = z.object({ id: z.string(), output: z.unknown() });

/** Why entries wait that have been tried already, by their ids. */
export async function reasonsToWait(
  reader: Reader,
  feedItemIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (feedItemIds.length === 0) return new Map();
  const rows = await reader.$queryRaw`
    SELECT singleton_key AS id, output FROM pgboss.job
     WHERE name = 'feed-item' AND singleton_key = ANY (${feedItemIds}) AND state = 'retry' AND output IS NOT NULL`;
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ id, output }) => [id, reasonWords(output)]),
  );
}
