import type { NamedChange } from "../named-change.ts";
import type { Span } from "../span.ts";

/** The spans of one anchor, in code points of one revision's text. */
export interface CarriedSpans {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly relay: readonly Span[];
}

/** Whom a statement was given to: speaker and relays. */
export interface Meant {
  /** All names of each; nobody where one of them has none, or where nothing is known. */
  readonly names: readonly (readonly string[])[];
  /** All are persons: a body may be named through its people and offices, a person only by name. */
  readonly persons: boolean;
}

/** Without what is known of whom it means, an anchor waits more often. */
export interface KnownAnchor extends CarriedSpans {
  readonly meant?: Meant;
}

export const UNKNOWN: Meant = { names: [], persons: false };

export const ROLES = ["speaker", "cue", "content", "relay"] as const;

/**
 * How an anchor stands in a new revision. Only the first two are automatic, and both say: who is said to have said what
 * is the same, at a place that is certain, wherever in the article that is now.
 * - `exact`: every span has the same characters.
 * - `moved`: every span has the same words after folding marks and space (`foldMarks`).
 * - `changed`: the likeliest place, where the words, who said them or how they are reported differ or may differ.
 * - `ambiguous`: the words stand in several places, and nothing around them says which is the one.
 * - `orphan`: nothing like them is left.
 */
export type CarriedState = "exact" | "moved" | "changed" | "ambiguous" | "orphan";

/** Plain data: it is stored and sent as JSON. */
export interface Carried {
  readonly state: CarriedState;
  /** Always there for exact and moved; for changed the proposal. */
  readonly spans?: CarriedSpans;
  /** Places to choose from, best first: for ambiguous, and for changed where another place is nearly as good. */
  readonly candidates: readonly CarriedSpans[];
  /** What differs between the sentences around the old spans and around the proposal. */
  readonly changes: readonly NamedChange[];
  /** One sentence for a person. */
  readonly reason: string;
}

/** An anchor nothing is left of. */
export const orphan = (reason: string): Carried => ({ state: "orphan", candidates: [], changes: [], reason });
