import type { AtomFeed } from "feedsmith";
import { readFeedDate } from "./feed-date.ts";
import { orNull } from "./first-words.ts";
import type { KeylessFeed, KeylessItem } from "./parse.ts";
import { LONGEST_CONTENT, LONGEST_SUMMARY, LONGEST_TITLE } from "./parsed-feed.ts";
import { literalText, plainText } from "./plain-text.ts";
import { webAddress } from "./web-address.ts";

type Link = AtomFeed.Link<string>;

/** Atom 0.3 and 1.0. */
export function fromAtom(feed: AtomFeed.Feed<string>, url: string): KeylessFeed {
  const base = feed.xml?.base;
  return {
    kind: "atom",
    title: words(feed.title, LONGEST_TITLE),
    siteUrl: webAddress(alternate(feed.links)?.href, url, base),
    language: feed.xml?.lang ?? null,
    ttlMinutes: null,
    items: (feed.entries ?? []).map((entry) => fromEntry(entry, url, base)),
  };
}

function fromEntry(entry: AtomFeed.Entry<string>, feedUrl: string, base: string | undefined): KeylessItem {
  const bases = [feedUrl, base, entry.xml?.base] as const;
  const { content } = entry;
  return {
    guid: entry.id ?? null,
    url: webAddress(alternate(entry.links)?.href ?? webContent(content), ...bases),
    title: words(entry.title, LONGEST_TITLE),
    summary: words(entry.summary ?? content, LONGEST_SUMMARY),
    contentHtml: content?.value === undefined ? null : asHtml(content.value, content.type),
    author: orNull(
      literalText(
        (entry.authors ?? [])
          .map(({ name, email }) => name ?? email ?? "")
          .filter(Boolean)
          .join(", "),
        LONGEST_TITLE,
      ),
    ),
    published: readFeedDate(entry.published ?? entry.updated),
    updated: readFeedDate(entry.updated),
  };
}

/** Where the same thing stands as a page: of several such links the one that says it is HTML. */
function alternate(links: readonly Link[] | undefined): Link | undefined {
  const pages = (links ?? []).filter(({ rel, href }) => href && (rel ?? "alternate") === "alternate");
  return pages.find(({ type }) => type === undefined || /html/.test(type)) ?? pages[0];
}

/** Content that stands elsewhere, if that is a page. */
const webContent = (content: AtomFeed.Content | undefined) =>
  content?.src !== undefined && /html/.test(content.type ?? "html") ? content.src : undefined;

/** Text that is said to be text keeps its ampersands; all else is read as markup. */
function words(text: AtomFeed.Text | AtomFeed.Content | undefined, most: number): string {
  const { value = "", type = "text" } = text ?? {};
  return type === "text" || type === "text/plain" ? literalText(value, most) : plainText(value, most);
}

function asHtml(value: string, type = "text"): string | null {
  const html = /html|xml/.test(type)
    ? value
    : value
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replace(/\n\s*\n/g, "<p>");
  return html.slice(0, LONGEST_CONTENT);
}
