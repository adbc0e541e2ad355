import type { Stretch } from "../text/stretch.ts";
import { contentStretches } from "./content.ts";
import type { Draft, Mention, Rule } from "./draft.ts";
import {
  contentEnd,
  endsContent,
  type Frame,
  framesIn,
  isContentful,
  rightSideOf,
  setsScene,
} from "./frames.ts";
import type { TokenRange } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";

/** A sentence as tokens `[from, to)` of its article. */
export interface SentenceTokens {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/** Characters of a token range. */
export function stretchOf(tokens: readonly Token[], range: TokenRange): Stretch {
  return { start: tokens[range.first]?.start ?? 0, end: tokens[range.end - 1]?.end ?? 0 };
}

/** A mention from a subject's token ranges, without a trailing comma. */
export function mentionOf(
  tokens: readonly Token[],
  speaker: {
    range?: TokenRange | undefined;
    name?: TokenRange | undefined;
    antecedent?: TokenRange | undefined;
  },
): Mention | undefined {
  if (!speaker.range) return undefined;
  const end = tokens[speaker.range.end - 1]?.text === "," ? speaker.range.end - 1 : speaker.range.end;
  return {
    ...stretchOf(tokens, { first: speaker.range.first, end }),
    name: stretchOf(tokens, speaker.name ?? speaker.range),
    ...(speaker.antecedent && { antecedent: stretchOf(tokens, speaker.antecedent) }),
  };
}

const isSpeech = (frame: Frame) => frame.verb.cue.class === "say" || frame.verb.cue.class === "tell";

/** Content on the left of a frame, if the sentence has any there. */
function leftContent(
  tokens: readonly Token[],
  from: number,
  frame: Frame,
  floor: number,
): TokenRange | undefined {
  const end = frame.subject.start;
  const stop = frame.subject.kind === "inverted" ? frame.verb.first : end;
  if (!endsContent(tokens, from, stop)) return undefined;
  let first = floor;
  while (first < stop && tokens[first]?.pos === "PUNCT" && tokens[first]?.quotation === -1) first++;
  if (/^(?:and|but|yet|so)$/.test(tokens[first]?.low ?? "") && tokens[first]?.quotation === -1) first++;
  const goesOn =
    /^(?:VERB|AUX)$/.test(tokens[frame.right + 1]?.pos ?? "") && tokens[frame.right]?.text === ",";
  return isContentful(tokens, first, stop) || (goesOn && stop > first) ? { first, end: stop } : undefined;
}

/** "called it X", "sees them as X": the cue with a pronoun object, and where the content begins. */
function objectOf(tokens: readonly Token[], frame: Frame, to: number): { cueEnd: number; at: number } {
  const at = frame.right;
  const pronoun = /^(?:it|them|him|her|this|that|these|us)$/.test(tokens[at]?.low ?? "");
  if (!pronoun || at + 1 >= to) return { cueEnd: at, at };
  const as = tokens[at + 1]?.low === "as";
  if (frame.verb.cue.class === "regard") return as ? { cueEnd: at + 2, at: at + 2 } : { cueEnd: at, at };
  return { cueEnd: at, at };
}

function draftOf(
  text: string,
  tokens: readonly Token[],
  sentence: SentenceTokens,
  frame: Frame,
  frames: readonly Frame[],
  floor: number,
): Draft | undefined {
  const { cue } = frame.verb;
  const left =
    isSpeech(frame) && frame.subject.kind !== "participle"
      ? leftContent(tokens, sentence.from, frame, floor)
      : undefined;
  const { at, side } = rightSideOf(tokens, frame, sentence.to);
  const ranges: TokenRange[] = [];
  let cueEnd = frame.verb.end;
  let rule: Rule = "after";
  const after = (start: number) => ({
    first: start,
    end: contentEnd(tokens, start, sentence.to, frame, frames),
  });
  if (cue.class === "judge" || cue.class === "name" || cue.class === "regard") {
    const object = objectOf(tokens, frame, sentence.to);
    if (side === "nothing" || isFreeRelative(tokens, frame)) return undefined;
    const range = after(object.at);
    if (cue.class === "regard" && !hasAs(tokens, frame.right, range.end)) return undefined;
    if (cue.class === "name" && range.end - range.first < 2) return undefined;
    if (frame.subject.kind === "inverted" || range.end <= range.first || tokens[object.at]?.text === ",")
      return undefined;
    cueEnd = object.cueEnd;
    ranges.push(range);
  } else {
    const quotedLeft =
      left && (tokens[left.end - 1]?.quotation ?? -1) + (tokens[left.end - 2]?.quotation ?? -1) >= -1;
    if (side === "quotation" || side === "that") {
      if (left && quotedLeft && !setsScene(tokens, left.first, left.end)) ranges.push(left);
      ranges.push(after(at));
    } else if (side === "clause" && !(left && quotedLeft)) {
      if (left && !setsScene(tokens, left.first, left.end) && frame.subject.kind === "inverted")
        ranges.push(left);
      else ranges.push(after(at));
    } else if (left) {
      ranges.push(left);
      rule = frame.subject.kind === "inverted" ? "inverted" : "before";
      const rest =
        side === "comma" ? restOf(tokens, at + 1, sentence, frame, frames, quotedLeft === true) : undefined;
      if (rest) {
        ranges.push(rest);
        rule = "around";
      }
    }
    if (cue.class === "view" && side === "end") return undefined;
  }
  if (frame.subject.kind === "participle") rule = "participle";
  if (frame.subject.kind === "shared") rule = "shared";
  const content = contentStretches(text, tokens, ranges);
  const length = content.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  if (content.length === 0 || length < 3) return undefined;
  return {
    rule,
    mode: cue.mode,
    speaker: mentionOf(tokens, frame.speaker),
    cue: stretchOf(tokens, { first: frame.verb.first, end: cueEnd }),
    content,
    via: [],
    doubt: doubtOf(tokens, frame),
    sentence: sentence.index,
  };
}

/** Content that goes on after a speaker in the middle: "X, she said, Y". */
function restOf(
  tokens: readonly Token[],
  at: number,
  sentence: SentenceTokens,
  frame: Frame,
  frames: readonly Frame[],
  quotedLeft: boolean,
): TokenRange | undefined {
  const next = tokens[at];
  if (!next || at >= sentence.to || quotedLeft) return undefined;
  if (
    next.quotation < 0 &&
    (next.low.endsWith("ing") || /^(?:who|which|as|after|while|when|in|according)$/.test(next.low))
  )
    return undefined;
  const end = contentEnd(tokens, at, sentence.to, frame, frames);
  return end > at ? { first: at, end } : undefined;
}

/** "what it called X" names nothing of its own: the clause around it is the statement. */
function isFreeRelative(tokens: readonly Token[], frame: Frame): boolean {
  return tokens[frame.subject.start - 1]?.low === "what" || tokens[frame.verb.first - 2]?.low === "what";
}

const hasAs = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).some((token) => token.low === "as" && token.quotation < 0);

function doubtOf(tokens: readonly Token[], frame: Frame): number {
  let doubt = 0;
  if (!frame.speaker.range) doubt += 0.4;
  if (frame.verb.cue.weak) doubt += 0.15;
  if (frame.verb.cue.class !== "say" && frame.verb.cue.class !== "tell") doubt += 0.15;
  if (frame.subject.kind === "shared" || frame.subject.kind === "participle") doubt += 0.1;
  if (frame.verb.cue.noun && tokens[frame.verb.at]?.pos !== "VERB") doubt += 0.1;
  return doubt;
}

/** Statements by reporting verbs of one sentence, in the order of their verbs. */
export function reportedIn(text: string, tokens: readonly Token[], sentence: SentenceTokens): Draft[] {
  const frames = framesIn(tokens, sentence.from, sentence.to);
  const drafts: Draft[] = [];
  let floor = sentence.from;
  for (const frame of frames) {
    const draft = draftOf(text, tokens, sentence, frame, frames, floor);
    if (!draft) continue;
    drafts.push(draft);
    if (frame.subject.kind !== "relative" && frame.right > floor) floor = frame.right;
  }
  return drafts;
}
