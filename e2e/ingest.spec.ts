import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { rawOf } from "#lib/article/raw.server.ts";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { signIn } from "./support/session.ts";

/** A page of an invented outlet with its menus and notices, another one each time. */
function pageOf(mark: string): string {
  return `Home
News
Sport
Weather
Lowland Lighthouse ${mark} closes for repairs
The keeper calls the work long overdue
By Ines Vale
14 May 2025, 09:30
The lighthouse at Lowland Point number ${mark} will stay dark until the autumn while its lamp room is rebuilt, the coast office said on Wednesday.
“We have waited nine years for this work,” said the keeper, Tomas Brandt, who has lived beside the tower since it was automated.
Fishing boats were asked to follow the marked channel instead, and a temporary light will be placed on the north mole next week.
The office put the cost of the repairs at four hundred thousand crowns, most of which the harbour fund will carry.
Read more
Ten walks along the coast
We use cookies to improve your visit. Accept all
© 2025 The Lowland Examiner`;
}

const newMark = () => randomUUID().slice(0, 8);
const box = (page: Page) => page.getByLabel("The page’s text");
const find = (page: Page) => page.getByRole("button", { name: "Find the article" });
const kept = (page: Page) => page.getByRole("region", { name: /^Kept/ });
const dropped = (page: Page) => page.getByRole("region", { name: /^Dropped/ });
const save = (page: Page) => page.getByRole("button", { name: "Save and review" });

async function preview(page: Page, text: string) {
  await page.goto("/desk/ingest");
  await box(page).fill(text);
  await find(page).click();
  await expect(page.getByRole("heading", { name: "Check what was found" })).toBeVisible();
}

test("what is pasted before the page’s scripts run stays, and nothing can be pressed that would do nothing", async ({
  page,
}) => {
  await signIn(page, "editor");
  const { promise: mayRun, resolve: run } = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await mayRun;
    await route.continue();
  });
  await page.goto("/desk/ingest", { waitUntil: "commit" });
  const mark = newMark();
  await box(page).fill(pageOf(mark));
  await expect(find(page)).toBeDisabled();
  await expect(page.getByRole("button", { name: "Choose a text file" })).toBeDisabled();
  run();
  await expect(page.getByText(/^\d+ characters$|^\d,\d+ characters$/)).toBeVisible();
  await find(page).click();
  await expect(page.getByRole("heading", { name: "Check what was found" })).toBeVisible();
  await expect(page.getByLabel("Headline")).toHaveValue(`Lowland Lighthouse ${mark} closes for repairs`);
});

test("an article comes in: found, checked line by line, corrected, saved", async ({ page }) => {
  const mark = newMark();
  await signIn(page, "editor");
  await preview(page, pageOf(mark));

  await expect(page.getByLabel("Headline")).toHaveValue(`Lowland Lighthouse ${mark} closes for repairs`);
  await expect(page.getByLabel("Byline")).toHaveValue("Ines Vale");
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue("2025-05-14 09:30");
  await expect(page.getByLabel("Zone of the date")).toHaveValue("");
  await expect(page.getByText("the page gives none")).toBeVisible();
  await expect(page.getByText("4 paragraphs")).toBeVisible();
  await expect(dropped(page).getByText("We use cookies")).toBeVisible();
  await expectAccessible(page);

  // By click, both ways.
  const fishing = kept(page).getByRole("listitem").filter({ hasText: "Fishing boats" });
  await fishing.getByRole("button", { name: /^Drop/ }).click();
  await expect(page.getByText("3 paragraphs")).toBeVisible();
  await expect(dropped(page).getByText("Fishing boats")).toBeVisible();
  await page.getByRole("button", { name: "Undo a move" }).click();
  await expect(kept(page).getByText("Fishing boats")).toBeVisible();
  await dropped(page).getByRole("listitem").filter({ hasText: "Ten walks" }).getByRole("button").click();
  await expect(page.getByText("5 paragraphs")).toBeVisible();

  // By key: drop the line again, and the next key goes on from its neighbour.
  const walks = kept(page).getByRole("listitem").filter({ hasText: "Ten walks" });
  await walks.getByRole("button", { name: /^Drop/ }).focus();
  await page.keyboard.press("d");
  await expect(dropped(page).getByText("Ten walks")).toBeVisible();
  await expect(page.locator(":focus")).toHaveAccessibleName(/^(Drop|Keep) line/);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Drop line/);
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(":focus")).toHaveAccessibleName(/^Keep line/);
  await page.keyboard.press("p");
  await expect(page.getByText("5 paragraphs")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("4 paragraphs")).toBeVisible();

  // A role, by its menu: the field follows, and undoing takes it back.
  const quote = kept(page).getByRole("listitem").filter({ hasText: "waited nine years" });
  await quote.getByRole("combobox").selectOption("standfirst");
  await expect(page.getByLabel("Standfirst")).toHaveValue(/waited nine years/);
  await page.getByRole("button", { name: "Undo a move" }).click();

  // A field, written over and taken back.
  await page.getByLabel("Headline").fill("Another headline");
  await expect(page.getByText("written by you")).toBeVisible();
  await page.getByRole("button", { name: "back to what the page says" }).click();
  await expect(page.getByLabel("Headline")).toHaveValue(`Lowland Lighthouse ${mark} closes for repairs`);

  await page.getByLabel("Outlet", { exact: true }).fill("");
  await save(page).click();
  await expect(page.getByText("Choose the outlet, or type the name of a new one.")).toBeVisible();
  await page.getByLabel("Outlet", { exact: true }).fill(`Coast Gazette ${mark}`);
  await page.getByLabel("Kind of outlet").selectOption("newspaper");
  await page.getByLabel("Date", { exact: true }).fill("14 May");
  await save(page).click();
  await expect(page.getByText("That is not a date")).toBeVisible();
  await page.getByLabel("Date", { exact: true }).fill("2025-05-14 09:30");
  await save(page).click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await expect(page.getByText(`Lowland Lighthouse ${mark} closes for repairs`).first()).toBeVisible();

  const article = await db().article.findFirstOrThrow({
    where: { headline: { contains: mark } },
    include: { revisions: true, outlet: true },
  });
  expect(article.outlet).toMatchObject({ name: `Coast Gazette ${mark}`, kind: "newspaper" });
  expect(article).toMatchObject({ publishedZone: null, publishedSource: "text" });
  expect(article.revisions).toHaveLength(1);
  expect(article.revisions[0]?.text).not.toContain("cookies");
  const [revision] = article.revisions;
  expect(revision && rawOf(revision).toString("utf8")).toBe(pageOf(mark));
});

