import type { PublicationDate } from "../article/publication-date.ts";

export const FEED_KINDS = ["rss", "atom", "rdf", "json"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** One entry of a feed, in our words for it, whichever format it came in. All texts are plain: no markup, one line. */
export interface ParsedItem {
  /** What tells it from the feed's others: its guid or id, else its address, else a hash of what it says. */
  readonly key: string;
  /** Absolute, http(s); null where the entry leads nowhere, or only to a sound file. */
  readonly url: string | null;
  readonly title: string;
  readonly summary: string;
  /** The whole text as the feed carries it, unread and unsafe: for the article reader alone, never for a page. */
  readonly contentHtml: string | null;
  readonly author: string | null;
  readonly published: PublicationDate | null;
  readonly updated: PublicationDate | null;
}

export interface ParsedFeed {
  readonly kind: FeedKind;
  readonly title: string;
  readonly siteUrl: string | null;
  readonly language: string | null;
  /** How often the feed asks to be fetched, if it says so. */
  readonly ttlMinutes: number | null;
  /** As the feed orders them, each key once, at most MOST_ITEMS. */
  readonly items: readonly ParsedItem[];
}

export const MOST_ITEMS = 500;
export const LONGEST_TITLE = 1_000;
export const LONGEST_SUMMARY = 5_000;
export const LONGEST_CONTENT = 1_000_000;
