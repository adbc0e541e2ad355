import { type Frame, rightSideOf } from "./frames.ts";
import { startsProvenance } from "./issued.ts";
import type { Token } from "./tokens.ts";
import { RELATIVES, SUBORDINATORS } from "./words.ts";

/** Words that put a clause in front of the main one. */
const SCENES = new Set(
  "while though although if because when since whereas after before until once".split(" "),
);

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
