import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { expectAccessible } from "./support/accessible.ts";
import { signedArticle } from "./support/languages.ts";
import { rareName } from "./support/rare-name.ts";
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

test("in lists a headline says its language and runs its way", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { articleId, headline, quote, around, actor, slug } = await signedArticle(viewer, "ar");
  const { outletId, outlet } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    include: { outlet: true },
  });
  const copy = await makeArticle(db(), viewer, {
    outlet: { name: rareName("Copy") },
    headline,
    paragraphs: [quote, around],
  });
  const spoke = await db().actor.findFirstOrThrow({ where: { name: actor } });
  const item = { key: randomUUID(), title: headline, summary: "", fingerprint: "", articleId };
  const feed = await db().feed.create({
    data: {
      url: `https://shoal.example/${randomUUID()}`,
      title: "Shoal",
      kind: "rss",
      outletId,
      addedBy: viewer.userId,
      nextAt: new Date(Date.now() + 86_400_000),
      items: { create: { ...item, state: "done", doneAt: new Date() } },
    },
  });
  const imported = await db().import.create({
    data: {
      kind: "jsonl",
      name: "shoal.jsonl",
      identity: randomUUID(),
      sizeBytes: 1,
      state: "done",
      outcome: { create: { number: 1, outcome: "added", articleId, excerpt: "" } },
    },
  });
  await page.goto(`/articles/${slug}`);
  const address = await page.getByRole("link", { name: outlet.name }).first().getAttribute("href");
  for (const path of [
    `/desk?outlet=${encodeURIComponent(outlet.name)}`,
    `/desk/feeds/${feed.id}`,
    `/desk/imports/${imported.id}`,
    `/desk/stories?article=${articleId}`,
    `/desk/articles/${copy.articleId}/texts`,
    `/desk/actors/${spoke.id}`,
    String(address),
  ]) {
    await page.goto(path);
    const link = page.getByRole("main").getByRole("link", { name: headline, exact: true }).first();
    await expect(link, path).toHaveAttribute("lang", "ar");
    await expect(link, path).toHaveCSS("direction", "rtl");
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
