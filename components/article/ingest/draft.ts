import { reassemble } from "#lib/article/clean/reassemble.ts";
import type { CleanedArticle, CleanedLine, LineRole } from "#lib/article/cleaned.ts";
import type { NewArticle } from "#lib/article/schema.ts";
import type { OutletKind } from "#lib/outlet/schema.ts";

/** Fields read off the paste; an editor may write over each. */
export const READ_FIELDS = ["headline", "standfirst", "byline", "publishedAt", "zone", "outlet"] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** An article between paste and save: the lines with their roles, and what the editor wrote over them. */
export interface Draft {
  readonly paste: string;
  /** As the cleaner found them: a line moved back gets its old reason again. */
  readonly found: readonly CleanedLine[];
  readonly lines: readonly CleanedLine[];
  /** Earlier states of `lines`, oldest first. */
  readonly past: readonly (readonly CleanedLine[])[];
  readonly edits: Readonly<Partial<Record<ReadField, string>>>;
  readonly outletKind: OutletKind;
  readonly url: string;
}

export type Change =
  | { readonly type: "role"; readonly line: number; readonly role: LineRole }
  | { readonly type: "keep" | "drop"; readonly line: number }
  | { readonly type: "undo" }
  | { readonly type: "edit"; readonly field: ReadField; readonly value: string }
  | { readonly type: "restore"; readonly field: ReadField }
  | { readonly type: "outletKind"; readonly kind: OutletKind }
  | { readonly type: "url"; readonly value: string };

export function draftOf(paste: string, cleaned: CleanedArticle): Draft {
  return { ...draftOfLines(cleaned.lines), paste };
}

/** Lines of an article on record: only their roles are changed. */
export const draftOfLines = (lines: readonly CleanedLine[]): Draft => ({
  paste: "",
  found: lines,
  lines,
  past: [],
  edits: {},
  outletKind: "other",
  url: "",
});

/** The draft after one change; the same draft when nothing changes. */
export function change(draft: Draft, what: Change): Draft {
  switch (what.type) {
    case "keep":
      return setRole(draft, what.line, foundRole(draft, what.line));
    case "drop":
      return setRole(draft, what.line, "dropped");
    case "role":
      return setRole(draft, what.line, what.role);
    case "undo": {
      const lines = draft.past.at(-1);
      return lines ? { ...draft, lines, past: draft.past.slice(0, -1) } : draft;
    }
    case "edit":
      return { ...draft, edits: { ...draft.edits, [what.field]: what.value } };
    case "restore": {
      const { [what.field]: _, ...edits } = draft.edits;
      return { ...draft, edits };
    }
    case "outletKind":
      return { ...draft, outletKind: what.kind };
    case "url":
      return { ...draft, url: what.value };
  }
}

/** A kept line comes back as what it was found to be; one that was never kept becomes a paragraph. */
function foundRole(draft: Draft, line: number): LineRole {
  const role = draft.found.find((one) => one.line === line)?.role ?? "dropped";
  return role === "dropped" ? "paragraph" : role;
}

function setRole(draft: Draft, line: number, role: LineRole): Draft {
  const at = draft.lines.findIndex((one) => one.line === line);
  const before = draft.lines[at];
  if (!before || before.role === role) return draft;
  const found = draft.found.find((one) => one.line === line);
  const after = found?.role === role ? found : { ...before, role, reason: "set by you" };
  return { ...draft, lines: draft.lines.with(at, after), past: [...draft.past, draft.lines] };
}

export interface FieldReading {
  readonly value: string;
  /** Written by the editor; otherwise read off the paste. */
  readonly edited: boolean;
  /** Lines it was read off; none when it was not found. */
  readonly from: readonly CleanedLine[];
}

export interface Reading {
  readonly fields: Readonly<Record<ReadField, FieldReading>>;
  readonly paragraphs: readonly string[];
  readonly words: number;
  readonly dropped: number;
}

/** What would be saved now, with where each field comes from. */
export function readDraft(draft: Draft): Reading {
  const article = reassemble(draft.lines);
  const field = (name: ReadField): FieldReading => {
    const read = article[name] ?? "";
    const edited = draft.edits[name];
    return {
      value: edited ?? read,
      edited: edited !== undefined && edited !== read,
      from: linesBehind(draft, name, read),
    };
  };
  return {
    fields: {
      headline: field("headline"),
      standfirst: field("standfirst"),
      byline: field("byline"),
      publishedAt: field("publishedAt"),
      zone: field("zone"),
      outlet: field("outlet"),
    },
    paragraphs: article.paragraphs,
    words: article.paragraphs.reduce((sum, paragraph) => sum + (paragraph.match(/\S+/g)?.length ?? 0), 0),
    dropped: draft.lines.filter(({ role }) => role === "dropped").length,
  };
}

const ROLE_OF: Record<ReadField, LineRole> = {
  headline: "headline",
  standfirst: "standfirst",
  byline: "byline",
  publishedAt: "date",
  zone: "date",
  outlet: "outlet",
};

function linesBehind(draft: Draft, field: ReadField, read: string): readonly CleanedLine[] {
  if (read === "") return [];
  const own = draft.lines.filter(({ role }) => role === ROLE_OF[field]);
  if (own.length > 0 || ROLE_OF[field] !== "date") return own;
  // Without a date line the date was read off the byline or the dateline of the first paragraph.
  const bylines = draft.lines.filter(({ role }) => role === "byline");
  const first = draft.lines.find(({ role }) => role === "paragraph");
  return bylines.length > 0 ? bylines : first ? [first] : [];
}

/** What keeps the draft from being saved, by field. */
export function missingFrom({
  fields,
  paragraphs,
}: Reading): readonly ("headline" | "outlet" | "paragraphs")[] {
  return [
    ...(fields.headline.value.trim() === "" ? (["headline"] as const) : []),
    ...(fields.outlet.value.trim() === "" ? (["outlet"] as const) : []),
    ...(paragraphs.length === 0 ? (["paragraphs"] as const) : []),
  ];
}

/** The draft as the desk's door takes it. @param known outlets on record, to choose one of them by its name. */
export function articleOf(
  draft: Draft,
  known: readonly { readonly id: string; readonly name: string }[],
): NewArticle {
  const { fields, paragraphs } = readDraft(draft);
  const name = fields.outlet.value.trim();
  const outlet = outletNamed(known, name);
  const dateEdited = fields.publishedAt.edited || fields.zone.edited;
  return {
    outlet: outlet ? { id: outlet.id } : { name, kind: draft.outletKind },
    headline: fields.headline.value,
    standfirst: fields.standfirst.value,
    byline: fields.byline.value,
    publishedAt: fields.publishedAt.value.trim().replace(" ", "T"),
    zone: fields.zone.value,
    url: draft.url.trim() || null,
    paragraphs: [...paragraphs],
    raw: draft.paste,
    publishedSource: dateEdited || fields.publishedAt.value === "" ? "editor" : "text",
  };
}

/** The outlet on record that has this name, whatever its case. */
export function outletNamed<Outlet extends { readonly name: string }>(
  known: readonly Outlet[],
  name: string,
): Outlet | undefined {
  const wanted = name.trim().toLowerCase();
  return known.find((outlet) => outlet.name.toLowerCase() === wanted);
}
