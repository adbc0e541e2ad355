import type { Db } from "../db.server.ts";

/** A try at a job, as pg-boss hands it out. */
export interface Try {
  readonly name: string;
  readonly id: string;
  readonly retryCount: number;
}

/**
 * Gives back what a stopping worker could not finish: another may have it at once, and the try does not count. Does
 * nothing when the job is no longer this try's.
 */
export async function giveBack(client: Db, { name, id, retryCount }: Try): Promise<void> {
  // The count itself must grow: by it pg-boss tells the next try from this one, which may not settle it any more.
  await client.$executeRaw`
    UPDATE pgboss.job
       SET state = 'retry', retry_limit = retry_limit + 1, start_after = now(), heartbeat_on = NULL
     WHERE name = ${name} AND id = ${id}::uuid AND state = 'active' AND retry_count = ${retryCount}`;
}
