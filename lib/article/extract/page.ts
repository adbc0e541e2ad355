import { parseHTML } from "linkedom";
import { OnRecordError } from "#lib/errors.ts";
import { type Blocks, blocksOf } from "./blocks.ts";
import { type Structured, structuredOf } from "./structured.ts";

/** Largest page, in UTF-16 units of its source; the fetch allows as many bytes. */
export const LARGEST_PAGE = 5 * 1024 * 1024;
/** Most tags: news pages hold a few thousand, the largest known ones 20,000. */
const MOST_TAGS = 100_000;
/** Deepest nesting: browsers themselves flatten at 512, and tags that are never closed count here as nested. */
const DEEPEST = 2_000;

/** What to do where a page can't be read. */
export const PASTE_ARTICLE = "Copy the article and paste it instead.";

const TAME_TAGS = 20_000;
const TAME_DEPTH = 200;

/** A page that was read, before anything is decided about it. */
export interface Page {
  readonly url: string;
  readonly document: Document;
  readonly blocks: Blocks;
  /** Contents of meta elements by name, property or itemprop, small letters; the first of each name counts. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly structured: Structured;
  /** Small and flat enough for readers of pages that take their time over others. */
  readonly tame: boolean;
}

/**
 * Reads a page's source.
 * @throws OnRecordError "tooLarge" for too many characters or tags, "unusable" for what is nested too deep to be a page.
 */
export function readPage({ html, url }: { html: string; url: string }): Page {
  const { tags, deepest } = measured(html);
  const { document } = parseHTML(asDocument(html));
  const scripts = [...document.querySelectorAll('script[type*="ld+json"]')].map(
    (script) => script.textContent ?? "",
  );
  return {
    url,
    document,
    blocks: blocksOf(document.documentElement),
    meta: metaOf(document),
    title: titleOf(document),
    structured: structuredOf(scripts, url),
    tame: tags <= TAME_TAGS && deepest <= TAME_DEPTH,
  };
}

/** linkedom takes the first element for the document's own: a fragment needs one around it. */
export function asDocument(html: string): string {
  return /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

/** One pass over the source before a tree is built of it, so that no page can be too much for the tree. */
function measured(html: string): { tags: number; deepest: number } {
  const mb = (html.length / 1024 / 1024).toFixed(1);
  if (html.length > LARGEST_PAGE)
    throw new OnRecordError(
      "tooLarge",
      { fault: `The page has ${mb} MB; at most 5 MB can be read.`, advice: PASTE_ARTICLE },
      { reason: "tooLarge" },
    );
  const small = html.toLowerCase();
  let tags = 0;
  let brackets = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    const next = html.charCodeAt(at + 1) | 32;
    brackets += 1;
    if (html[at + 1] === "/") depth = Math.max(0, depth - 1);
    else if (next >= 97 && next <= 122) {
      tags += 1;
      const silent = SOURCE.exec(html.slice(at + 1, at + 8))?.[0].toLowerCase();
      if (!VOID.test(html.slice(at + 1, at + 8))) depth += 1;
      deepest = Math.max(deepest, depth);
      if (silent === undefined) continue;
      // What looks like tags inside a script is none.
      const end = small.indexOf(`</${silent}`, at);
      if (end < 0) break;
      at = end - 1;
    }
  }
  if (tags > MOST_TAGS || brackets > MOST_TAGS * 4)
    throw new OnRecordError(
      "tooLarge",
      {
        fault: `The page has ${Math.max(tags, brackets)} tags, more than any article.`,
        advice: PASTE_ARTICLE,
      },
      { reason: "tooLarge" },
    );
  if (deepest > DEEPEST) throw tooDeep();
  return { tags, deepest };
}

const SOURCE = /^(?:script|style)\b/i;
const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|path|use|dt|dd|td|tr|th)\b/i;

function tooDeep(): OnRecordError {
  return new OnRecordError(
    "unusable",
    { fault: "The page is nested too deep to be read.", advice: PASTE_ARTICLE },
    { reason: "tooDeep" },
  );
}

/** The page's title; drawings have titles too. */
function titleOf(document: Document): string {
  const titles = [...document.querySelectorAll("title")].slice(0, 20);
  return titles.find((title) => title.closest("svg") === null)?.textContent ?? "";
}

function metaOf(document: Document): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta[content]")) {
    const content = element.getAttribute("content")?.trim() ?? "";
    if (content === "") continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name) found.set(name, [...(found.get(name) ?? []), content].slice(0, 20));
    }
  }
  return found;
}
