import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Db, Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { OutletChoice } from "../outlet/schema.ts";
import { chooseOutlet } from "../outlet/write.server.ts";
import { line, parse } from "../parse.ts";
import { enqueue } from "../queue/enqueue.server.ts";

/** Largest file that is taken by upload. */
export const LARGEST_UPLOAD = 2 * 1024 ** 3;
/** Size of the pieces an upload comes in; the last one is smaller. */
export const PIECE = 4 * 1024 * 1024;

export const NewImport = z
  .object({
    kind: z.enum(["jsonl", "csv", "html", "warc"]),
    name: line(300).min(1, "The file needs a name."),
    sizeBytes: z
      .int()
      .min(1, "The file is empty.")
      .max(
        LARGEST_UPLOAD,
        "Over 2 GB: bring it in by command on the server (npm run on-record -- import FILE).",
      ),
    /** Tells the same file again: name, size and hash of its beginning. */
    identity: line(600).min(1),
    outlet: OutletChoice.nullish(),
  })
  .strict();
export type NewImport = z.input<typeof NewImport>;

/**
 * Begins an import, or finds the one of the same file: an upload that broke off goes on, a file that was brought in
 * completely begins anew and finds everything on record.
 */
export async function addImport(
  tx: Tx,
  viewer: Viewer | null,
  input: NewImport,
): Promise<{ readonly importId: string; readonly pieces: readonly number[] }> {
  allow(viewer, "ingest");
  const { outlet: choice, sizeBytes, ...wanted } = parse(NewImport, input);
  await giveUpOldUploads(tx);
  const known = await tx.import.findUnique({ where: { identity: wanted.identity } });
  if (known?.state === "uploading") return { importId: known.id, pieces: await piecesOf(tx, known.id) };
  if (known && !["done", "stopped", "failed"].includes(known.state))
    throw new OnRecordError("conflict", "This file is being brought in already.", { importId: known.id });
  if (known)
    // The earlier report stays under another identity.
    await tx.import.update({
      where: { id: known.id },
      data: { identity: `${known.identity} ${known.id}`.slice(-600) },
    });
  const outlet = choice ? await chooseOutlet(tx, viewer, choice) : null;
  const { id } = await tx.import.create({
    data: {
      ...wanted,
      sizeBytes: BigInt(sizeBytes),
      outletId: outlet?.id ?? null,
      state: "uploading",
      userId: viewer.userId || null,
    },
  });
  return { importId: id, pieces: [] };
}

/** Files that were not sent to their end in so long take no room any more. */
const UPLOAD_FOR_DAYS = 7;

async function giveUpOldUploads(tx: Tx): Promise<void> {
  const before = new Date(Date.now() - UPLOAD_FOR_DAYS * 86_400_000);
  const old = { state: "uploading", createdAt: { lt: before } } as const;
  await tx.importPiece.deleteMany({ where: { import: old } });
  await tx.import.updateMany({
    where: old,
    data: { state: "stopped", endedAt: new Date(), problem: "It was not sent to its end within a week." },
  });
}

async function piecesOf(tx: Tx, importId: string): Promise<readonly number[]> {
  const rows = await tx.importPiece.findMany({
    where: { importId },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  return rows.map(({ number }) => number);
}

/** Takes one piece of an upload; the same piece again changes nothing. With the last one the import waits for the worker. */
export async function addPiece(
  tx: Tx,
  viewer: Viewer | null,
  piece: { readonly importId: string; readonly number: number; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<{ readonly complete: boolean }> {
  allow(viewer, "ingest");
  const row = await lockImport(tx, piece.importId);
  if (row.state !== "uploading") return { complete: true };
  const all = piecesFor(row.sizeBytes);
  const expected =
    piece.number === all - 1
      ? Number(row.sizeBytes) - PIECE * (all - 1)
      : piece.number < all - 1
        ? PIECE
        : -1;
  if (piece.bytes.byteLength !== expected)
    throw new OnRecordError(
      "invalid",
      "A piece of the file came in another size than it has. Choose the file again.",
    );
  await tx.importPiece.createMany({ data: [piece], skipDuplicates: true });
  const there = await tx.importPiece.count({ where: { importId: row.id } });
  if (there < all) return { complete: false };
  await tx.import.update({ where: { id: row.id }, data: { state: "waiting", version: { increment: 1 } } });
  await enqueue(tx, "import", { importId: row.id });
  return { complete: true };
}

/** One for the rest of the transaction. @throws OnRecordError "missing". */
async function lockImport(tx: Tx, importId: string) {
  await tx.$queryRaw`SELECT 1 FROM import WHERE id = ${importId}::uuid FOR NO KEY UPDATE`;
  const row = await tx.import.findUnique({ where: { id: importId } });
  if (!row) throw new OnRecordError("missing", "That import is not on record.");
  return row;
}

const Steering = z.object({ importId: z.uuid() }).strict();
export type Steering = z.input<typeof Steering>;

/** Stops after the present line; it goes on there when it is resumed. */
export async function pauseImport(tx: Tx, viewer: Viewer | null, input: Steering): Promise<void> {
  await steer(tx, viewer, input, ["waiting", "running"], "paused");
}

/** Ends it for good; what came in stays. */
export async function stopImport(tx: Tx, viewer: Viewer | null, input: Steering): Promise<void> {
  await steer(tx, viewer, input, ["uploading", "waiting", "running", "paused", "failed"], "stopped");
  await tx.importPiece.deleteMany({ where: { importId: input.importId } });
}

/** Goes on where it was left. */
export async function resumeImport(tx: Tx, viewer: Viewer | null, input: Steering): Promise<void> {
  await steer(tx, viewer, input, ["paused", "failed"], "waiting");
  const pieces = await tx.importPiece.count({ where: { importId: input.importId } });
  if (pieces === 0)
    throw new OnRecordError(
      "conflict",
      "This file lies on the server: the command that began it goes on with it.",
    );
  await enqueue(tx, "import", { importId: input.importId });
}

async function steer(
  tx: Tx,
  viewer: Viewer | null,
  input: Steering,
  from: readonly string[],
  to: "paused" | "stopped" | "waiting",
): Promise<void> {
  allow(viewer, "ingest");
  const { importId } = parse(Steering, input);
  const row = await lockImport(tx, importId);
  if (!from.includes(row.state))
    throw new OnRecordError("conflict", `This import is ${row.state} now. Look again.`, { state: row.state });
  await tx.import.update({
    where: { id: importId },
    data: { state: to, version: { increment: 1 }, ...(to === "stopped" ? { endedAt: new Date() } : {}) },
  });
}

/** An uploaded file, piece by piece. @throws OnRecordError "missing" where one is gone */
export async function* uploaded(
  client: Db,
  { id, sizeBytes }: { readonly id: string; readonly sizeBytes: bigint },
): AsyncGenerator<Uint8Array> {
  for (let number = 0; number < piecesFor(sizeBytes); number++) {
    const piece = await client.importPiece.findUnique({
      where: { importId_number: { importId: id, number } },
    });
    if (!piece)
      throw new OnRecordError(
        "missing",
        "The file is not here any more: send it again, and what came in is only seen.",
      );
    yield piece.bytes;
  }
}

const piecesFor = (sizeBytes: bigint): number => Math.ceil(Number(sizeBytes) / PIECE);
