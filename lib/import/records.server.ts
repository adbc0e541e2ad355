import { createReadStream } from "node:fs";
import type { Db } from "../db.server.ts";
import { readCsv } from "./csv.ts";
import { readHtmlFolder } from "./html-folder.ts";
import { readJsonl } from "./jsonl.ts";
import { type ByteSource, excerptOf, type ImportRecord } from "./record.ts";
import { readWarc } from "./warc.ts";
import { uploaded } from "./write.server.ts";

export type ImportKind = "jsonl" | "csv" | "html" | "warc";

const READERS = { jsonl: readJsonl, csv: readCsv, warc: readWarc } as const;

/** The records of an uploaded file. */
export function recordsOfUpload(
  client: Db,
  upload: { readonly id: string; readonly kind: ImportKind; readonly sizeBytes: bigint },
): AsyncGenerator<ImportRecord> {
  const source = uploaded(client, upload);
  return upload.kind === "html" ? pagesOfLines(readJsonl(source)) : READERS[upload.kind](source);
}

/** A folder comes as lines of its pages: the browser makes them. The report names the file, as it does for a folder here. */
async function* pagesOfLines(lines: AsyncGenerator<ImportRecord>): AsyncGenerator<ImportRecord> {
  for await (const record of lines) {
    const file =
      record.held.kind === "article" ? (record.held.article as { file?: unknown }).file : undefined;
    yield typeof file === "string" ? { ...record, excerpt: excerptOf(file) } : record;
  }
}

/** The records of a file or folder of this machine. */
export function recordsOfFile(file: string, kind: ImportKind): AsyncGenerator<ImportRecord> {
  return kind === "html" ? readHtmlFolder(file) : READERS[kind](createReadStream(file) as ByteSource);
}
