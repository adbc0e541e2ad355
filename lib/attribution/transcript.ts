import { contentStretch } from "./content.ts";
import type { Draft } from "./draft.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Segmented, Sentence } from "./segment.ts";

/** Longest name in front of a transcript's colon, in tokens and in characters. */
const LONGEST_NAME = 4;
const LONGEST_LEAD = 60;
/** "HOLT: ...", "Q: ..." and "A: ..."; a transcript that is quoted as a whole opens each paragraph with a mark. */
const SHOUTED = /^["“]?((?:[\p{Lu}.’'-]{2,}|[QA])(?: [\p{Lu}.’'-]{2,}){0,3}):/u;
/** "Mira Holt: ..." */
const NAMED = /^["“]?(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}): /u;

const leadOf = ({ text }: Segmented, { end, start }: { start: number; end: number }, form: RegExp) =>
  form.exec(text.slice(start, Math.min(end, start + LONGEST_LEAD)))?.[1];

/**
 * Those who talk in a transcript or an interview: names in capitals, "Q" and "A" where both are there, and full names
 * where at least two paragraphs begin like that, since "Election Day: what we know" has the same shape.
 */
export function talkersOf(article: Segmented): ReadonlySet<string> {
  const talkers = new Set<string>();
  const named: string[] = [];
  for (const part of article.parts) {
    if (part.kind === "headline") continue;
    const shouted = leadOf(article, part, SHOUTED);
    const name = leadOf(article, part, NAMED);
    if (shouted) talkers.add(shouted);
    else if (name) named.push(name);
  }
  for (const letter of ["Q", "A"]) if (!(talkers.has("Q") && talkers.has("A"))) talkers.delete(letter);
  if (named.length > 1) for (const name of named) talkers.add(name);
  return talkers;
}

/** What a talker says in the paragraph that begins with `sentence`, all of it. */
export function talkIn(
  article: Segmented,
  sentence: Sentence,
  talkers: ReadonlySet<string>,
): Draft | undefined {
  const { parts, text, tokens } = article;
  const part = parts[sentence.part];
  if (!part || part.start !== sentence.start) return undefined;
  const name = leadOf(article, part, SHOUTED) ?? leadOf(article, part, NAMED);
  if (name === undefined || !talkers.has(name)) return undefined;
  const first = sentence.from + (/^["“]$/u.test(tokens[sentence.from]?.text ?? "") ? 1 : 0);
  let colon = first;
  while (colon < sentence.to && tokens[colon]?.text !== ":" && colon - first <= LONGEST_NAME) colon++;
  let end = sentence.to;
  while (end < tokens.length && (tokens[end]?.start ?? 0) < part.end) end++;
  const content = contentStretch(text, tokens, { first: colon + 1, end });
  if (tokens[colon]?.text !== ":" || !content) return undefined;
  return {
    rule: "transcript",
    mode: "said",
    speech: true,
    speaker: mentionOf(tokens, { range: { first, end: colon } }),
    cue: stretchOf(tokens, { first: colon, end: colon + 1 }),
    content: [content],
    via: [],
    doubt: 0.25,
    sentence: sentence.index,
  };
}
