import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { acceptAll } from "./support/changed-article.ts";
import { type LoopbackSite, startLoopbackSite } from "./support/loopback-site.ts";
import { rareName } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

const CAPTION = "The weir at Calder, seen from the mill in June.";
const BARGES =
  "Barges pass the weir twice a day in summer and once in winter, the port office noted on Monday.";
const WORK = "The work is to begin in the autumn, and the towpath stays open for all who walk to the mill.";
let site: LoopbackSite;

test.beforeAll(async () => {
  site = await startLoopbackSite(3, (request, response) => {
    const [, mark = "", speaker = ""] = (request.url ?? "").split("/").map(decodeURIComponent);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(pageOf(mark, speaker));
  });
});
test.afterAll(() => site.close());

const pageOf = (mark: string, speaker: string) => `<!doctype html><html lang="en"><head>
  <title>Weir ${mark} to be raised</title><meta property="og:site_name" content="Calder Post"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>Weir ${mark} to be raised</h1>
  <figure><img src="a.jpg" alt=""><figcaption>${CAPTION}</figcaption></figure>
  <p>“The weir will be raised before the winter,” said ${speaker}, who runs the canal at Calder ${mark}.</p>
  <p>${BARGES}</p><p>${WORK}</p></article></body></html>`;

/** Brings a page in by its address; the browser stands at the article then. */
async function bringIn(page: Page) {
  const mark = randomUUID().slice(0, 8);
  const speaker = rareName("Ilse");
  await page.goto("/desk/ingest");
  await page.getByLabel("The page’s address").fill(`${site.at}/${mark}/${encodeURIComponent(speaker)}`);
  await page.getByRole("button", { name: "Fetch and bring in" }).click();
  await page.waitForURL("**/desk/articles/*", { timeout: 60_000 });
  return { speaker, articleId: page.url().split("/").at(-1) ?? "" };
}

const side = (page: Page, name: "Kept" | "Dropped") =>
  page.getByRole("region", { name: new RegExp(`^${name}`) });
const row = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

test("what was left out of a fetched page is shown with its reason, and an editor makes another text of its lines", async ({
  page,
}) => {
  await signIn(page, "editor");
  const { articleId } = await bringIn(page);
  await page.getByRole("link", { name: "Clean the text" }).click();
  await expect(side(page, "Dropped").getByText(CAPTION)).toBeVisible();
  await expect(side(page, "Dropped")).toContainText("photo caption or credit");
  await expect(side(page, "Kept").getByRole("listitem")).toHaveCount(4);
  await expect(page.getByRole("button", { name: "Save as another text" })).toBeDisabled();
  await expectAccessible(page);

  await row(page, CAPTION).getByRole("button").click();
  await row(page, WORK).getByRole("button").focus();
  await page.keyboard.press("d");
  await row(page, BARGES).getByRole("button").focus();
  await page.keyboard.press("d");
  await expect(side(page, "Kept").getByRole("listitem")).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(side(page, "Kept").getByText(BARGES)).toBeVisible();
  await page.getByRole("button", { name: "Save as another text" }).click();
  await page.waitForURL(`**/desk/articles/${articleId}`);
  await expect(page.getByRole("link", { name: "revision 2 of 2" })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByText(CAPTION)).toBeVisible();
  await expect(page.getByText(WORK)).toHaveCount(0);

  await page.getByRole("link", { name: "revision 2 of 2" }).click();
  await expect(page.getByText("an editor’s cleaning", { exact: false }).first()).toBeVisible();
  expect(await db().outletChange.count({ where: { articleId } })).toBe(0);
});

test("a statement whose words are dropped waits for an editor", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { articleId, speaker } = await bringIn(page);
  await acceptAll(viewer, articleId);
  await page.goto(`/desk/articles/${articleId}/clean`);
  await row(page, speaker).getByRole("button").click();
  await page.getByRole("button", { name: "Save as another text" }).click();
  await page.waitForURL(`**/desk/articles/${articleId}/texts`);
  await expect(page.getByRole("article", { name: speaker })).toContainText("not found");
});

test("a reader is told that cleaning is not theirs", async ({ page }) => {
  await signIn(page, "editor");
  const { articleId } = await bringIn(page);
  await signIn(page, "reader");
  await page.goto(`/desk/articles/${articleId}/clean`);
  await expect(page.getByRole("heading", { name: "Your role doesn’t open this page" })).toBeVisible();
});
