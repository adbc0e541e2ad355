import { countWords } from "./blocks.ts";

/** Most values of a script's JSON that are looked at, and most characters of a script that is. */
const MOST_VALUES = 200_000;
const LONGEST_SCRIPT = 3_000_000;

type Thing = Readonly<Record<string, unknown>>;

/** How editing systems call a paragraph in the JSON that they keep articles in, and where its words are. */
const TYPE_KEYS = ["type", "nodeType", "_type", "kind", "tagName", "name"];
const PARAGRAPH = /^(?:paragraph|p|text|block|html|raw_?html|core\/paragraph)$/i;
const WORD_KEYS = ["content", "children", "value", "text", "html", "data", "body"];

const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** How many of the texts are given back. */
const MOST_TEXTS = 6;

/**
 * The longest texts that a page's scripts hold as a list of paragraphs (a line each) or as one piece of markup with
 * several: pages that are put together in the browser carry their article so. Longest first.
 */
export function scriptTexts(scripts: readonly string[]): string[] {
  return scripts
    .filter((script) => script.length <= LONGEST_SCRIPT)
    .flatMap((script) => textsIn(parsed(script)))
    .map((text) => ({ text, words: countWords(text.replace(/<[^<>]*>/g, " ")) }))
    .toSorted((a, b) => b.words - a.words)
    .slice(0, MOST_TEXTS)
    .map(({ text }) => text);
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    return null;
  }
}

/** Every list of paragraphs, as lines, and every piece of markup. Without recursion. */
function textsIn(json: unknown): string[] {
  const found: string[] = [];
  const queue: unknown[] = [json];
  for (let at = 0; at < queue.length && at < MOST_VALUES; at += 1) {
    const value = queue[at];
    if (typeof value === "string") {
      if ((value.match(/<p[\s>]/gi)?.length ?? 0) >= 3) found.push(value);
    } else if (Array.isArray(value)) {
      const paragraphs = value
        .filter(isParagraph)
        .map(wordsOf)
        .filter((text) => text.trim() !== "");
      if (paragraphs.length >= 3) found.push(paragraphs.join("\n"));
      if (queue.length < MOST_VALUES) queue.push(...value.slice(0, MOST_VALUES - queue.length));
    } else if (isThing(value) && queue.length < MOST_VALUES) queue.push(...Object.values(value));
  }
  return found;
}

const isParagraph = (value: unknown): value is Thing =>
  isThing(value) && TYPE_KEYS.some((key) => typeof value[key] === "string" && PARAGRAPH.test(value[key]));

/** Most pieces that one paragraph is put together of. */
const MOST_PIECES = 1_000;

/** A paragraph's words in the order they stand, whatever they are nested in. */
function wordsOf(paragraph: Thing): string {
  const words: string[] = [];
  const stack: unknown[] = [paragraph];
  for (let seen = 0; stack.length > 0 && seen < MOST_PIECES; seen += 1) {
    const value = stack.pop();
    if (typeof value === "string") words.push(value);
    else if (Array.isArray(value)) stack.push(...value.slice(0, MOST_PIECES).reverse());
    else if (isThing(value)) {
      const key = WORD_KEYS.find(
        (one) =>
          typeof value[one] === "string" ||
          (typeof value[one] === "object" &&
            value[one] !== null &&
            (!Array.isArray(value[one]) || value[one].length > 0)),
      );
      if (key !== undefined) stack.push(value[key]);
    }
  }
  return words.join("");
}
