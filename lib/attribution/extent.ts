import { contentEnd } from "./content-end.ts";
import { type Frame, INFINITIVE, isContentful, type RightSide, rightSideOf, setsScene } from "./frames.ts";
import { startsProvenance } from "./issued.ts";
import type { TokenRange } from "./noun-phrase.ts";
import { endsContent } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { ADVERBS, BE, DAYS } from "./words.ts";

/** Longest "in a joint statement with the guild" behind a judgement, in tokens. */
const LONGEST_DOCUMENT = 10;

/** A sentence as tokens `[from, to)` of its article. */
export interface SentenceTokens {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/** A frame in its sentence, with all that decides how far its content reaches. */
export interface Setting {
  readonly tokens: readonly Token[];
  readonly sentence: SentenceTokens;
  /** The sentence before in the same article, if any. */
  readonly before: SentenceTokens | undefined;
  readonly frame: Frame;
  readonly frames: readonly Frame[];
  /** Content on the left does not reach in front of this token: an earlier speaker has used it. */
  readonly floor: number;
}

/** Where the content of a frame stands. */
export interface Extent {
  readonly rule: "before" | "inverted" | "around" | "after";
  readonly ranges: readonly TokenRange[];
  readonly cueEnd: number;
}

/** The content of verbs that take a clause or a quotation: before, after or around the speaker. */
export function clauseExtent(setting: Setting): Extent | undefined {
  const { frame, sentence, tokens } = setting;
  const { at, side } = rightSideOf(tokens, frame, sentence.to);
  // "spoke of “a storm” and promised to stay": what stands in front is the first verb’s.
  const goesOn = frame.subject.kind === "shared" && /^(?:clause|that|quotation)$/.test(side);
  const left =
    frame.subject.kind === "participle" || goesOn
      ? undefined
      : leftContent(setting, side === "comma" ? at : frame.right);
  const quotedLeft = left !== undefined && isQuotedAtEnd(tokens, left.end);
  const scene = left !== undefined && setsScene(tokens, left.first, left.end);
  const cueEnd = frame.verb.end;
  if (side === "quotation" || side === "that") {
    const ranges = left && quotedLeft && !scene ? [left, after(setting, at)] : [after(setting, at)];
    return { rule: "after", ranges, cueEnd };
  }
  if (side === "comma" && !left && tokens[frame.subject.start - 1]?.low === "as")
    return { rule: "after", ranges: [after(setting, at + 1)], cueEnd };
  const behind = frame.subject.kind === "inverted" ? "inverted" : "before";
  if (left && (side !== "clause" || (!scene && (quotedLeft || behind === "inverted")))) {
    const rest =
      side === "comma" && (!quotedLeft || goesOnQuoting(setting, at + 1))
        ? restAfter(setting, at + 1)
        : undefined;
    return rest ? { rule: "around", ranges: [left, rest], cueEnd } : { rule: behind, ranges: [left], cueEnd };
  }
  const asked = left ? undefined : askedBefore(setting, side);
  if (asked) return { rule: behind, ranges: [asked], cueEnd };
  // "threatened to leave"
  const infinitive = tokens[at]?.low === "to" && at === frame.right && INFINITIVE.has(frame.verb.cue.verb);
  if (side !== "clause" || (frame.verb.cue.quoting && !infinitive) || !isClause(setting, at))
    return undefined;
  return { rule: "after", ranges: [after(setting, at)], cueEnd };
}

/** The content of verbs that take an object: condemned, named or seen as something. */
export function objectExtent(setting: Setting): Extent | undefined {
  const { frame, tokens, sentence } = setting;
  const { cue } = frame.verb;
  const how = namedBefore(setting);
  if (how) return { rule: "before", ranges: [how], cueEnd: frame.verb.end };
  let at = frame.right;
  if (frame.subject.kind === "inverted" || tokens[at]?.text === ",") return undefined;
  // "seeing them as X": the pronoun belongs to the cue.
  const pronoun = /^(?:it|them|him|her|this|these|us)$/.test(tokens[at]?.low ?? "");
  if (cue.class === "regard" && pronoun && tokens[at + 1]?.low === "as" && at + 2 < sentence.to) at += 2;
  if (cue.quoted) {
    if (tokens[at]?.pos === "DET") at++;
    return (tokens[at]?.quotation ?? -1) < 0
      ? undefined
      : { rule: "after", ranges: [quotationAt(setting, at)], cueEnd: frame.right };
  }
  const free = tokens[frame.subject.start - 1]?.low === "what";
  const whole = free ? quotationAt(setting, at) : withoutDate(tokens, after(setting, at));
  const range = withoutDate(tokens, withoutDocument(tokens, whole));
  const size = range.end - range.first;
  if (size < 1 || (cue.class === "name" && size < 2)) return undefined;
  const as = tokens.slice(frame.right, range.end).some((token) => token.low === "as" && token.quotation < 0);
  if (cue.class === "regard" && !as) return undefined;
  return { rule: "after", ranges: [range], cueEnd: at };
}

/** "condemned the toll | in a joint statement": where it was said. */
function withoutDocument(tokens: readonly Token[], { end, first }: TokenRange): TokenRange {
  let last = end;
  while (last > first && tokens[last - 1]?.pos === "PUNCT" && tokens[last - 1]?.quotation === -1) last--;
  for (let at = last - 2; at > first && last - at < LONGEST_DOCUMENT; at--)
    if (startsProvenance(tokens, at)) return { first, end: at };
  return { first, end };
}

/** "called it “a shame” | on Monday": the day behind a judgement is that of the saying. */
function withoutDate(tokens: readonly Token[], { end, first }: TokenRange): TokenRange {
  let last = end;
  while (last > first && tokens[last - 1]?.pos === "PUNCT" && tokens[last - 1]?.quotation === -1) last--;
  let at = last;
  while (at > first && /^(?:morning|afternoon|evening|night)$/.test(tokens[at - 1]?.low ?? "")) at--;
  if (!DAYS.has(tokens[at - 1]?.low ?? "") || tokens[at - 1]?.quotation !== -1) return { first, end };
  at--;
  const quoted = (tokens[at - 1]?.quotation ?? -1) >= 0 || (tokens[at - 2]?.quotation ?? -1) >= 0;
  // "urged ships to leave on Monday": the day of leaving.
  if (!quoted && tokens.slice(first, at).some((token) => /^(?:VERB|AUX)$/.test(token.pos)))
    return { first, end };
  while (at > first && /^(?:on|late|early|earlier|last)$/.test(tokens[at - 1]?.low ?? "")) at--;
  return at > first ? { first, end: at } : { first, end };
}

/** "“A long wall” is how the guild described it": the quotation is what it was called. */
function namedBefore({ frame, sentence, tokens }: Setting): TokenRange | undefined {
  const how = frame.subject.start - 1;
  if (frame.verb.cue.class !== "name" || tokens[how]?.low !== "how") return undefined;
  if (!BE.has(tokens[how - 1]?.low ?? "") || !isQuotedAtEnd(tokens, how - 1)) return undefined;
  return how - 1 > sentence.from ? { first: sentence.from, end: how - 1 } : undefined;
}

/** The one quotation that begins at `first`. */
function quotationAt({ sentence, tokens }: Setting, first: number): TokenRange {
  let end = first;
  while (end < sentence.to && tokens[end]?.quotation === tokens[first]?.quotation) end++;
  return { first, end };
}

function after(setting: Setting, first: number): TokenRange {
  const { frame, frames, sentence, tokens } = setting;
  const end = contentEnd(tokens, first, sentence.to, frame, frames);
  const quoted = (tokens[first]?.quotation ?? -1) >= 0;
  return quoted ? withoutDate(tokens, { first, end }) : { first, end };
}

const isQuotedAtEnd = (tokens: readonly Token[], end: number) =>
  (tokens[end - 1]?.quotation ?? -1) >= 0 || (tokens[end - 2]?.quotation ?? -1) >= 0;

/** Content on the left of a frame, if the sentence has any there; `comma` is where the speaker's insertion may end. */
function leftContent({ floor, frame, sentence, tokens }: Setting, comma: number): TokenRange | undefined {
  const stop = frame.subject.kind === "inverted" ? frame.verb.first : frame.subject.start;
  if (!endsContent(tokens, sentence.from, stop)) return undefined;
  let first = floor;
  while (first < stop && tokens[first]?.pos === "PUNCT" && tokens[first]?.quotation === -1) first++;
  if (/^(?:and|but|yet|so)$/.test(tokens[first]?.low ?? "") && tokens[first]?.quotation === -1) first++;
  // "This clause, officials argued, is old": a mere name on the left, when more comes on the right.
  const next = tokens[comma + 1];
  // Behind a place or a document of the frame only a predicate goes on: ", she said in a letter, was late".
  const predicate = comma === frame.right || /^(?:AUX|VERB)$/.test(next?.pos ?? "");
  const dashes = isDash(tokens[comma]) && isDash(tokens[stop - 1]);
  const closes = tokens[comma]?.text === "," || dashes;
  const goesOn = closes && next !== undefined && !leavesContent(next) && predicate;
  const some = tokens.slice(first, stop).some((token) => token.pos !== "PUNCT" && !ADVERBS.has(token.low));
  return isContentful(tokens, first, stop) || (goesOn && some) ? { first, end: stop } : undefined;
}

const isDash = (token: Token | undefined) => token?.quotation === -1 && /^(?:—|–|--|-)$/.test(token.text);

/** Whether a word behind "she said," begins something else than the rest of what she said. */
const leavesContent = (token: Token) =>
  token.quotation < 0 &&
  (/^(?:who|which|as|after|while|when|in|according|and|but)$/.test(token.low) || token.low.endsWith("ing"));

/** "“a threat”, the guild warned, and “must stop”": joined to quoted words. */
function goesOnQuoting({ sentence, tokens }: Setting, at: number): boolean {
  const joined = /^(?:and|but)$/.test(tokens[at]?.low ?? "") && tokens[at]?.quotation === -1;
  return joined && at + 1 < sentence.to && (tokens[at + 1]?.quotation ?? -1) >= 0;
}

/** Content that goes on after a speaker in the middle: "X, she said, Y". */
function restAfter(setting: Setting, at: number): TokenRange | undefined {
  const next = setting.tokens[at];
  if (!next || at >= setting.sentence.to) return undefined;
  if (leavesContent(next) && !goesOnQuoting(setting, at)) return undefined;
  const rest = after(setting, at);
  return rest.end > rest.first ? rest : undefined;
}

/** "“Who pays?” the mayor asked.": the sentence before is what was asked. */
function askedBefore({ before, frame, sentence, tokens }: Setting, side: RightSide): TokenRange | undefined {
  const lead = frame.subject.kind === "inverted" ? frame.verb.first : frame.subject.start;
  if (!before || lead !== sentence.from || before.to !== sentence.from || side === "nothing")
    return undefined;
  const stop = tokens[before.to - 2]?.text ?? "";
  const quoted = (tokens[before.to - 1]?.quotation ?? -1) >= 0;
  return quoted && /^[?!…]+$/.test(stop) ? { first: before.from, end: before.to } : undefined;
}

/** Whether what follows is long enough to be said: "said so" and "said twice" are not. */
function isClause({ frame, sentence, tokens }: Setting, at: number): boolean {
  if (!/^(?:say|add|claim|think|believe|tell|maintain|observe|state|remind|feel)$/.test(frame.verb.cue.verb))
    return true;
  return tokens
    .slice(at, sentence.to)
    .some((token) => token.pos === "VERB" || token.pos === "AUX" || token.quotation >= 0);
}
