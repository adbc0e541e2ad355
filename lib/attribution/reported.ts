import type { Stretch } from "../text/stretch.ts";
import { contentStretches } from "./content.ts";
import { DOCUMENTS, FINDERS, FINDING_VERBS } from "./cues.ts";
import type { Draft, Mention, Rule } from "./draft.ts";
import { clauseExtent, objectExtent, type SentenceTokens, type Setting } from "./extent.ts";
import { type Frame, framesIn } from "./frames.ts";
import type { TokenRange } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";
import { AUXILIARIES } from "./words.ts";

/** Shortest content worth proposing, in UTF-16 units. */
const SHORTEST = 3;

/** Words from which "that" begins a clause even where the tagger sees no verb. */
const SHORTEST_CLAUSE = 4;

const WRITTEN = new Set(
  "sign signs banner headline caption inscription poster page website passage clause".split(" "),
);

/** Characters of a token range. */
export function stretchOf(tokens: readonly Token[], range: TokenRange): Stretch {
  return { start: tokens[range.first]?.start ?? 0, end: tokens[range.end - 1]?.end ?? 0 };
}

/** A mention from a subject's token ranges, without a trailing comma. */
export function mentionOf(tokens: readonly Token[], speaker: Frame["speaker"]): Mention | undefined {
  if (!speaker.range) return undefined;
  const end = tokens[speaker.range.end - 1]?.text === "," ? speaker.range.end - 1 : speaker.range.end;
  return {
    ...stretchOf(tokens, { first: speaker.range.first, end }),
    name: stretchOf(tokens, speaker.name ?? speaker.range),
    ...(speaker.antecedent && { antecedent: stretchOf(tokens, speaker.antecedent) }),
  };
}

/**
 * "condemned what it called X" names nothing of its own: the clause around it is the statement. Only a quoted name that
 * no other statement holds is one: "the toll is what she called “robbery”".
 */
function isFreeRelative({ frame, frames, tokens }: Setting): boolean {
  const what =
    tokens[frame.subject.start - 1]?.low === "what" || tokens[frame.verb.first - 2]?.low === "what";
  const named = frame.verb.cue.class === "name" && (tokens[frame.right]?.quotation ?? -1) >= 0;
  return what && !(named && frames.every((other) => other === frame || other.verb.first > frame.verb.first));
}

function isNoFinding(tokens: readonly Token[], { speaker, verb }: Frame): boolean {
  if (!FINDING_VERBS.has(verb.cue.verb)) return false;
  return (
    !speaker.name ||
    !tokens.slice(speaker.name.first, speaker.name.end).some((token) => FINDERS.has(token.low))
  );
}

/** "Polls suggest X": what a study shows is found, not said. */
function isFinding(tokens: readonly Token[], { speaker, verb }: Frame): boolean {
  if (!verb.cue.weak || !speaker.name) return false;
  return tokens.slice(speaker.name.first, speaker.name.end).some((token) => FINDERS.has(token.low));
}

/** "She said she feared X": one statement, not also a view. */
function isHeldByTeller({ frame, frames, tokens }: Setting): boolean {
  const { range } = frame.subject;
  if (frame.verb.cue.class !== "view" || !range || range.end - range.first > 1) return false;
  if (!/^(?:he|she|they|it|we|i)$/.test(tokens[range.first]?.low ?? "")) return false;
  const before = tokens[range.first - 1]?.low === "that" ? range.first - 1 : range.first;
  return frames.some((other) => other !== frame && (other.right === before || other.verb.end === before));
}

/** Only what is written reads: "the letter reads", not "she read". */
function isPersonReading(tokens: readonly Token[], { speaker, verb }: Frame): boolean {
  if (verb.cue.verb !== "read" || !speaker.name) return false;
  return !tokens
    .slice(speaker.name.first, speaker.name.end)
    .some((token) => DOCUMENTS.has(token.low) || WRITTEN.has(token.low));
}

/** "She doubts that last part": "that" points, and nothing is held. */
function pointsOnly(tokens: readonly Token[], { frame, sentence }: Setting): boolean {
  if (frame.verb.cue.class !== "view" || tokens[frame.right]?.low !== "that") return false;
  const rest = tokens.slice(frame.right + 1, sentence.to).filter((token) => token.pos !== "PUNCT");
  return (
    rest.length < SHORTEST_CLAUSE &&
    !rest.some((token) => /^(?:VERB|AUX)$/.test(token.pos) || token.quotation >= 0)
  );
}

