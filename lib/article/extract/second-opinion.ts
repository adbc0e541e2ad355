import { Readability } from "@mozilla/readability";
import { DefuddleClass } from "defuddle/node";
import { parseHTML } from "linkedom";
import { furnitureOf } from "../clean/furniture.ts";
import { blocksOf, countWords } from "./blocks.ts";
import { asDocument, type Page } from "./page.ts";
import { scriptTexts } from "./script-text.ts";

/** A body of fewer words may be one that was not found: others are asked. */
const DOUBTFUL = 60;
/** How much more another must have found to be believed. */
const MUCH_MORE = 2;

/**
 * The paragraphs of the article: our own, unless the page's text stands in a script only, or we found next to nothing
 * and Readability or, failing that, Defuddle found a text.
 */
export function secondOpinion(page: Page, html: string, own: readonly string[]): readonly string[] {
  const words = countWords(own.join(" "));
  const { articleBody } = page.structured;
  if (articleBody !== null) {
    const said = paragraphsOf(articleBody);
    const count = countWords(said.join(" "));
    if (count >= DOUBTFUL && count > words * (MUCH_MORE + 0.5)) return said;
  }
  if (words < DOUBTFUL * 2 && page.tame) {
    const said = inScripts(page);
    if (countWords(said.join(" ")) >= Math.max(DOUBTFUL, words * MUCH_MORE)) return said;
  }
  if (words >= DOUBTFUL || !page.tame) return own;
  for (const ask of [readability, defuddle]) {
    const found = ask(html, page.url);
    if (found === null) continue;
    const paragraphs = paragraphsOf(found.replace(/\s+/g, " "));
    const count = countWords(paragraphs.join(" "));
    if (count >= DOUBTFUL / 2 && count >= words * MUCH_MORE) return paragraphs;
  }
  return own;
}

/** The text in the page's scripts with the most sentences. */
function inScripts(page: Page): readonly string[] {
  const scripts = [...page.document.querySelectorAll('script[type="application/json"]')];
  let best: readonly string[] = [];
  let most = 0;
  for (const text of scriptTexts(scripts.map((script) => script.textContent ?? ""))) {
    const paragraphs = paragraphsOf(text);
    const words = countWords(paragraphs.filter((line) => countWords(line) >= SENTENCE).join(" "));
    if (words > most) [best, most] = [paragraphs, words];
  }
  return best;
}

/** Fewest words of a line that counts as a sentence. */
const SENTENCE = 8;

function readability(html: string): string | null {
  const { document } = parseHTML(asDocument(html));
  return attempt(() => new Readability(document).parse()?.content ?? null);
}

function defuddle(html: string, url: string): string | null {
  const { document } = parseHTML(asDocument(html));
  // It would read their JSON, and complain aloud where that is broken.
  for (const script of document.querySelectorAll("script")) script.remove();
  return attempt(() => new DefuddleClass(document, { url }).parse().content);
}

/** Others' code may stumble over a page that is no page; that is no opinion. */
function attempt(read: () => string | null): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The paragraphs of a text, each line of which may be markup: what one leaves open swallows no other. */
function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).slice(0, MOST_LINES).flatMap(paragraphsInLine);
}

const MOST_LINES = 5_000;

function paragraphsInLine(line: string): string[] {
  const markup = /<\/?[a-z][^<>]*>/i.test(line);
  const source = markup ? line : line.replace(/&(?!#?\w+;)/g, "&amp;").replace(/</g, "&lt;");
  const { document } = parseHTML(asDocument(source));
  return blocksOf(document.documentElement)
    .blocks.filter((block) => block.linkShare < 0.8 && furnitureOf(block.text, block.words) === null)
    .map((block) => block.text);
}
