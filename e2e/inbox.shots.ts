import { test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { manyArticles, manyFeeds } from "./support/full-desk.ts";
import { signIn } from "./support/session.ts";

/** The desk's lists as they are when much is on record. */
test("a full desk", async ({ page }, info) => {
  const viewer = await signIn(page, "editor");
  const outlet = await manyArticles(
    1_010,
    (n) => `The harbour council counts its boats again, for the ${n}th time`,
  );
  await manyFeeds(60, viewer.userId);
  for (const headline of ["Ferry line drops the night boat", "Pilots of the strait ask for a second lamp"])
    await makeArticle(db(), viewer, { headline });
  // As an import and a changed page leave them.
  await db().$executeRaw`UPDATE article_work SET source = 'bulk' WHERE source IS NULL`;
  await db().$executeRaw`UPDATE article_work SET to_look = 2 WHERE words LIKE '%1000th%'`;
  const shoot = async (name: string, path: string, fullPage = false) => {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `screenshots/${info.project.name}/${name}.png`, fullPage });
  };
  await shoot("inbox-full", "/desk");
  await shoot("inbox-found", `/desk?words=boats&outlet=${encodeURIComponent(outlet)}`);
  await shoot("inbox-none", `/desk?words=boats&outlet=${encodeURIComponent(outlet)}&work=signedOff`);
  await shoot("inbox-to-look", "/desk?work=toLook", true);
  await shoot("feeds-full", "/desk/feeds");
  await page.locator("nav[aria-label=Pages]").scrollIntoViewIfNeeded();
  await page.screenshot({ path: `screenshots/${info.project.name}/feeds-end.png` });
});
