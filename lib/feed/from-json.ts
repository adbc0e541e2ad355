import type { JsonFeed } from "feedsmith";
import { readFeedDate } from "./feed-date.ts";
import { orNull } from "./first-words.ts";
import type { KeylessFeed, KeylessItem } from "./parse.ts";
import { LONGEST_CONTENT, LONGEST_SUMMARY, LONGEST_TITLE } from "./parsed-feed.ts";
import { literalText, plainText } from "./plain-text.ts";
import { webAddress } from "./web-address.ts";

/** JSON Feed 1.0 and 1.1. */
export function fromJson(feed: JsonFeed.Feed<string>, url: string): KeylessFeed {
  return {
    kind: "json",
    title: literalText(feed.title ?? "", LONGEST_TITLE),
    siteUrl: webAddress(feed.home_page_url, url),
    language: feed.language ?? null,
    ttlMinutes: null,
    items: (feed.items ?? []).map((item) => fromItem(item, url)),
  };
}

function fromItem(item: JsonFeed.Item<string>, feedUrl: string): KeylessItem {
  const { content_html: html, content_text: text, summary } = item;
  return {
    guid: item.id ?? null,
    url: webAddress(item.url ?? item.external_url, feedUrl),
    title: literalText(item.title ?? "", LONGEST_TITLE),
    summary:
      summary || text
        ? literalText(summary || (text ?? ""), LONGEST_SUMMARY)
        : plainText(html ?? "", LONGEST_SUMMARY),
    contentHtml: (html ?? paragraphs(text))?.slice(0, LONGEST_CONTENT) ?? null,
    author: orNull(
      literalText((item.authors ?? []).flatMap(({ name }) => name ?? []).join(", "), LONGEST_TITLE),
    ),
    published: readFeedDate(item.date_published),
    updated: readFeedDate(item.date_modified),
  };
}

const paragraphs = (text: string | undefined) =>
  text
    ?.replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/\n\s*\n/g, "<p>");
