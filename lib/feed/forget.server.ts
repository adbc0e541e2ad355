import type { Tx } from "../db.server.ts";

/** An entry that is done is forgotten when it has not been in its feed for so long. */
export const FORGOTTEN_AFTER_DAYS = 90;
/** So many at most by one poll: the first one after a long time keeps its transaction short. */
const MOST_FORGOTTEN = 1_000;
/** Often enough to tell days. */
const NOTED_EVERY_MS = 86_400_000;

/** Notes that entries are in the feed still: of most polls, nothing. */
export async function noteListed(
  tx: Tx,
  items: readonly { readonly id: string; readonly listedAt: Date }[],
): Promise<void> {
  const before = Date.now() - NOTED_EVERY_MS;
  const ids = items.filter(({ listedAt }) => listedAt.getTime() < before).map(({ id }) => id);
  if (ids.length > 0)
    await tx.$executeRaw`UPDATE feed_item SET listed_at = now() WHERE id = ANY(${ids}::uuid[])`;
}

/**
 * Forgets entries of a feed that are done and have long left it. Their articles stay. Should one come back into the feed,
 * it is fetched as if it were new, and its address, or its text, leads to the article that is there: another sighting.
 * What failed, waits, is not for us or is from before we began is kept, so that it is not brought in by that.
 */
export async function forgetItems(tx: Tx, feedId: string): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM feed_item WHERE id IN (
      SELECT id FROM feed_item
      WHERE feed_id = ${feedId}::uuid AND state = 'done'
        AND listed_at < now() - make_interval(days => ${FORGOTTEN_AFTER_DAYS}::int)
      ORDER BY listed_at LIMIT ${MOST_FORGOTTEN})`;
}
