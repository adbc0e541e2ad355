import type { MentionType } from "#lib/attribution/statement.ts";

/** How the text names a speaker, in words. */
export const MENTION_WORDS: Readonly<Record<MentionType, string>> = {
  name: "a name",
  description: "a description",
  pronoun: "a pronoun",
  none: "not named here",
};

interface CueSense {
  readonly negatedCue: boolean;
  readonly hedgedCue: boolean;
}

/** What a cue does to the words it brings: nothing to say for a plain "said". */
export function cueNotes({ negatedCue, hedgedCue }: CueSense): readonly { tag: string; note: string }[] {
  return [
    ...(negatedCue ? [{ tag: "denied", note: "the text says that this was not said" }] : []),
    ...(hedgedCue ? [{ tag: "in doubt", note: "the text does not vouch that this was said" }] : []),
  ];
}
