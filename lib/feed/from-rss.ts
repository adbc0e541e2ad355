import type { RssFeed } from "feedsmith";
import { readFeedDate } from "./feed-date.ts";
import { firstWords, orNull } from "./first-words.ts";
import type { KeylessFeed, KeylessItem } from "./parse.ts";
import { LONGEST_CONTENT, LONGEST_SUMMARY, LONGEST_TITLE } from "./parsed-feed.ts";
import { plainText } from "./plain-text.ts";
import { webAddress } from "./web-address.ts";

/** RSS 0.91 to 2.0, with the modules that say what RSS itself leaves out. */
export function fromRss(feed: RssFeed.Feed<string>, url: string): KeylessFeed {
  const base = feed.xml?.base;
  return {
    kind: "rss",
    title: plainText(firstWords(feed.title, feed.dc?.titles), LONGEST_TITLE),
    siteUrl: webAddress(feed.link, url, base),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    ttlMinutes: feed.ttl ?? null,
    items: (feed.items ?? []).map((item) => fromItem(item, url, base)),
  };
}

function fromItem(item: RssFeed.Item<string>, feedUrl: string, base: string | undefined): KeylessItem {
  const bases = [feedUrl, base, item.xml?.base] as const;
  const guid = item.guid?.value ?? null;
  const content = item.content?.encoded ?? item.atom?.content?.value;
  const text = firstWords(
    item.description,
    item.dc?.descriptions,
    item.atom?.summary?.value,
    item.itunes?.summary,
  );
  return {
    guid,
    url:
      webAddress(item.link, ...bases) ??
      webAddress(item.atom?.links?.find(({ rel }) => (rel ?? "alternate") === "alternate")?.href, ...bases) ??
      // A guid leads to the entry unless the feed says it does not; a bare number leads nowhere.
      (item.guid?.isPermaLink !== false && /^https?:/i.test(guid ?? "") ? webAddress(guid) : null),
    title: plainText(
      firstWords(item.title, item.dc?.titles, item.media?.title?.value, item.itunes?.title),
      LONGEST_TITLE,
    ),
    summary: plainText(text || (content ?? ""), LONGEST_SUMMARY),
    contentHtml: (content ?? item.description)?.slice(0, LONGEST_CONTENT) ?? null,
    author: orNull(
      plainText(
        firstWords(
          item.authors?.map(({ name, email }) => name ?? email ?? ""),
          item.dc?.creators,
          item.itunes?.author,
        ),
        LONGEST_TITLE,
      ),
    ),
    published: readFeedDate(item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published),
    updated: readFeedDate(item.atom?.updated ?? item.dcterms?.modified?.[0]),
  };
}
