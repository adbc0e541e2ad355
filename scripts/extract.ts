import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { textBelowHeadline } from "#lib/article/extract/extract.ts";
import { LARGEST_PAGE } from "#lib/article/extract/page.ts";
import { extractInWorker, type PageSource } from "#lib/article/extract/run.server.ts";
import { OnRecordError } from "#lib/errors.ts";

const lineSchema = z
  .object({
    id: z.string().min(1),
    url: z.string(),
    html: z.string().optional(),
    htmlPath: z.string().optional(),
  })
  .refine(({ html, htmlPath }) => (html === undefined) !== (htmlPath === undefined), "give html or htmlPath");

/** How many pages are read at once: as many as there are threads for it. */
const AT_ONCE = 2;

export interface Extracted {
  readonly written: number;
  readonly leftOut: number;
}

/**
 * The command `on-record extract`: reads saved pages, one JSON object a line ({id, url, html} or {id, url, htmlPath}; a
 * path is seen from the file's own folder, .gz is unpacked), and writes {id, title, byline, publishedAt, text}, one line
 * an article, in the same order; the text is standfirst and paragraphs. A line that gives none is told to `report` and stops nothing. Holds a few pages at a
 * time. Needs no database.
 * @throws OnRecordError `missing` when the file can't be read, `invalid` when it would be overwritten
 */
export async function extractFile(
  { in: from, out }: { in: string; out: string },
  report: (line: string) => void,
): Promise<Extracted> {
  if (resolve(from) === resolve(out))
    throw new OnRecordError("invalid", `${out} is the file to read: give --out another name.`);
  const source = createReadStream(from, { encoding: "utf8" });
  // Opened before the other file is written, so that a wrong name leaves nothing behind.
  await once(source, "open").catch((error: Error) => {
    throw new OnRecordError("missing", `Can't read ${from}: ${error.message}`);
  });
  const count = { written: 0, leftOut: 0 };
  const rows = async function* () {
    for await (const row of inTurns(source, dirname(resolve(from)))) {
      if (row.line !== undefined) yield row.line;
      else report(`line ${row.number}: ${row.why}`);
      count[row.line === undefined ? "leftOut" : "written"] += 1;
    }
  };
  await pipeline(rows(), createWriteStream(out, { encoding: "utf8" }));
  return count;
}

interface Row {
  readonly number: number;
  readonly line?: string;
  readonly why?: string;
}

/** The rows in the order of their lines, some of them made at the same time. */
async function* inTurns(source: NodeJS.ReadableStream, folder: string): AsyncGenerator<Row> {
  const ahead: Promise<Row>[] = [];
  let number = 0;
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    ahead.push(rowOf(line.replace(/^\uFEFF/u, ""), number, folder));
    const [first] = ahead;
    if (ahead.length >= AT_ONCE && first !== undefined) {
      yield await first;
      ahead.shift();
    }
  }
  for (const row of ahead) yield await row;
}

async function rowOf(line: string, number: number, folder: string): Promise<Row> {
  try {
    const { id, ...page } = readLine(line);
    const source: PageSource =
      page.html === undefined
        ? { url: page.url, bytes: await bytesOf(resolve(folder, page.htmlPath ?? "")) }
        : { url: page.url, html: page.html };
    const found = await extractInWorker(source);
    const { headline, byline, publishedAt } = found;
    const row = { id, title: headline, byline, publishedAt, text: textBelowHeadline(found) };
    return { number, line: `${JSON.stringify(row)}\n` };
  } catch (error) {
    return { number, why: error instanceof Error ? error.message : String(error) };
  }
}

function readLine(line: string): z.infer<typeof lineSchema> {
  const read = lineSchema.safeParse(JSON.parse(line));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new OnRecordError(
    "invalid",
    `${issue?.path.join(".") || "the line"}: ${issue?.message ?? "not a page"}`,
  );
}

const unpack = promisify(gunzip);

/** A saved page's bytes; a packed one that grows beyond what can be read is refused while it grows. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return path.endsWith(".gz") ? unpack(bytes, { maxOutputLength: LARGEST_PAGE + 1 }) : bytes;
}
