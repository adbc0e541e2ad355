import type { DetectedStatement, MentionType } from "../attribution/statement.ts";

/** A detected statement as it was stored. Mention null: an engine that did not say how the speaker is named. */
export interface StoredDetection extends Omit<DetectedStatement, "mention"> {
  readonly mention: MentionType | null;
}

type Younger = "mention" | "negatedCue" | "hedgedCue" | "dateSaid";

/** Reads what is stored of a suggestion: the one place that knows what older engines left out. */
export function readDetected(stored: unknown): StoredDetection {
  const found = stored as Omit<DetectedStatement, Younger> & Partial<Pick<DetectedStatement, Younger>>;
  return {
    ...found,
    mention: found.mention ?? null,
    negatedCue: found.negatedCue ?? false,
    hedgedCue: found.hedgedCue ?? false,
    dateSaid: found.dateSaid ?? null,
  };
}
