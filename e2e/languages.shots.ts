import { test } from "@playwright/test";
import { SCRIPTS, type Script, signedArticle } from "./support/languages.ts";
import { signIn } from "./support/session.ts";

test("articles in other scripts", async ({ page }, info) => {
  const viewer = await signIn(page, "editor", "Ada Editor");
  for (const language of Object.keys(SCRIPTS) as Script[]) {
    const { articleId, slug, headline } = await signedArticle(viewer, language);
    for (const [name, path] of [
      ["desk", `/desk/articles/${articleId}`],
      ["public", `/articles/${slug}`],
      ["search", `/search?words=${encodeURIComponent(headline)}`],
    ] as const) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: `screenshots/${info.project.name}/language-${language}-${name}.png` });
    }
  }
});
