import { PLANNING_VERBS } from "./cues.ts";
import { issuedClauseEnd, startsProvenance } from "./issued.ts";
import { isNominal, phraseAfter } from "./noun-phrase.ts";
import { type Subject, sharedSubject, subjectOfVerb } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { type ReportingVerb, reportingVerbs } from "./verbs.ts";
import {
  AUXILIARIES,
  DAYS,
  MONTHS,
  PREPOSITIONS,
  PUT_OUT,
  RELATIVES,
  SUBORDINATORS,
  TIME_NOUNS,
} from "./words.ts";

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

const isTimeWord = (token: Token) =>
  DAYS.has(token.low) ||
  (MONTHS.has(token.low) && token.text !== "may") ||
  TIME_NOUNS.has(token.low) ||
  /^\d{1,4}$/.test(token.low);

/** Words that put a clause in front of the main one. */
const SCENES = new Set(
  "while though although if because when since whereas after before until once".split(" "),
);

/** Longest aside looked through, in tokens. */
const ASIDE = 10;

const isEnd = (token: Token | undefined) =>
  token === undefined || (token.quotation < 0 && /^[.?!;…]+$/.test(token.text));

/** Whether a word goes on with the time or the content: "said there last week that". */
const saysWhen = (token: Token | undefined) =>
  token !== undefined && (isTimeWord(token) || /^(?:on|in|at|last|this|that|earlier|:)$/.test(token.low));

/** Hearer of "told": "the court", "reporters in Seoul". */
function afterHearer(tokens: readonly Token[], at: number, to: number): number {
  const hearer = phraseAfter(tokens, at, to);
  if (!hearer || tokens[hearer.end]?.low !== "who") return hearer ? hearer.end : at;
  // "told the few who had stayed that"
  for (let that = hearer.end + 1; that < to && that - hearer.end < ASIDE; that++) {
    if ((tokens[that]?.quotation ?? -1) >= 0) return that;
    if (tokens[that]?.low === "that") return that;
  }
  return hearer.end;
}

const YEAR = /^(?:1[89]|20)\d\d$/;
const NUMBERS = new Set(
  "a an one two three four five six seven eight nine ten several few many couple dozen some".split(" "),
);
const PERIOD = /^(?:minute|hour|day|week|month|year|decade)s?$/;

/** The end of a date without preposition at `at`: "Monday night", "earlier this month", "two years ago". */
function dateEnd(tokens: readonly Token[], at: number, to: number): number {
  const low = (place: number) => (place < to ? (tokens[place]?.low ?? "") : "");
  let end = at;
  while (/^(?:late|early|earlier|later|last|next|this)$/.test(low(end))) end++;
  const dated = (end > at || DAYS.has(low(at))) && end < to && isTimeWord(tokens[end] as Token);
  if (dated) {
    while (end < to && isTimeWord(tokens[end] as Token)) end++;
    // "said Thursday’s talks": the day of the talks.
    return low(end) === "'s" ? at : end;
  }
  let number = at;
  while (NUMBERS.has(low(number)) || /^\d+$/.test(low(number))) number++;
  const counted =
    number > at && PERIOD.test(low(number)) && /^(?:ago|earlier|later|before)$/.test(low(number + 1));
  return counted ? number + 2 : at;
}

/** The end of ", 2021" behind "June 3", with the comma that closes it. */
function yearEnd(tokens: readonly Token[], at: number, to: number): number {
  const month = MONTHS.has(tokens[at - 2]?.low ?? "") || MONTHS.has(tokens[at - 1]?.low ?? "");
  if (!month || tokens[at]?.text !== "," || !YEAR.test(tokens[at + 1]?.low ?? "") || at + 1 >= to) return at;
  return at + 2;
}

/** Reads past what says when, where and to whom: "on Monday", "in a statement", "of the plan". */
function afterAdjuncts(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const token = tokens[at] as Token;
    if (token.quotation >= 0) return at;
    if (token.low === "that" || token.low === ":") return at;
    const date = dateEnd(tokens, at, to);
    if (date > at) {
      at = date;
    } else if (token.pos === "ADV" && (token.low.endsWith("ly") || /^(?:aloud|again)$/.test(token.low))) at++;
    else if (at > from && PUT_OUT.has(token.low) && tokens[at + 1]?.pos === "ADP") at++;
    else if (
      PREPOSITIONS.has(token.low) &&
      token.low !== "to" &&
      token.low !== "with" &&
      token.low !== "without"
    ) {
      const inside = phraseAfter(tokens, at + 1, to);
      if (!inside) return at;
      at = yearEnd(tokens, issuedClauseEnd(tokens, inside, to), to);
    } else if (/^(?:there|here)$/.test(token.low) && saysWhen(tokens[at + 1])) at++;
    else if (
      token.low === "to" &&
      (isNominal(tokens[at + 1]) || tokens[at + 1]?.pos === "DET") &&
      tokens[at + 1]?.pos !== "VERB"
    ) {
      const inside = phraseAfter(tokens, at + 1, to);
      if (!inside) return at;
      at = inside.end;
    } else return at;
  }
  return at;
}

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

