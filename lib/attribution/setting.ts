import type { Authority, Candidate } from "./authority.ts";
import type { Known } from "./known.ts";
import type { Memory } from "./memory.ts";
import type { NamesInText } from "./names.ts";

/** What a mention is resolved with besides its own words. */
export interface MentionContext {
  /** The noun phrase that "who" stands for. */
  readonly antecedent?: string;
  /** The sentence reports a statement or another document; read from the text in front where it isn't given. */
  readonly inDocument?: boolean;
  /** UTF-16 offset of the mention, and of the part (paragraph, headline) it stands in. */
  readonly start?: number;
  readonly part?: number;
  /** When it was said, where the text says so (YYYY, YYYY-MM or YYYY-MM-DD); else the date published counts. */
  readonly on?: string;
}

/** A mention as the rules of resolving see it. */
export interface Sought {
  /** As the text has it, without its apposition. */
  readonly surface: string;
  /** Without article, possessive and brackets. */
  readonly core: string;
  readonly context: MentionContext;
}

/** What the rules of resolving share. */
export interface Setting {
  readonly authority: Authority;
  readonly names: NamesInText;
  readonly memory: Memory;
  /** When the mention at hand was said. */
  readonly on: string | undefined;
  /** The authority's answer, each asked once. */
  lookUp(surface: string): readonly Candidate[];
  /** The one of several bearers of a name that is meant. */
  chosen(candidates: readonly Candidate[], surface: string): Known | undefined;
  /** States the text names, in its order. */
  states(): readonly { readonly start: number; readonly state: Candidate }[];
  /** Resolves other words for a rule: the owner of a letter, the body of a spokesman. */
  find(surface: string, context: MentionContext): Known | undefined;
}

/** One rule: whom a mention means, or nothing where the rule doesn't speak. */
export type ResolvingRule = (sought: Sought, setting: Setting) => Known | undefined;

/** "the ministry", "its head", "both ministers": words that point at what the text has named. */
export const POINTS = /^(?:the|this|that|these|those|its|his|her|their|both)\s/i;

/** A word of a name: no small first letter, unless an article belongs to it ("al-Tamrani"). */
export const NAME_WORD = /^(?:(?:al|el|ad|ar|as)-\p{Lu}|(?!\p{Ll})\p{L})/u;
