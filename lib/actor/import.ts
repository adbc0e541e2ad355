import { CsvError, parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import { ACTOR_KINDS } from "../attribution/authority.ts";
import { OnRecordError } from "../errors.ts";
import { line } from "../parse.ts";
import { elementLines } from "./json-lines.ts";
import { Alias, Day } from "./schema.ts";

/** One actor of a list that is brought in, as its line says it. */
export interface ListedEntry {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly entry: z.output<typeof Entry>;
}

/** Why a line is not taken in. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

export interface ActorFile {
  readonly entries: readonly ListedEntry[];
  readonly problems: readonly LineProblem[];
}

const optional = (most: number) =>
  line(most)
    .nullish()
    .transform((text) => text || null);

const Key = line(100)
  .refine(
    (key) => key === "" || /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u.test(key),
    "a key has letters, digits and . _ : - only",
  )
  .nullish()
  .transform((key) => key || null);

const to = z
  .union([Day, z.literal("")])
  .nullish()
  .transform((day) => day || null);

const OfficeEntry = z
  .object({
    key: Key,
    title: line(200).min(1, "an office needs a title"),
    aliases: z.array(line(200).min(1)).max(50).default([]),
    tenures: z
      .array(z.object({ holder: line(200).min(1, "a holder is a key or a name"), from: Day, to }).strict())
      .max(500)
      .default([]),
  })
  .strict();

const LISTED_KINDS = ACTOR_KINDS.filter((kind) => kind !== "unnamedSource");

/** Codes are held to their shape where they are stored. */
export const Entry = z
  .object({
    key: Key,
    name: line(200).min(1, "the actor needs a name"),
    kind: z.enum(
      LISTED_KINDS,
      `a kind is ${LISTED_KINDS.join(", ")}; an unnamed source belongs to its article`,
    ),
    description: optional(500),
    part_of: optional(200),
    state_code: optional(2),
    wikidata: optional(20),
    aliases: z
      .array(z.preprocess((alias) => (typeof alias === "string" ? { name: alias } : alias), Alias))
      .max(200)
      .default([]),
    offices: z.array(OfficeEntry).max(100).default([]),
  })
  .strict();

export const CSV_COLUMNS = [
  "key",
  "name",
  "kind",
  "description",
  "part_of",
  "state_code",
  "wikidata",
  "aliases",
] as const;

/**
 * Reads a list of actors: JSON (an array, or an object with `actors`), JSON lines, or CSV with a header. Every line that
 * can't be read is a problem with its number; the others are entries. Reads no database.
 * @throws OnRecordError "invalid" where the file as a whole is neither.
 */
export function readActorFile(text: string, format: "csv" | "json"): ActorFile {
  const rows = format === "csv" ? csvRows(text) : jsonRows(text);
  const entries: ListedEntry[] = [];
  const problems: LineProblem[] = [];
  for (const { line, value, problem } of rows) {
    const read = problem === undefined ? Entry.safeParse(value) : null;
    if (read?.success) entries.push({ line, entry: read.data });
    else
      problems.push({
        line,
        message: problem ?? read?.error?.issues.map(issueWords).join("; ") ?? "not understood",
      });
  }
  return withoutTwins(entries, problems);
}

interface Row {
  readonly line: number;
  readonly value?: unknown;
  readonly problem?: string;
}

const issueWords = ({ path, message }: z.core.$ZodIssue) =>
  path.length === 0 ? message : `${path.join(".")}: ${message}`;

/** The same key or Wikidata id twice: the first is taken, the others are told. */
function withoutTwins(entries: readonly ListedEntry[], problems: readonly LineProblem[]): ActorFile {
  const seen = new Map<string, number>();
  const kept: ListedEntry[] = [];
  const twins: LineProblem[] = [];
  for (const listed of entries) {
    const { key, wikidata } = listed.entry;
    const marks = [key && `key ${key}`, wikidata && `Wikidata id ${wikidata}`].filter(
      (mark) => typeof mark === "string",
    );
    const twin = marks.find((mark) => seen.has(mark));
    if (twin) {
      twins.push({ line: listed.line, message: `${twin} stands in line ${seen.get(twin)} already` });
      continue;
    }
    for (const mark of marks) seen.set(mark, listed.line);
    kept.push(listed);
  }
  return { entries: kept, problems: [...problems, ...twins].sort((a, b) => a.line - b.line) };
}

function jsonRows(text: string): readonly Row[] {
  const body = text.replace(/^\uFEFF/u, "");
  let whole: unknown;
  try {
    whole = JSON.parse(body);
  } catch (error) {
    const lines = jsonLines(body);
    if (lines) return lines;
    throw new OnRecordError(
      "invalid",
      `The file is not JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  const list = Array.isArray(whole) ? whole : (whole as { actors?: unknown } | null)?.actors;
  // One object alone is a list of one line.
  if (!Array.isArray(list) && whole !== null && typeof whole === "object" && "name" in whole)
    return [{ line: 1, value: whole }];
  if (!Array.isArray(list))
    throw new OnRecordError(
      "invalid",
      "The file holds no list: an array of actors, or an object with “actors”.",
    );
  const lines = elementLines(body, Array.isArray(whole) ? 1 : 2);
  return list.map((value, at) => ({
    line: lines.length === list.length ? (lines[at] ?? at + 1) : at + 1,
    value,
  }));
}

/** One object on each line; null where the file is nothing like that. A line of it that can't be read is its own problem. */
function jsonLines(text: string): readonly Row[] | null {
  const rows = text.split(/\r?\n/u).flatMap((words, at): Row[] => {
    if (words.trim() === "") return [];
    try {
      return [{ line: at + 1, value: JSON.parse(words) }];
    } catch (error) {
      return [{ line: at + 1, problem: `not JSON: ${error instanceof Error ? error.message : error}` }];
    }
  });
  const read = rows.filter(
    ({ value }) => value !== null && typeof value === "object" && !Array.isArray(value),
  );
  return rows.length > 1 && read.length > 0 ? rows : null;
}

function csvRows(text: string): readonly Row[] {
  let records: readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
  try {
    // One kind of line end: within quotation marks the reader counts "\r\n" as two.
    records = parseCsv(text.replace(/\r\n?/gu, "\n"), {
      bom: true,
      info: true,
      relax_column_count: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError)
      throw new OnRecordError("invalid", `The file is not CSV: ${error.message}`);
    throw error;
  }
  const [header, ...rest] = records;
  const columns = header?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const unknown = columns.filter((name) => !(CSV_COLUMNS as readonly string[]).includes(name));
  if (unknown.length > 0 || !columns.includes("name") || !columns.includes("kind"))
    throw new OnRecordError(
      "invalid",
      `The first line must name the columns: ${CSV_COLUMNS.join(", ")}; name and kind are needed.${unknown.length > 0 ? ` Unknown: ${unknown.join(", ")}.` : ""}`,
    );
  let before = header?.info.lines ?? 1;
  return rest.flatMap(({ info, record }): Row[] => {
    const line = before + 1;
    before = info.lines;
    if (record.every((cell) => cell === "")) return [];
    if (record.length !== columns.length)
      return [{ line, problem: `${record.length} columns where the first line names ${columns.length}` }];
    const cells = Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ""]));
    return [{ line, value: { ...cells, aliases: aliasesIn(cells.aliases ?? "") } }];
  });
}

/** "NATO|acronym|en|1949-04-04|; OTAN|acronym|fr": parts left out are not said. */
function aliasesIn(cell: string): readonly unknown[] {
  return cell
    .split(";")
    .filter((alias) => alias.trim() !== "")
    .map((alias) => {
      const [name = "", kind = "", language = "", from = "", to = "", ...more] = alias
        .split("|")
        .map((part) => part.trim());
      const said = { name, language, from, to, ...(kind === "" ? {} : { kind }) };
      return more.length === 0 ? said : { ...said, more };
    });
}
