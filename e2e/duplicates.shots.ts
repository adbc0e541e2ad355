import { expect, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { signIn } from "./support/session.ts";

test("likely duplicates, and an actor with its parts", async ({ page }, info) => {
  const viewer = await signIn(page, "editor", "Ada Editor");
  const desk = <T>(name: string, input: unknown) => runDeskWrite(db(), viewer, name, input) as Promise<T>;
  const add = (name: string, kind: string, more: object = {}) =>
    desk<{ id: string }>("add-actor", { name, kind, ...more });
  const quote = async (id: string) => {
    const article = await makeArticle(db(), viewer);
    await desk("add-statement", {
      revisionId: article.revisionId,
      actor: { id },
      spans: { content: [article.span("“The night boat loses money on every crossing,”")] },
    });
    const { lastSeq } = await readDeskArticle(db(), viewer, article.articleId);
    await desk("sign-off", { articleId: article.articleId, lastSeq });
  };
  const line = await add("Sorley Island Ferries", "company", { description: "a ferry line of Port Halden" });
  const tail = info.project.name;
  const kept = await add(`Ines Maren Halloran-${tail}`, "person", {
    description: "head of the ferry line",
    partOfId: line.id,
    aliases: ["Captain Halloran", "Ines Halloran of Sorley"],
  });
  const short = await add(`I. M. Halloran-${tail}`, "person");
  for (const id of [line.id, kept.id, kept.id, short.id]) await quote(id);
  await add(`Otto Lindqvist ${tail}`, "person");
  await add(`Otto Lindkvist ${tail}`, "company", { description: "a shipbroker" });
  const [a, b] = [await add(`Mara Ilves ${tail}`, "person"), await add(`Mara Jane Ilves ${tail}`, "person")];
  await desk("merge-actors", {
    actorId: a.id,
    version: 2,
    intoId: b.id,
    intoVersion: 2,
    reason: "the same pilot",
  });
  const [c, d] = [await add(`Leif Aas ${tail}`, "person"), await add(`L. Aas ${tail}`, "person")];
  await desk("distinguish-actors", { oneId: c.id, otherId: d.id, reason: "father and son" });

  const shoot = async (name: string, fullPage = true) => {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${info.project.name}/${name}.png`, fullPage });
  };
  await page.goto("/desk/actors/duplicates");
  await shoot("duplicates");
  const pair = page.getByRole("article").filter({ hasText: "Otto Lindqvist" }).first();
  await pair.getByRole("button", { name: /Not the same/ }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await shoot("duplicates-decided", false);
  await page.goto(`/desk/actors/duplicates?one=${line.id}&other=${kept.id}`);
  await shoot("duplicates-by-hand");
  await page.goto("/search?actor=Sorley+Island+Ferries&parts=yes");
  await shoot("search-parts");
  await page.goto("/actors/sorley-island-ferries?parts=yes");
  await shoot("actor-parts");
});