test("the same article again is told, linked, and changes nothing but a sighting", async ({ page }) => {
  const mark = newMark();
  await signIn(page, "editor");
  const bringIn = async (text: string, url: string) => {
    await preview(page, text);
    await page.getByLabel("Outlet", { exact: true }).fill("Harbour Wire");
    await page.getByLabel("Source address").fill(url);
    await save(page).click();
  };
  const url = `https://harbour-wire.example/${mark}`;
  await bringIn(pageOf(mark), url);
  await page.waitForURL(/\/desk\/articles\//);
  const address = page.url();
  await bringIn(pageOf(mark), url);
  await expect(page.getByText("This article is on record already")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the article" })).toHaveAttribute(
    "href",
    new URL(address).pathname,
  );
  const articles = await db().article.findMany({
    where: { headline: { contains: mark } },
    include: { revisions: { include: { sightings: true } } },
  });
  expect(articles).toHaveLength(1);
  expect(articles[0]?.revisions[0]?.sightings).toHaveLength(2);

  // The same address with another text is a conflict, and what was typed is still there.
  page.once("dialog", (dialog) => dialog.accept());
  await bringIn(pageOf(mark).replace("north mole", "south mole"), url);
  await expect(page.getByText("This address is on record with another text")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the article" })).toBeVisible();
  await expect(page.getByLabel("Source address")).toHaveValue(url);
});

test.describe("what is no article", () => {
  test("gets a clear answer, and the text stays in the box", async ({ page }) => {
    await signIn(page, "editor");
    await page.goto("/desk/ingest");
    const problem = page.locator("#paste-problem");
    await find(page).click();
    await expect(problem).toContainText("There is no text yet");

    const menu = "Home\nNews\nSport\nContact";
    await box(page).fill(menu);
    await find(page).click();
    await expect(problem).toContainText("No article was found");
    await expect(box(page)).toHaveValue(menu);
    await expectAccessible(page);

    const file = page.getByLabel("Text file");
    const name = "page.txt";
    const mimeType = "text/plain";
    await file.setInputFiles({ name, mimeType, buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) });
    await expect(problem).toContainText("not readable text");
    await file.setInputFiles({ name, mimeType, buffer: Buffer.alloc(2 * 1024 * 1024 + 1, "a") });
    await expect(problem).toContainText("at most 2 MB");
    await expect(box(page)).toHaveValue(menu);

    const mark = newMark();
    await file.setInputFiles({ name, mimeType, buffer: Buffer.from(pageOf(mark)) });
    await expect(box(page)).toHaveValue(pageOf(mark));
    await expect(problem).toHaveCount(0);
  });

  test("is refused by the server too", async ({ page, baseURL }) => {
    await signIn(page, "editor");
    const send = async (paste: string) => {
      const response = await page.request.post("/api/desk/preview", {
        data: { paste },
        headers: { origin: baseURL ?? "" },
      });
      return { status: response.status(), reason: (await response.json()).error?.detail?.reason };
    };
    expect(await send("")).toEqual({ status: 400, reason: "empty" });
    expect(await send("a".repeat(2 * 1024 * 1024 + 1))).toEqual({ status: 413, reason: "tooLarge" });
    expect(await send("a\u0000b")).toEqual({ status: 422, reason: "binary" });
    expect(await send("Home\nNews")).toEqual({ status: 422, reason: "notArticle" });
  });
});

test("unsaved work is asked about before the page is left, and survives going back to the paste", async ({
  page,
}) => {
  await signIn(page, "editor");
  await preview(page, pageOf(newMark()));
  await kept(page).getByRole("listitem").filter({ hasText: "Fishing boats" }).getByRole("button").click();
  await page.getByRole("button", { name: "Back to the paste" }).click();
  await find(page).click();
  await expect(page.getByText("3 paragraphs")).toBeVisible();

  page.once("dialog", (dialog) => dialog.dismiss());
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByText("3 paragraphs")).toBeVisible();
  page.once("dialog", (dialog) => dialog.accept());
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
});

test("@phone the columns stand one below the other, and nothing is wider than the screen", async ({
  page,
}) => {
  await signIn(page, "editor");
  await preview(page, pageOf(newMark()));
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBe(0);
  await dropped(page).getByRole("listitem").filter({ hasText: "Ten walks" }).getByRole("button").tap();
  await expect(kept(page).getByText("Ten walks")).toBeVisible();
  await expectAccessible(page);
});

test("without JavaScript the desk says that it needs it", async ({ page }) => {
  await signIn(page, "editor");
  // A browser whose scripts are only held back by the tester doesn't show what stands in <noscript>.
  const html = await (await page.request.get("/desk/ingest")).text();
  expect(html).toMatch(/<noscript>.*The desk needs JavaScript.*<\/noscript>/);
});
