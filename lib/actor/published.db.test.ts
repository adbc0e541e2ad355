import { afterAll, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { publishedTenures } from "./published.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

it("a body that nothing public leads to is named as packaged, and not as an editor calls it in a draft", async () => {
  const editor = await makeViewer(db(), "editor");
  const article = await makeArticle(db(), editor);
  const { statementId } = await makeStatement(db(), editor, article);
  const { attributedToId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
  const body = await db().actor.create({
    data: { key: "test:pilots", name: "Pilots’ Guild", kind: "organisation" },
  });
  await db().address.create({ data: { slug: "pilots-guild", actorId: body.id } });
  const office = await db().office.create({ data: { key: "test:warden", title: "Warden", bodyId: body.id } });
  await db().tenure.create({
    data: { officeId: office.id, holderId: attributedToId, from: new Date("2020-01-01") },
  });
  const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
  const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
  await desk("sign-off", { articleId: article.articleId, lastSeq });
  const bodies = async () => (await publishedTenures(attributedToId)).map((tenure) => tenure.body);
  expect(await bodies()).toEqual([{ name: "Pilots’ Guild", slug: null }]);
  await desk("edit-actor", { actorId: body.id, version: 1, name: "Guild in a draft", kind: "organisation" });
  expect(await bodies()).toEqual([{ name: null, slug: null }]);
});
