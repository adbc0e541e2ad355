import type { RdfFeed } from "feedsmith";
import { readFeedDate } from "./feed-date.ts";
import { firstWords, orNull } from "./first-words.ts";
import type { KeylessFeed, KeylessItem } from "./parse.ts";
import { LONGEST_CONTENT, LONGEST_SUMMARY, LONGEST_TITLE } from "./parsed-feed.ts";
import { plainText } from "./plain-text.ts";
import { webAddress } from "./web-address.ts";

const MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** RSS 0.90 and 1.0. */
export function fromRdf(feed: RdfFeed.Feed<string>, url: string): KeylessFeed {
  const period = MINUTES[feed.sy?.updatePeriod ?? ""];
  return {
    kind: "rdf",
    title: plainText(firstWords(feed.title, feed.dc?.titles), LONGEST_TITLE),
    siteUrl: webAddress(feed.link, url, feed.xml?.base),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    ttlMinutes: period === undefined ? null : Math.ceil(period / Math.max(1, feed.sy?.updateFrequency ?? 1)),
    items: (feed.items ?? []).map((item) => fromItem(item, url, feed.xml?.base)),
  };
}

function fromItem(item: RdfFeed.Item<string>, feedUrl: string, base: string | undefined): KeylessItem {
  const content = item.content?.encoded;
  const text = firstWords(item.description, item.dc?.descriptions);
  return {
    guid: item.rdf?.about ?? null,
    url: webAddress(item.link ?? item.rdf?.about, feedUrl, base, item.xml?.base),
    title: plainText(firstWords(item.title, item.dc?.titles), LONGEST_TITLE),
    summary: plainText(text || (content ?? ""), LONGEST_SUMMARY),
    contentHtml: (content ?? item.description)?.slice(0, LONGEST_CONTENT) ?? null,
    author: orNull(plainText(firstWords(item.dc?.creators), LONGEST_TITLE)),
    published: readFeedDate(item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0]),
    updated: readFeedDate(item.dcterms?.modified?.[0]),
  };
}
