import { type Db, inTransaction, type Tx } from "../db.server.ts";
import { uncomparedArticles } from "../desk/compare.server.ts";
import { isDue } from "../feed/poll.server.ts";
import { enqueue, enqueueAll } from "../queue/enqueue.server.ts";
import { DEAD_LETTERS, JOBS, type JobData, type JobName } from "../queue/names.ts";

/** What waits by our own rows, whether it has a job or not. */
export type Unfinished = { readonly [Name in JobName]?: (client: Db) => Promise<readonly JobData<Name>[]> };

/** So many articles are sent for at a time; the next look sends more. */
const MOST = 50_000;

// One that a command brings in has no pieces: it goes on when the command is called again.
const IMPORT_WAITS = { state: { in: ["waiting" as const, "running" as const] }, pieces: { some: {} } };
const ITEM_WAITS = { state: "waiting" as const, feed: { state: { not: "removed" as const } } };

/** For each job that the clock does not send anyway. */
export const UNFINISHED: Unfinished = {
  import: async (client) => {
    const rows = await client.import.findMany({ where: IMPORT_WAITS, select: { id: true } });
    return rows.map(({ id }) => ({ importId: id }));
  },
  "feed-item": async (client) => {
    const rows = await client.feedItem.findMany({
      where: ITEM_WAITS,
      select: { id: true },
      orderBy: { id: "asc" },
    });
    return rows.map(({ id }) => ({ feedItemId: id }));
  },
  "compare-article": async (client) =>
    (await uncomparedArticles(client, MOST)).map((articleId) => ({ articleId })),
};

const AT_A_TIME = 1_000;

/**
 * Sends a job for everything that waits and has none: after a restore (a backup holds no jobs), or when somebody emptied
 * the queue. What is a dead letter waits for a person.
 */
export async function sendUnfinished(client: Db, unfinished: Unfinished = UNFINISHED): Promise<void> {
  for (const name of Object.keys(unfinished) as JobName[]) await send(client, name, unfinished);
}

async function send<Name extends JobName>(client: Db, name: Name, unfinished: Unfinished): Promise<void> {
  const waiting = (await unfinished[name]?.(client)) ?? [];
  const keyOf = JOBS[name].key as (data: JobData<Name>) => string;
  const dead = await client.$queryRaw<{ key: string | null }[]>`
    SELECT singleton_key AS key FROM pgboss.job WHERE name = ${DEAD_LETTERS} AND source_name = ${name}`;
  const keys = new Set(dead.map(({ key }) => key));
  const due = waiting.filter((data) => !keys.has(keyOf(data)));
  for (let from = 0; from < due.length; from += AT_A_TIME)
    await inTransaction(client, (tx) => enqueueAll(tx, name, due.slice(from, from + AT_A_TIME)));
}

/** Whether a record waits, once nobody writes to it any more. */
type Waits = { readonly [Name in JobName]?: (tx: Tx, data: JobData<Name>) => Promise<boolean> };

/** For each job whose record a person may have wait again at any moment. */
const WAITS: Waits = {
  import: async (tx, { importId: id }) => {
    await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${id}::uuid FOR SHARE`;
    return (await tx.import.count({ where: { ...IMPORT_WAITS, id } })) > 0;
  },
  "feed-item": async (tx, { feedItemId: id }) => {
    await tx.$queryRaw`SELECT 1 FROM feed_item WHERE id = ${id}::uuid FOR SHARE`;
    return (await tx.feedItem.count({ where: { ...ITEM_WAITS, id } })) > 0;
  },
  "poll-feed": async (tx, { feedId }) => {
    await tx.$queryRaw`SELECT 1 FROM feed WHERE id = ${feedId}::uuid FOR SHARE`;
    return isDue(tx, feedId);
  },
};

export const mayWaitAgain = (name: JobName): boolean => WAITS[name] !== undefined;

/**
 * Sends a job again whose record waits though it has just ended: who had the record wait while the job ran has sent none,
 * for the one that ran stood for it. To be called when the job is settled, or this one is dropped likewise.
 */
export async function sendIfItWaits<Name extends JobName>(
  client: Db,
  name: Name,
  data: JobData<Name>,
): Promise<void> {
  await inTransaction(client, async (tx) => {
    if (await WAITS[name]?.(tx, data)) await enqueue(tx, name, data);
  });
}
