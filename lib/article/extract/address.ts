import { getDomain } from "tldts";
import { canonicalUrl } from "../canonical-url.ts";
import type { Page } from "./page.ts";

/**
 * The address under which the outlet itself keeps the article, as the page's head says it; the address it was fetched
 * from where the head says none, names another site (a copy names its source) or only the site's front page.
 */
export function addressOf(page: Page): string | null {
  const fetched = canonicalUrl(page.url);
  const fetchedUrl = URL.parse(page.url);
  if (fetched === null || fetchedUrl === null) return null;
  const link = page.document.querySelector('link[rel~="canonical"][href]')?.getAttribute("href");
  for (const said of [link, page.meta.get("og:url")?.[0], page.structured.url]) {
    const url = said ? URL.parse(said, page.url) : null;
    if (url === null || !sameSite(url.href, page.url)) continue;
    const frontPage = url.pathname === "/" && url.search === "" && fetchedUrl.pathname !== "/";
    if (!frontPage) return canonicalUrl(url.href);
  }
  return fetched;
}

/** Whether two addresses belong to one registrable domain; hosts without one (localhost, numbers) must be equal. */
function sameSite(a: string, b: string): boolean {
  const [one, two] = [getDomain(a), getDomain(b)];
  return one === null || two === null ? URL.parse(a)?.host === URL.parse(b)?.host : one === two;
}
