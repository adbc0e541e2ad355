import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { webAddress } from "../net/web-address.ts";
import { chooseOutlet } from "../outlet/write.server.ts";
import { parse } from "../parse.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import { FeedEdit, FeedToPoll, ItemToTry, NewFeed, SeenFeed } from "./schema.ts";
import { type FeedRow, type FeedState, feedState, lockFeed, pollSoon, setFeedState } from "./state.server.ts";

export interface Decided {
  readonly feedId: string;
  /** Number of the decision, to undo it by. */
  readonly seq: string;
}

/**
 * Adds a feed of an outlet; its first poll is sent in the same transaction. A feed that was removed comes back as it was.
 * @throws OnRecordError "conflict" when the address is a feed on record already
 */
export async function addFeed(tx: Tx, viewer: Viewer | null, input: NewFeed): Promise<Decided> {
  allow(viewer, "manageFeeds");
  const { outlet: choice, title, kind, siteUrl, ...rest } = parse(NewFeed, input);
  const url = webAddress(rest.url).href;
  const outlet = await chooseOutlet(tx, viewer, choice);
  const known = await tx.feed.findUnique({ where: { url } });
  if (known) {
    const row = await lockFeed(tx, known.id);
    if (row.state !== "removed")
      throw new OnRecordError("conflict", `This feed is on record already, as “${row.title}”.`, {
        feedId: row.id,
      });
    return change(
      tx,
      viewer,
      row,
      { url, title, outletId: outlet.id, state: "active" },
      "edit",
      "added again",
    );
  }
  const row = await tx.feed.create({
    data: { url, outletId: outlet.id, title, kind, siteUrl, addedBy: viewer.userId, sample: viewer.sample },
  });
  await pollSoon(tx, row.id);
  return recorded(tx, viewer, row, null, "add", `added the feed ${title} of ${outlet.name}`);
}

/**
 * Corrects whose feed it is and what it is called. Without a number where nothing differs from what is on record: then
 * nothing was decided. @throws OnRecordError "conflict" on a stale version.
 */
export async function editFeed(
  tx: Tx,
  viewer: Viewer | null,
  input: FeedEdit,
): Promise<Decided | Omit<Decided, "seq">> {
  allow(viewer, "manageFeeds");
  const { feedId, version, outlet: choice, title } = parse(FeedEdit, input);
  const row = await seen(tx, { feedId, version });
  const outlet = await chooseOutlet(tx, viewer, choice);
  if (title === row.title && outlet.id === row.outletId) return { feedId };
  return change(tx, viewer, row, { ...feedState(row), title, outletId: outlet.id }, "edit", "corrected");
}

/** Polls it no more, until it is resumed. */
export async function pauseFeed(tx: Tx, viewer: Viewer | null, input: SeenFeed): Promise<Decided> {
  return turn(tx, viewer, input, "active", "paused", "paused");
}

export async function resumeFeed(tx: Tx, viewer: Viewer | null, input: SeenFeed): Promise<Decided> {
  return turn(tx, viewer, input, "paused", "active", "resumed");
}

/** Takes a feed off the list, with its entries that wait. What it brought stays. */
export async function removeFeed(tx: Tx, viewer: Viewer | null, input: SeenFeed): Promise<Decided> {
  return turn(tx, viewer, input, null, "removed", "removed");
}

/**
 * Polls a feed now instead of at its time. No decision: nothing on record changes by it. A failure that follows stands for
 * the last one: who looks again often does not push its next time away.
 */
export async function pollFeedNow(tx: Tx, viewer: Viewer | null, input: FeedToPoll): Promise<void> {
  allow(viewer, "manageFeeds");
  const row = await lockFeed(tx, parse(FeedToPoll, input).feedId);
  if (row.state !== "active")
    throw new OnRecordError("conflict", `The feed is ${row.state}: resume it, then it is polled at once.`);
  if (row.failures > 1) await tx.feed.update({ where: { id: row.id }, data: { failures: row.failures - 1 } });
  await pollSoon(tx, row.id);
}

/** Tries an entry again that came to nothing. */
export async function tryFeedItem(tx: Tx, viewer: Viewer | null, input: ItemToTry): Promise<void> {
  allow(viewer, "manageFeeds");
  const { feedItemId } = parse(ItemToTry, input);
  const { count } = await tx.feedItem.updateMany({
    where: { id: feedItemId, state: { in: ["failed", "refused", "before"] } },
    data: { state: "waiting", problem: null, doneAt: null, tries: 0 },
  });
  if (count === 0) throw new OnRecordError("conflict", "This entry is not one that can be tried again.");
  await enqueue(tx, "feed-item", { feedItemId }, { priority: 10 });
}

/** A feed that has moved for good, or has gone, as its own server says; signed by whoever runs the machine. */
export async function changeByServer(
  tx: Tx,
  viewer: Viewer,
  row: FeedRow,
  state: Partial<FeedState>,
  why: string,
): Promise<void> {
  await change(tx, viewer, row, { ...feedState(row), ...state } as FeedState, "edit", why);
}

async function turn(
  tx: Tx,
  viewer: Viewer | null,
  input: SeenFeed,
  from: FeedState["state"] | null,
  to: FeedState["state"],
  word: string,
): Promise<Decided> {
  allow(viewer, "manageFeeds");
  const row = await seen(tx, parse(SeenFeed, input));
  if (from !== null && row.state !== from)
    throw new OnRecordError("conflict", `The feed is ${row.state} already. Look again.`);
  return change(
    tx,
    viewer,
    row,
    { ...feedState(row), state: to },
    to === "removed" ? "delete" : "edit",
    word,
  );
}

async function seen(tx: Tx, { feedId, version }: { feedId: string; version: number }): Promise<FeedRow> {
  const row = await lockFeed(tx, feedId);
  if (row.state === "removed") throw new OnRecordError("missing", "Someone else has removed this feed.");
  if (row.version !== version)
    throw new OnRecordError("conflict", "Someone else has changed this feed. Look at it and try again.", {
      theirs: feedState(row),
      version: row.version,
    });
  return row;
}

async function change(
  tx: Tx,
  viewer: Viewer,
  row: FeedRow,
  state: FeedState,
  action: "edit" | "delete",
  word: string,
): Promise<Decided> {
  await setFeedState(tx, row, state);
  const after = await lockFeed(tx, row.id);
  return recorded(tx, viewer, after, feedState(row), action, `${word}: feed ${after.title}`);
}

async function recorded(
  tx: Tx,
  viewer: Viewer,
  row: FeedRow,
  before: State | null,
  action: "add" | "edit" | "delete",
  summary: string,
): Promise<Decided> {
  const seq = await recordDecision(tx, {
    viewer,
    action,
    sample: row.sample,
    summary,
    before: [{ noun: "feed", id: row.id, state: before }],
    after: [{ noun: "feed", id: row.id, state: feedState(row) }],
  });
  return { feedId: row.id, seq: String(seq) };
}
