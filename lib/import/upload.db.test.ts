import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runImportWrite, takePiece } from "./actions.server.ts";
import { readImport, readImports, readLines } from "./read.server.ts";
import { recordsOfUpload } from "./records.server.ts";
import { reportCsv } from "./report.server.ts";
import { runImport } from "./run.server.ts";
import { PIECE } from "./write.server.ts";

await freshDatabase();
let editor: Viewer;
let reader: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  reader = await makeViewer(db(), "reader");
});
afterAll(() => db().$disconnect());

/** A little more than two pieces, most of it a line too long to be one. */
function fileOf(mark: string): Buffer {
  const line = (at: number) =>
    JSON.stringify({
      url: `https://canal.example/${mark}/${at}`,
      title: `Canal notice ${at} of ${mark}`,
      text: `“Gate ${at} will hold until spring,” said Ilse Varn, who runs the canal.`,
    });
  return Buffer.from([line(1), "x".repeat(2 * PIECE + 1), "=no json", line(2), ""].join("\n"));
}
const add = (file: Buffer, mark: string, viewer: Viewer | null = editor) =>
  runImportWrite(db(), viewer, "add", {
    kind: "jsonl",
    name: `${mark}.jsonl`,
    sizeBytes: file.length,
    identity: `test ${mark}`,
    outlet: { name: "Canal Gazette" },
  }) as Promise<{ importId: string; pieces: number[] }>;
const steer = (name: string, importId: string, viewer: Viewer | null = editor) =>
  runImportWrite(db(), viewer, name, { importId });
const piece = (file: Buffer, importId: string, number: number, viewer: Viewer | null = editor) =>
  takePiece(db(), viewer, {
    importId,
    number,
    bytes: new Uint8Array(file.subarray(number * PIECE, (number + 1) * PIECE)),
  });
const state = async (importId: string) => (await readImport(db(), editor, importId)).state;
const jobs = async (importId: string) =>
  (
    await db().$queryRaw<
      unknown[]
    >`SELECT 1 FROM pgboss.job WHERE name = 'import' AND singleton_key = ${importId}`
  ).length;
async function run(importId: string) {
  const row = await db().import.findUniqueOrThrow({ where: { id: importId } });
  const { signal } = new AbortController();
  return runImport(db(), { importId, records: recordsOfUpload(db(), row), signal, goesOnBy: "worker" });
}
async function sent(mark: string): Promise<string> {
  const file = fileOf(mark);
  const { importId } = await add(file, mark);
  for (const number of [0, 1, 2]) await piece(file, importId, number);
  return importId;
}

