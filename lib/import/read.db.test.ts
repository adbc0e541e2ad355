import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { readTitledLines } from "./read.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

it("a line of the report has its article's headline until the article is deleted", async () => {
  const editor = await makeViewer(db(), "editor");
  const { articleId } = await makeArticle(db(), editor);
  const { headline, version } = await readDeskArticle(db(), editor, articleId);
  const identity = randomUUID();
  const { id: importId } = await db().import.create({
    data: { kind: "jsonl", name: "list", identity, sizeBytes: 1n },
  });
  await db().importLine.create({
    data: { importId, number: 1, outcome: "added", articleId, excerpt: "line 1" },
  });
  const lines = () => readTitledLines(db(), editor, { importId });
  expect(await lines()).toMatchObject([{ articleId, headline, language: "en" }]);
  await runDeskWrite(db(), editor, "delete-article", { articleId, version, reason: "Legal request" });
  expect(await lines()).toMatchObject([{ articleId, headline: null, language: null, excerpt: "line 1" }]);
});