/** Where content that begins at `at` ends: before the next frame of its own, or with the sentence. */
export function contentEnd(
  tokens: readonly Token[],
  at: number,
  to: number,
  frame: Frame,
  frames: readonly Frame[],
): number {
  let end = to;
  // "Calling it late, the mayor left": the clause of the speaker begins.
  const own = frame.speaker.range;
  if (own && own.first > frame.verb.at && frame.subject.kind === "participle")
    end = Math.min(end, tokens[own.first - 1]?.text === "," ? own.first - 1 : own.first);
  for (const other of frames) {
    if (other === frame) continue;
    const { range, name } = other.subject;
    // Inside the apposition of a later speaker: "Smith, who called it bad, said".
    if (
      name &&
      range &&
      other.verb.first > at &&
      name.end <= frame.verb.first &&
      tokens[other.verb.first - 1]?.text === ","
    )
      end = Math.min(end, other.verb.first - 1);
    if (other.subject.breaks && other.subject.start > at) end = Math.min(end, other.subject.start);
    // "Though she called it late, the mayor said X": a new speaker behind a comma who goes on to say something.
    const fresh =
      other.subject.kind === "direct" &&
      other.subject.start > at &&
      tokens[other.subject.start - 1]?.text === ",";
    if (fresh && !["end", "comma", "tail"].includes(rightSideOf(tokens, other, to).side))
      end = Math.min(end, other.subject.start - 1);
  }
  const short = ["judge", "name", "regard"].includes(frame.verb.cue.class) || frame.embedded;
  const subordinate =
    SCENES.has(tokens[frame.subject.start - 1]?.low ?? "") ||
    SCENES.has(tokens[frame.subject.start]?.low ?? "");
  for (let here = at; here < end; here++) {
    const token = tokens[here] as Token;
    const next = tokens[here + 1];
    if (token.quotation < 0 && token.text === ";") return here;
    if (!next) continue;
    if (token.quotation < 0 && /^[—–]$/.test(token.text) && RELATIVES.has(next.low)) return here;
    // “a wall,” with its comma inside the marks
    const inside = token.quotation >= 0 && next.quotation === token.quotation;
    const closes = inside && next.pos === "PUNCT" && tokens[here + 2]?.quotation !== token.quotation;
    if (token.text !== "," || (inside && !closes)) continue;
    const behind = closes ? here + 2 : here + 1;
    const stop = token.quotation >= 0 ? behind : here;
    const following = tokens[behind];
    if (!following || behind >= end) continue;
    if (following.low === "according" || startsProvenance(tokens, behind)) return stop;
    // "While the guild says X, ships still sail": the main clause begins behind the comma.
    if (subordinate && token.quotation < 0 && /^(?:DET|PRON|PROPN|NOUN)$/.test(next.pos)) return here;
    if (following.quotation < 0 && token.quotation < 0 && startsClause(tokens, behind, end)) return stop;
    if (!short || following.quotation >= 0) continue;
    const quoted = closes || (tokens[here - 1]?.quotation ?? -1) >= 0;
    if (endsShort(following) || (frame.embedded && following.pos === "VERB")) return stop;
    if (
      isVerdict(tokens, behind) ||
      (quoted && following.low === "in" && RELATIVES.has(tokens[behind + 1]?.low ?? ""))
    )
      return stop;
    if (quoted && startsClause(tokens, behind, end)) return stop;
  }
  return end;
}

/** Words between a subject and its verb that are looked through. */
const NEAR = 8;

/** ", and his ships left": the outlet goes on with a clause of its own. */
function startsClause(tokens: readonly Token[], at: number, end: number): boolean {
  const subject = tokens[at + 1];
  if (!/^(?:and|but)$/.test(tokens[at]?.low ?? "") || !subject || subject.quotation >= 0) return false;
  if (!/^(?:PRON|DET|PROPN)$/.test(subject.pos) || subject.low === "that") return false;
  return tokens.slice(at + 2, Math.min(end, at + NEAR)).some(({ pos }) => pos === "VERB" || pos === "AUX");
}

const VERDICTS = new Set("charge claim accusation allegation move step remark view".split(" "));

/** ", a charge that Sudland denies": what the outlet says of what was said. */
const isVerdict = (tokens: readonly Token[], at: number) =>
  tokens[at]?.quotation === -1 &&
  /^(?:an?|the)$/.test(tokens[at]?.low ?? "") &&
  VERDICTS.has(tokens[at + 1]?.low ?? "");

/** Whether a word after a comma leaves the object of a verb such as "condemned". */
function endsShort(token: Token): boolean {
  if (token.low.endsWith("ing") && token.pos === "VERB") return true;
  return (
    RELATIVES.has(token.low) ||
    (SUBORDINATORS.has(token.low) && token.low !== "because") ||
    ["but", "saying"].includes(token.low) ||
    token.pos === "AUX" ||
    (token.pos === "VERB" && token.low.endsWith("ed"))
  );
}