describe("an upload", () => {
  it("goes on where it broke off, waits for the worker when it is whole, and takes no room when it is done", async () => {
    const mark = randomUUID();
    const file = fileOf(mark);
    const { importId } = await add(file, mark);
    expect(await piece(file, importId, 2)).toEqual({ complete: false });
    expect(await piece(file, importId, 0)).toEqual({ complete: false });
    expect(await piece(file, importId, 0)).toEqual({ complete: false });
    expect(await add(file, mark)).toEqual({ importId, pieces: [0, 2] });
    expect([await state(importId), await jobs(importId)]).toEqual(["uploading", 0]);
    expect(await piece(file, importId, 1)).toEqual({ complete: true });
    expect([await state(importId), await jobs(importId)]).toEqual(["waiting", 1]);
    await expect(add(file, mark)).rejects.toMatchObject({ code: "conflict" });
    expect(await run(importId)).toBe("done");
    expect(await readImport(db(), editor, importId)).toMatchObject({
      state: "done",
      counts: { added: 2, bad: 2 },
      progress: { share: 1, left: null },
    });
    expect(await db().importPiece.count({ where: { importId } })).toBe(0);
    const report: string[] = [];
    for await (const part of reportCsv(db(), editor, importId)) report.push(part);
    const rows = report.join("").trim().split("\r\n");
    expect(rows).toHaveLength(5);
    expect(rows[2]).toContain("longer than 8 MB");
    // No spreadsheet takes the excerpt for a formula.
    expect(rows[3]).toContain(`"'=no json"`);
    const again = await add(file, mark);
    expect(again).toMatchObject({ pieces: [] });
    expect(again.importId).not.toBe(importId);
  });

  it("takes no piece of another size, and none beyond the file", async () => {
    const mark = randomUUID();
    const file = fileOf(mark);
    const { importId } = await add(file, mark);
    await expect(piece(file.subarray(0, PIECE - 1), importId, 0)).rejects.toMatchObject({ code: "invalid" });
    await expect(piece(Buffer.concat([file, file, file]), importId, 2)).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(piece(file, importId, 3)).rejects.toMatchObject({ code: "invalid" });
    expect(await db().importPiece.count({ where: { importId } })).toBe(0);
  });

  it("over 2 GB is refused in words", async () => {
    const wish = { kind: "csv", name: "large.csv", sizeBytes: 2 * 1024 ** 3 + 1, identity: "large" };
    await expect(runImportWrite(db(), editor, "add", wish)).rejects.toThrow(/Over 2 GB/);
  });

  it("that nobody finished within a week takes no room any more", async () => {
    const mark = randomUUID();
    const file = fileOf(mark);
    const { importId } = await add(file, mark);
    await piece(file, importId, 0);
    await db().import.update({
      where: { id: importId },
      data: { createdAt: new Date(Date.now() - 8 * 86_400_000) },
    });
    await add(fileOf(randomUUID()), randomUUID());
    expect(await state(importId)).toBe("stopped");
    expect(await db().importPiece.count({ where: { importId } })).toBe(0);
  });

  it("whose pieces are gone says so, and is not done", async () => {
    const importId = await sent(randomUUID());
    await db().importPiece.deleteMany({ where: { importId, number: 1 } });
    await expect(run(importId)).rejects.toThrow("send it again");
    expect(await readImport(db(), editor, importId)).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("send it again"),
    });
  });
});

describe("steering an import", () => {
  it("pauses, goes on, and stops for good", async () => {
    const importId = await sent(randomUUID());
    await steer("pause", importId);
    expect(await state(importId)).toBe("paused");
    await expect(steer("pause", importId)).rejects.toMatchObject({ code: "conflict" });
    await steer("resume", importId);
    expect([await state(importId), await jobs(importId)]).toEqual(["waiting", 1]);
    await steer("stop", importId);
    expect(await state(importId)).toBe("stopped");
    expect(await db().importPiece.count({ where: { importId } })).toBe(0);
    await expect(steer("resume", importId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("one that a command began is gone on with by the command", async () => {
    const identity = randomUUID();
    const { id } = await db().import.create({
      data: { kind: "csv", name: "list.csv", identity, sizeBytes: 9n, state: "paused" },
    });
    await expect(steer("resume", id)).rejects.toThrow("command");
    expect(await state(id)).toBe("paused");
  });
});

it("a reader, and who is not signed in, may neither see nor do any of it", async () => {
  const mark = randomUUID();
  const file = fileOf(mark);
  const { importId } = await add(file, mark);
  for (const [viewer, code] of [
    [reader, "forbidden"],
    [null, "signedOut"],
  ] as const) {
    await expect(add(file, randomUUID(), viewer)).rejects.toMatchObject({ code });
    await expect(piece(file, importId, 0, viewer)).rejects.toMatchObject({ code });
    for (const name of ["pause", "resume", "stop"])
      await expect(steer(name, importId, viewer)).rejects.toMatchObject({ code });
    await expect(readImports(db(), viewer)).rejects.toMatchObject({ code });
    await expect(readImport(db(), viewer, importId)).rejects.toMatchObject({ code });
    await expect(readLines(db(), viewer, { importId })).rejects.toMatchObject({ code });
  }
  expect(await state(importId)).toBe("uploading");
});
