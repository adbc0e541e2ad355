import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { FEED_TYPES, PAGE_TYPES } from "../net/content-type.ts";
import { fetchByHand } from "../net/polite-fetch.server.ts";
import { withoutPasting } from "../net/refusal.ts";
import type { Fetched } from "../net/safe-fetch.server.ts";
import { parse } from "../parse.ts";
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
  if (itself) return known(reader, [found(first.url, itself)]);
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
    if (!feed || feeds.some(({ url }) => url === fetched.url)) continue;
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

/** The feed in an answer, however it was fetched; null where it is none. */
function readAs(fetched: Fetched): ParsedFeed | null {
  try {
    return parseFeed(fetched.bytes, fetched.url, header(fetched));
  } catch (error) {
    if (error instanceof OnRecordError) return null;
    throw error;
  }
}

const found = (url: string, feed: ParsedFeed): FoundFeed => ({
  url,
  kind: feed.kind,
  title: feed.title || new URL(url).host,
  siteUrl: feed.siteUrl,
  entries: feed.items.length,
  latest: feed.items.slice(0, MOST_TITLES).map(({ title, summary }) => title || summary.slice(0, 100)),
  feedId: null,
});

async function known(reader: Reader, feeds: readonly FoundFeed[]): Promise<readonly FoundFeed[]> {
  const rows = await reader.feed.findMany({
    where: { url: { in: feeds.map(({ url }) => url) }, state: { not: "removed" } },
    select: { id: true, url: true },
  });
  return feeds.map((feed) => ({ ...feed, feedId: rows.find(({ url }) => url === feed.url)?.id ?? null }));
}
