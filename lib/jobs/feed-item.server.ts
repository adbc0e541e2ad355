import { addressKey, canonicalUrl } from "../article/canonical-url.ts";
import { extractInWorker } from "../article/extract/run.server.ts";
import { localDateText } from "../article/publication-date.ts";
import { operator } from "../auth/operator.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { type Db, inTransaction, type Tx } from "../db.server.ts";
import { type BroughtIn, bringIn } from "../desk/bring-in.server.ts";
import { bringInAddress } from "../desk/bring-in-page.server.ts";
import { OnRecordError } from "../errors.ts";
import { factsOf, reasonOf, timeAskedFor } from "../net/refusal.ts";
import { putOff } from "../queue/put-off.server.ts";
import type { Handler } from "./handlers.server.ts";

/** Version of what turns the text a feed carries into an article. */
export const FEED_EXTRACTOR = "feed/1";
/** A page that can't be reached is tried so often before its entry is called failed. Fewer than the job may be tried. */
export const MOST_TRIES = 5;

async function waitingItem(client: Db | Tx, id: string) {
  const item = await client.feedItem.findUnique({ where: { id }, include: { feed: true } });
  return item?.state === "waiting" && item.feed.state !== "removed" ? item : null;
}
type Item = NonNullable<Awaited<ReturnType<typeof waitingItem>>>;

/**
 * Brings one entry of a feed in: from its page; where that can't be had and the feed carries the whole text, from that.
 * What came of it is kept with the entry in the transaction of the article: done exactly once.
 */
export const feedItem: Handler<"feed-item"> = async (client, { feedItemId }, signal) => {
  const item = await waitingItem(client, feedItemId);
  if (item === null) return;
  const viewer = await operator(client);
  try {
    if (item.url === null) throw new OnRecordError("unusable", "The entry leads to no page.");
    await bringInAddress(client, viewer, { ...wanted(item), url: item.url, signal }, marks(item));
  } catch (error) {
    if (signal.aborted || !(error instanceof OnRecordError)) throw error;
    const seconds = timeAskedFor(error);
    if (seconds !== undefined)
      return putOff(client, { name: "feed-item", key: item.id }, { seconds, reason: error.fault });
    const passing = mayPass(error);
    if (passing && item.tries + 1 < MOST_TRIES) {
      await client.feedItem.updateMany({
        where: { id: item.id, state: "waiting" },
        data: { tries: { increment: 1 } },
      });
      // The queue tries again, a little later each time.
      throw new OnRecordError("tooMany", error.fault);
    }
    const why = await fromContent(client, viewer, item);
    if (why !== null) await settle(client, item, refusedFor(error) ? "refused" : "failed", error.fault);
  }
};

/** What the feed says of the article, for what its page leaves out. */
function wanted(item: Item) {
  const { publishedLocal, publishedPrecision, publishedZone } = item;
  return {
    source: "feed" as const,
    outlet: { id: item.feed.outletId },
    polite: true,
    otherwise: {
      headline: item.title || null,
      byline: item.author,
      publishedAt:
        publishedLocal && publishedPrecision ? localDateText(publishedLocal, publishedPrecision) : null,
      zone: publishedZone,
      publishedSource: "feed" as const,
    },
  };
}

const marks =
  ({ id, url }: Item) =>
  async (tx: Tx, { articleId, outcome }: BroughtIn): Promise<void> => {
    const deleted = outcome === "deleted";
    const { count } = await tx.feedItem.updateMany({
      where: { id, state: "waiting", url },
      data: {
        state: deleted ? "refused" : "done",
        problem: deleted ? "An editor took this article off the record." : null,
        articleId,
        content: null,
        doneAt: new Date(),
      },
    });
    // Another worker was first, or the entry leads elsewhere now: this one's sighting goes with its transaction.
    if (count === 0) throw new OnRecordError("conflict", "The entry is settled already, or leads elsewhere.");
  };

/** Whether another try may do better: a site in trouble, a name server that is silent. */
function mayPass(error: OnRecordError): boolean {
  const reason = reasonOf(error);
  const { status = 0 } = factsOf(error);
  return (
    error.code === "conflict" ||
    reason === "busy" ||
    reason === "timeout" ||
    reason === "connection" ||
    reason === "dns" ||
    (reason === "status" && status >= 500)
  );
}

/** Whether the site or the law keeps the page from us, rather than a fault. */
function refusedFor(error: OnRecordError): boolean {
  const { status = 0 } = factsOf(error);
  return reasonOf(error) === "robots" || [401, 402, 403, 451].includes(status);
}

/** Brings the text in that the feed carries. Null: done; else why not. */
async function fromContent(client: Db, viewer: Viewer, item: Item): Promise<string | null> {
  const { content, title } = item;
  if (content === null) return "The feed carries no whole article.";
  const url = item.url ?? item.feed.siteUrl ?? item.feed.url;
  const heading = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const html = `<!doctype html><html><head><title>${heading}</title></head><body><article><h1>${heading}</h1>${content}</article></body></html>`;
  try {
    const found = await extractInWorker({ html, url });
    const { headline, byline, publishedAt, zone } = wanted(item).otherwise;
    await inTransaction(client, async (tx) => {
      const brought = await bringIn(tx, viewer, {
        source: "feed",
        outlet: { id: item.feed.outletId },
        headline: headline ?? found.headline ?? item.feed.title,
        standfirst: null,
        paragraphs: [...found.paragraphs],
        byline: byline?.slice(0, 500) ?? null,
        publishedAt,
        zone,
        publishedSource: publishedAt === null ? null : "feed",
        url: await ownAddress(tx, item),
        language: found.language,
        raw: { bytes: Buffer.from(content, "utf8"), type: "text/html; charset=utf-8" },
        extractor: FEED_EXTRACTOR,
        seenAt: new Date(),
      });
      await marks(item)(tx, brought);
    });
    return null;
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code === "conflict") throw error;
    return error.fault;
  }
}

/**
 * The address that an entry's text can be kept under: its own, unless another entry of its feed leads there too. Notes of
 * a day that all lead to one page have a text each, and none is what became of another.
 */
async function ownAddress(tx: Tx, { id, feedId, url }: Item): Promise<string | null> {
  const address = url && canonicalUrl(url);
  if (!address) return null;
  const key = addressKey(address);
  const [page = ""] = key.split("?");
  const others = await tx.feedItem.findMany({
    where: { feedId, id: { not: id }, url: { contains: page } },
    select: { url: true },
  });
  return others.some((other) => other.url !== null && addressKey(other.url) === key) ? null : address;
}

async function settle(
  client: Db,
  { id, url }: Item,
  state: "failed" | "refused",
  problem: string,
): Promise<void> {
  await client.feedItem.updateMany({
    // One that leads elsewhere by now waits on: the worker sends again what waits without a job.
    where: { id, state: "waiting", url },
    data: { state, problem: problem.slice(0, 500), tries: { increment: 1 }, doneAt: new Date() },
  });
}
