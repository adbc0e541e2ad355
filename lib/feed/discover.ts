import type { FeedKind } from "./parsed-feed.ts";
import { plainText } from "./plain-text.ts";
import { webAddress } from "./web-address.ts";

/** A feed that a page names in its head. */
export interface NamedFeed {
  readonly url: string;
  readonly title: string;
  readonly kind: FeedKind;
}

const KINDS: Readonly<Record<string, FeedKind>> = {
  "application/rss+xml": "rss",
  "application/atom+xml": "atom",
  "application/rdf+xml": "rdf",
  "application/feed+json": "json",
  "application/json": "json",
};
/** Feeds stand in a page's head; this much of a page is looked through. */
const HEAD = 1_000_000;
const LINK = /<link(?=[\s/])((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
const BASE = /<base(?=[\s/])((?:"[^"]*"|'[^']*'|[^'"<>])*)>/i;
const ATTRIBUTE = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+))/gi;
/** What a site's feed is less likely to be than the others: comments, podcasts, one tag or author. */
const BESIDE = /comment|podcast|audio|video|author|\btags?\b|category|respon/i;
const LONGEST_TITLE = 300;

/** Where sites keep a feed that they don't name. */
export const COMMON_PATHS = ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.json", "/index.xml"] as const;

/** The feeds a page names, each address once: the likeliest first, else in the page's order. Pure. */
export function feedsIn(html: string, url: string): readonly NamedFeed[] {
  const page = html.slice(0, HEAD).replace(/<!--[\s\S]*?(?:-->|$)/g, "");
  const base = attributes(BASE.exec(page)?.[1] ?? "").href;
  const found = new Map<string, NamedFeed>();
  for (const [, inside = ""] of page.matchAll(LINK)) {
    const { rel = "", type = "", href, title = "" } = attributes(inside);
    const kind = KINDS[type.toLowerCase().split(";")[0]?.trim() ?? ""];
    const address = webAddress(href, url, base);
    if (kind === undefined || address === null || !/\balternate\b/i.test(rel)) continue;
    // WordPress and others call their pages' raw data alternate JSON.
    if (/\/wp-json\//.test(address)) continue;
    if (!found.has(address))
      found.set(address, { url: address, title: plainText(title, LONGEST_TITLE), kind });
  }
  return [...found.values()].sort((a, b) => likeness(b, url) - likeness(a, url));
}

function likeness({ url, title, kind }: NamedFeed, page: string): number {
  const sameHost = new URL(url).hostname.endsWith(new URL(page).hostname.replace(/^www\./, ""));
  return (BESIDE.test(`${title} ${url}`) ? 0 : 4) + (sameHost ? 2 : 0) + (kind === "json" ? 0 : 1);
}

function attributes(inside: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...inside.matchAll(ATTRIBUTE)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? "").replaceAll("&amp;", "&"),
    ]),
  );
}
