import type { Quotation } from "./quotation-marks.ts";
import type { Stretch } from "./stretch.ts";

/** Abbreviations that are followed by a name or a number, so that their full stop never ends a sentence. */
const LEADING = new Set(
  "mr mrs ms dr sen sens rep reps gov gen lt col sgt prof rev hon adm capt cmdr maj pres st vs jan feb aug sept oct nov dec fig".split(
    " ",
  ),
);
/** Abbreviations that may end a sentence: they do before a word that usually begins one. */
const TRAILING = new Set("inc corp co ltd jr sr etc al no".split(" "));
const STARTERS = new Set(
  "the a an in it he she they we this that these but and for at on as if when while after however i you there his her its".split(
    " ",
  ),
);
/** Bounded, so that a run of full stops costs no more than its length. */
const END = /[.!?…]{1,6}["“”»'’)\]]{0,6}(?=\s|$)/gu;

function lastWord(text: string, from: number, at: number): string {
  let start = at;
  while (start > from && at - start < 16 && /[\p{L}\p{N}.]/u.test(text[start - 1] as string)) start--;
  return text.slice(start, at);
}

function endsAfterAbbreviation(word: string, next: string): boolean {
  if (LEADING.has(word.toLowerCase())) return false;
  // An initial ("J."), or letters with full stops ("U.S.", "a.m.").
  const short = /^\p{L}$/u.test(word) || /\p{L}\.\p{L}$/u.test(word) || TRAILING.has(word.toLowerCase());
  return !short || STARTERS.has(next.toLowerCase());
}

/**
 * Sentences of the paragraph `[from, to)` of `text`, in UTF-16 offsets, without the white space between them. A
 * sentence never ends inside one of `quotations`: “A. B,” he said is one.
 */
export function sentencesIn(
  text: string,
  quotations: readonly Quotation[] = [],
  from = 0,
  to = text.length,
): Stretch[] {
  const found: Stretch[] = [];
  const paragraph = text.slice(from, to);
  let start = 0;
  let quotation = 0;
  const push = (end: number) => {
    while (start < end && /\s/u.test(paragraph[start] as string)) start++;
    if (start < end) found.push({ start: from + start, end: from + end });
    start = end;
  };
  for (const match of paragraph.matchAll(END)) {
    const end = match.index + match[0].length;
    while (quotation < quotations.length && (quotations[quotation] as Quotation).end < from + end)
      quotation++;
    const around = quotations[quotation];
    if (around && around.start < from + match.index && from + end < around.end) continue;
    const follows = /^\s+["“”„«'‘’([]*([\p{L}\p{N}]+)/u.exec(paragraph.slice(end, end + 64));
    if (follows) {
      const next = follows[1] as string;
      if (/^\p{Ll}/u.test(next)) continue;
      if (match[0] === "." && !endsAfterAbbreviation(lastWord(paragraph, 0, match.index), next)) continue;
    }
    push(end);
  }
  push(paragraph.trimEnd().length);
  return found;
}
