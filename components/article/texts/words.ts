import { betweenWords, momentWords } from "#lib/article/date-words.ts";
import type { SightingSource } from "#lib/article/schema.ts";
import type { TextChange, TextRevision, WaitingStatement } from "#lib/desk/article-texts.ts";
import type { DiffSummary } from "#lib/text/diff.ts";
import type { NamedChange } from "#lib/text/named-change.ts";

const CAUSES: Record<TextRevision["cause"], string> = {
  first: "the first text",
  outletChange: "another text at the outlet",
  reExtraction: "another reading by the software: no change by the outlet",
  editorCleaning: "an editor’s cleaning: no change by the outlet",
};

/** Why a revision is there. */
export const causeWords = (cause: TextRevision["cause"]): string => CAUSES[cause];

const SOURCES: Record<SightingSource, string> = {
  paste: "pasted",
  url: "fetched by address",
  feed: "by a feed",
  bulk: "in bulk",
};

export const sourcesWords = (sources: readonly SightingSource[]): string =>
  sources.map((source) => SOURCES[source]).join(", ");

const FOUND: Record<WaitingStatement["found"], string> = {
  changed: "changed",
  ambiguous: "in several places",
  orphan: "not found",
};

/** What became of a statement's words in the new text. */
export const foundWords = (found: WaitingStatement["found"]): string => FOUND[found];

/** One named change: "drops “not”", "3,000 → 30,000". */
export function changeWords({ before, after }: NamedChange): string {
  if (before === "") return `adds ${quoted(after)}`;
  if (after === "") return `drops ${quoted(before)}`;
  return `${shortened(before)} → ${shortened(after)}`;
}

/** Words that begin with a mark of their own get no other around them. */
const quoted = (words: string) => (/^["“”„«‘]/u.test(words) ? shortened(words) : `“${shortened(words)}”`);

const SHORT = 80;
/** The beginning of a long text. */
export const shortened = (text: string): string =>
  text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text;

const KINDS: Record<NamedChange["kind"], string> = {
  number: "number or date",
  negation: "negation",
  name: "name",
  words: "words",
};

/** What kind of words a change is about. */
export const changeKindWords = (kind: NamedChange["kind"]): string => KINDS[kind];

/** When the outlet changed its text, as far as anybody saw: "seen between 1 July 10:02 and 3 July 2024 09:15 UTC". */
export const seenWords = ({ seenBefore, seenAfter }: Pick<TextChange, "seenBefore" | "seenAfter">): string =>
  `seen between ${betweenWords(new Date(seenBefore), new Date(seenAfter))}`;

/** How much of a text is another: "12 words left out, 3 added, 1 paragraph moved". */
export function amountWords({ leftOut, added, movedParagraphs }: DiffSummary): string {
  const parts = [
    ...(leftOut > 0 ? [`${counted(leftOut, "word")} left out`] : []),
    ...(added > 0 ? [`${leftOut > 0 ? added : counted(added, "word")} added`] : []),
    ...(movedParagraphs > 0 ? [`${counted(movedParagraphs, "paragraph")} moved`] : []),
  ];
  return parts.length === 0 ? "the same words, with other marks or space" : parts.join(", ");
}

/** "The text was changed: 2 statements wait for your look". */
export function lookWords({
  waiting,
  openChanges,
}: {
  readonly waiting: number;
  readonly openChanges: number;
}): string {
  if (waiting > 0)
    return `The text was changed: ${waiting === 1 ? "1 statement waits" : `${waiting} statements wait`} for your look`;
  return `The outlet may have changed the text: ${openChanges === 1 ? "1 change waits" : `${openChanges} changes wait`} for your look`;
}

/** What is left to say of a statement that was placed: who passed it on by words that are not there any more. */
export function unprovedWords(unproved: readonly string[]): string | null {
  if (unproved.length === 0) return null;
  return `No words there prove that it came via ${unproved.join(", ")}: correct it in the article before the sign-off.`;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const DECIDED: Readonly<Record<string, string>> = {
  placed: "placed in the new text",
  left: "not in the text any more",
  superseded: "replaced: a later text came in",
  confirmed: "confirmed: the outlet changed its text",
  dismissed: "nothing that the outlet did",
  open: "to look at again",
};

/** What somebody else decided meanwhile: "placed in the new text, by Ada Early, 3 July 2024, 09:15 UTC". */
/** The other side of a conflict as a door tells it. */
export interface Theirs {
  readonly state?: string;
  readonly by?: string | null;
  readonly at?: string | null;
}

export function theirsWords({ state, by, at }: Theirs): string | null {
  if (state === undefined) return null;
  const when = at ? momentWords(new Date(at)) : null;
  return [DECIDED[state] ?? state, by && `by ${by}`, when].filter(Boolean).join(", ");
}
