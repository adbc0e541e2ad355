import { afterAll, beforeAll, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const look = (articleId: string) => readDeskArticle(db(), editor, articleId);

/** What the window of an article sends that was opened and saved as it stood. */
async function asItStands(articleId: string) {
  const { version, outlet, headline, byline, publishedAt, zone, canonicalUrl: url } = await look(articleId);
  return { articleId, version, outlet: { id: outlet.id }, headline, byline, publishedAt, zone, url };
}

it("a correction that changes nothing is no decision: the article stays as it was signed off", async () => {
  const article = await makeArticle(db(), editor);
  const { articleId } = article;
  await makeStatement(db(), editor, article);
  const dated = { publishedAt: "2024-07-03T09:15", zone: "UTC", byline: "Ana Brandt" };
  await desk("edit-article", { ...(await asItStands(articleId)), ...dated });
  await desk("sign-off", { articleId, lastSeq: (await look(articleId)).lastSeq });
  const before = await look(articleId);
  expect(before).toMatchObject({ ...dated, changedSinceSignOff: false });

  const same = await asItStands(articleId);
  await desk("edit-article", same);
  // The same in other writing: a space in the date, spaces around the headline, the outlet by its name in capitals.
  await desk("edit-article", {
    ...same,
    publishedAt: "2024-07-03 09:15",
    headline: ` ${same.headline} `,
    outlet: { name: before.outlet.name.toUpperCase() },
  });
  expect(await look(articleId)).toEqual(before);
});

it("a zone without a date is none", async () => {
  const { articleId } = await makeArticle(db(), editor);
  await desk("edit-article", { ...(await asItStands(articleId)), publishedAt: null, zone: null });
  const before = await look(articleId);
  await desk("edit-article", { ...(await asItStands(articleId)), zone: "UTC" });
  expect(await look(articleId)).toEqual(before);
});
