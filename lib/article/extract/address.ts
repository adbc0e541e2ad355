import { getDomain } from "tldts";
import { canonicalUrl } from "../canonical-url.ts";
import { isPageAbove } from "../page-above.ts";
import type { Page } from "./page.ts";

/**
 * The address under which the outlet itself keeps the article, as the page's head says it; the address it was fetched
 * from where the head says none, names another site (a copy names its source) or only a page above it: the site's front
 * page, a section's.
 */
export function addressOf(page: Page): string | null {
  const fetched = canonicalUrl(page.url);
  const fetchedUrl = URL.parse(page.url);
  if (fetched === null || fetchedUrl === null) return null;
  const link = page.document.querySelector('link[rel~="canonical"][href]')?.getAttribute("href");
  for (const said of [link, page.meta.get("og:url")?.[0], page.structured.url]) {
    const url = said ? URL.parse(said, page.url) : null;
    if (url === null || !sameSite(url.href, page.url)) continue;
    const isAbove =
      (isFrontPage(url) && fetchedUrl.pathname !== "/") || isPageAbove(url.href, fetchedUrl.href, VIEW);
    if (!isAbove) return canonicalUrl(url.href);
  }
  return fetched;
}

/**
 * Views that a page names the article of. A number is none here: `/news/2` may be an article, and an article's second page
 * has another text.
 */
const VIEW = /^(?:amp(?:\.html)?|print|index\.\w+)$/i;

const isFrontPage = ({ pathname, search }: URL): boolean => pathname === "/" && search === "";

/** Whether two addresses belong to one registrable domain; hosts without one (localhost, numbers) must be equal. */
function sameSite(a: string, b: string): boolean {
  const [one, two] = [getDomain(a), getDomain(b)];
  return one === null || two === null ? URL.parse(a)?.host === URL.parse(b)?.host : one === two;
}
