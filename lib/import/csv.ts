import { isUtf8 } from "node:buffer";
import { parse } from "csv-parse/sync";
import { type Line, linesOfTable } from "./lines.ts";
import { type ByteSource, excerptOf, type ImportRecord, LONGEST } from "./record.ts";

const BROKEN = "The row’s quotation marks do not match: it can’t be told where its columns end.";
const TOO_LONG = `The row is longer than ${LONGEST / 1024 / 1024} MB.`;
const PACKED = "The file is packed: unpack it first.";
const NOT_UTF8 = "is not UTF-8: save the file in that encoding.";
/** A row may go over so many lines; a mark that is not closed by then never was. */
const MOST_LINES = 2_000;

/** A row of the table, or the line that is none. */
type Row = { readonly position: number; readonly text: string } & (
  | { readonly cells: readonly string[] }
  | { readonly problem: string }
);

/**
 * Rows of a table with a header: Media Cloud's story lists, old and new, and any with the same kind of columns, between
 * commas, semicolons or tabs. A row with broken quotation marks is reported, and reading goes on with the next line.
 */
export async function* readCsv(source: ByteSource): AsyncGenerator<ImportRecord> {
  let header: readonly string[] | undefined;
  let unreadable: string | undefined;
  let first: Row | undefined;
  let number = 0;
  for await (const row of rowsOf(source)) {
    if (header === undefined && unreadable === undefined) {
      if ("cells" in row) header = row.cells.map((name) => name.toLowerCase());
      else {
        unreadable = `The first row names the columns, and can’t be read. ${row.problem}`;
        first = row;
      }
      continue;
    }
    // Several searches in one of Media Cloud's files: each begins with the names again.
    if ("cells" in row && row.cells.every((cell, at) => cell.toLowerCase() === header?.[at])) continue;
    number += 1;
    const { position, text } = row;
    const problem = unreadable ?? ("problem" in row ? row.problem : undefined);
    const held =
      problem === undefined && "cells" in row
        ? ({ kind: "article", article: named(header ?? [], row.cells) } as const)
        : ({ kind: "bad", problem: problem ?? BROKEN } as const);
    yield { number, position, excerpt: excerptOf(text), held };
  }
  // Below a first row that can't be read each row says so; where there is none, that one does.
  if (number === 0 && first && unreadable !== undefined)
    yield {
      number: 1,
      position: first.position,
      excerpt: excerptOf(first.text),
      held: { kind: "bad", problem: unreadable },
    };
}

const named = (columns: readonly string[], cells: readonly string[]) =>
  Object.fromEntries(
    cells.flatMap((value, at) => (columns[at] && value !== "" ? [[columns[at], value]] : [])),
  );

async function* rowsOf(source: ByteSource): AsyncGenerator<Row> {
  const lines = linesOfTable(source);
  /** Lines that were taken for parts of a row that is none: they are read again, the last one first in here. */
  const again: Line[] = [];
  let held: Line[] = [];
  let size = 0;
  let delimiter: string | undefined;
  let within = false;
  function* giveUp(problem: string): Generator<Row> {
    const [first, ...rest] = held;
    again.push(...rest.reverse());
    held = [];
    size = 0;
    within = false;
    if (first) yield { position: first.position, text: textOf(first), problem };
  }
  for (;;) {
    const line = again.pop() ?? ((await lines.next()).value as Line | undefined);
    if (line === undefined) {
      if (held.length === 0) return;
      yield* giveUp(BROKEN);
      continue;
    }
    if (line.number === 1 && isPacked(line.bytes)) {
      yield { position: line.position, text: "", problem: PACKED };
      return;
    }
    held.push(line);
    size += line.bytes?.length ?? 0;
    const text = textOf(line);
    delimiter ??= delimiterIn(text);
    const state: Ends = line.bytes === null ? "broken" : after(text, delimiter, within);
    within = state === "within";
    if (state === "broken" || held.length >= MOST_LINES || size > LONGEST)
      yield* giveUp(line.bytes === null && held.length === 1 ? TOO_LONG : BROKEN);
    else if (!within) {
      const row = whole(held, delimiter);
      if (row) yield row;
      held = [];
      size = 0;
    }
  }
}

const isPacked = (bytes: Buffer | null) => bytes?.[0] === 0x1f && bytes[1] === 0x8b;

const textOf = ({ bytes, number }: Line): string => {
  const text = bytes?.toString("utf8") ?? "";
  return number === 1 ? text.replace(/^\uFEFF/u, "") : text;
};

/** What stands between the names of the columns. */
function delimiterIn(header: string): string {
  const times = (mark: string) => header.split(mark).length - 1;
  return [",", ";", "\t"].reduce((most, mark) => (times(mark) > times(most) ? mark : most));
}

/** How a line ends: within quotation marks, outside them, or "broken": a mark stands where none can. */
type Ends = "within" | "between" | "broken";

function after(text: string, delimiter: string, begins: boolean): Ends {
  const afterSpace = (at: number) => {
    let here = at;
    while (text[here] === " ") here++;
    return here;
  };
  let within = begins;
  for (let at = 0; ; ) {
    if (!within) {
      at = afterSpace(at);
      if (text[at] !== '"') {
        const next = text.indexOf(delimiter, at);
        if (next < 0) return "between";
        at = next + 1;
        continue;
      }
      at++;
    }
    const mark = text.indexOf('"', at);
    if (mark < 0) return "within";
    within = text[mark + 1] === '"';
    at = within ? mark + 2 : afterSpace(mark + 1);
    if (within) continue;
    if (at >= text.length || text.slice(at) === "\r") return "between";
    if (text[at] !== delimiter) return "broken";
    at++;
  }
}

function whole(lines: readonly Line[], delimiter: string): Row | undefined {
  const text = lines.map(textOf).join("\n");
  const position = lines.at(-1)?.position ?? 0;
  if (text.trim() === "") return undefined;
  if (!lines.every(({ bytes }) => bytes === null || isUtf8(bytes)))
    return { position, text, problem: `The row ${NOT_UTF8}` };
  try {
    // The row's end is found already: a CR before it is part of that, any other is part of a cell.
    const [cells, ...more] = parse(text.replace(/\r$/, ""), {
      delimiter,
      record_delimiter: "\n",
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
    }) as string[][];
    return cells && more.length === 0 ? { position, text, cells } : { position, text, problem: BROKEN };
  } catch {
    return { position, text, problem: BROKEN };
  }
}
