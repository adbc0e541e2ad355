import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import type { NewActor } from "#lib/actor/schema.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { expectAccessible } from "./support/accessible.ts";
import { rareName } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

const desk = (viewer: Viewer, name: string, input: unknown) =>
  runDeskWrite(db(), viewer, name, input) as Promise<Record<string, string>>;

async function record(viewer: Viewer, input: Partial<NewActor> = {}): Promise<{ id: string; name: string }> {
  const name = rareName("Halden Pilots");
  const { id = "" } = await desk(viewer, "add-actor", { name, kind: "organisation", ...input });
  return { id, name: input.name ?? name };
}

const open = (page: Page, id: string) => page.goto(`/desk/actors/${id}`);

const said = (page: Page, words: string) =>
  expect(page.getByText(words, { exact: true }).first()).toBeVisible();
const history = (page: Page) => page.getByRole("region", { name: "History" });

test("a record is found by any of its names, in any script, and by its kind", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { name } = await record(viewer, {
    aliases: [{ name: "도선사 협회", kind: "transliteration", language: "ko" }],
  });
  await page.getByRole("link", { name: "Actors" }).click();
  await expect(page.getByRole("heading", { name: "Actors", level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "Name" }).fill("도선사 협회");
  await page.keyboard.press("Enter");
  const found = page.getByRole("main").getByRole("listitem");
  await expect(found.first()).toContainText(name);
  await expect(found.first()).toContainText("also “도선사 협회”");
  await page.getByLabel("Kind").selectOption("person");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Nobody on record bears such a name.")).toBeVisible();
  await page.goto("/desk/actors?page=999");
  await expect(page.getByText("No actor stands on this page.")).toBeVisible();
  await page.goto("/desk/actors");
  await expect(page.getByRole("navigation", { name: "Pages" })).toContainText("Page 1 of");
});

test("an actor is added and corrected in place from the keyboard: a name with validity, and back", async ({
  page,
}) => {
  await signIn(page, "editor");
  await page.goto("/desk/actors");
  const name = rareName("Mole Watch");
  await page.getByRole("button", { name: "Add an actor" }).click();
  const dialog = page.getByRole("dialog", { name: "Add an actor" });
  await dialog.getByLabel("Name as it will be shown").fill(name);
  await dialog.getByLabel("Kind").selectOption("group");
  await dialog.getByLabel("Description").fill("watches the mole");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByText("watches the mole").first()).toBeVisible();

  await page.getByRole("button", { name: "Correct: Names" }).click();
  const names = page.getByRole("form", { name: "Names" });
  await names.getByRole("button", { name: "Add a name" }).click();
  await expect(names.getByLabel("Name, name 2")).toBeFocused();
  await page.keyboard.type("MW");
  await names.getByLabel("Kind, name 2").selectOption("acronym");
  await names.getByLabel("Language, name 2").fill("en");
  await names.getByLabel("From, name 2").fill("2014-10-01");
  await names.getByLabel("Until, name 2").fill("2014-10-01");
  await names.getByRole("button", { name: "Save the names" }).click();
  await expect(names.getByRole("alert")).toContainText("later than");
  await names.getByLabel("Until, name 2").fill("2024-10-01");
  await names.getByRole("button", { name: "Save the names" }).click();
  await said(page, "Names corrected");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "MW", exact: true }) });
  await expect(row).toContainText("acronym");
  await expect(row).toContainText("English");
  await expect(row).toContainText("1 October 2014 to 1 October 2024");
  await expect(page.getByRole("button", { name: "Correct: Names" })).toBeFocused();

  await history(page).getByText("before and after").first().click();
  await expect(history(page)).toContainText("MW (acronym, en, 2014-10-01 to 2024-10-01)");
  await history(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("rowheader", { name: "MW", exact: true })).toHaveCount(0);
  await expect(history(page)).toContainText("undone by");
});

test("two who correct one record meet: both sides are shown, and one is chosen", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { id } = await record(viewer, { description: "pilots" });
  await open(page, id);
  await page.getByRole("button", { name: "Correct: About" }).click();
  const form = page.getByRole("form", { name: "About" });
  await form.getByLabel("Description").fill("pilots of the port");
  const { version } = await db().actor.findUniqueOrThrow({ where: { id } });
  await desk(viewer, "edit-actor", { actorId: id, version, description: "a guild", stateCode: "NO" });
  await form.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("region", { name: "Conflict" });
  await expect(conflict).toContainText("pilots of the port");
  await expect(conflict).toContainText("a guild");
  await expectAccessible(page);
  await conflict.getByRole("button", { name: "Save mine over it" }).click();
  await said(page, "Corrected");
  // Only what was changed here goes over it.
  expect(await db().actor.findUniqueOrThrow({ where: { id } })).toMatchObject({
    description: "pilots of the port",
    stateCode: "NO",
  });

  await page.getByRole("button", { name: "Correct: About" }).click();
  await form.getByLabel("Description").fill("mine");
  const now = await db().actor.findUniqueOrThrow({ where: { id } });
  await desk(viewer, "edit-actor", { actorId: id, version: now.version, description: "theirs again" });
  await form.getByRole("button", { name: "Save" }).click();
  await conflict.getByRole("button", { name: "Keep what is on record" }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText("theirs again").first()).toBeVisible();
});

