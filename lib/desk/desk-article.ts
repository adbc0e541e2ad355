import type { DateSource } from "../article/schema.ts";
import type { ActorKind } from "../attribution/authority.ts";
import type {
  ActorProposal,
  DateSaid,
  MentionType,
  Part,
  StatementKind,
  StatementMode,
} from "../attribution/statement.ts";
import type { Stance } from "../claim/schema.ts";
import type { DecisionRow } from "../decision/read.server.ts";
import type { OutletKind } from "../outlet/schema.ts";
import type { Span } from "../text/span.ts";

/** One article as the desk works on it: plain data for the browser. All spans are in code points of `text`. */
export interface DeskArticle {
  readonly id: string;
  readonly version: number;
  readonly slug: string;
  readonly headline: string;
  readonly byline: string | null;
  readonly outlet: { readonly id: string; readonly name: string; readonly kind: OutletKind };
  readonly canonicalUrl: string | null;
  /** "2024-06-30T10:41", never shifted. */
  readonly publishedAt: string | null;
  readonly zone: string | null;
  readonly publishedSource: DateSource | null;
  readonly sample: boolean;
  readonly revision: {
    readonly id: string;
    readonly number: number;
    readonly text: string;
    readonly parts: readonly Part[];
    readonly sha256: string;
    readonly createdAt: string;
    /** BCP 47; "und" or null: nobody can tell. */
    readonly language: string | null;
  };
  /** How many texts of the article are on record. */
  readonly revisions: number;
  /** Statements that the current text does not simply hold: they wait for a look. */
  readonly waiting: number;
  /** Statements that stand in an earlier text only. */
  readonly earlier: number;
  /** Changes by the outlet that nobody has looked at. */
  readonly openChanges: number;
  /** Why the article is off the record; null: it is on record. */
  readonly deletedReason: string | null;
  readonly suggestions: readonly DeskSuggestion[];
  readonly statements: readonly DeskStatement[];
  readonly history: readonly DecisionRow[];
  /** What the ids in the history mean: names of actors and outlets, sentences of claims, words of anchors. */
  readonly names: Readonly<Record<string, string>>;
  /** Number of the latest decision on this article: what a sign-off must have seen. */
  readonly lastSeq: string;
  readonly signedOff: { readonly at: string; readonly by: string; readonly seq: string } | null;
  /** Whether anything the public sees was decided since the sign-off: it sees the older state. */
  readonly changedSinceSignOff: boolean;
  /** The present engine has not read this text yet: its suggestions can be asked for. */
  readonly readByOlderEngine: boolean;
  /** The story it is accepted in, or is proposed for. */
  readonly story: { readonly title: string; readonly accepted: boolean } | null;
}

export interface DeskActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
}

export interface DeskCandidate {
  readonly actor: DeskActor;
  readonly reason: string;
}

interface DeskSpans {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export interface DeskSuggestion extends DeskSpans {
  readonly id: string;
  readonly version: number;
  readonly state: "open" | "accepted" | "rejected";
  readonly statementId: string | null;
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  /** How the text names the speaker; null: an older engine did not say. */
  readonly mention: MentionType | null;
  /** "did not say" */
  readonly negatedCue: boolean;
  /** "reportedly said" */
  readonly hedgedCue: boolean;
  readonly dateSaid: DateSaid | null;
  /** On record, or null: the editor chooses or makes one. */
  readonly actor: DeskActor | null;
  /** What the text calls the speaker, where no actor on record fits. */
  readonly proposedActor: string | null;
  /** Why the engine takes this actor; null where an editor chose it for the chain. */
  readonly actorReason: string | null;
  readonly chosenByEditor: boolean;
  /** Whom the mention may stand for, the engine's own choice first, each with why. */
  readonly candidates: readonly DeskCandidate[];
  /** What the text says about somebody who is not on record. */
  readonly proposal: ActorProposal | null;
  /** The same for all mentions of this article that stand for the same one; null: it stands alone. */
  readonly chain: string | null;
  /** `actor` null: whom the text names is not on record. */
  readonly via: readonly {
    readonly name: string;
    readonly actor: DeskActor | null;
    readonly reason: string;
    readonly proof: Span;
  }[];
  readonly confidence: number;
  readonly reason: string;
  readonly engine: string;
}

export interface DeskStatement extends DeskSpans {
  readonly id: string;
  readonly version: number;
  /** Marked by an editor; false: accepted from a suggestion, in this text of the article or an earlier one. */
  readonly byHand: boolean;
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly actor: DeskActor;
  readonly via: readonly (DeskActor & { readonly proof: Span | null })[];
  readonly claims: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly slug: string;
    readonly stance: Stance;
  }[];
}

/** A statement that waits to be marked by hand in the present text. */
export interface DeskPlacing {
  readonly reanchoringId: string;
  readonly version: number;
  readonly actor: DeskActor;
  /** Its words as they stood, and in which revision. */
  readonly words: string;
  readonly revision: number;
  /** What the machine proposes, to begin with. */
  readonly spans: DeskSpans;
  /** Who passed it on, and where the words that prove it stand in the present text; null: not there any more. */
  readonly via: readonly { readonly name: string; readonly proof: Span | null }[];
}
