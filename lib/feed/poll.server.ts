import { type Db, Prisma, type Tx } from "../db.server.ts";
import { momentOf } from "./feed-date.ts";
import { forgetItems } from "./forget.server.ts";
import { type StoredItems, storeItems } from "./items.server.ts";
import type { ParsedFeed } from "./parsed-feed.ts";
import { nextPoll } from "./schedule.ts";
import { type FeedRow, lockFeed, pollSoon } from "./state.server.ts";

/** A poll that has not ended by then has died with its worker, and another may begin. */
const LEASE = "3 minutes";
const LONGEST_PROBLEM = 500;
/** A feed whose time has come. As next_at is kept, rounded to milliseconds: a feed made due now would else not be due for half of one. */
const DUE = Prisma.sql`state = 'active' AND next_at <= now()::timestamptz(3)`;

/** What was fetched of a feed. `feed` null: nothing new, by the server's word or because the bytes are the same. */
export interface PollAnswer {
  readonly feed: ParsedFeed | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodySha256: string | null;
  readonly movingTo: string | null;
  readonly retryAfter: number | null;
  readonly at: Date;
}

/** Ids of feeds that are due, the longest waiting first. */
export async function dueFeeds(client: Db | Tx, most: number): Promise<readonly string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT id FROM feed WHERE ${DUE} ORDER BY next_at LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** Whether a feed's time has come, and nobody has taken it. */
export async function isDue(client: Db | Tx, feedId: string): Promise<boolean> {
  const rows = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM feed WHERE id = ${feedId}::uuid AND ${DUE}`;
  return rows.length > 0;
}

/** Takes a feed that is due for one poll: whoever comes meanwhile finds it not due. Null: there is nothing to do. */
export async function takeFeed(client: Db, feedId: string): Promise<FeedRow | null> {
  const [taken] = await client.$queryRaw<{ id: string }[]>`
    UPDATE feed SET next_at = now() + ${LEASE}::interval
    WHERE id = ${feedId}::uuid AND ${DUE} RETURNING id`;
  return taken ? client.feed.findUnique({ where: { id: feedId } }) : null;
}

/** Makes a feed due again whose poll was broken off through no fault of its own. */
export async function releaseFeed(client: Db, feedId: string): Promise<void> {
  await client.$executeRaw`UPDATE feed SET next_at = now() WHERE id = ${feedId}::uuid AND state = 'active'`;
}

/**
 * Keeps what a poll found and when the next one is, in one transaction with the jobs for what is new.
 * @returns null where a decision has changed the feed meanwhile: nothing of the answer is kept
 */
export async function recordPoll(tx: Tx, taken: FeedRow, answer: PollAnswer): Promise<StoredItems | null> {
  const row = await asTaken(tx, taken);
  if (row === null) return null;
  const items = answer.feed?.items ?? [];
  const stored = answer.feed
    ? await storeItems(tx, row.id, items, row.polledAt === null)
    : { added: 0, changed: 0 };
  // Only a poll that read the list says what has left it.
  if (answer.feed) await forgetItems(tx, row.id);
  const changed = stored.added + stored.changed > 0;
  const next = nextPoll({
    now: answer.at,
    intervalSeconds: row.intervalSeconds,
    changed,
    itemTimes: answer.feed
      ? items.flatMap(({ published }) => published ?? []).map(momentOf)
      : await itemTimes(tx, row.id),
    ttl: answer.feed?.ttlMinutes ?? null,
    retryAfter: answer.retryAfter,
    failures: 0,
    random: Math.random(),
  });
  await tx.feed.update({
    where: { id: row.id },
    data: {
      etag: answer.etag,
      lastModified: answer.lastModified,
      bodySha256: answer.bodySha256,
      movingTo: answer.movingTo,
      ...(answer.feed ? { kind: answer.feed.kind, siteUrl: answer.feed.siteUrl } : {}),
      polledAt: answer.at,
      ...(changed ? { changedAt: answer.at } : {}),
      failures: 0,
      problem: null,
      problemAt: null,
      ...next,
      ...askedMeanwhile(row, taken),
    },
  });
  return stored;
}

/**
 * A feed that could not be read: why, and when it is tried again.
 * @returns whether that is kept: not where a decision has changed the feed meanwhile
 */
export async function recordFailure(
  tx: Tx,
  taken: FeedRow,
  failure: { readonly problem: string; readonly retryAfter: number | null; readonly at: Date },
): Promise<boolean> {
  const row = await asTaken(tx, taken);
  if (row === null) return false;
  const failures = row.failures + 1;
  const { nextAt } = nextPoll({
    now: failure.at,
    intervalSeconds: row.intervalSeconds,
    changed: false,
    itemTimes: [],
    ttl: null,
    retryAfter: failure.retryAfter,
    failures,
    random: Math.random(),
  });
  await tx.feed.update({
    where: { id: row.id },
    data: {
      failures,
      nextAt,
      ...askedMeanwhile(row, taken),
      problem: failure.problem.slice(0, LONGEST_PROBLEM),
      problemAt: row.problemAt !== null && row.failures > 0 ? row.problemAt : failure.at,
    },
  });
  return true;
}

/**
 * Holds a feed that is as it was when it was taken. One that a decision has changed since was asked as what it is no
 * longer: removed and brought back, it has lost entries that the answer takes for known. It is polled again instead.
 */
async function asTaken(tx: Tx, taken: FeedRow): Promise<FeedRow | null> {
  const row = await lockFeed(tx, taken.id);
  if (row.version === taken.version) return row;
  // Due now: the job that is sent may be taken for the one that runs, and the clock sends the next.
  if (row.state === "active") await pollSoon(tx, row.id);
  return null;
}

/**
 * The next time of a feed that was asked for while it was read: what was fetched may be from before whatever the editor has
 * mended, so it stays due.
 */
const askedMeanwhile = (row: FeedRow, taken: FeedRow): { readonly nextAt?: Date } =>
  row.nextAt.getTime() === taken.nextAt.getTime() ? {} : { nextAt: row.nextAt };

/** A feed whose site had no time for us: no fault of its own, it is asked again when the site says. */
export async function postpone(tx: Tx, feedId: string, seconds: number, at: Date): Promise<void> {
  const nextAt = new Date(at.getTime() + seconds * (1 + Math.random() / 4) * 1_000);
  await tx.feed.updateMany({ where: { id: feedId, state: "active" }, data: { nextAt } });
}

/** When the newest entries on record were published, for a poll that read none. */
async function itemTimes(tx: Tx, feedId: string): Promise<readonly Date[]> {
  const rows = await tx.feedItem.findMany({
    where: { feedId, publishedLocal: { not: null } },
    orderBy: { foundAt: "desc" },
    take: 20,
    select: { publishedLocal: true, publishedZone: true },
  });
  return rows.map(({ publishedLocal, publishedZone }) =>
    momentOf({ local: publishedLocal?.toISOString().slice(0, 16) ?? "", zone: publishedZone }),
  );
}
