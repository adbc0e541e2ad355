import { createReadStream } from "node:fs";
import { opendir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { readCsv } from "./csv.ts";
import { type Held, type ImportRecord, LONGEST } from "./record.ts";

const PAGE = /\.x?html?(\.gz)?$/i;

/**
 * Saved pages of a folder and its folders, by name. A file `NAME.url` beside a page holds its address, or a table
 * `urls.csv` (file,url) in the folder; else the page says it itself. Unreadable files are reported.
 */
export async function* readHtmlFolder(folder: string): AsyncGenerator<ImportRecord> {
  const addresses = await addressesIn(folder);
  let number = 0;
  let position = 0;
  for await (const { file, size } of pagesIn(folder)) {
    number += 1;
    position += size;
    const name = path.relative(folder, file);
    yield { number, position, excerpt: name, held: await heldIn(file, size, addresses.get(name)) };
  }
}

export interface Page {
  readonly file: string;
  /** On the disk; 0 where it can't be told. */
  readonly size: number;
}

/** All pages in one order, whatever the file system's: what was done is told by its number. */
export async function* pagesIn(folder: string): AsyncGenerator<Page> {
  const entries: { readonly name: string; readonly folder: boolean }[] = [];
  for await (const entry of await opendir(folder))
    if (entry.isDirectory() || PAGE.test(entry.name))
      entries.push({ name: entry.name, folder: entry.isDirectory() });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, folder: isFolder } of entries) {
    const file = path.join(folder, name);
    if (isFolder) yield* pagesIn(file);
    else yield { file, size: await sizeOf(file) };
  }
}

const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined);
  return found?.size ?? 0;
};

/** The folder's table of addresses, by the file's name as seen from the folder. */
async function addressesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const table = path.join(folder, "urls.csv");
  const found = new Map<string, string>();
  if ((await sizeOf(table)) === 0) return found;
  for await (const { held } of readCsv(createReadStream(table))) {
    if (held.kind !== "article") continue;
    const { file, url } = held.article as { readonly file?: string; readonly url?: string };
    if (file && url) found.set(path.normalize(file), url);
  }
  return found;
}

async function heldIn(file: string, size: number, listed: string | undefined): Promise<Held> {
  try {
    if (size > LONGEST)
      return { kind: "bad", problem: `The file is larger than ${LONGEST / 1024 / 1024} MB.` };
    const read = await readFile(file);
    const bytes = file.endsWith(".gz") ? gunzipSync(read, { maxOutputLength: LONGEST }) : read;
    const beside = await readFile(`${file.replace(PAGE, "")}.url`, "utf8").catch(() => "");
    const address = /https?:\/\/\S+/.exec(beside)?.[0] ?? listed ?? null;
    const { mtime } = await stat(file);
    return { kind: "page", url: address, bytes, contentType: null, fetchedAt: mtime };
  } catch (error) {
    return {
      kind: "bad",
      problem: `The file can’t be read: ${error instanceof Error ? error.message : error}`,
    };
  }
}
