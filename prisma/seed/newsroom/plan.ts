/**
 * How a sample article is written down: its text, and what an editor would find in it. Words stand for spans, so that
 * no offset is ever counted by hand; `locate.ts` finds them.
 */
import type { StatementKind, StatementMode } from "#lib/attribution/statement.ts";
import type { Stance } from "#lib/claim/schema.ts";
import type { ActorKey } from "./actors.ts";
import type { ClaimKey } from "./claims.ts";
import type { OutletKey } from "./outlets.ts";

/** Words that occur once in the article's text, or the first such words after others that do. */
export type Words = string | { readonly words: string; readonly after: string };

export interface PlannedStance {
  readonly claim: ClaimKey;
  readonly kind: Stance;
}

export interface PlannedStatement {
  /** Null where the text leaves the speaker out. */
  readonly speaker: Words | null;
  readonly cue: readonly Words[];
  readonly content: readonly Words[];
  readonly actor: ActorKey;
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  /** Relays between outlet and speaker, outermost first. */
  readonly via: readonly { readonly actor: ActorKey; readonly proof: Words }[];
  readonly stances: readonly PlannedStance[];
}

export interface PlannedArticle {
  /** Unique among the sample articles. */
  readonly key: string;
  readonly outlet: OutletKey;
  readonly url: string;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly byline: string | null;
  /** As printed, "YYYY-MM-DDTHH:MM"; never shifted. */
  readonly publishedAt: string;
  readonly zone: string | null;
  readonly paragraphs: readonly string[];
  /** Whether it waits in the inbox: then it is brought in and nothing of it is decided. */
  readonly inbox: boolean;
  readonly statements: readonly PlannedStatement[];
}
