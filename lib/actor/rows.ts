import type { ActorKind, AliasKind } from "../attribution/authority.ts";

/** Half-open range of days, [from, to), each YYYY-MM-DD; null means without limit on that side. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** A name of an actor. Not unique: several actors may bear it. */
export interface AliasRow extends DateRange {
  readonly name: string;
  readonly kind: AliasKind;
  /** BCP 47 tag, where the name belongs to one language. */
  readonly language: string | null;
}

/** An actor as the authority reads it, whether packaged or from the database. */
export interface ActorRow {
  /** The record's id, or the packaged key. */
  readonly id: string;
  /** The name shown; always an alias too, listed or not. */
  readonly name: string;
  readonly kind: ActorKind;
  /** The body it belongs to. */
  readonly partOfId: string | null;
  /** ISO 3166-1 alpha-2 of a state, and of the bodies of that state. */
  readonly stateCode: string | null;
  readonly wikidata: string | null;
  readonly aliases: readonly AliasRow[];
}

/** An office of a body: "Secretary General of NATO". */
export interface OfficeRow {
  readonly id: string;
  readonly title: string;
  /** Other ways to say it, with the body or state in it ("NATO chief") or unmistakable without. */
  readonly aliases: readonly string[];
  readonly bodyId: string;
}

/** Who held an office. */
export interface TenureRow extends DateRange {
  readonly officeId: string;
  readonly holderId: string;
  readonly from: string;
}

/** What language and geography say about a state; no record of its own. */
export interface StateWords {
  readonly code: string;
  /** Words that say "of this state": "North Korean", "British". */
  readonly demonyms: readonly string[];
  readonly capitals: readonly string[];
}

/** Everything an authority is built from. */
export interface AuthorityRows {
  readonly actors: readonly ActorRow[];
  readonly offices: readonly OfficeRow[];
  readonly tenures: readonly TenureRow[];
  readonly states: readonly StateWords[];
}
