import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { type Db, db } from "../db.server.ts";
import { runImportWrite, takePiece } from "../import/actions.server.ts";
import { importFile } from "./import.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const LINES = 150;

async function uploaded(mark: string): Promise<string> {
  const lines = Array.from({ length: LINES }, (_, at) =>
    JSON.stringify({
      url: `https://canal.example/${mark}/${at}`,
      title: `Canal notice ${at} of ${mark}`,
      text: `“Gate ${at} will hold until spring,” said Ilse Varn, who runs the canal.`,
    }),
  );
  const file = Buffer.from(lines.join("\n"));
  const { importId } = (await runImportWrite(db(), editor, "add", {
    kind: "jsonl",
    name: `${mark}.jsonl`,
    sizeBytes: file.length,
    identity: `test ${mark}`,
    outlet: { name: "Canal Gazette" },
  })) as { importId: string };
  await takePiece(db(), editor, { importId, number: 0, bytes: new Uint8Array(file) });
  return importId;
}

it("an import that is told to go on before its job has noticed the pause goes on in that job", async () => {
  const importId = await uploaded(randomUUID());
  const row = () => db().import.findUniqueOrThrow({ where: { id: importId } });
  const job = importFile(db(), { importId }, new AbortController().signal);
  await vi.waitFor(async () => expect((await row()).lines).toBeGreaterThan(2), { timeout: 20_000 });
  await runImportWrite(db(), editor, "pause", { importId });
  await runImportWrite(db(), editor, "resume", { importId });
  await job;
  expect(await row()).toMatchObject({ state: "done", lines: LINES, added: LINES, seen: 0, bad: 0 });
});

it("an import that is paused stays so, and its job ends", async () => {
  const importId = await uploaded(randomUUID());
  const row = () => db().import.findUniqueOrThrow({ where: { id: importId } });
  const job = importFile(db(), { importId }, new AbortController().signal);
  await vi.waitFor(async () => expect((await row()).lines).toBeGreaterThan(2), { timeout: 20_000 });
  await runImportWrite(db(), editor, "pause", { importId });
  await job;
  expect(await row()).toMatchObject({ state: "paused" });
});

it("a pause in the moment the job begins holds", async () => {
  const importId = await uploaded(randomUUID());
  let looked = false;
  const client = db().$extends({
    query: {
      import: {
        // Between the job's look at the state and its first write.
        async updateMany({ args, query }) {
          if (!looked) await runImportWrite(db(), editor, "pause", { importId });
          looked = true;
          return query(args);
        },
      },
    },
  }) as unknown as Db;
  await importFile(client, { importId }, new AbortController().signal);
  expect(looked).toBe(true);
  expect(await db().import.findUniqueOrThrow({ where: { id: importId } })).toMatchObject({
    state: "paused",
    lines: 0,
  });
});
