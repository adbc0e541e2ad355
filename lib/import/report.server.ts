import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { readLines } from "./read.server.ts";

const AT_A_TIME = 1_000;

/** The report of an import as CSV, a thousand lines at a time. */
export async function* reportCsv(
  reader: Reader,
  viewer: Viewer | null,
  importId: string,
): AsyncGenerator<string> {
  yield "line,outcome,problem,begins,article\r\n";
  for (let after = 0; ; ) {
    const lines = await readLines(reader, viewer, { importId, after, most: AT_A_TIME });
    for (const { number, outcome, problem, excerpt, articleId } of lines)
      yield `${[number, outcome, problem ?? "", excerpt, articleId ?? ""].map(cell).join(",")}\r\n`;
    const last = lines.at(-1);
    if (!last) return;
    after = last.number;
  }
}

/** A cell that no spreadsheet takes for a formula, and no reader for two. */
function cell(value: string | number): string {
  const words = String(value);
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}
