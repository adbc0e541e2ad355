import type { Body } from "./body.ts";
import type { Headline } from "./headline.ts";
import { type Mark, markOf } from "./marks.ts";
import type { Page } from "./page.ts";

/** Half-open range of positions in the list of blocks: where the article's own byline and date stand. */
export interface Top {
  readonly from: number;
  readonly to: number;
  /** Where the headline begins, or `from` when the page doesn't show it: what stands above is less likely the article's. */
  readonly headline: number;
  /** The body's first paragraph. */
  readonly body: number;
}

/** How far above the headline a section, date or byline may stand, in blocks, and how far into the body. */
const ABOVE = 15;
const ABOVE_BODY = 40;
const INTO_BODY = 6;

/** The blocks around the headline, down to the body's first paragraphs. */
export function topOf(headline: Headline, body: Body): Top {
  const first = body.kept[0] ?? headline.shown?.to ?? 0;
  const shown = headline.shown !== null && headline.shown.from <= first ? headline.shown : null;
  const from = Math.max(0, shown === null ? first - ABOVE_BODY : shown.from - ABOVE);
  return { from, to: first + INTO_BODY, headline: shown?.from ?? from, body: first };
}

/** Parts of a page in which names and dates are of something else than the article. */
const OTHERS: ReadonlySet<Mark> = new Set([
  "ad",
  "caption",
  "comments",
  "newsletter",
  "player",
  "pull quote",
  "related",
]);
const OTHERS_OF_AUTHORS: ReadonlySet<Mark> = new Set([...OTHERS].filter((mark) => mark !== "caption"));
const MOST_BOXES_UP = 30;

/** The reader of a caption is told who is in the picture; the byline may stand in the same frame. */
function isAuthors(page: Page, box: number): boolean {
  const one = page.blocks.boxes[box];
  return one?.mark === "author" || page.blocks.boxes[one?.parent ?? -1]?.mark === "author";
}

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const MOST_IN_ASIDE = 12;

/** An `<aside>` that is called nothing else and has no heading holds what is said about the article itself. */
function isOwnAside(page: Page, at: number): boolean {
  const { boxes } = page.blocks;
  const one = boxes[at];
  if (one?.tag !== "aside" || one.to - one.from > MOST_IN_ASIDE || markOf("", "", one.names) !== null)
    return false;
  for (let next = at + 1; (boxes[next]?.from ?? one.to) < one.to; next += 1)
    if (HEADINGS.has(boxes[next]?.tag ?? "")) return false;
  return true;
}

/** Whether a box belongs to something else than the article; what stands around its headline or its body is its own. */
export function isOutside(page: Page, box: number, top: Top): boolean {
  const { boxes } = page.blocks;
  const outside = isAuthors(page, box) ? OTHERS_OF_AUTHORS : OTHERS;
  let at = box;
  for (let turn = 0; turn < MOST_BOXES_UP; turn += 1) {
    const one = boxes[at];
    if (one === undefined) return false;
    const isAround = [top.headline, top.body].some((block) => one.from <= block && block < one.to);
    // A commentary is an article; its parts are called so.
    const isArticle = one.mark === "comments" && /commentar/i.test(one.names);
    if (one.mark !== null && outside.has(one.mark) && !isAround && !isArticle && !isOwnAside(page, at))
      return true;
    at = one.parent;
  }
  return false;
}
