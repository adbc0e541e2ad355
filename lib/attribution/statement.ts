import type { Span } from "../text/span.ts";
import type { ActorKind } from "./authority.ts";

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

/** How the text names a speaker: by a name, by a description ("the ministry"), by a pronoun, or not at all. */
export const MENTION_TYPES = ["name", "description", "pronoun", "none"] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

/** Another actor the mention may stand for, and why. */
export interface ActorCandidate {
  readonly actorId: string;
  readonly name: string;
  readonly reason: string;
}

/** What the text says about somebody the authority lacks: the start of a new record. */
export interface ActorProposal {
  readonly kind: ActorKind;
  /** "a professor at the University of Port Halden"; absent where the text says nothing. */
  readonly description?: string;
}

/** Who the engine thinks speaks. `actorId` is absent for an actor the authority does not know. */
export interface DetectedActor {
  readonly actorId?: string;
  readonly name: string;
  /** Why this actor: "metonym: capital of North Korea", "the ministry -> North Korean Foreign Ministry". */
  readonly reason: string;
  /**
   * Number of the chain of mentions in this text that stand for the same one, counted from 0: an editor who decides
   * otherwise decides for the chain, never for the same words elsewhere.
   */
  readonly chain?: number;
  /** Further candidates, best first; absent where there are none. */
  readonly others?: readonly ActorCandidate[];
  /** Present where the authority lacks the actor and the text says enough to make one. */
  readonly proposal?: ActorProposal;
}

/** When the words were said, as far as the text gives it: a year, a month or a day (YYYY, YYYY-MM, YYYY-MM-DD). */
export interface DateSaid {
  readonly date: string;
  /** The words that say so: "on Sunday". */
  readonly words: Span;
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
  /** How the text names the speaker. */
  readonly mention: MentionType;
  /** The cue is denied: "did not say", "declined to confirm". */
  readonly negatedCue: boolean;
  /** The cue itself is in doubt: "reportedly said", "is believed to have told", "may announce". */
  readonly hedgedCue: boolean;
  readonly dateSaid: DateSaid | null;
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
