import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { operator } from "#lib/auth/operator.server.ts";
import { db, inTransaction } from "#lib/db.server.ts";
import { OnRecordError } from "#lib/errors.ts";
import { readListed } from "#lib/import/listed.ts";
import { leftWords, type Progress } from "#lib/import/progress.ts";
import { readImport, type ShownImport } from "#lib/import/read.server.ts";
import { type ImportKind, recordsOfFile } from "#lib/import/records.server.ts";
import { reportCsv } from "#lib/import/report.server.ts";
import { runImport } from "#lib/import/run.server.ts";
import { chooseOutlet } from "#lib/outlet/write.server.ts";

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
 * @param say progress, a line at a time
 */
export async function importByCommand(wish: ImportWish, say: (line: string) => void): Promise<string> {
  const { size, kind, identity } = await look(wish);
  if (wish.dryRun) return dryRun(wish.file, kind);
  const importId = await begin(wish, kind, identity, size);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  let shownAt = 0;
  const ended = await runImport(db(), {
    importId,
    records: recordsOfFile(wish.file, kind),
    signal: stopping.signal,
    onLine: (now) => {
      if (Date.now() - shownAt < 1_000) return;
      shownAt = Date.now();
      say(bar(now));
    },
  }).finally(() => process.off("SIGINT", stop).off("SIGTERM", stop));
  const viewer = await operator(db());
  const row = await readImport(db(), viewer, importId);
  if (wish.report) {
    const out = createWriteStream(wish.report);
    for await (const line of reportCsv(db(), viewer, importId)) out.write(line);
    await new Promise<void>((resolve) => out.end(resolve));
  }
  const rest = ended === "done" ? "" : "\nPaused: the same command goes on there.";
  return `${summary(row)}${wish.report ? `\nWhat became of each line: ${wish.report}` : ""}${rest}`;
}

async function look({ file, kind: said }: ImportWish) {
  const found = await stat(file).catch(() => {
    throw new OnRecordError("missing", `Can't read ${file}.`);
  });
  const kind = said ?? (found.isDirectory() ? "html" : kindOf(file));
  if (kind === undefined || !["jsonl", "csv", "html", "warc"].includes(kind))
    throw new OnRecordError("invalid", "Say what the file is: --kind jsonl, csv, html (a folder) or warc.");
  const size = found.isDirectory() ? 0 : found.size;
  const identity = `${path.resolve(file)} ${size} ${found.isDirectory() ? "folder" : await beginning(file)}`;
  return { size, kind: kind as ImportKind, identity: identity.slice(-600) };
}

function kindOf(file: string): string | undefined {
  if (/\.warc(\.gz)?$/i.test(file)) return "warc";
  if (/\.csv$/i.test(file)) return "csv";
  return /\.(jsonl|ndjson)$/i.test(file) ? "jsonl" : undefined;
}

async function beginning(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return createHash("sha256").update(buffer.subarray(0, bytesRead)).digest("hex").slice(0, 32);
  } finally {
    await handle.close();
  }
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

async function dryRun(file: string, kind: ImportKind): Promise<string> {
  let [good, bad, leftOut] = [0, 0, 0];
  const problems: string[] = [];
  const complain = (number: number, problem: string) => {
    bad += 1;
    if (problems.length < 20) problems.push(`  line ${number}: ${problem}`);
  };
  for await (const { number, held } of recordsOfFile(file, kind)) {
    if (held.kind === "bad") complain(number, held.problem);
    else if (held.kind === "leftOut") leftOut += 1;
    else if (held.kind === "page") good += 1;
    else {
      try {
        const { url, headline, paragraphs, html } = readListed(held.article);
        if (url === null && html === null && (headline === null || paragraphs.length === 0))
          throw new Error("neither an address nor a headline with a text");
        good += 1;
      } catch (error) {
        complain(number, error instanceof Error ? error.message : String(error));
      }
    }
  }
  const words = `${good} lines can be brought in, ${bad} can't, ${leftOut} hold no page. Nothing was stored.`;
  return [words, ...problems].join("\n");
}

/** "[########................] 33 % 1204 lines, 43.1 a second, 3 min 20 s left" */
function bar({ lines, progress }: { readonly lines: number; readonly progress: Progress }): string {
  const { share, rate, left } = progress;
  const filled = Math.round(share * 24);
  return [
    `[${"#".repeat(filled)}${".".repeat(24 - filled)}] ${Math.floor(share * 100)} % ${lines} lines`,
    ...(rate === null ? [] : [`${rate.toFixed(1)} a second`]),
    ...(left === null ? [] : [leftWords(left)]),
  ].join(", ");
}

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
