import type { Stretch } from "../text/stretch.ts";
import type { Draft } from "./draft.ts";
import { isNominal } from "./noun-phrase.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Segmented, Sentence } from "./segment.ts";

const DASH = /^(?:[-‐‑‒–—―]|--)$/u;
/** Longest signature, in tokens: "― Ann Lee, a nurse from Port Halden". */
const LONGEST = 14;
/** Shortest quotation that is signed, in characters: shorter ones are terms. */
const SHORTEST = 12;

/** A quotation that is signed by a dash and a name behind it: “...” ― Ann Lee. The name may stand in a line of its own. */
export function signedIn(article: Segmented, sentence: Sentence): Draft | undefined {
  const { marks, parts, sentences, tokens } = article;
  const dash = tokens[sentence.from];
  if (!dash || !DASH.test(dash.text) || dash.quotation >= 0) return undefined;
  const before = sentences[sentence.index - 1];
  const next = sentences[sentence.index + 1];
  const alone = before?.part !== sentence.part;
  // A signature ends its paragraph: what goes on behind it is a sentence with a dash in it.
  if (!before || next?.part === sentence.part || (alone && parts[before.part]?.kind === "headline"))
    return undefined;
  const last = tokens[before.to - 1];
  const quotation = last && last.quotation >= 0 ? marks.quotations[last.quotation] : undefined;
  if (!quotation || quotation.end !== last?.end || quotation.end - quotation.start < SHORTEST)
    return undefined;
  const name = { first: sentence.from + 1, end: nameEnd(article, sentence) };
  if (name.end <= name.first || sentence.to - sentence.from > LONGEST) return undefined;
  const content: Stretch = { start: quotation.start, end: quotation.end };
  return {
    rule: "signed",
    mode: "said",
    speech: true,
    speaker: mentionOf(tokens, { range: name }),
    cue: stretchOf(tokens, { first: sentence.from, end: sentence.from + 1 }),
    content: [content],
    via: [],
    doubt: 0.1,
    sentence: sentence.index,
  };
}

/** Where the name ends that a signature begins with: before a comma, a bracket or a full stop. */
function nameEnd({ tokens }: Segmented, { from, to }: Sentence): number {
  let end = from + 1;
  while (end < to && isNominal(tokens[end] as (typeof tokens)[number]) && (tokens[end]?.quotation ?? 0) < 0)
    end++;
  return /^\p{Lu}/u.test(tokens[from + 1]?.text ?? "") ? end : from;
}
