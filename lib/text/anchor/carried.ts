import type { Span } from "../span.ts";

/** Where a statement stands: each role's spans in code points of one text. */
export interface CarriedSpans {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly relay: readonly Span[];
}

/** Something that is not as it was, named for a person. */
export interface NamedChange {
  readonly kind: "number" | "negation" | "name" | "words";
  /** Empty: nothing stood there. */
  readonly before: string;
  readonly after: string;
}

/**
 * What became of an anchor in another text. Plain data.
 * exact: the same characters, at a place that is certain; moved: the same words after folding marks and space; changed:
 * something in or around them differs; ambiguous: several places are as likely; orphan: nothing like it is there. Only
 * exact and moved stand by themselves.
 */
export interface Carried {
  readonly state: "exact" | "moved" | "changed" | "ambiguous" | "orphan";
  /** The place, or for what changed the likeliest one. */
  readonly spans?: CarriedSpans;
  /** The likely places, where there are several. */
  readonly candidates: readonly CarriedSpans[];
  readonly changes: readonly NamedChange[];
  /** One sentence for a person. */
  readonly reason: string;
}

export const ROLES = ["speaker", "cue", "content", "relay"] as const;
