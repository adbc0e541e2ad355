import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { manyArticles, manyFeeds } from "./support/full-desk.ts";
import { signIn } from "./support/session.ts";

const articles = (page: Page) => page.getByRole("list", { name: "Articles" }).getByRole("listitem");
const next = (page: Page) => page.getByRole("link", { name: "Next →" });
const before = (page: Page) => page.getByRole("link", { name: "← Before" });

test("the inbox is paged, searched and narrowed by addresses alone, also without scripts", async ({
  page,
  browser,
}) => {
  await signIn(page, "editor");
  const outlet = await manyArticles(58, (n) => `Shoal ${n + 1} is charted${n === 7 ? " by the Élan" : ""}`);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const desk = await plain.newPage();
  await desk.goto("/desk");
  await desk.getByLabel("Outlet", { exact: true }).fill(outlet.toUpperCase());
  await desk.getByRole("button", { name: "Find" }).click();
  await expect(desk.getByText("58 found, 58 wait for you.")).toBeVisible();
  await expect(articles(desk)).toHaveCount(50);
  await expect(articles(desk).first()).toContainText("Shoal 58 is charted");
  await expect(articles(desk).first()).toContainText("new");
  await expect(before(desk)).toHaveCount(0);

  await next(desk).click();
  await expect(articles(desk)).toHaveCount(8);
  await expect(articles(desk).last()).toContainText("Shoal 1 is charted");
  await expect(next(desk)).toHaveCount(0);
  // The page has an address: it is the same when it is opened again.
  await desk.reload();
  await expect(articles(desk)).toHaveCount(8);
  await before(desk).click();
  await expect(articles(desk)).toHaveCount(50);

  await desk.getByLabel("Words of headline or outlet").fill("elan charted");
  await desk.getByRole("button", { name: "Find" }).click();
  await expect(desk).toHaveURL(/[?&]words=elan\+charted/);
  await expect(articles(desk)).toHaveCount(1);
  await expect(desk.getByLabel("Outlet", { exact: true })).toHaveValue(outlet.toUpperCase());
  const kinds = desk.getByRole("navigation", { name: "State of the work" });
  await kinds.getByRole("link", { name: "Signed off" }).click();
  await expect(desk.getByText("Nothing that is found is signed off.")).toBeVisible();
  await desk.getByRole("link", { name: "See all that is found" }).click();
  await expect(articles(desk)).toHaveCount(1);

  await desk.getByLabel("How it came").selectOption("from a feed");
  await desk.getByRole("button", { name: "Find" }).click();
  await expect(desk.getByText("No article is found.")).toBeVisible();
  await desk.getByLabel("Outlet", { exact: true }).fill("Nobody's Post");
  await desk.getByRole("button", { name: "Find" }).click();
  await expect(desk.getByText("No outlet on record is called “Nobody's Post”.")).toBeVisible();
  await plain.close();
});

test("the keys lead through the inbox, from the article that has the focus", async ({ page }) => {
  await signIn(page, "editor");
  const outlet = await manyArticles(3, (n) => `Reef ${n + 1} is charted`);
  await page.goto(`/desk?outlet=${encodeURIComponent(outlet)}`);
  const link = (n: number) => page.getByRole("link", { name: `Reef ${n} is charted` });
  await link(3).focus();
  await expect(async () => {
    await link(3).focus();
    await page.keyboard.press("j");
    await expect(link(2)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(link(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(link(2)).toBeFocused();
  await page.getByLabel("Words of headline or outlet").press("j");
  await expect(page.getByLabel("Words of headline or outlet")).toHaveValue("j");
  await expectAccessible(page);
  await page.goto("/desk?work=changed&words=nothing-of-the-kind");
  await expectAccessible(page);
});

test("many feeds are looked through: pages, words, and only the broken ones", async ({ page }) => {
  const { userId } = await signIn(page, "editor");
  const outlet = await manyFeeds(55, userId);
  await page.goto("/desk/feeds");
  await page.getByLabel("Words of name, address or outlet").fill(outlet);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  const feeds = page.getByRole("listitem").filter({ hasText: outlet });
  await expect(feeds).toHaveCount(50);
  // Broken ones first.
  await expect(feeds.first()).toContainText("Wreck 054 of the Shoal");
  await next(page).click();
  await expect(feeds).toHaveCount(5);
  await expect(page.getByRole("region", { name: /^Paused 1/ })).toContainText("Wreck 055 of the Shoal");
  await before(page).click();
  await expect(feeds).toHaveCount(50);
  await page.getByRole("navigation", { name: "How feeds are" }).getByRole("link", { name: "Broken" }).click();
  await expect(feeds).toHaveCount(1);
  await expectAccessible(page);
  await page.getByLabel("Words of name, address or outlet").fill(`${outlet} 001`);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page.getByText("No feed is broken.")).toBeVisible();
  await page.getByRole("link", { name: "See all that is found" }).click();
  await expect(feeds).toHaveCount(1);
  await expectAccessible(page);
});

test("a full inbox fits a phone @phone", async ({ page }) => {
  await signIn(page, "editor");
  const outlet = await manyArticles(52, (n) => `${"Unbroken".repeat(12)} ${n} is charted`);
  await page.goto(`/desk?outlet=${encodeURIComponent(outlet)}`);
  await expect(articles(page)).toHaveCount(50);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
