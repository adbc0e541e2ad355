import { beforeAll, describe, expect, it } from "vitest";
import { type MadeArticle, makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { SHOWN_FROM } from "../attribution/cut.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { readInbox } from "./inbox.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});

const stateOf = async ({ articleId }: MadeArticle) =>
  (await readInbox(db(), editor)).rows.find(({ id }) => id === articleId)?.state;
async function signOff({ articleId }: MadeArticle) {
  const { lastSeq } = await readDeskArticle(db(), editor, articleId);
  await runDeskWrite(db(), editor, "sign-off", { articleId, lastSeq });
}

it("says of an article what it waits for", async () => {
  const article = await makeArticle(db(), editor);
  expect(await stateOf(article)).toBe("new");
  await makeStatement(db(), editor, article);
  expect(await stateOf(article)).toBe("begun");
  await signOff(article);
  expect(await stateOf(article)).toBe("signedOff");
  await makeStatement(db(), editor, article);
  expect(await stateOf(article)).toBe("changed");
  await signOff(article);
  expect(await stateOf(article)).toBe("signedOff");
});

it("puts what was never signed off first, the newest first among it", async () => {
  const older = await makeArticle(db(), editor);
  const newer = await makeArticle(db(), editor);
  const ids = (await readInbox(db(), editor)).rows.map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual([newer.articleId, older.articleId]);
});

describe("less certain suggestions", () => {
  it("are counted apart from the open ones, and wait for nobody", async () => {
    const { articleId } = await makeArticle(db(), editor);
    const row = async () => (await readInbox(db(), editor)).rows.find(({ id }) => id === articleId);
    const rows = await db().suggestion.findMany({ where: { articleId }, orderBy: { position: "asc" } });
    const sure = (id: string, confidence: number) =>
      db().suggestion.update({ where: { id }, data: { confidence } });
    for (const { id } of rows) await sure(id, 0.9);
    const [first] = rows;
    if (!first) throw new Error("nothing was suggested");
    expect(await row()).toMatchObject({ open: rows.length, lessCertain: 0 });
    await sure(first.id, SHOWN_FROM - 0.001);
    expect(await row()).toMatchObject({ open: rows.length - 1, lessCertain: 1 });
    await sure(first.id, SHOWN_FROM);
    expect(await row()).toMatchObject({ open: rows.length, lessCertain: 0 });
    // What is decided is neither.
    await sure(first.id, 0);
    await runDeskWrite(db(), editor, "reject-suggestion", { suggestionId: first.id, version: 1 });
    expect(await row()).toMatchObject({ open: rows.length - 1, lessCertain: 0 });
  });

  it("do not stand in the way of a sign-off, nor do open ones", async () => {
    const article = await makeArticle(db(), editor);
    await db().suggestion.updateMany({ where: { articleId: article.articleId }, data: { confidence: 0.1 } });
    await makeStatement(db(), editor, article);
    await signOff(article);
    expect(await stateOf(article)).toBe("signedOff");
  });
});

describe("after the sign-off", () => {
  it("a rejection changes nothing that the public sees; an undone one asks for a decision again", async () => {
    const article = await makeArticle(db(), editor);
    await makeStatement(db(), editor, article);
    await signOff(article);
    const { suggestions } = await readDeskArticle(db(), editor, article.articleId);
    const { id: suggestionId, version } = suggestions[0] ?? { id: "", version: 0 };
    await runDeskWrite(db(), editor, "reject-suggestion", { suggestionId, version });
    expect(await stateOf(article)).toBe("signedOff");
    const { lastSeq: seq, changedSinceSignOff } = await readDeskArticle(db(), editor, article.articleId);
    expect(changedSinceSignOff).toBe(false);
    await runDeskWrite(db(), editor, "undo", { seq });
    expect(await stateOf(article)).toBe("changed");
  });

  it("suggesting again asks for a decision only where something new was found", async () => {
    const article = await makeArticle(db(), editor);
    const where = { articleId: article.articleId };
    await db().suggestion.updateMany({ where, data: { engine: "before-1" } });
    await makeStatement(db(), editor, article);
    for (const { id, version } of (await readDeskArticle(db(), editor, article.articleId)).suggestions)
      await runDeskWrite(db(), editor, "reject-suggestion", { suggestionId: id, version });
    await signOff(article);
    await runDeskWrite(db(), editor, "suggest-again", where);
    expect(await stateOf(article)).toBe("signedOff");

    const other = await makeArticle(db(), editor);
    await db().suggestion.updateMany({ where: { articleId: other.articleId }, data: { engine: "before-1" } });
    await makeStatement(db(), editor, other);
    await signOff(other);
    await runDeskWrite(db(), editor, "suggest-again", { articleId: other.articleId });
    expect(await stateOf(other)).toBe("changed");
  });
});
