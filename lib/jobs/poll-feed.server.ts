import { createHash } from "node:crypto";
import { operator } from "../auth/operator.server.ts";
import { type Db, inTransaction } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { parseFeed } from "../feed/parse.ts";
import {
  type PollAnswer,
  postpone,
  recordFailure,
  recordPoll,
  releaseFeed,
  takeFeed,
} from "../feed/poll.server.ts";
import { type FeedRow, lockFeed } from "../feed/state.server.ts";
import { changeByServer } from "../feed/write.server.ts";
import { FEED_TYPES, PAGE_TYPES } from "../net/content-type.ts";
import { politeFetch } from "../net/polite-fetch.server.ts";
import { factsOf, reasonOf } from "../net/refusal.ts";
import type { Fetched } from "../net/safe-fetch.server.ts";
import type { Handler } from "./handlers.server.ts";

/** Some feeds are sent as pages; what a page is instead of a feed is said better than that its type is wrong. */
const ACCEPTED = [...FEED_TYPES, ...PAGE_TYPES];
const SOON_SECONDS = 60;

/**
 * Polls one feed that is due: asks for it as it was when it was read last, keeps what is new and when the next poll is.
 * A feed that can't be read is no failed job: it is shown with its reason and tried again at a time of its own.
 */
export const pollFeed: Handler<"poll-feed"> = async (client, { feedId }, signal) => {
  const feed = await takeFeed(client, feedId);
  if (feed === null) return;
  try {
    const answer = await ask(feed, signal);
    const kept = await inTransaction(client, (tx) => recordPoll(tx, feed, answer));
    if (kept !== null && answer.movingTo !== null && answer.movingTo === feed.movingTo)
      await move(client, feed, answer.movingTo);
  } catch (error) {
    if (signal.aborted || !(error instanceof OnRecordError)) {
      await releaseFeed(client, feed.id).catch(() => undefined);
      throw error;
    }
    await settleFailure(client, feed, error);
  }
};

async function ask(feed: FeedRow, signal: AbortSignal): Promise<PollAnswer> {
  const { etag, lastModified } = feed;
  const got = await politeFetch(feed.url, {
    accepts: ACCEPTED,
    known: { url: feed.movingTo ?? feed.url, etag, lastModified },
    signal,
  });
  const answer = {
    movingTo: movedTo(got),
    retryAfter: got.retryAfter,
    at: got.fetchedAt,
  };
  if (got.notModified)
    return {
      ...answer,
      feed: null,
      etag: got.etag ?? etag,
      lastModified: got.lastModified ?? lastModified,
      bodySha256: feed.bodySha256,
    };
  const bodySha256 = createHash("sha256").update(got.bytes).digest("hex");
  const said = { ...answer, etag: got.etag, lastModified: got.lastModified, bodySha256 };
  if (bodySha256 === feed.bodySha256) return { ...said, feed: null };
  const type = got.charset === null ? got.contentType : `${got.contentType}; charset=${got.charset}`;
  return { ...said, feed: parseFeed(got.bytes, got.url, type) };
}

/** Where redirects lead that are for good, as far as each one before is. */
function movedTo({ redirects }: Fetched): string | null {
  const temporary = redirects.findIndex(({ status }) => status !== 301 && status !== 308);
  const lasting = temporary < 0 ? redirects : redirects.slice(0, temporary);
  return lasting.at(-1)?.to ?? null;
}

/** Follows a feed for good when its server has led to the same place twice: one redirect may be a mistake. */
async function move(client: Db, { id }: FeedRow, url: string): Promise<void> {
  const viewer = await operator(client);
  await inTransaction(client, async (tx) => {
    const row = await lockFeed(tx, id);
    if (row.state !== "active") return;
    const taken = await tx.feed.findUnique({ where: { url } });
    if (taken === null) await changeByServer(tx, viewer, row, { url }, `its server moved it to ${url}`);
    else await pauseWith(tx, viewer, row, `It has moved to ${url}, which is the feed “${taken.title}”.`);
  });
}

async function settleFailure(client: Db, feed: FeedRow, error: OnRecordError): Promise<void> {
  const { status, retryAfter = null } = factsOf(error);
  const at = new Date();
  // No turn at a site of many feeds: nothing is wrong with this one.
  if (reasonOf(error) === "busy" && status === undefined)
    return inTransaction(client, (tx) => postpone(tx, feed.id, retryAfter ?? SOON_SECONDS, at));
  const viewer = status === 410 ? await operator(client) : null;
  await inTransaction(client, async (tx) => {
    const kept = await recordFailure(tx, feed, { problem: error.fault, retryAfter, at });
    const row = kept && viewer ? await lockFeed(tx, feed.id) : null;
    if (viewer && row?.state === "active")
      await pauseWith(tx, viewer, row, "Its server says that the feed is gone for good (410).");
  });
}

async function pauseWith(
  tx: Parameters<typeof changeByServer>[0],
  viewer: Parameters<typeof changeByServer>[1],
  row: FeedRow,
  problem: string,
): Promise<void> {
  await changeByServer(tx, viewer, row, { state: "paused" }, "paused by itself");
  await tx.feed.update({ where: { id: row.id }, data: { problem, problemAt: new Date() } });
}
