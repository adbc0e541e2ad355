import { tidyLine } from "../clean/paste-line.ts";

/** What can be read off a page's source without building a tree of it: for the paste form, when the tree failed. */
export interface Got {
  readonly title: string | null;
  readonly lines: readonly string[];
}

/** How much of a source is looked at, in UTF-16 units, and how many lines are kept. */
const LOOKED_AT = 1_500_000;
const MOST_LINES = 2_000;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};
const BREAKS =
  /^\/?(?:p|div|br|li|h[1-6]|tr|td|section|article|header|footer|blockquote|ul|ol|table|main|aside)\b/i;
const SILENT = /^(?:script|style|noscript|template|svg|head|iframe|textarea)\b/i;

/** The title and the lines of text in a page's source. One pass, linear in its length; holds no markup. */
export function plainText(html: string): Got {
  const source = html.slice(0, LOOKED_AT);
  const title = /<title[^<>]{0,200}>([^<]{0,1000})/i.exec(source)?.[1];
  const small = source.toLowerCase();
  const pieces: string[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open < 0) break;
    pieces.push(source.slice(at, open));
    const tag = source.slice(open + 1, open + 12);
    const silent = SILENT.exec(tag)?.[0];
    const end = silent === undefined ? source.indexOf(">", open) : endOf(small, silent.toLowerCase(), open);
    if (end < 0) return { title: line(title ?? ""), lines: linesOf(pieces) };
    if (BREAKS.test(tag)) pieces.push("\n");
    at = end + 1;
  }
  pieces.push(source.slice(at));
  return { title: line(title ?? ""), lines: linesOf(pieces) };
}

/** Where the element that is no text ends; -1 when it never does. */
function endOf(small: string, name: string, from: number): number {
  const close = small.indexOf(`</${name}`, from);
  return close < 0 ? -1 : small.indexOf(">", close);
}

const line = (text: string): string | null => linesOf([text])[0] ?? null;

function linesOf(pieces: readonly string[]): string[] {
  return pieces
    .join("")
    .split("\n")
    .map((text) =>
      tidyLine(
        text.replace(/&(#x?[\da-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => entity(name) ?? whole),
      ),
    )
    .filter((text) => text !== "")
    .slice(0, MOST_LINES);
}

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
