import type { Stretch } from "../text/stretch.ts";
import { subjectOf } from "./clause-subject.ts";
import { ownerOf } from "./colon.ts";
import type { Draft } from "./draft.ts";
import { framesIn } from "./frames.ts";
import { mentionOf, stretchOf } from "./reported.ts";
import type { Segmented, Sentence } from "./segment.ts";

/**
 * A quotation in a paragraph of its own that the paragraph before announces with a colon: "Holt left a note:". Its cue
 * is the last reporting verb of the announcement, or the colon itself.
 */
export function announced(
  article: Segmented,
  lead: Sentence,
  content: Stretch,
  sentence: number,
): Draft | undefined {
  const { tokens } = article;
  const last = lead.to - 1;
  if (tokens[last]?.text !== ":" || tokens[last]?.quotation !== -1) return undefined;
  const frame = framesIn(tokens, lead.from, lead.to).findLast(
    ({ speaker, verb }) => speaker.range && verb.cue.mode === "said",
  );
  const found = frame ? undefined : subjectOf(tokens, lead.from, last);
  const subject = found && ownerOf(tokens, found);
  const speaker = mentionOf(tokens, frame?.speaker ?? { ...(subject && { range: subject }) });
  if (!speaker) return undefined;
  const cue = frame ? { first: frame.verb.first, end: frame.verb.end } : { first: last, end: lead.to };
  return {
    rule: "colon",
    mode: "said",
    speech: true,
    speaker,
    cue: stretchOf(tokens, cue),
    content: [content],
    via: [],
    doubt: frame ? 0.1 : 0.25,
    sentence,
  };
}
