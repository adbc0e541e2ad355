import { ASIDE, afterAdjuncts, afterHearer, isTimeWord } from "./adjuncts.ts";
import { sharedSubject } from "./clause-subject.ts";
import { PLANNING_VERBS } from "./cues.ts";
import { isNominal } from "./noun-phrase.ts";
import { type Subject, subjectOfVerb } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { type ReportingVerb, reportingVerbs } from "./verbs.ts";
import { AUXILIARIES, DAYS, PREPOSITIONS, RELATIVES, SUBORDINATORS } from "./words.ts";

/** A reporting verb with its speaker: what frames content. */
export interface Frame {
  readonly verb: ReportingVerb;
  readonly subject: Subject;
  /** The mention that speaks, taken over from an earlier frame where the verb has none of its own. */
  readonly speaker: Pick<Subject, "range" | "name" | "antecedent">;
  /** Inside a relative clause: content ends where the main clause goes on. */
  readonly embedded: boolean;
  /** Where the right side begins: after the verb, or after an inverted speaker. */
  readonly right: number;
}

/** What stands to the right of a frame. */
export type RightSide = "end" | "comma" | "clause" | "quotation" | "that" | "tail" | "nothing";

/** Reporting verbs looked at in one sentence: more are no sentence, and each is compared with each. */
const MOST_VERBS = 60;

/** Frames of the sentence `[from, to)`, in order. */
export function framesIn(tokens: readonly Token[], from: number, to: number): Frame[] {
  const frames: Frame[] = [];
  for (const verb of reportingVerbs(tokens, from, to).slice(0, MOST_VERBS)) {
    const subject = subjectOfVerb(tokens, from, to, verb);
    if (!subject) continue;
    // "said that he refused to name them", "made clear how he plans to": inside what somebody else says.
    const inside =
      frames.length > 0 || /^(?:that|how|why|whether)$/.test(tokens[subject.start - 1]?.low ?? "");
    const dependent = verb.hanging || PLANNING_VERBS.has(verb.cue.verb);
    if (dependent && (subject.kind === "relative" || (inside && subject.kind === "direct"))) continue;
    let speaker: Frame["speaker"] = subject;
    let embedded = subject.kind === "relative";
    if (!subject.range) {
      const owner = frames.findLast(
        (frame) => frame.subject.kind !== "relative" || frame.verb.end > verb.first - 12,
      );
      // "and demanding more" goes on with a speaker only behind a reporting verb.
      if (!owner && subject.kind === "participle" && tokens[verb.first - 1]?.pos === "CCONJ") continue;
      const lead = owner ? undefined : sharedSubject(tokens, from, to, verb);
      if (owner) {
        speaker = owner.speaker;
        embedded = owner.embedded;
      } else if (lead) speaker = { range: lead, name: lead };
    }
    const right = subject.kind === "inverted" && subject.range ? subject.range.end : verb.end;
    frames.push({ verb, subject, speaker, embedded, right });
  }
  return frames;
}

const isEnd = (token: Token | undefined) =>
  token === undefined || (token.quotation < 0 && /^[.?!;…]+$/.test(token.text));

/** "said as she left the hall, “...”": where the quotation begins. */
function quotationAfterComma(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at + 1 < to; at++) {
    if ((tokens[at]?.quotation ?? -1) >= 0) return undefined;
    if (tokens[at]?.text === "," && (tokens[at + 1]?.quotation ?? -1) >= 0) return at + 1;
  }
  return undefined;
}

/** The comma that closes an aside opened by the comma at `from`: "said, however, that". */
function asideEnd(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from + 1; at < to && at - from <= ASIDE; at++) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) return undefined;
    if (token.text === ",") return at;
  }
  return undefined;
}

/** Verbs whose content may be what somebody will do: "promised to pay". */
export const INFINITIVE = new Set("promise vow pledge agree threaten hope expect plan intend aim".split(" "));

