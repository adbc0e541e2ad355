import { aliasesWords, tenuresWords } from "#components/actor/state-words.ts";
import type { DecisionRow } from "#lib/decision/read.server.ts";
import { goesWhenUndone, type Json, type State, type Subject } from "#lib/decision/subject.ts";
import { KIND_WORDS, MODE_WORDS } from "./statement-words.ts";

/** One thing a decision changed, in words. */
export interface Change {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

type Names = Readonly<Record<string, string>>;
type FieldWords = readonly [field: string, what: string, words: (value: Json, names: Names) => string];

const NOTHING = "nothing";
const text = (value: Json) => (value === null || value === "" ? NOTHING : String(value));
const named = (value: Json, names: Names) =>
  typeof value === "string" ? (names[value] ?? "a record that is gone") : NOTHING;
const list = (value: Json, words: (item: Json) => string) =>
  Array.isArray(value) && value.length > 0 ? value.map(words).join(", ") : NOTHING;
const from = (table: Readonly<Record<string, string>>) => (value: Json) =>
  table[String(value)] ?? String(value);

const SUGGESTION_STATES = {
  open: "to decide",
  accepted: "accepted",
  rejected: "rejected",
  superseded: "replaced",
};

const REANCHORING_STATES = {
  open: "to look at",
  placed: "placed",
  left: "not in the text any more",
  superseded: "replaced by a later text",
};
const OUTLET_CHANGE_STATES = { open: "to look at", confirmed: "confirmed", dismissed: "dismissed" };

const STORY_STATES = { suggested: "to decide", accepted: "yes", rejected: "no", removed: "no longer" };

/** The fields of each noun that decisions change, in the order they are shown. */
const FIELDS: Readonly<Record<Subject["noun"], readonly FieldWords[]>> = {
  suggestion: [
    ["state", "suggestion", from(SUGGESTION_STATES)],
    ["chosenActorId", "actor chosen for the chain", named],
  ],
  statement: [
    ["withdrawn", "statement", (value) => (value === true ? "taken back" : "on record")],
    ["attributedToId", "actor", named],
    ["anchorId", "words", (value, names) => `“${named(value, names)}”`],
    ["kind", "kind", from(KIND_WORDS)],
    ["mode", "mode", from(MODE_WORDS)],
    ["via", "via", (value, names) => list(value, (id) => named(id, names))],
    ["stances", "claims", stanceWords],
  ],
  claim: [["sentence", "claim", text]],
  actor: [
    ["name", "actor", text],
    ["kind", "kind of actor", text],
    ["description", "description", text],
    ["partOfId", "part of", named],
    ["stateCode", "state code", text],
    ["wikidata", "Wikidata", text],
    ["aliases", "names", aliasesWords],
  ],
  office: [
    ["withdrawn", "office", (value) => (value === true ? "off the record" : "on record")],
    ["bodyId", "body", named],
    ["title", "title", text],
    ["aliases", "other titles", (value) => list(value, String)],
    ["tenures", "held by", tenuresWords],
  ],
  identification: [
    ["withdrawn", "identification", (value) => (value === true ? "taken back" : "on record")],
    ["unnamedId", "unnamed source", named],
    ["actorId", "identified as", named],
    ["title", "source", text],
    ["url", "address", text],
    ["date", "date", text],
    ["note", "note", text],
  ],
  outlet: [["name", "outlet", text]],
  merge: [
    ["actorId", "record", named],
    ["intoId", "leads to", named],
    ["active", "merge", (value) => (value === true ? "in force" : "undone")],
    ["reason", "reason", text],
  ],
  distinction: [
    ["oneId", "one record", named],
    ["otherId", "another record", named],
    ["active", "not the same", (value) => (value === true ? "in force" : "undone")],
    ["reason", "reason", text],
  ],
  reanchoring: [["state", "place in the new text", from(REANCHORING_STATES)]],
  outletChange: [["state", "change by the outlet", from(OUTLET_CHANGE_STATES)]],
  story: [
    ["title", "story", text],
    ["withdrawn", "story", (value) => (value === true ? "none" : "on record")],
  ],
  storyMember: [
    ["articleId", "article", named],
    ["storyId", "story", named],
    ["state", "in the story", from(STORY_STATES)],
  ],
  feed: [
    ["title", "feed", text],
    ["url", "address", text],
    ["outletId", "outlet", named],
    ["state", "state", text],
  ],
  article: [
    ["headline", "headline", text],
    ["outletId", "outlet", named],
    ["publishedAt", "date", text],
    ["zone", "zone", text],
    ["byline", "byline", text],
    ["canonicalUrl", "address", text],
    ["deletedReason", "article", (value) => (value === null ? "on record" : `deleted: ${String(value)}`)],
    ["currentRevisionId", "text", named],
    ["signOffId", "in public", (value) => (value === null ? "no" : "as signed off")],
  ],
};

function stanceWords(value: Json, names: Names): string {
  const ties = value !== null && typeof value === "object" ? Object.entries(value) : [];
  return ties.length === 0
    ? NOTHING
    : ties.map(([claim, stance]) => `${stance}: ${named(claim, names)}`).join("; ");
}

/**
 * What a decision changed, before and after, in words. A record that was made shows all it began with. What changed in
 * the same way in several records is said once, with how many.
 */
export function changesOf(row: Pick<DecisionRow, "before" | "after">, names: Names): readonly Change[] {
  const counted = new Map<string, { readonly change: Change; count: number }>();
  for (const change of eachChange(row, names)) {
    const key = JSON.stringify(change);
    const known = counted.get(key);
    if (known) known.count++;
    else counted.set(key, { change, count: 1 });
  }
  return [...counted.values()].map(({ change, count }) =>
    count === 1 ? change : { ...change, what: `${change.what} (${count})` },
  );
}

function eachChange(row: Pick<DecisionRow, "before" | "after">, names: Names): readonly Change[] {
  return row.after.flatMap(({ noun, id, state }) => {
    const earlier = row.before.find((subject) => subject.noun === noun && subject.id === id)?.state ?? null;
    return FIELDS[noun].flatMap(([field, what, words]): Change[] => {
      const before = fieldWords(earlier, field, words, names);
      const after = fieldWords(state, field, words, names);
      return before === after ? [] : [{ what, before, after }];
    });
  });
}

function fieldWords(state: State | null, field: string, words: FieldWords[2], names: Names): string {
  const value = state?.[field];
  return value === undefined ? NOTHING : words(value, names);
}

/** Whether the desk can undo a decision: a record that was brought in or made stays. */
export function canUndo(row: DecisionRow): boolean {
  if (row.undoneBy !== null) return false;
  return row.action !== "add" || row.after.some(({ noun }) => goesWhenUndone(noun));
}

/**
 * The viewer's last decision that `u` takes back: never an undo, and nothing before the article was last made public
 * or taken out, which is undone on purpose only.
 */
export function lastToUndo(history: readonly DecisionRow[], viewerId: string): DecisionRow | null {
  for (const row of history) {
    if (row.undoneBy !== null || row.action === "undo") continue;
    if (row.action !== "edit" && row.after.some((subject) => subject.noun === "article")) return null;
    if (row.userId === viewerId && canUndo(row)) return row;
  }
  return null;
}