/** "Asked whether she believed the log, the mayor said no": what a question asks is not held by anybody. */
function isAskedAbout(tokens: readonly Token[], { frame, sentence }: Setting): boolean {
  const before = tokens[frame.subject.start - 1]?.low ?? "";
  const first = tokens[frame.subject.start]?.low ?? "";
  const conditional = /^(?:if|whether)$/.test(before) || /^(?:if|whether)$/.test(first);
  if (conditional && frame.verb.cue.class === "view") return true;
  const opening = tokens[sentence.from]?.low === "when" ? sentence.from + 1 : sentence.from;
  if (!/^(?:asked|pressed|questioned)$/.test(tokens[opening]?.low ?? "") || frame.verb.at === opening)
    return false;
  return !tokens.slice(opening, frame.verb.at).some((token) => token.text === ",");
}

/** "Who says the pier is old?", "Did the mayor say so?": the outlet asks, and reports nobody. */
function isOutletsQuestion({ frame, sentence, tokens }: Setting): boolean {
  const mark = tokens[sentence.to - 1];
  const first = tokens[sentence.from];
  if (mark?.text !== "?" || mark.quotation >= 0 || !first || first.quotation >= 0) return false;
  if (/^(?:who|whoever)$/.test(first.low)) return frame.subject.start === sentence.from;
  return frame.subject.start === sentence.from + 1 && AUXILIARIES.has(first.low);
}

function draftOf(text: string, setting: Setting): Draft | undefined {
  const { frame, sentence, tokens } = setting;
  // A participle without a subject anywhere reports nobody's words.
  if (!frame.speaker.range) return undefined;
  if (isHeldByTeller(setting) || isNoFinding(tokens, frame) || isAskedAbout(tokens, setting))
    return undefined;
  if (pointsOnly(tokens, setting) || isOutletsQuestion(setting)) return undefined;
  if (isFreeRelative(setting) || isPersonReading(tokens, frame)) return undefined;
  const takesObject = /^(?:judge|name|regard)$/.test(frame.verb.cue.class);
  const extent = takesObject ? objectExtent(setting) : clauseExtent(setting);
  if (!extent) return undefined;
  const content = contentStretches(text, tokens, extent.ranges);
  if (content.reduce((sum, piece) => sum + piece.end - piece.start, 0) < SHORTEST) return undefined;
  return {
    rule: ruleOf(frame) ?? extent.rule,
    mode: isFinding(tokens, frame) ? "attributedView" : frame.verb.cue.mode,
    speech: frame.verb.cue.class === "say" || frame.verb.cue.class === "tell",
    speaker: mentionOf(tokens, frame.speaker),
    cue: stretchOf(tokens, { first: frame.verb.first, end: extent.cueEnd }),
    content,
    via: [],
    doubt: doubtOf(tokens, frame),
    sentence: sentence.index,
  };
}

function ruleOf(frame: Frame): Rule | undefined {
  if (frame.subject.kind === "participle") return "participle";
  return frame.subject.kind === "shared" ? "shared" : undefined;
}

/** What a frame leaves in doubt, from 0. */
function doubtOf(tokens: readonly Token[], frame: Frame): number {
  const { cue } = frame.verb;
  let doubt = 0;
  if (!frame.speaker.range) doubt += 0.4;
  if (cue.weak) doubt += 0.15;
  if (cue.class !== "say" && cue.class !== "tell") doubt += 0.15;
  if (frame.subject.kind === "shared" || frame.subject.kind === "participle") doubt += 0.1;
  if (cue.noun && tokens[frame.verb.at]?.pos !== "VERB") doubt += 0.1;
  return doubt;
}

/** Statements by reporting verbs of one sentence, in the order of their verbs. */
export function reportedIn(
  text: string,
  tokens: readonly Token[],
  sentence: SentenceTokens,
  before: SentenceTokens | undefined,
): Draft[] {
  const frames = framesIn(tokens, sentence.from, sentence.to);
  const drafts: Draft[] = [];
  let floor = sentence.from;
  for (const frame of frames) {
    const draft = draftOf(text, { tokens, sentence, before, frame, frames, floor });
    if (!draft) continue;
    drafts.push(draft);
    // Content in front of its speaker is used up; a clause after a verb may itself be inside what is said later.
    if (/^(?:before|inverted|around)$/.test(draft.rule) && frame.right > floor) floor = frame.right;
  }
  return drafts.filter(({ content, cue, mode }) => mode === "said" || !isInside(cue, drafts, content));
}

/** "He plans to stay, the guild said": a view inside the words of another is his words. */
function isInside(cue: Stretch, drafts: readonly Draft[], content: readonly Stretch[]): boolean {
  return drafts.some(
    (other) =>
      other.content !== content &&
      other.rule === "before" &&
      other.mode === "said" &&
      other.content.some((piece) => piece.start <= cue.start && cue.end <= piece.end),
  );
}
