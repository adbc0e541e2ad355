import type { FeedState as Stage } from "../../prisma/generated/enums.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { enqueue } from "../queue/enqueue.server.ts";

/** What decisions change of a feed; how its polls went is no decision. */
export interface FeedState extends State {
  readonly url: string;
  readonly title: string;
  readonly outletId: string;
  readonly state: Stage;
}

/** Holds the feed for the rest of the transaction. @throws OnRecordError "missing" */
export async function lockFeed(tx: Tx, feedId: string) {
  await tx.$queryRaw`SELECT 1 FROM feed WHERE id = ${feedId}::uuid FOR NO KEY UPDATE`;
  const feed = await tx.feed.findUnique({ where: { id: feedId } });
  if (!feed) throw new OnRecordError("missing", "That feed is not on record.");
  return feed;
}

export type FeedRow = Awaited<ReturnType<typeof lockFeed>>;

export const feedState = ({ url, title, outletId, state }: FeedRow): FeedState => ({
  url,
  title,
  outletId,
  state,
});

/**
 * Sets the feed's state and counts its version up. One that begins again is polled at once, as if nothing had been read
 * of it; one that is removed loses the entries that still wait, so that they are found anew should it come back.
 */
export async function setFeedState(tx: Tx, before: FeedRow, state: FeedState): Promise<void> {
  const begins = state.state === "active" && before.state !== "active";
  await tx.feed.update({
    where: { id: before.id },
    data: {
      ...state,
      version: { increment: 1 },
      ...(begins || state.url !== before.url ? UNREAD : {}),
      ...(begins ? { nextAt: new Date(), failures: 0, problem: null, problemAt: null } : {}),
    },
  });
  if (state.state === "removed")
    await tx.feedItem.deleteMany({ where: { feedId: before.id, state: "waiting" } });
  if (begins) await pollSoon(tx, before.id);
}

const UNREAD = { etag: null, lastModified: null, bodySha256: null, movingTo: null };

/** Makes a feed due and sends its job. */
export async function pollSoon(tx: Tx, feedId: string): Promise<void> {
  // By the database's clock, which also says what is due.
  await tx.$executeRaw`UPDATE feed SET next_at = now() WHERE id = ${feedId}::uuid`;
  await enqueue(tx, "poll-feed", { feedId }, { priority: 10 });
}
