import type { Stretch } from "../text/stretch.ts";
import type { StatementMode } from "./statement.ts";

/** Which rule found a statement; its words are the reason a reader sees. */
export type Rule =
  | "before"
  | "after"
  | "around"
  | "inverted"
  | "participle"
  | "shared"
  | "according"
  | "noun"
  | "quotedAs"
  | "headline"
  | "continued"
  | "colon"
  | "signed"
  | "transcript"
  | "learned";

/** Who speaks, as the text has it: the mention, the part that names (without apposition), the word a "who" stands for. */
export interface Mention extends Stretch {
  readonly name: Stretch;
  readonly antecedent?: Stretch;
}

/** A relay as the text has it: the words that prove it and the relay's name. */
export interface RelayMention {
  readonly proof: Stretch;
  readonly name: Stretch;
  /** It carried a document, so that more of the document comes the same way. */
  readonly document?: true;
}

/** A statement found but not yet resolved; UTF-16 offsets. */
export interface Draft {
  readonly rule: Rule;
  readonly mode: StatementMode;
  /** Words were said, not only a thing judged, named or thought of. */
  readonly speech: boolean;
  readonly speaker: Mention | undefined;
  readonly cue: Stretch;
  /** The word of the cue that carries it, where the cue holds more: "said" of "said late on Sunday". */
  readonly head?: Stretch;
  readonly content: readonly Stretch[];
  readonly via: readonly RelayMention[];
  /** Doubt of the rule itself: 0 none, 1 much. */
  readonly doubt: number;
  /** How likely the trained engine holds it, 0 to 1; absent where only a rule found it. */
  readonly chance?: number;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
}
