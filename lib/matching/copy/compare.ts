import { runsOf } from "./runs.ts";
import type { Signature } from "./signature.ts";

/**
 * From this share of the shorter text's runs on, two texts are copies. News texts that are none share under a tenth, by
 * quotations and set phrases; reprints share half at least, of which other ways to split words may take a twentieth.
 */
export const COPY_FROM = 0.45;
/** A text that is less of the longer one is a passage of it, such as one item of a round-up: a copy, but not one text. */
export const ONE_TEXT_FROM = 0.1;
/** Signatures that share less are not worth reading the texts for: real copies were never estimated under 0.25. */
export const WORTH_COMPARING = 0.1;

/** A text as copies are compared: its runs of five words. */
export interface CopyText {
  readonly runs: ReadonlySet<number>;
}

export const copyText = (text: string): CopyText => ({ runs: new Set(runsOf(text)) });

export interface CopyLikeness {
  readonly verdict: "copy" | "none";
  /** Of the shorter text's runs, how many the longer one has: 0 to 1. */
  readonly containment: number;
  /** Share of the first text's runs that the second has, and the other way round. */
  readonly ofFirst: number;
  readonly ofSecond: number;
  /** Runs both have, of all runs that either has. */
  readonly jaccard: number;
  /** Whether they are one text, and not a passage in a much longer one. */
  readonly oneText: boolean;
  readonly reason: string;
}

/** Whether two texts are copies, exactly, and why. */
export function compareCopies(a: CopyText, b: CopyText): CopyLikeness {
  const [shorter, longer] = a.runs.size <= b.runs.size ? [a.runs, b.runs] : [b.runs, a.runs];
  let shared = 0;
  for (const run of shorter) if (longer.has(run)) shared++;
  return judged(shared, a.runs.size, b.runs.size);
}

/** The same by signatures alone: right to about 0.06 on average, and never a reason to call two texts copies. */
export function estimateCopies(a: Signature, b: Signature): CopyLikeness {
  const keys = new Set(a.keys);
  const shared = b.keys.filter((key) => keys.has(key)).length;
  return judged(shared, a.keys.length, b.keys.length);
}

function judged(shared: number, first: number, second: number): CopyLikeness {
  const share = (of: number) => (of === 0 ? 0 : shared / of);
  const containment = share(Math.min(first, second));
  const verdict = containment >= COPY_FROM ? "copy" : "none";
  return {
    verdict,
    containment,
    ofFirst: share(first),
    ofSecond: share(second),
    jaccard: share(first + second - shared),
    oneText: verdict === "copy" && share(Math.max(first, second)) >= ONE_TEXT_FROM,
    reason: copyReason(share(first), share(second)),
  };
}

/** In words, from the shares both ways. */
export function copyReason(ofFirst: number, ofSecond: number): string {
  const shorter = Math.max(ofFirst, ofSecond);
  const longer = Math.min(ofFirst, ofSecond);
  if (longer === 1) return "the wording is the same throughout";
  const most = shorter === 1 ? "all" : `${percent(shorter)} %`;
  return Math.round(shorter * 100) === Math.round(longer * 100)
    ? `${most} of the wording of either text stands in the other`
    : `${most} of the shorter text’s wording stands in the longer one, ${percent(longer)} % the other way round`;
}

/** Never 100 for less than all, nor 0 for more than nothing. */
const percent = (share: number) => Math.min(99, Math.max(share > 0 ? 1 : 0, Math.round(share * 100)));
