import type { OutletChangeState, RevisionCause } from "../../prisma/generated/enums.ts";
import type { SightingSource } from "../article/schema.ts";
import type { DiffSummary, Segment } from "../text/diff.ts";
import type { NamedChange } from "../text/named-change.ts";
import type { DeskActor } from "./desk-article.ts";
import type { MarkedParagraph } from "./marked-passage.ts";

/** All texts of one article, and what waits because of them: plain data for the browser. Moments are ISO. */
export interface ArticleTexts {
  readonly articleId: string;
  readonly headline: string;
  /** Of the present text; null: not told. */
  readonly language: string | null;
  readonly outlet: string;
  readonly deletedReason: string | null;
  /** By number; never empty. */
  readonly revisions: readonly TextRevision[];
  /** The latest seen first. */
  readonly changes: readonly TextChange[];
  /** In the order of the text they stand in. */
  readonly waiting: readonly WaitingStatement[];
  /** Statements that stand in an earlier text only, and wait for nobody. */
  readonly earlier: readonly EarlierStatement[];
  /** Two texts word by word; null where there is one. */
  readonly compared: ComparedTexts | null;
}

export interface TextRevision {
  readonly id: string;
  readonly number: number;
  readonly current: boolean;
  readonly cause: RevisionCause;
  readonly extractor: string;
  readonly language: string | null;
  readonly sha256: string;
  readonly rawType: string;
  readonly rawSha256: string | null;
  /** When and where the text was seen. */
  readonly sightings: {
    readonly count: number;
    readonly first: string;
    readonly last: string;
    readonly sources: readonly SightingSource[];
  } | null;
}

/** Two raw sources that differ under one extractor. */
export interface TextChange {
  readonly id: string;
  readonly version: number;
  readonly state: OutletChangeState;
  readonly from: number;
  readonly to: number;
  readonly seenBefore: string;
  readonly seenAfter: string;
}

export interface WaitingStatement {
  readonly reanchoringId: string;
  readonly version: number;
  readonly statementId: string;
  readonly actor: DeskActor;
  readonly found: "changed" | "ambiguous" | "orphan";
  readonly changes: readonly NamedChange[];
  /** Why it waits, in a sentence. */
  readonly reason: string;
  readonly from: { readonly revision: number; readonly paragraphs: readonly MarkedParagraph[] };
  readonly to: { readonly revision: number };
  /** Where it may stand now, the likeliest first; none: nothing like it was found. */
  readonly places: readonly Place[];
}

export interface Place {
  /** Its number among the candidates; null: the machine's proposal. */
  readonly candidate: number | null;
  readonly paragraphs: readonly MarkedParagraph[];
}

export interface EarlierStatement {
  readonly statementId: string;
  readonly actor: DeskActor;
  readonly words: string;
  readonly revision: number;
  readonly language: string | null;
}

export interface ComparedTexts {
  readonly from: number;
  readonly to: number;
  readonly language: string | null;
  readonly segments: readonly Segment[];
  readonly summary: DiffSummary;
}
