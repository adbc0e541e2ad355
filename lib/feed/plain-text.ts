import { parseHTML } from "linkedom";
import { normaliseText } from "../text/normalise.ts";

/** More of a title or summary than this is never read. */
const MOST_READ = 50_000;
/** Texts that were escaped more often than this are not unwrapped further; what is left of tags is taken apart. */
const MOST_TIMES_ESCAPED = 4;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
/** Elements whose content is not text for a reader. */
const UNREAD =
  /<(script|style|template|noscript|noframes|svg|math|textarea|select)(?=[\s/>])[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BLOCK =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)(?=[\s/>])/gi;
// A tag holds no "<" outside its quotation marks: what looks like one and does is cut where the next begins.
const TAG = /<[a-z!/?](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
const CUT_TAG = /<[a-z!/?][^<>]*=[^<>]*$/i;
const TAG_START = /<(?=[a-z!/?])/gi;

/**
 * The words of a text that may hold markup: tags, comments and the content of scripts go, entities become their
 * characters, space is folded. Whatever comes in, nothing that could begin a tag is left, however often it was escaped.
 */
export function plainText(html: string, most: number): string {
  let text = html.slice(0, MOST_READ);
  for (let time = 0; time < MOST_TIMES_ESCAPED; time++) {
    const read = decodeEntities(withoutTags(text));
    const done = read === text;
    text = read;
    if (done) break;
  }
  return oneLine(text, most);
}

/** The same for a text whose format says that it holds none: its ampersands are its own. */
export function literalText(text: string, most: number): string {
  return oneLine(withoutTags(text.slice(0, MOST_READ)), most);
}

function oneLine(text: string, most: number): string {
  const line = normaliseText(withoutTags(text).replace(TAG_START, ""))
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`.toWellFormed();
}

function withoutTags(text: string): string {
  if (!text.includes("<")) return text;
  return text
    .replace(CDATA, "$1")
    .replace(COMMENT, "")
    .replace(UNREAD, " ")
    .replace(BLOCK, " $&")
    .replace(TAG, "")
    .replace(CUT_TAG, "");
}

function decodeEntities(text: string): string {
  if (!/&[#a-z]/i.test(text)) return text;
  // With every "<" escaped there is nothing to read but text and entities.
  const { document } = parseHTML(`<!doctype html><html><body>${text.replaceAll("<", "&lt;")}</body></html>`);
  return document.body.textContent ?? "";
}
