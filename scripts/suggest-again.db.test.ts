import { afterAll, beforeAll, expect, it } from "vitest";
import { ENGINE_VERSION } from "#lib/attribution/detect.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { suggestAgainIn } from "./suggest-again.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const notes: string[] = [];
const run = (article?: string, by?: string) => suggestAgainIn({ article, by }, (line) => notes.push(line));
const age = (articleId: string) =>
  db().suggestion.updateMany({ where: { articleId }, data: { engine: "before-1" } });

it("needs somebody who signs, and an article that is there", async () => {
  await expect(run()).rejects.toMatchObject({ code: "missing", message: expect.stringContaining("--by") });
  await expect(run("7", editor.email)).rejects.toMatchObject({ code: "invalid" });
  await expect(run("00000000-0000-7000-8000-000000000000", editor.email)).rejects.toMatchObject({
    code: "missing",
  });
  const reader = await makeViewer(db(), "reader");
  const { articleId } = await makeArticle(db(), editor);
  await expect(run(articleId, reader.email)).rejects.toMatchObject({ code: "forbidden" });
  const left = await makeViewer(db(), "editor");
  await db().user.update({ where: { id: left.userId }, data: { disabledAt: new Date() } });
  await expect(run(articleId, left.email)).rejects.toMatchObject({ code: "missing" });
});

it("reads one article again, signed by whom it is told", async () => {
  const { articleId } = await makeArticle(db(), editor);
  await age(articleId);
  const open = await db().suggestion.count({ where: { articleId } });
  expect(await run(articleId, editor.email.toUpperCase())).toBe(
    `1 article: ${open} new suggestions, ${open} replaced; signed Test editor.`,
  );
  const [last] = await db().decision.findMany({ where: { articleId }, orderBy: { seq: "desc" }, take: 1 });
  expect(last).toMatchObject({ userId: editor.userId, action: "edit" });
});

it("leaves deleted articles as they are, and says so of one it is asked for", async () => {
  const { articleId } = await makeArticle(db(), editor);
  await age(articleId);
  await db().article.update({ where: { id: articleId }, data: { deletedReason: "Twice on record" } });
  await expect(run(articleId, editor.email)).rejects.toMatchObject({
    message: expect.stringContaining("off the record"),
  });
  notes.length = 0;
  await run(undefined, editor.email);
  expect(notes).toEqual([]);
  const kept = await db().suggestion.count({ where: { articleId, engine: "before-1", state: "open" } });
  expect(kept).toBeGreaterThan(0);
  await db().article.update({ where: { id: articleId }, data: { deletedReason: null } });
});

it("reads all articles again, the second time to no effect, and says how far it is", async () => {
  await makeViewer(db(), "admin");
  for (let n = 0; n < 30; n++) await age((await makeArticle(db(), editor)).articleId);
  notes.length = 0;
  const articles = await db().article.count();
  const open = await db().suggestion.count({ where: { engine: "before-1", state: "open" } });
  expect(await run()).toBe(
    `${articles} articles: ${open} new suggestions, ${open} replaced; signed Test admin.`,
  );
  expect(notes).toHaveLength(Math.floor(articles / 25));
  expect(notes[0]).toMatch(/^25 of \d+: \d+ new, \d+ replaced$/);
  const stale = { engine: { not: ENGINE_VERSION }, state: "open" as const };
  expect(await db().suggestion.count({ where: stale })).toBe(0);
  const decisions = await db().decision.count();
  expect(await run()).toContain(": 0 new suggestions, 0 replaced; signed");
  expect(await db().decision.count()).toBe(decisions);
});
