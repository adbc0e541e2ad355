import type { StatementKind, StatementMode } from "#lib/attribution/statement.ts";
import type { Stance } from "#lib/statement/stance.ts";

const KINDS: Record<StatementKind, string> = {
  direct: "quoted",
  mixed: "partly quoted",
  indirect: "in the outlet’s words",
};

/** How an outlet gives a statement: "quoted", "a view attributed by the outlet, in the outlet’s words". */
export function mannerWords(kind: StatementKind, mode: StatementMode): string {
  return mode === "said" ? KINDS[kind] : `a view attributed by the outlet, ${KINDS[kind]}`;
}

interface Introduced {
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly cue: string | null;
}

/**
 * The same with the cue in front: "“denied that”, in the outlet’s words". Words after "denied that" mean the contrary
 * of what they say, so a passage never stands without its cue.
 */
export function introducedWords({ kind, mode, cue }: Introduced): string {
  return cue === null ? mannerWords(kind, mode) : `“${cue}”, ${mannerWords(kind, mode)}`;
}

/** Names of the groups on a claim's page. */
export const STANCE_TITLES: Record<Stance, string> = {
  asserts: "Asserted by",
  relays: "Relayed by",
  questions: "Questioned by",
  denies: "Denied by",
};

/** What one statement does to a claim. */
export const STANCE_VERBS: Record<Stance, string> = {
  asserts: "asserts",
  relays: "relays",
  questions: "questions",
  denies: "denies",
};
