import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { operator } from "#lib/auth/operator.server.ts";
import { db, inTransaction } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { pagesIn } from "#lib/import/html-folder.ts";
import type { Progress } from "#lib/import/progress.ts";
import { readImport, type ShownImport } from "#lib/import/read.server.ts";
import { type ImportKind, recordsOfFile } from "#lib/import/records.server.ts";
import { reportCsv } from "#lib/import/report.server.ts";
import { runImport } from "#lib/import/run.server.ts";
import { chooseOutlet } from "#lib/outlet/write.server.ts";
import { tryFile } from "./import-try.ts";

export interface ImportWish {
  readonly file: string;
  readonly outlet?: string | undefined;
  readonly kind?: string | undefined;
  readonly report?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

/**
 * Brings a file or folder in by command, from where an earlier run was left; Ctrl-C pauses it between two lines. Returns
 * what to print.
 * @param onProgress told after each line
 * @throws OnRecordError "unusable" where nothing of it came in
 */
export async function importByCommand(
  wish: ImportWish,
  onProgress: (now: { readonly lines: number; readonly progress: Progress }) => void,
): Promise<string> {
  const { size, kind, identity } = await look(wish);
  if (wish.dryRun) return tryFile(recordsOfFile(wish.file, kind), wish.outlet);
  const importId = await begin(wish, kind, identity, size);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  // Not once: npm hands the same Ctrl-C on a second time.
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const ended = await runImport(db(), {
    importId,
    records: recordsOfFile(wish.file, kind),
    signal: stopping.signal,
    onLine: onProgress,
    goesOnBy: "person",
  }).finally(() => process.off("SIGINT", stop).off("SIGTERM", stop));
  const viewer = await operator(db());
  const row = await readImport(db(), viewer, importId);
  if (wish.report) await pipeline(reportCsv(db(), viewer, importId), createWriteStream(wish.report));
  const words = [
    summary(row),
    ...(wish.report ? [`What became of each line: ${wish.report}`] : []),
    ...(ended === "done" ? [] : ["Paused: the same command goes on there."]),
  ].join("\n");
  if (ended === "done" && cameIn(row) === 0) throw new OnRecordError("unusable", words);
  return words;
}

async function look({ file, kind: said }: ImportWish) {
  const found = await stat(file).catch(() => {
    throw new OnRecordError("missing", `Can't read ${file}.`);
  });
  const isFolder = found.isDirectory();
  const kind = said ?? (isFolder ? "html" : kindOf(file));
  if (kind === undefined || !["jsonl", "csv", "html", "warc"].includes(kind))
    throw new OnRecordError("invalid", "Say what the file is: --kind jsonl, csv, html (a folder) or warc.");
  if (isFolder !== (kind === "html"))
    throw new OnRecordError(
      "invalid",
      `${file} is ${isFolder ? "a folder" : "no folder"}: ${kind} can't be read off it.`,
    );
  const { size, mark } = isFolder
    ? await contents(file)
    : { size: found.size, mark: await ends(file, found.size) };
  return {
    size,
    kind: kind as ImportKind,
    identity: `${kind} ${path.basename(file)} ${size} ${mark}`.slice(-600),
  };
}

function kindOf(file: string): string | undefined {
  if (/\.warc(\.gz)?$/i.test(file)) return "warc";
  if (/\.(csv|tsv)$/i.test(file)) return "csv";
  return /\.(jsonl|ndjson)$/i.test(file) ? "jsonl" : undefined;
}

const END = 1 << 20;
const hexOf = (hash: ReturnType<typeof createHash>): string => hash.digest("hex").slice(0, 32);

/** Tells a file by its first and its last megabyte, wherever it lies. */
async function ends(file: string, size: number): Promise<string> {
  const handle = await open(file);
  try {
    const hash = createHash("sha256");
    for (const at of [0, Math.max(0, size - END)]) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(END), 0, END, at);
      hash.update(buffer.subarray(0, bytesRead));
    }
    return hexOf(hash);
  } finally {
    await handle.close();
  }
}

/** Tells a folder by its pages: with one more it is another, whose pages have other numbers. */
async function contents(folder: string): Promise<{ size: number; mark: string }> {
  const hash = createHash("sha256");
  let total = 0;
  for await (const { file, size } of pagesIn(folder)) {
    total += size;
    hash.update(`${path.relative(folder, file)} ${size}\n`);
  }
  return { size: total, mark: hexOf(hash) };
}

/** The import of this file, or a new one; one that is done begins anew and finds everything on record. */
async function begin(wish: ImportWish, kind: ImportKind, identity: string, size: number): Promise<string> {
  const viewer = await operator(db());
  return inTransaction(db(), async (tx) => {
    const known = await tx.import.findUnique({ where: { identity } });
    if (known && !["done", "stopped"].includes(known.state)) return known.id;
    if (known)
      await tx.import.update({
        where: { id: known.id },
        data: { identity: `${identity} ${known.id}`.slice(-600) },
      });
    const outlet = wish.outlet ? await chooseOutlet(tx, viewer, { name: wish.outlet, kind: "other" }) : null;
    const { id } = await tx.import.create({
      data: {
        kind,
        identity,
        name: path.basename(wish.file),
        sizeBytes: BigInt(size),
        outletId: outlet?.id ?? null,
      },
    });
    return id;
  });
}

const cameIn = ({ counts }: ShownImport): number =>
  counts.added + counts.seen + counts.revised + counts.otherText + counts.deleted;

function summary({ lines, counts }: ShownImport): string {
  const { added, seen, revised, otherText, deleted, leftOut, bad } = counts;
  const all = [
    [added, "new"],
    [seen, "seen again"],
    [revised, "with another text"],
    [otherText, "with another text kept beside"],
    [deleted, "deleted by an editor"],
    [leftOut, "without a page"],
    [bad, "bad"],
  ] as const;
  const words = all.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return `${lines} lines: ${words.join(", ") || "nothing yet"}.`;
}