/** What follows a frame, and the token where its content would begin. */
export function rightSideOf(
  tokens: readonly Token[],
  frame: Frame,
  to: number,
): { side: RightSide; at: number } {
  let at = frame.right;
  if (frame.verb.cue.class === "tell" || (frame.verb.cue.verb === "ask" && isNominal(tokens[at])))
    at = afterHearer(tokens, at, to);
  const plain = at;
  // "promised to pay", but not "promised to the council that"
  const infinitive = INFINITIVE.has(frame.verb.cue.verb) && tokens[at]?.low === "to" && at + 1 < to;
  if (infinitive && !/^(?:DET|PROPN|PRON)$/.test(tokens[at + 1]?.pos ?? "")) return { side: "clause", at };
  at = afterAdjuncts(tokens, at, to);
  const token = tokens[at];
  if (at >= to || isEnd(token)) {
    // "said on Monday." ends; "believes in the plan." has a content after all.
    return { side: "end", at: plain };
  }
  if (!token) return { side: "end", at };
  if (token.quotation >= 0) return { side: "quotation", at };
  if (token.low === "that") return { side: "that", at };
  if (token.text === ":") {
    const next = tokens[at + 1];
    return next
      ? { side: next.quotation >= 0 ? "quotation" : "clause", at: at + 1 }
      : { side: "nothing", at };
  }
  if (token.text === "," || token.text === "—" || token.text === "–" || token.text === "-") {
    const next = tokens[at + 1];
    if (next && next.quotation >= 0 && token.text === ",") return { side: "quotation", at: at + 1 };
    const close = token.text === "," ? asideEnd(tokens, at, to) : undefined;
    const behind = close === undefined ? undefined : tokens[close + 1];
    if (close !== undefined && behind && (behind.low === "that" || behind.quotation >= 0))
      return { side: behind.low === "that" ? "that" : "quotation", at: close + 1 };
    return { side: "comma", at };
  }
  // "said as he left", "said after the talks ended": the frame goes on, no content begins.
  if (SUBORDINATORS.has(token.low) && token.low !== "if" && token.low !== "whether") {
    const quoted = quotationAfterComma(tokens, at, to);
    return quoted ? { side: "quotation", at: quoted } : { side: "tail", at };
  }
  if (RELATIVES.has(token.low) && frame.subject.kind === "inverted") return { side: "tail", at };
  if (["and", "but", "or"].includes(token.low)) return { side: "tail", at };
  if (
    token.pos === "PUNCT" &&
    token.text !== "(" &&
    token.text !== "[" &&
    token.text !== "$" &&
    token.text !== "£"
  )
    return { side: "tail", at };
  // Adjuncts in front of a clause belong to it unless they say when it was said.
  return {
    side: "clause",
    at: tokens.slice(plain, at).some(isTimeWord) || tokens[at]?.low !== "to" ? at : plain,
  };
}

/** Whether `[from, to)` could be said: more than a date or a place in front of the speaker. */
export function isContentful(tokens: readonly Token[], from: number, to: number): boolean {
  const inside = tokens.slice(from, to).filter((token) => token.pos !== "PUNCT");
  if (inside.some((token) => token.quotation >= 0)) return true;
  return (
    inside.length >= 3 &&
    inside.some((token) => token.pos === "VERB" || token.pos === "AUX" || AUXILIARIES.has(token.low))
  );
}

/** Whether a clause before the speaker only sets the scene: "When the talks ended, ...". */
export function setsScene(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (!first || first.quotation >= 0) return false;
  const rest = tokens.slice(from, to);
  // "Speaking on “The Long Table”, she said": a title in the scene.
  if (rest.some((token) => token.quotation >= 0))
    return /^(?:ADP|ADV)$/.test(first.pos) || first.low.endsWith("ing") || DAYS.has(first.low);
  return (
    SUBORDINATORS.has(first.low) ||
    first.pos === "ADP" ||
    PREPOSITIONS.has(first.low) ||
    first.low.endsWith("ing") ||
    first.pos === "ADV"
  );
}
