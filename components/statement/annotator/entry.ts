import type { DeskArticle, DeskStatement, DeskSuggestion } from "#lib/desk/desk-article.ts";
import { isLessCertain } from "#lib/statement/shown.ts";
import { overlaps, type Span } from "#lib/text/span.ts";

export type EntryState = "open" | "accepted" | "added" | "rejected" | "takenBack";

/** One line of the annotator's list: a suggestion, the statement it became, or one marked by hand or in an earlier text. */
export interface Entry {
  /** Stays the same when a suggestion becomes a statement and when that is undone. */
  readonly key: string;
  readonly state: EntryState;
  readonly suggestion: DeskSuggestion | null;
  /** Null also while an acceptance is on its way. */
  readonly statement: DeskStatement | null;
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly relay: readonly Span[];
  /** Who speaks, as far as anyone knows; null for a speaker nobody could name. */
  readonly actorName: string | null;
}

/** What was decided here and has not come back from the record yet. */
export interface Underway {
  readonly key: string;
  readonly as: "accepted" | "rejected";
}

/** Everything the list shows, in reading order. `underway` is shown as if it were decided already. */
export function entriesOf(article: DeskArticle, underway: readonly Underway[] = []): readonly Entry[] {
  const decidedHere = new Map(underway.map(({ key, as }) => [key, as]));
  const statements = new Map(article.statements.map((statement) => [statement.id, statement]));
  const fromSuggestions = article.suggestions.map((suggestion) => {
    const statement = suggestion.statementId === null ? undefined : statements.get(suggestion.statementId);
    if (statement) statements.delete(statement.id);
    return ofSuggestion(suggestion, statement ?? null, decidedHere.get(suggestion.id));
  });
  const others = [...statements.values()].map(
    (statement): Entry => ({
      key: statement.id,
      state: statement.byHand ? "added" : "accepted",
      suggestion: null,
      ...ofStatement(statement),
    }),
  );
  return [...fromSuggestions, ...others].sort(
    (a, b) => firstOf(a) - firstOf(b) || lastOf(a) - lastOf(b) || a.key.localeCompare(b.key),
  );
}

function ofSuggestion(
  suggestion: DeskSuggestion,
  statement: DeskStatement | null,
  decided: Underway["as"] | undefined,
): Entry {
  const common = { key: suggestion.id, suggestion };
  if (statement) return { ...common, state: "accepted", ...ofStatement(statement) };
  const stored = suggestion.state === "accepted" ? "takenBack" : suggestion.state;
  return {
    ...common,
    state: suggestion.state === "open" ? (decided ?? "open") : stored,
    statement: null,
    speaker: suggestion.speaker,
    cue: suggestion.cue,
    content: suggestion.content,
    relay: suggestion.via.map((relay) => relay.proof),
    actorName: suggestion.actor?.name ?? suggestion.proposedActor,
  };
}

function ofStatement(statement: DeskStatement) {
  return {
    statement,
    speaker: statement.speaker,
    cue: statement.cue,
    content: statement.content,
    relay: statement.via.flatMap(({ proof }) => (proof ? [proof] : [])),
    actorName: statement.actor.name,
  };
}

/** Undecided and below the cut: hidden until asked for, and it waits for nobody. */
export function isQuiet({ state, suggestion }: Entry): boolean {
  return state === "open" && suggestion !== null && isLessCertain(suggestion);
}

/** What is listed: all of it, or all but the less certain suggestions. */
export function listed(entries: readonly Entry[], lessCertainToo: boolean): readonly Entry[] {
  return lessCertainToo ? entries : entries.filter((entry) => !isQuiet(entry));
}

/** The other entries that mark some of the same words, in the order of the list. */
export function overlapping(entry: Entry, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(
    (other) =>
      other.key !== entry.key &&
      other.state !== "rejected" &&
      other.state !== "takenBack" &&
      other.content.some((span) => entry.content.some((mine) => overlaps(mine, span))),
  );
}

const firstOf = (entry: Entry) => Math.min(...entry.content.map((span) => span.start));
const lastOf = (entry: Entry) => Math.max(...entry.content.map((span) => span.end));

/** Statements with relays that no words of the present text prove: the sign-off waits for them. */
export function unprovedIn({ statements }: Pick<DeskArticle, "statements">) {
  return statements.flatMap(({ id, actor, via }) => {
    const names = via.filter(({ proof }) => proof === null).map(({ name }) => name);
    return names.length === 0 ? [] : [{ id, actor, via: names.join(", ") }];
  });
}

export interface Progress {
  readonly accepted: number;
  readonly added: number;
  readonly rejected: number;
  readonly takenBack: number;
  /** Undecided, without the less certain ones. */
  readonly open: number;
  readonly lessCertain: number;
}

/** How many entries stand where. */
export function progressOf(entries: readonly Entry[]): Progress {
  const counts = { accepted: 0, added: 0, rejected: 0, takenBack: 0, open: 0, lessCertain: 0 };
  for (const entry of entries) counts[isQuiet(entry) ? "lessCertain" : entry.state]++;
  return counts;
}

/** The next undecided entry after `key` in reading order, from the top again at the end; null when all are decided. */
export function nextOpen(entries: readonly Entry[], key: string | null): string | null {
  const at = entries.findIndex((entry) => entry.key === key);
  const onwards = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  return onwards.find((entry) => entry.state === "open")?.key ?? null;
}

/** The entry `by` lines further down (or up); stops at the ends. */
export function stepFrom(entries: readonly Entry[], key: string | null, by: 1 | -1): string | null {
  const at = entries.findIndex((entry) => entry.key === key);
  if (at < 0) return (by === 1 ? entries[0] : entries.at(-1))?.key ?? null;
  return entries[Math.min(entries.length - 1, Math.max(0, at + by))]?.key ?? null;
}

/** Whether an entry's speaker, words or claims hold every word of `query`. */
export function isFound(entry: Entry, words: string, query: string): boolean {
  const claims = entry.statement?.claims.map((claim) => claim.sentence) ?? [];
  const all = [entry.actorName ?? "", words, ...claims].join(" ").toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** "7 accepted · 1 rejected · 4 to go · 12 less certain". */
export function progressWords(progress: Progress): string {
  const { accepted, added, rejected, takenBack } = progress;
  return [
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(added > 0 ? [`${added} added`] : []),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
    ...(takenBack > 0 ? [`${takenBack} taken back`] : []),
    toGoWords(progress),
    ...(progress.lessCertain > 0 ? [`${progress.lessCertain} less certain`] : []),
  ].join(" · ");
}

/** "4 to go"; "nothing left to decide". */
export function toGoWords({ open }: Progress): string {
  return open > 0 ? `${open} to go` : "nothing left to decide";
}
