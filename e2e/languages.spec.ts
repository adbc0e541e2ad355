import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { signedArticle } from "./support/languages.ts";
import { signIn } from "./support/session.ts";

/** The typefaces that came with the app and were fetched for this page. */
const fetched = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].flatMap(({ family, status }) =>
      status === "loaded" ? [family.replaceAll('"', "")] : [],
    );
  });

/** How each place on the page says and shows the words. */
async function shown(page: Page, words: string, places: number) {
  const all = page.locator("main [lang]").filter({ hasText: words.slice(1, 25) });
  await expect(all).toHaveCount(places);
  return all.evaluateAll((elements) =>
    elements.map((element) => `${element.getAttribute("lang")} ${getComputedStyle(element).direction}`),
  );
}

test("Arabic runs from right to left at the desk and in public, in a typeface that has it", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const { articleId, slug, quote, actor } = await signedArticle(viewer, "ar");
  for (const [path, places] of [
    [`/desk/articles/${articleId}`, 3],
    [`/articles/${slug}`, 1],
  ] as const) {
    await page.goto(path);
    expect(new Set(await shown(page, quote, places))).toEqual(new Set(["ar rtl"]));
    expect(await fetched(page)).toContain("Noto Naskh Arabic Variable");
    await expectAccessible(page);
  }
  await page.goto(`/search?words=${encodeURIComponent("العبارات الليلية")}`);
  const found = page.getByRole("listitem").filter({ hasText: actor });
  await expect(found.locator("[lang=ar]").first()).toHaveCSS("direction", "rtl");
});

test("Russian stands in a typeface that has it, Korean is left to the reader's; both are found", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  for (const [language, words] of [
    ["ru", "осень паромов"],
    ["ko", "여객선"],
  ] as const) {
    const { slug, quote, actor } = await signedArticle(viewer, language);
    await page.goto(`/articles/${slug}`);
    expect(await shown(page, quote, 1)).toEqual([`${language} ltr`]);
    if (language === "ru") expect(await fetched(page)).toContain("Noto Serif Variable");
    await page.goto(`/search?words=${encodeURIComponent(words)}`);
    await expect(page.getByText(actor).first()).toBeVisible();
  }
});

test("@phone an Arabic article fits a phone", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { articleId, slug } = await signedArticle(viewer, "ar");
  for (const path of [`/desk/articles/${articleId}`, `/articles/${slug}`]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
});
