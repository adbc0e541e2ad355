import type { Draft, Rule } from "./draft.ts";
import type { DetectedActor, StatementKind } from "./statement.ts";

const WHERE: Record<Rule, string> = {
  before: "reporting verb %c after the content",
  after: "reporting verb %c before the content",
  around: "speaker and %c in the middle of the content",
  inverted: "%c with the speaker behind it",
  participle: "%c takes over the speaker of its sentence",
  shared: "%c shares the speaker of the verb before it",
  according: "%c names the source",
  noun: "reporting noun %c",
  quotedAs: "%c reports another's words",
  headline: "headline form: %c between speaker and content",
  colon: "%c in front of quoted or transcribed words",
  learned: "%c read as a cue, as in annotated news",
  transcript: "%c behind the name of a talker, in a transcript",
  signed: "quotation signed behind %c",
  continued: "quotation that goes on after %c",
};

/** Why a draft is a statement, for a person. */
export function reasonOf(draft: Draft, text: string): string {
  return WHERE[draft.rule].replace("%c", `“${text.slice(draft.cue.start, draft.cue.end)}”`);
}

/** 0 to 1, two digits: the trained engine's chance, where it has one; else what the rule leaves in doubt, less so for quoted words, more so without an actor. */
export function confidenceOf(draft: Draft, kind: StatementKind, actor: DetectedActor | null): number {
  if (draft.chance !== undefined) return Math.round(Math.min(0.99, draft.chance) * 100) / 100;
  let confidence = 0.9 - draft.doubt;
  if (kind === "direct") confidence += 0.07;
  if (kind === "indirect") confidence -= 0.05;
  if (draft.mode === "attributedView") confidence -= 0.1;
  if (!actor) confidence -= 0.2;
  else if (!actor.actorId) confidence -= 0.03;
  return Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 100) / 100;
}
