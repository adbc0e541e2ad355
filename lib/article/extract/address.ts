import { getDomain } from "tldts";
import { canonicalUrl } from "../canonical-url.ts";
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
    if (!isAbove(url, fetchedUrl)) return canonicalUrl(url.href);
  }
  return fetched;
}

/** What may follow an article's own address where one of its views was fetched. */
const VIEW = /^(?:amp(?:\.html)?|print|index\.\w+)?$/i;

/**
 * Whether one address is above another by whole parts of its path, as a section's page is above its articles. A number is
 * no view here, unlike where a redirect is judged (`isPageAbove`): `/news/2` may be an article, and an article's second
 * page has another text.
 */
function isAbove({ pathname, search }: URL, fetched: URL): boolean {
  const folder = pathname.endsWith("/") ? pathname : `${pathname}/`;
  if (search !== "" || !fetched.pathname.startsWith(folder)) return false;
  const rest = fetched.pathname.slice(folder.length).replace(/\/$/, "");
  return folder === "/" ? rest !== "" : !VIEW.test(rest);
}

/** Whether two addresses belong to one registrable domain; hosts without one (localhost, numbers) must be equal. */
function sameSite(a: string, b: string): boolean {
  const [one, two] = [getDomain(a), getDomain(b)];
  return one === null || two === null ? URL.parse(a)?.host === URL.parse(b)?.host : one === two;
}
