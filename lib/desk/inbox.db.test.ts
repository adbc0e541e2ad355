import { beforeAll, expect, it } from "vitest";
import { type MadeArticle, makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
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
  (await readInbox(db(), editor)).find(({ id }) => id === articleId)?.state;
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
  const ids = (await readInbox(db(), editor)).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual([newer.articleId, older.articleId]);
});
