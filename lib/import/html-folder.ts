import { opendir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type Held, type ImportRecord, LONGEST } from "./record.ts";

const PAGE = /\.x?html?(\.gz)?$/i;

/**
 * Saved pages of a folder and its folders, by name. A file `NAME.url` beside a page holds its address; else the page says
 * it itself. Unreadable files are reported.
 */
export async function* readHtmlFolder(folder: string): AsyncGenerator<ImportRecord> {
  let number = 0;
  let position = 0;
  for await (const file of pagesIn(folder)) {
    number += 1;
    const held = await heldIn(file);
    if (held.kind === "page") position += held.bytes.length;
    yield { number, position, excerpt: path.relative(folder, file), held };
  }
}

/** All of them in one order, whatever the file system's: what was done is told by its number. */
async function* pagesIn(folder: string): AsyncGenerator<string> {
  const entries: { readonly name: string; readonly folder: boolean }[] = [];
  for await (const entry of await opendir(folder))
    if (entry.isDirectory() || PAGE.test(entry.name))
      entries.push({ name: entry.name, folder: entry.isDirectory() });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, folder: isFolder } of entries) {
    const whole = path.join(folder, name);
    if (isFolder) yield* pagesIn(whole);
    else yield whole;
  }
}

async function heldIn(file: string): Promise<Held> {
  try {
    const { size, mtime } = await stat(file);
    if (size > LONGEST)
      return { kind: "bad", problem: `The file is larger than ${LONGEST / 1024 / 1024} MB.` };
    const read = await readFile(file);
    const bytes = file.endsWith(".gz") ? gunzipSync(read, { maxOutputLength: LONGEST }) : read;
    const url = await readFile(`${file.replace(PAGE, "")}.url`, "utf8").catch(() => null);
    const [address] = /https?:\/\/\S+/.exec(url ?? "") ?? [null];
    return { kind: "page", url: address, bytes, contentType: null, fetchedAt: mtime };
  } catch (error) {
    return {
      kind: "bad",
      problem: `The file can't be read: ${error instanceof Error ? error.message : error}`,
    };
  }
}
