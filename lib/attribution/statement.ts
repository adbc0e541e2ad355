import type { Span } from "../text/span.ts";

/** All content in quotation marks; some of it; none. */
export const STATEMENT_KINDS = ["direct", "mixed", "indirect"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Said, or an attributed view, plan or finding ("seeing them as rehearsals"): never shown as "said". */
export const STATEMENT_MODES = ["said", "attributedView"] as const;
export type StatementMode = (typeof STATEMENT_MODES)[number];

/** Kinds of the parts of an article's text. */
export const PART_KINDS = ["headline", "standfirst", "paragraph"] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface Part extends Span {
  readonly kind: PartKind;
}

/** Who the engine thinks speaks. `actorId` is absent for an actor the authority does not know. */
export interface DetectedActor {
  readonly actorId?: string;
  readonly name: string;
  /** Why this actor: "metonym: capital of North Korea", "the ministry -> North Korean Foreign Ministry". */
  readonly reason: string;
}

/** One relay between outlet and speaker, outermost first ("cited by the Korean Central News Agency"). */
export interface DetectedRelay extends DetectedActor {
  /** The words that prove it, cue and name: "cited by the Northland Press Agency (NPA)". */
  readonly proof: Span;
}

/** A statement as the engine proposes it. All spans are in code points of the text it was given. */
export interface DetectedStatement {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly actor: DetectedActor | null;
  readonly via: readonly DetectedRelay[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Why this is a statement, for a person: "reporting verb “said” after the content". */
  readonly reason: string;
}

export interface DetectInput {
  readonly text: string;
  /** Date published, YYYY-MM-DD or longer ISO; decides who held an office. */
  readonly date?: string;
  /** Parts of the text; without them the first paragraph is the headline only if it looks like one. */
  readonly parts?: readonly Part[];
}
