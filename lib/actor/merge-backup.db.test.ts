import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { backup } from "../database/backup.server.ts";
import { restore } from "../database/restore.server.ts";
import { anotherDatabase, freshDatabase } from "../database/testing.ts";
import { type Db, db, openDb } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { currentMerges } from "./merge-read.server.ts";

const url = await freshDatabase();
const restoredUrl = await anotherDatabase();
const restored = openDb(restoredUrl);
const folder = mkdtempSync(path.join(tmpdir(), "on-record-merge-"));
afterAll(async () => {
  await db().$disconnect();
  await restored.$disconnect();
  rmSync(folder, { recursive: true });
});

it("after a restore, each record stands for what it stood for, and names are found alike", async () => {
  const editor = await makeViewer(db(), "editor");
  const add = async (name: string) =>
    ((await runDeskWrite(db(), editor, "add-actor", { name, kind: "person" })) as { id: string }).id;
  const merge = (actorId: string, intoId: string) =>
    runDeskWrite(db(), editor, "merge-actors", { actorId, version: 2, intoId, intoVersion: 2 }) as Promise<{
      seq: string;
    }>;
  const [a, b, c, d] = [
    await add("Runa Voll"),
    await add("R. Voll"),
    await add("Runa Marie Voll"),
    await add("Runar Voll"),
  ];
  await merge(a, b);
  await merge(b, c);
  const { seq } = await merge(d, a);
  await runDeskWrite(db(), editor, "undo", { seq });
  await backup(url, path.join(folder, "all.gz"));
  await restore(restoredUrl, path.join(folder, "all.gz"));
  const computed = async (from: Db) => ({
    canonical: await from.actorCanonical.findMany({ orderBy: { actorId: "asc" } }),
    alike: (await from.aliasLikeness.findMany()).map((row) => JSON.stringify(row)).sort(),
    merges: await currentMerges(from, editor),
  });
  const before = await computed(db());
  expect(before.alike.length).toBeGreaterThan(0);
  expect(before.canonical.filter(({ actorId, canonicalId }) => actorId !== canonicalId)).toHaveLength(2);
  expect(await computed(restored)).toEqual(before);
});
