import { createHash } from "node:crypto";
import { type AnyFeed, ParseError, parseFeed as readFeed } from "feedsmith";
import { OnRecordError } from "../errors.ts";
import { normaliseText } from "../text/normalise.ts";
import { decodeFeed } from "./decode.ts";
import { fromAtom } from "./from-atom.ts";
import { fromJson } from "./from-json.ts";
import { fromRdf } from "./from-rdf.ts";
import { fromRss } from "./from-rss.ts";
import { MOST_ITEMS, type ParsedFeed, type ParsedItem } from "./parsed-feed.ts";
import { wholeEntries } from "./whole-entries.ts";

/** An entry before it has a key: the guid or id as the feed gives it. */
export type KeylessItem = Omit<ParsedItem, "key"> & { readonly guid: string | null };
export type KeylessFeed = Omit<ParsedFeed, "items"> & { readonly items: readonly KeylessItem[] };

const LONGEST_KEY = 500;

/**
 * Reads a feed of any of the four formats: RSS (all versions), Atom, RDF (RSS 0.90 and 1.0), JSON Feed. `url` is where
 * it was fetched: relative addresses in it start there. Of a feed that breaks off, the entries that came whole are read.
 * @throws OnRecordError "unusable" that says what came instead of a feed
 */
export function parseFeed(source: Uint8Array | string, url: string, contentType: string | null): ParsedFeed {
  const text = typeof source === "string" ? source : decodeFeed(source, contentType);
  const feed = shaped(read(text), url);
  return { ...feed, language: languageTag(feed.language), items: keyed(feed.items.slice(0, MOST_ITEMS)) };
}

// Never stored as they are: a date is read from its raw words, a text from what feedsmith decoded once.
const OPTIONS = { maxItems: MOST_ITEMS };
/** Characters that XML has no place for, which some feeds hold all the same. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** What may stand before the first element: entities of its own, and where it would have others fetched from. */
const DOCTYPE = /^((?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*)<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i;

function read(text: string): AnyFeed {
  const clean = text.replace(NO_XML, "").replace(DOCTYPE, "$1");
  try {
    return readFeed(clean, OPTIONS);
  } catch (error) {
    const whole = wholeEntries(clean);
    if (whole === null) throw new OnRecordError("unusable", whatCame(text, error));
    try {
      return readFeed(whole, OPTIONS);
    } catch {
      throw new OnRecordError("unusable", whatCame(text, error));
    }
  }
}

function whatCame(text: string, error: unknown): string {
  const start = text.trimStart().slice(0, 2_000);
  if (start === "") return "The feed is empty.";
  if (/<!doctype html|<html[\s>]/i.test(start)) return "This is a web page, not a feed.";
  if (error instanceof ParseError) return "The feed says nothing: it has no title and no entries.";
  if (/<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]/i.test(start))
    return "The feed is broken: its XML can’t be read.";
  if (/^[[{]/.test(start)) return "This is JSON, but no JSON Feed.";
  return "This is no feed: neither RSS, Atom, RDF nor JSON Feed.";
}

function shaped(read: AnyFeed, url: string): KeylessFeed {
  switch (read.format) {
    case "rss":
      return fromRss(read.feed, url);
    case "atom":
      return fromAtom(read.feed, url);
    case "rdf":
      return fromRdf(read.feed, url);
    case "json":
      return fromJson(read.feed, url);
  }
}

/** "en_US" as "en-US"; null for what is no tag of a language. */
function languageTag(words: string | null): string | null {
  const [, tag = null] =
    /^([a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i.exec(words?.trim().replaceAll("_", "-") ?? "") ?? [];
  return tag;
}

/** Gives each entry its key. A guid that entries with different addresses share tells none of them apart. */
function keyed(items: readonly KeylessItem[]): readonly ParsedItem[] {
  const addresses = new Map<string, Set<string | null>>();
  for (const { guid, url } of items)
    if (guid !== null) addresses.set(guid, (addresses.get(guid) ?? new Set()).add(url));
  const found = new Map<string, ParsedItem>();
  for (const { guid, ...item } of items) {
    const own = guid !== null && addresses.get(guid)?.size === 1 ? guid : item.url;
    const key = own === null ? hashed(item) : storable(own);
    if (!found.has(key)) found.set(key, { key, ...item });
  }
  return [...found.values()];
}

const storable = (key: string) => {
  const text = normaliseText(key);
  return text.length <= LONGEST_KEY ? text : `sha256:${sha256(text)}`;
};

const hashed = ({ title, summary, published }: Omit<ParsedItem, "key">) =>
  `sha256:${sha256([title, summary, published?.local ?? ""].join("\n"))}`;

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
