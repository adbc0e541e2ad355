import { parse } from "csv-parse/sync";
import { type Line, linesOf } from "./lines.ts";
import { type ByteSource, excerptOf, type ImportRecord, LONGEST } from "./record.ts";

const BROKEN = "The row's quotation marks do not match: it can't be told where its columns end.";
/** A row may go over so many lines; a mark that is not closed by then never was. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = LONGEST / 4;

/** A row of the table: the lines between two ends of a row that stand outside quotation marks. */
interface Row {
  readonly position: number;
  readonly text: string;
  /** Null: too long, or its marks do not match. */
  readonly cells: readonly string[] | null;
}

/**
 * Rows of a table with a header: Media Cloud's story lists and any with the same kind of columns. A row with broken
 * quotation marks is reported, and reading goes on with the line that follows.
 */
export async function* readCsv(source: ByteSource): AsyncGenerator<ImportRecord> {
  let header: readonly string[] | undefined;
  let number = 0;
  for await (const { position, text, cells } of rowsOf(source)) {
    if (header === undefined && cells !== null) {
      header = cells.map((name) => name.toLowerCase());
      continue;
    }
    number += 1;
    const excerpt = excerptOf(text);
    if (cells === null || header === undefined) {
      yield { number, position, excerpt, held: { kind: "bad", problem: BROKEN } };
      continue;
    }
    const columns = header;
    const article = Object.fromEntries(
      cells.flatMap((value, at) => (columns[at] && value !== "" ? [[columns[at], value]] : [])),
    );
    yield { number, position, excerpt, held: { kind: "article", article } };
  }
}

async function* rowsOf(source: ByteSource): AsyncGenerator<Row> {
  let held: Line[] = [];
  for await (const line of linesOf(source)) {
    held.push(line);
    yield* whole(held, false);
    held = held.slice(closed(held));
  }
  while (held.length > 0) {
    yield* whole(held, true);
    held = held.slice(closed(held) || 1);
  }
}

const textOf = ({ bytes }: Line): string => (bytes === null ? '"' : bytes.toString("utf8"));

/** How many of the lines make the first row: 0 while its marks are open. */
function closed(lines: readonly Line[]): number {
  let marks = 0;
  let characters = 0;
  for (const [at, line] of lines.entries()) {
    const text = textOf(line);
    characters += text.length;
    marks += text.split('"').length - 1;
    if (marks % 2 === 0) return at + 1;
    // It will not close any more: the first line is given up, the others are looked at again.
    if (at + 1 >= MOST_LINES || characters > MOST_CHARACTERS) return 1;
  }
  return 0;
}

function* whole(lines: readonly Line[], atEnd: boolean): Generator<Row> {
  const count = closed(lines) || (atEnd ? 1 : 0);
  const taken = lines.slice(0, count);
  const last = taken.at(-1);
  if (!last) return;
  const text = taken
    .map(textOf)
    .join("\n")
    .replace(/^\uFEFF/u, "");
  if (text.trim() === "") return;
  yield { position: last.position, text, cells: cellsOf(text) };
}

function cellsOf(text: string): readonly string[] | null {
  try {
    const [row] = parse(text, { trim: true, relax_column_count: true }) as string[][];
    return row ?? null;
  } catch {
    return null;
  }
}