test("holders of an office follow each other; two at once are refused by name", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const body = await record(viewer);
  const [ada, bo] = [rareName("Ada"), rareName("Bo")];
  await desk(viewer, "add-office", {
    bodyId: body.id,
    title: "Pilot General",
    tenures: [{ holder: { name: ada, kind: "person" }, from: "2014-10-01", to: "2024-10-01" }],
  });
  await open(page, body.id);
  await page.getByRole("button", { name: "Correct: Pilot General" }).click();
  const form = page.getByRole("form", { name: "Office: Pilot General" });
  await form.getByRole("button", { name: "Add a holder" }).click();
  await form.getByLabel("Who, holder 1").fill(bo);
  await page.getByRole("option", { name: `New actor: ${bo}` }).click();
  await form.getByLabel("From, holder 1").fill("2024-09-30");
  await form.getByRole("button", { name: "Save the office" }).click();
  await expect(form.getByRole("alert")).toContainText(
    `${bo} (since 2024-09-30) and ${ada} (2014-10-01 to 2024-10-01)`,
  );
  await expect(form.getByText("overlaps")).toHaveCount(2);
  await expectAccessible(page);
  await form.getByLabel("From, holder 1").fill("2024-10-01");
  await form.getByRole("button", { name: "Save the office" }).click();
  await said(page, "Office corrected");
  const offices = page.getByRole("region", { name: /^Offices/ });
  await expect(offices).toContainText("since 1 October 2024");
  await offices.getByRole("link", { name: bo }).click();
  await expect(page.getByRole("region", { name: "Offices held" })).toContainText(
    `Pilot General, ${body.name}`,
  );
  await page.goBack();
  await history(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(offices.getByRole("link", { name: bo })).toHaveCount(0);
});

/** An article in which an unnamed source speaks, signed off. */
async function unnamedSource(viewer: Viewer) {
  const headline = rareName("Dredger in doubt");
  const article = await makeArticle(db(), viewer, {
    headline,
    paragraphs: ["“The dredger will not come this year,” a senior harbour official said on Monday."],
  });
  await desk(viewer, "add-statement", {
    revisionId: article.revisionId,
    spans: { content: [article.span("“The dredger will not come this year,”")] },
    actor: { name: "a senior harbour official", kind: "unnamedSource" },
  });
  const { lastSeq } = await readDeskArticle(db(), viewer, article.articleId);
  await desk(viewer, "sign-off", { articleId: article.articleId, lastSeq });
  const actor = await db().actor.findFirstOrThrow({
    where: { articleId: article.articleId },
    include: { addresses: { where: { current: true } } },
  });
  return { id: actor.id, slug: actor.addresses[0]?.slug ?? "", headline, articleId: article.articleId };
}

test("an unnamed source is identified with a published source: said on both public pages, undone without a trace", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const source = await unnamedSource(viewer);
  // Somebody who has a public statement of their own.
  const person = rareName("Ida");
  const own = await makeArticle(db(), viewer, { headline: rareName("Ida speaks") });
  await desk(viewer, "add-statement", {
    revisionId: own.revisionId,
    spans: { content: [own.span("“The night boat loses money on every crossing,”")] },
    actor: { name: person, kind: "person" },
  });
  const { lastSeq } = await readDeskArticle(db(), viewer, own.articleId);
  await desk(viewer, "sign-off", { articleId: own.articleId, lastSeq });

  await open(page, source.id);
  await expect(page.getByText("The same words in another article are somebody else.")).toBeVisible();
  await page.getByRole("button", { name: "Identify" }).click();
  const form = page.getByRole("form", { name: "Identify" });
  await expect(form.getByLabel("Who it was")).toBeFocused();
  await page.keyboard.type(person);
  await page.getByRole("option", { name: person, exact: false }).first().click();
  await form.getByLabel("Published source").fill("The official behind the dredger");
  await form.getByLabel("Address").fill("https://ledger.example/official");
  await form.getByLabel("Published", { exact: true }).fill("2025-03");
  await form.getByLabel("Note").fill("seen in print");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Identify" }).click();
  await said(page, "Identified");

  await page.goto(`/actors/${source.slug}`);
  await expect(page.getByText("An unnamed source, quoted in")).toContainText(source.headline);
  await expect(page.getByText(/^Identified as/)).toContainText(
    `${person} by The official behind the dredger (March 2025)`,
  );
  await expect(page.locator("body")).not.toContainText("seen in print");
  await expectAccessible(page);
  await page
    .getByText(/^Identified as/)
    .getByRole("link", { name: person })
    .click();
  await expect(page.getByRole("heading", { name: person, level: 1 })).toBeVisible();
  const section = page.getByRole("region", { name: "As an unnamed source" });
  await expect(section).toContainText("unnamed source");
  await expect(section).toContainText("The dredger will not come this year");
  await expect(page.getByRole("navigation", { name: `About ${person}` })).toContainText("Statements1");
  await expectAccessible(page);

  await open(page, source.id);
  await history(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText("Nobody has said in public who this was.")).toBeVisible();
  await page.goto(`/actors/${source.slug}`);
  await expect(page.locator("body")).not.toContainText(person);
});

