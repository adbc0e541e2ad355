import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { FEED_TYPES, PAGE_TYPES } from "../net/content-type.ts";
import { fetchByHand } from "../net/polite-fetch.server.ts";
import { withoutPasting } from "../net/refusal.ts";
import type { Fetched } from "../net/safe-fetch.server.ts";
import { outletOfPage } from "../outlet/outlet-of-page.server.ts";
import { parse } from "../parse.ts";
import { decodeFeed } from "./decode.ts";
import { COMMON_PATHS, feedsIn } from "./discover.ts";
import { parseFeed } from "./parse.ts";
import type { FeedKind, ParsedFeed } from "./parsed-feed.ts";

/** A feed that can be added, with what it holds now, so that an editor can tell it from the site's others. */
export interface FoundFeed {
  readonly url: string;
  readonly kind: FeedKind;
  readonly title: string;
  readonly siteUrl: string | null;
  readonly entries: number;
  readonly latest: readonly string[];
  /** Under which id it is on record already. */
  readonly feedId: string | null;
  /** Whose it is likely to be, of the outlets on record. */
  readonly outlet: { readonly id: string; readonly name: string } | null;
}

export const FeedsAt = z
  .object({ address: z.string().trim().min(1, "Write the address of a feed or of a site.").max(2_000) })
  .strict();
export type FeedsAt = z.input<typeof FeedsAt>;

const ACCEPTED = [...FEED_TYPES, ...PAGE_TYPES];
/** Feeds that a site names are looked at up to here; so many common addresses are tried where it names none. */
const MOST_TRIES = 6;
const MOST_TITLES = 3;
/** Somebody waits for it. */
const WITHIN_MS = 30_000;

/**
 * The feeds at an address: itself, if it is one; else those its page names; else those at the usual places.
 * @throws OnRecordError what is in the way, or "unusable" where there is none
 */
export async function findFeeds(
  reader: Reader,
  viewer: Viewer | null,
  input: FeedsAt,
): Promise<readonly FoundFeed[]> {
  allow(viewer, "manageFeeds");
  const { address } = parse(FeedsAt, input);
  const signal = AbortSignal.timeout(WITHIN_MS);
  const get = (url: string) => fetchByHand(url, { accepts: ACCEPTED, signal });
  const first = await get(/^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`).catch(
    (error: unknown) => {
      throw withoutPasting(error);
    },
  );
  const itself = readAs(first);
  if (!("problem" in itself)) return known(reader, [found(first.url, itself)]);
  // Other feeds of the site are not what was asked for, and "no feed" would not be true.
  if (isMeantAsFeed(first)) throw new OnRecordError("unusable", itself.problem);
  const named = feedsIn(Buffer.from(first.bytes).toString("utf8"), first.url).slice(0, MOST_TRIES);
  const places =
    named.length > 0
      ? named.map(({ url }) => url)
      : COMMON_PATHS.map((path) => new URL(path, first.url).href);
  const feeds: FoundFeed[] = [];
  for (const place of places.slice(0, MOST_TRIES)) {
    if (signal.aborted) break;
    // One that can't be had is no candidate; which of them, the editor need not know.
    const fetched = await get(place).catch(() => null);
    const feed = fetched && readAs(fetched);
    if (!feed || "problem" in feed || feeds.some(({ url }) => url === fetched.url)) continue;
    feeds.push(found(fetched.url, feed));
    // Of the usual places one is enough: the others lead to the same.
    if (named.length === 0) break;
  }
  if (feeds.length === 0)
    throw new OnRecordError(
      "unusable",
      `${new URL(first.url).host} names no feed that can be read. Look for “RSS” on its pages and give that address.`,
    );
  return known(reader, feeds);
}

const header = ({ contentType, charset }: Fetched) =>
  contentType === null ? null : `${contentType}${charset === null ? "" : `; charset=${charset}`}`;

/** The feed in an answer, however it was fetched; in words what came instead where it is none. */
function readAs(fetched: Fetched): ParsedFeed | { readonly problem: string } {
  try {
    return parseFeed(fetched.bytes, fetched.url, header(fetched));
  } catch (error) {
    if (error instanceof OnRecordError) return { problem: error.message };
    throw error;
  }
}

/** Types that nothing but a feed is served as, or XML at least: other kinds of text are anything. */
const MEANT = /^(?:application\/(?:(?:rss|atom|rdf)\+xml|feed\+json|xml)|text\/xml)$/i;
const LOOKS = /<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]|^\s*\{[\s\S]*jsonfeed\.org\/version/i;
const PAGE = /<!doctype html|<html[\s>]/i;

/** Whether an answer that is no feed was to be one, by its type or its first characters. */
function isMeantAsFeed(fetched: Fetched): boolean {
  const start = decodeFeed(fetched.bytes, header(fetched)).slice(0, 2_000);
  return !PAGE.test(start) && (LOOKS.test(start) || MEANT.test(fetched.contentType ?? ""));
}

const found = (url: string, feed: ParsedFeed): FoundFeed => ({
  url,
  kind: feed.kind,
  title: feed.title || new URL(url).host,
  siteUrl: feed.siteUrl,
  entries: feed.items.length,
  latest: feed.items.slice(0, MOST_TITLES).map(({ title, summary }) => title || summary.slice(0, 100)),
  feedId: null,
  outlet: null,
});

async function known(reader: Reader, feeds: readonly FoundFeed[]): Promise<readonly FoundFeed[]> {
  const rows = await reader.feed.findMany({
    where: { url: { in: feeds.map(({ url }) => url) }, state: { not: "removed" } },
    select: { id: true, url: true },
  });
  const outlets = await Promise.all(feeds.map((feed) => outletOf(reader, feed)));
  return feeds.map((feed, at) => ({
    ...feed,
    feedId: rows.find(({ url }) => url === feed.url)?.id ?? null,
    outlet: outlets[at] ?? null,
  }));
}

/** The outlet that has the feed's site as its homepage; else the one that all feeds or articles from there are of. */
async function outletOf(reader: Reader, { url, siteUrl, title }: FoundFeed): Promise<FoundFeed["outlet"]> {
  const site = siteUrl ?? url;
  const choice = await outletOfPage(reader, { url: site, siteName: title });
  const id = "id" in choice ? choice.id : await outletFrom(reader, new URL(site).host);
  return id === null ? null : reader.outlet.findUnique({ where: { id }, select: { id: true, name: true } });
}

async function outletFrom(reader: Reader, site: string): Promise<string | null> {
  const bare = site.replace(/^www\./, "");
  const hosts = [bare, `www.${bare}`];
  const ofFeeds = await reader.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT outlet_id AS id FROM feed
    WHERE state <> 'removed' AND split_part(url, '/', 3) = ANY (${hosts}) LIMIT 2`;
  const ofThere =
    ofFeeds.length > 0
      ? ofFeeds
      : await reader.$queryRaw<{ id: string }[]>`
          SELECT DISTINCT outlet_id AS id FROM article
          WHERE deleted_reason IS NULL AND split_part(canonical_url, '/', 3) = ANY (${hosts}) LIMIT 2`;
  const [first] = ofThere;
  return first && ofThere.length === 1 ? first.id : null;
}
