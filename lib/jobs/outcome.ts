import { type ErrorCode, OnRecordError } from "../errors.ts";

/** What is left of a try that failed: kept with the job, shown on the desk. */
export interface Failure {
  readonly again: boolean;
  readonly reason: string;
}

/** What stays true however often it is tried. The others pass: somebody else was faster, a host asked for patience. */
const FINAL: ReadonlySet<ErrorCode> = new Set([
  "invalid",
  "unusable",
  "missing",
  "forbidden",
  "signedOut",
  "tooLarge",
]);
const LONGEST_REASON = 300;

/** Why a try failed, in words, and whether another may do better. Pure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof OnRecordError) return { again: !FINAL.has(error.code), reason: short(error.message) };
  const words = error instanceof Error ? error.message : String(error);
  // A database's refusal begins with the call and ends with its reason.
  const last = words
    .trim()
    .split(/\s*\n\s*/)
    .at(-1);
  return { again: true, reason: short(last || "It failed without a word.") };
}

const short = (words: string): string =>
  words.length > LONGEST_REASON ? `${words.slice(0, LONGEST_REASON).trimEnd()} ...` : words;
