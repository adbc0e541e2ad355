/** Last parts of an address that show an article in another way, as an outlet writes them: its pages have numbers. */
const VIEW_OR_PAGE =
  /^(?:amp|amp\.html?|print|printable|mobile|m|full|single|all|view|index\.\w+|page|[1-9]\d?|p[1-9]\d?)$/i;

const partsOf = ({ pathname }: URL) => pathname.split("/").filter((part) => part !== "");

/**
 * Whether an address is that of a page above another one's: the site's front page, or the section that the other stands
 * in. An article that has gone leads there, and a careless head names it. `/a/b` is above `/a/b/c`, but `/a/b` is not
 * above its own `/a/b/amp`; a query makes it another page. `view`: what of a path's last parts is no article of its own.
 */
export function isPageAbove(address: string, other: string, view = VIEW_OR_PAGE): boolean {
  const [url, below] = [URL.parse(address), URL.parse(other)];
  if (url === null || below === null || url.search !== "") return false;
  const [parts, all] = [partsOf(url), partsOf(below)];
  const rest = all.slice(parts.length).filter((part) => !view.test(part));
  return rest.length > 0 && parts.every((part, at) => part === all[at]);
}