test("an identification of what is not public is on no public page", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const source = await unnamedSource(viewer);
  const marker = `zyx${randomBytes(4).toString("hex")}`;
  await desk(viewer, "identify", {
    unnamedId: source.id,
    actor: { name: `Person ${marker}`, kind: "person", description: marker },
    url: `https://${marker}.example/`,
    title: `Title ${marker}`,
    note: marker,
  });
  const { lastSeq } = await readDeskArticle(db(), viewer, source.articleId);
  await desk(viewer, "retract", { articleId: source.articleId, lastSeq });
  const seen = new Set<string>();
  const waiting = [
    "/",
    "/actors",
    "/claims",
    "/outlets",
    "/search",
    `/search?actor=${marker}`,
    `/actors/${source.slug}`,
    `/actors/person-${marker}`,
    "/sitemap.xml",
  ];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await page.request.get(path, { maxRedirects: 0 });
    const body = (await response.text())
      .replaceAll(/value="[^"]*"/g, "")
      .replaceAll(decodeURIComponent(path), "");
    if (!path.includes(marker)) expect(body.includes(marker), path).toBe(false);
    for (const [, href] of body.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href?.replaceAll("&amp;", "&") ?? "";
      if (!/^\/(_next|desk|api|search)\b/.test(next) && seen.size + waiting.length < 300) waiting.push(next);
    }
  }
  for (const path of [`/actors/${source.slug}`, `/actors/person-${marker}`])
    expect((await page.request.get(path)).status(), path).toBe(404);
  expect(await (await page.request.get(`/search?actor=${marker}`)).text()).not.toContain(`Person ${marker}`);
  expect(seen.size).toBeGreaterThan(15);
});

test("a reader sees the record and no control that writes; a stranger is led to sign in", async ({
  page,
  browser,
}) => {
  const viewer = await signIn(page, "editor");
  const { id, name } = await record(viewer);
  const reader = await (await browser.newContext()).newPage();
  await signIn(reader, "reader");
  await reader.goto(`/desk/actors/${id}`);
  await expect(reader.getByRole("heading", { name, level: 1 })).toBeVisible();
  for (const words of [/^Correct/, /^Add/, "Undo", "Identify"])
    await expect(reader.getByRole("button", { name: words })).toHaveCount(0);
  await reader.goto("/desk/actors");
  await expect(reader.getByRole("button", { name: "Add an actor" })).toHaveCount(0);
  const stranger = await browser.newContext();
  for (const path of ["/desk/actors", `/desk/actors/${id}`])
    expect((await stranger.request.get(path, { maxRedirects: 0 })).status()).toBe(307);
  for (const path of ["/desk/actors/no-uuid", "/desk/actors/00000000-0000-4000-8000-000000000000"])
    expect((await page.request.get(path)).status()).toBe(404);
  await stranger.close();
  await reader.context().close();
});

test("nothing is in the way of assistive technology", async ({ page }) => {
  test.slow();
  const viewer = await signIn(page, "editor");
  const { id } = await record(viewer, { aliases: ["HP", "Pilots"] });
  await page.goto("/desk/actors");
  await expectAccessible(page);
  await open(page, id);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Correct: Names" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add an office" }).click();
  await expectAccessible(page);
});

test("on a phone a name is corrected in place @phone", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { id } = await record(viewer, { aliases: ["HP"] });
  await open(page, id);
  await page.getByRole("button", { name: "Correct: Names" }).click();
  const names = page.getByRole("form", { name: "Names" });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
  await names.getByRole("button", { name: "Take out HP" }).click();
  await names.getByRole("button", { name: "Save the names" }).click();
  await said(page, "Names corrected");
  await expect(page.getByRole("rowheader", { name: "HP" })).toHaveCount(0);
});
