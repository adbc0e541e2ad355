import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { kelm } from "./support/kelm.ts";
import { signIn } from "./support/session.ts";

/** Address of the first public noun of a list page. */
async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const href = await page.locator(`main a[href^="${list}/"]`).first().getAttribute("href");
  expect(href).not.toBeNull();
  return href ?? list;
}

test("the main pages", async ({ page }, info) => {
  const shoot = async (name: string, path: string, fullPage = true) => {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${info.project.name}/${name}.png`, fullPage });
  };
  await shoot("front", "/");
  const [claim] = await db().$queryRaw<
    { slug: string }[]
  >`SELECT slug FROM published_claim ORDER BY outlets DESC, statements DESC, slug LIMIT 1`;
  const [denied] = await db().$queryRaw<{ slug: string }[]>`
    SELECT c.slug FROM published_claim c JOIN published_stance x ON x.claim_id = c.id WHERE x.kind = 'denies' ORDER BY c.slug LIMIT 1`;
  await shoot("claim", `/claims/${claim?.slug}`);
  await shoot("claim-denied", `/claims/${denied?.slug}`);
  await shoot("claim-top", `/claims/${denied?.slug}`, false);
  await shoot("claims", "/claims");
  const [actor] = await db().$queryRaw<{ slug: string }[]>`
    SELECT a.slug FROM published_actor a JOIN published_statement s ON s.attributed_to_id = a.id GROUP BY a.slug ORDER BY count(*) DESC, a.slug LIMIT 1`;
  await shoot("actor", `/actors/${actor?.slug}`);
  await shoot("actors", "/actors");
  const [article] = await db().$queryRaw<{ slug: string }[]>`
    SELECT p.slug FROM published_article p JOIN published_statement s ON s.article_id = p.id GROUP BY p.slug ORDER BY count(*) DESC, p.slug LIMIT 1`;
  await shoot("article", `/articles/${article?.slug}`);
  await shoot("outlet", await firstOf(page, "/outlets"));
  await shoot("search", "/search?words=military");
  await shoot("search-empty", "/search?words=nothingofthekind");
  await shoot("about", "/about");
  await shoot("missing", "/claims/no-such-claim");
  await shoot("sign-in", "/sign-in");
  await signIn(page, "admin");
  await shoot("desk", "/desk");
  await shoot("ingest", "/desk/ingest");
  await shoot("people", "/desk/people");
  await shoot("account", "/desk/account");
  const waiting = await db().article.findFirstOrThrow({
    where: { signOffId: null, suggestions: { some: {} } },
    orderBy: { createdAt: "asc" },
  });
  await shoot("annotator", `/desk/articles/${waiting.id}`, false);
  const done = await db().article.findFirstOrThrow({
    where: { signOffId: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  await shoot("annotator-done", `/desk/articles/${done.id}`, false);
  await shoot("engine", "/desk/engine?sample=1");
  await shoot("engine-empty", "/desk/engine?from=1999-01-01&to=1999-12-31");
});

test("suggestions that say everything an engine can say", async ({ page }, info) => {
  const room = await kelm(page);
  await page.goto(`/desk/articles/${room.articleId}`);
  await page.evaluate(() => document.fonts.ready);
  const phone = info.project.name === "phone";
  const shoot = (name: string) =>
    page.screenshot({ path: `screenshots/${info.project.name}/annotator-${name}.png` });
  const sheet = page.getByRole("button", { name: "List of statements" });
  const line = async (at: number) => {
    if (phone) await sheet.click();
    await page.locator("[data-key]").nth(at).click();
  };
  await expect(page.getByRole("article", { name: "Article text" })).toHaveAttribute("tabindex", "0");
  await line(0);
  await shoot("candidates");
  await line(1);
  await shoot("denied");
  await line(3);
  await shoot("new-actor");
  await page.keyboard.press("m");
  await line(1);
  await shoot("less-certain");
  if (phone) await sheet.click();
  await shoot("less-certain-list");
});
