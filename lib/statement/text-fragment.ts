import { type Passage, PUBLIC_WORDS, type ShownRun, wordsOf } from "./passage.ts";

/** A run of at most this many words is named whole, a longer one by its two ends. */
const WHOLE_RUN = 8;
const END_WORDS = 4;
/** A run of at most this many words may stand in a page twice: the words around it tell which one is meant. */
const AMBIGUOUS_RUN = 3;
const CONTEXT_WORDS = 3;
const MOST_RUNS = 4;

/**
 * The fragment that makes a browser scroll to and highlight a passage in its source
 * ("#:~:text=[prefix-,]start[,end][,-suffix]"). Names only words the passage shows, and context words while they
 * and the outlet's words shown stay within the public measure. Empty when there is no word to look for.
 */
export function textFragment(passage: Passage): string {
  let context = PUBLIC_WORDS - passage.outletWords;
  const directives: string[] = [];
  for (const run of passage.runs.slice(0, MOST_RUNS)) {
    const directive = directiveOf(run, Math.min(CONTEXT_WORDS, Math.floor(context / 2)));
    if (!directive) continue;
    context -= directive.contextWords;
    directives.push(`text=${directive.text}`);
  }
  return directives.length === 0 ? "" : `#:~:${directives.join("&")}`;
}

/** The address of the source with the passage's fragment; a fragment the address has already stays. */
export function sourceLink(url: string, passage: Passage): string {
  const fragment = textFragment(passage);
  return fragment !== "" && url.includes("#") ? url + fragment.slice(1) : url + fragment;
}

function directiveOf(run: ShownRun, contextWords: number): { text: string; contextWords: number } | null {
  const words = wordsOf(run.exact);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last) return null;
  // From the first word to the last: the marks around them differ between a page and its copies.
  const text = run.exact.slice(first.start, last.end);
  if (words.length > WHOLE_RUN || text.includes("\n")) return { text: ends(text), contextWords: 0 };
  if (words.length > AMBIGUOUS_RUN) return { text: encode(text), contextWords: 0 };
  const prefix = lastWords(run.prefix, contextWords, run.exact.slice(0, first.start));
  const suffix = firstWords(run.suffix, contextWords, run.exact.slice(last.end));
  const directive = [prefix && `${encode(prefix)}-`, encode(text), suffix && `-${encode(suffix)}`];
  return {
    text: directive.filter(Boolean).join(","),
    contextWords: wordsOf(prefix).length + wordsOf(suffix).length,
  };
}

/** A term must not reach from one paragraph into the next, so each end stays in its own. */
function ends(text: string): string {
  const lines = text.split("\n").filter((line) => wordsOf(line).length > 0);
  const opening = lines[0] ?? "";
  const closing = lines.at(-1) ?? "";
  const start = wordsOf(opening)[END_WORDS - 1]?.end ?? opening.length;
  const end = wordsOf(closing).at(-END_WORDS)?.start ?? 0;
  return `${encode(opening.slice(0, start).trim())},${encode(closing.slice(end).trim())}`;
}

/** The last whole words in front of a run, in its paragraph; `mark` stands between them and its first word. */
function lastWords(prefix: string, count: number, mark: string): string {
  const line = prefix.slice(prefix.lastIndexOf("\n") + 1);
  // The context is cut to a length: its first word may be half a word unless a paragraph begins there.
  const words = wordsOf(line).slice(line === prefix ? 1 : 0);
  const from = count > 0 ? words.at(-Math.min(count, words.length)) : undefined;
  return from ? (line.slice(from.start) + mark).trim() : "";
}

function firstWords(suffix: string, count: number, mark: string): string {
  const line = suffix.split("\n")[0] ?? "";
  const words = line === suffix ? wordsOf(line).slice(0, -1) : wordsOf(line);
  const to = count > 0 ? words[Math.min(count, words.length) - 1] : undefined;
  return to ? (mark + line.slice(0, to.end)).trim() : "";
}

/** Percent-encodes a term; a hyphen, comma or ampersand in it would be read as the fragment's own. */
function encode(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll("-", "%2D");
}
