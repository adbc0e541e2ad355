/** What the engine needs to know about actors. The actor room (database or packaged data) provides it. */

export const ACTOR_KINDS = [
  "person",
  "governmentBody",
  "state",
  "organisation",
  "military",
  "company",
  "group",
  "unnamedSource",
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const ALIAS_KINDS = ["name", "acronym", "transliteration", "metonym"] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** One actor a surface form may stand for, and why. */
export interface Candidate {
  /** Stable key: the record's id in the database, or the packaged key without one. */
  readonly actorId: string;
  /** The actor's name as shown. */
  readonly name: string;
  readonly kind: ActorKind;
  /** How the surface form leads to the actor. */
  readonly by: AliasKind | "office" | "bodyOfState";
  /** A sentence fragment a person can read: "metonym: capital of North Korea". */
  readonly reason: string;
}

/** A read-only view of the actor authority. Lookups are by folded form: case, accents, "the", possessive. */
export interface Authority {
  /**
   * Actors that `surface` may name, best first. `on` (YYYY-MM-DD) decides names and offices held for a time;
   * without it only those valid without limit or today count.
   */
  find(surface: string, on?: string): readonly Candidate[];
  /** Holder of an office named in the text ("NATO Secretary General"), on a date. */
  holder(office: string, on?: string): Candidate | undefined;
  /** The body of a state: body("KP", "foreign ministry") for "the Foreign Ministry" in a text about one state. */
  body(state: string, bodyNoun: string): Candidate | undefined;
  /** Longest alias, in words, so that a scanner knows how far to look. */
  readonly longestAlias: number;
}
