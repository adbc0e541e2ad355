import { afterAll, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { signOff } from "../desk/sign-off.server.ts";
import { publishedActor } from "./published.server.ts";
import { addActor } from "./write.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

it("an actor names the whole it is part of only where that is public or packaged and untouched", async () => {
  const editor = await makeViewer(db());
  const article = await makeArticle(db(), editor);
  const { statementId } = await makeStatement(db(), editor, article);
  const { attributedToId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
  const whole = await inTransaction(db(), (tx) =>
    addActor(tx, editor, { name: "Halloran Lines", kind: "company" }),
  );
  await db().actor.update({ where: { id: attributedToId }, data: { partOfId: whole.id } });
  const { lastSeq } = await readDeskArticle(db(), editor, article.articleId);
  await inTransaction(db(), (tx) => signOff(tx, editor, { articleId: article.articleId, lastSeq }));
  const partOf = async () => (await publishedActor("ines-halloran"))?.partOf;

  expect(await partOf()).toBeNull();
  await db().actor.update({ where: { id: whole.id }, data: { key: "test-lines", version: 1 } });
  expect(await partOf()).toEqual({ name: "Halloran Lines", slug: null });
  // An editor's change of a packaged record is a draft until something public leads to it.
  await db().actor.update({ where: { id: whole.id }, data: { version: 2 } });
  expect(await partOf()).toBeNull();
  const other = await makeArticle(db(), editor);
  await makeStatement(db(), editor, other, "Somebody else");
  await db().statement.updateMany({
    where: { articleId: other.articleId },
    data: { attributedToId: whole.id },
  });
  const seen = await readDeskArticle(db(), editor, other.articleId);
  await inTransaction(db(), (tx) =>
    signOff(tx, editor, { articleId: other.articleId, lastSeq: seen.lastSeq }),
  );
  expect(await partOf()).toEqual({ name: "Halloran Lines", slug: "halloran-lines" });
});
