import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { type LoopbackSite, startLoopbackSite } from "./support/loopback-site.ts";
import { signIn } from "./support/session.ts";

// The worker beside the app reads these feeds and their pages from a site that stands here.

const mark = randomUUID().slice(0, 8);
const FEED = `Skerry Post ${mark}`;
const HEADLINES = [`Skerry lamp ${mark} is lit again`, `Skerry pier ${mark} gets a new crane`];
const TORN = "<rss version='2.0'><chan";
let broken = false;
let lostIsBack = false;
let slowMs = 0;
let site: LoopbackSite;

test.beforeAll(async () => {
  // Two projects may run this file at the same time.
  site = await startLoopbackSite(test.info().project.name === "phone" ? 1 : 0, (request, response) => {
    const send = (type: string, body: string) => response.writeHead(200, { "content-type": type }).end(body);
    const page = /^\/page(\d)$/.exec(request.url ?? "");
    const headline = HEADLINES[Number(page?.[1] ?? -1)];
    if (headline) return send("text/html; charset=utf-8", pageOf(headline));
    if (request.url === "/lost" && lostIsBack) return send("text/html", pageOf(`Lost page ${mark}`));
    if (request.url === "/torn.xml") return send("application/rss+xml", TORN);
    if (request.url === "/more.xml")
      return send("application/rss+xml", feed().replace(FEED, `More of ${mark}`));
    if (request.url === "/") return send("text/html", frontPage());
    // Slow enough that the page is read again while the worker waits for it.
    if (request.url === "/news.xml")
      return void setTimeout(() => send("application/rss+xml", broken ? TORN : feed()), slowMs);
    response.writeHead(404).end();
  });
});
test.afterAll(() => site.close());

const frontPage = () =>
  `<!doctype html><title>${FEED}</title><link rel="alternate" type="application/rss+xml" title="News" href="/news.xml"><h1>${FEED}</h1>`;
const feed = () =>
  `<rss version="2.0"><channel><title>${FEED}</title><link>${site.at}/</link>${HEADLINES.map(
    (headline, n) =>
      `<item><guid>${site.at}/page${n}</guid><title>${headline}</title><pubDate>Wed, 14 May 2025 09:30:00 +0200</pubDate></item>`,
  ).join("")}<item><guid>${site.at}/lost</guid><title>Lost page ${mark}</title></item></channel></rss>`;
const pageOf = (
  headline: string,
) => `<!doctype html><html lang="en"><head><title>${headline}</title></head><body>
  <article><h1>${headline}</h1>
  <p>The harbour board of Skerry decided on Wednesday that the work shall begin before the autumn storms reach the coast.</p>
  <p>“The boats have waited for this since the winter,” said Nils Aker, who keeps the pilots’ house on the outer rock.</p>
  <p>The board put the cost at forty thousand crowns and expects the town to carry half of it, as it did nine years ago.</p>
  </article></body></html>`;

/** A button's name with what it is about, which is there for those who hear the page. */
const of = (name: string, what: string) => new RegExp(`^${name} ?: ${what}$`);
/** Feeds that were read, and are not again until tomorrow, with a word that finds these alone. */
async function addFeeds(viewer: Viewer, names: readonly string[]) {
  const word = `Skerry${randomUUID().slice(0, 8)}`;
  const outlet = await db().outlet.create({ data: { name: `${word} Notices`, kind: "newspaper" } });
  const titles = names.map((name) => `${word} ${name}`);
  await db().feed.createMany({
    data: titles.map((title) => ({
      url: `https://skerry.example/${randomUUID()}`,
      title,
      kind: "rss",
      outletId: outlet.id,
      addedBy: viewer.userId,
      polledAt: new Date(),
      nextAt: new Date(Date.now() + 86_400_000),
    })),
  });
  return { word, titles };
}

/** Another editor, who has the feed as it is now. */
async function meanwhile(viewer: Viewer, action: "pause-feed" | "resume-feed", title: string): Promise<void> {
  const { id: feedId, version } = await db().feed.findFirstOrThrow({ where: { title } });
  await runDeskWrite(db(), viewer, action, { feedId, version });
}

const breakFeed = (title: string) =>
  db().feed.updateMany({
    where: { title },
    data: { problem: "skerry.example does not answer.", problemAt: new Date(), failures: 1 },
  });

/** Has the page read again as another write does, and leaves the focus where it is. */
async function readAgain(page: Page, title: string): Promise<void> {
  const said = page.getByText(`${title} is read now`);
  await page
    .getByRole("button", { name: of("Read now", title) })
    .evaluate((button: HTMLElement) => button.click());
  await expect(said.first()).toBeVisible();
}

/** Keeps the next write of a kind on its way until it may go on. */
async function held(page: Page, action: string) {
  const go = Promise.withResolvers<void>();
  const sent = Promise.withResolvers<void>();
  await page.route(
    `**/api/desk/${action}`,
    async (route) => {
      sent.resolve();
      await go.promise;
      await route.continue();
    },
    { times: 1 },
  );
  return { sent: sent.promise, goOn: () => go.resolve() };
}

const row = (page: Page) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: FEED }) });

test("a feed is found at its site, added, and what it brings arrives in the inbox; broken, it says why", async ({
  page,
}) => {
  await signIn(page, "editor");
  await page.getByRole("link", { name: "Feeds", exact: true }).click();
  await page.getByLabel("Add the feed of").fill(site.at);
  await page.getByRole("button", { name: "Find its feeds" }).click();
  await expect(page.getByText("Found one feed")).toBeVisible();
  await expect(page.getByText(HEADLINES[0] ?? "", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Outlet", { exact: true }).fill(`Skerry outlet ${mark}`);
  await page.getByRole("button", { name: "Add this feed" }).click();
  await expect(
    page.getByRole("region", { name: "Add a feed" }).getByRole("link", { name: FEED }),
  ).toBeFocused();
  await expect(row(page)).toContainText(`Skerry outlet ${mark}`);

  await expect(async () => {
    await page.goto(`/desk?words=${mark}`);
    for (const name of HEADLINES)
      await expect(page.getByRole("link", { name })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await page.goto("/desk/feeds");
  await expect(row(page)).toContainText("3 new in 24 hours");
  await page.getByRole("link", { name: FEED }).click();
  await expect(page.getByRole("heading", { name: FEED })).toBeVisible();
  // No reload, here and below: the page follows the worker.
  const lost = page.getByRole("listitem").filter({ hasText: `Lost page ${mark}` });
  const tryAgain = lost.getByRole("button", { name: of("Try again", `Lost page ${mark}`) });
  await expect(lost).toContainText("no page at this address (404)", { timeout: 60_000 });
  await expectAccessible(page);
  lostIsBack = true;
  await tryAgain.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("It is tried again now")).toBeVisible();
  await expect(tryAgain).toHaveCount(0);
  await expect(lost).toBeFocused();
  await expect(lost).toContainText("brought in", { timeout: 60_000 });
  await expect(lost).toBeFocused();

  broken = true;
  slowMs = 2_500;
  await page.goto("/desk/feeds");
  const readNow = page.getByRole("button", { name: of("Read now", FEED) });
  await readNow.click();
  await expect(page.getByText(`${FEED} is read now`)).toBeVisible();
  await expect(readNow).toBeFocused();
  const list = page.getByRole("region", { name: /^Broken/ });
  await expect(list).toContainText("The feed is broken: its XML can’t be read.", { timeout: 60_000 });
  await expect(list).toContainText(/First seen (just now|1 minute ago)/);
  await expect(list).toContainText(/last read well (just now|\d+ minutes? ago)/);
  await expect(list).toContainText(/next in \d+ minutes/);
  // In another part of the list.
  await expect(readNow).toBeFocused();
  await expectAccessible(page);
  broken = false;
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^Working/ })).toContainText(FEED, { timeout: 60_000 });
  await expect(readNow).toBeFocused();

  slowMs = 0;
  // Its site is known by now: another feed of it is likely of the same outlet.
  await page.getByLabel("Add the feed of").fill(`${site.at}/more.xml`);
  await page.getByRole("button", { name: "Find its feeds" }).click();
  await expect(page.getByLabel("Outlet", { exact: true })).toHaveValue(`Skerry outlet ${mark}`);
  await expect(page.getByText("is new on record")).toHaveCount(0);
});

test("a feed is paused, corrected and removed, each with a way back", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const title = `Skerry notices ${randomUUID().slice(0, 8)}`;
  const url = `https://skerry.example/${randomUUID()}`;
  await runDeskWrite(db(), viewer, "add-feed", {
    url,
    title,
    kind: "rss",
    outlet: { name: "Skerry Notices" },
  });
  // One that is paused goes to the end of the whole list.
  await page.goto(`/desk/feeds?words=${encodeURIComponent(title)}`);
  const button = (name: string) => page.getByRole("button", { name: of(name, title) });
  await button("Pause").click();
  await expect(page.getByText(`Paused ${title}`)).toBeVisible();
  await expect(button("Resume")).toBeFocused();
  // As two quick presses, the second while the toast goes; the pointer over it would keep it there for good.
  const said = page.getByRole("dialog").filter({ hasText: `Paused ${title}` });
  await said.hover();
  await said.getByRole("button", { name: "Undo" }).evaluate((undo: HTMLElement) => {
    undo.click();
    undo.click();
  });
  // First: it is said for a few seconds.
  await expect(page.getByText("Undone", { exact: true })).toHaveCount(1);
  await expect(button("Pause")).toBeVisible();
  await expect(said).toHaveCount(0);
  await expect(page.getByText("This decision is undone already.")).toHaveCount(0);

  await button("Edit").click();
  await expect(page.getByLabel("Name of the feed").last()).toBeFocused();
  await page.getByLabel("Name of the feed").last().fill(`${title} daily`);
  // Meanwhile it turns out broken: the list that is read after saving has it in another part.
  await db().feed.updateMany({
    where: { url, problem: null },
    data: { problem: "skerry.example does not answer.", problemAt: new Date(), failures: 1 },
  });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: `${title} daily` })).toBeVisible();
  await expect(page.getByRole("button", { name: of("Edit", `${title} daily`) })).toBeFocused();

  await page.getByRole("button", { name: of("Remove", `${title} daily`) }).click();
  await expect(page.getByRole("link", { name: `${title} daily` })).toHaveCount(0);
  // It was the only one.
  await expect(page.locator("#content")).toBeFocused();
  await page
    .getByText(/^Removed/)
    .locator("xpath=ancestor::*[.//button[text()='Undo']][1]")
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(page.getByRole("link", { name: `${title} daily` })).toBeVisible();
});

test("what can’t be taken back any more says why", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const title = `Skerry tides ${randomUUID().slice(0, 8)}`;
  const url = `https://skerry.example/${randomUUID()}`;
  const input = { url, title, kind: "rss", outlet: { name: "Skerry Notices" } } as const;
  await runDeskWrite(db(), viewer, "add-feed", input);
  await page.goto(`/desk/feeds?words=${encodeURIComponent(title)}`);
  await page.getByRole("button", { name: of("Pause", title) }).click();
  const said = page.getByRole("dialog").filter({ hasText: `Paused ${title}` });
  await said.hover();
  // Somebody else has gone on from there.
  const { id: feedId, version } = await db().feed.findUniqueOrThrow({ where: { url } });
  await runDeskWrite(db(), viewer, "resume-feed", { feedId, version });
  await said.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Later decisions build on this one. Undo those first.")).toBeVisible();
  await expect(said).toHaveCount(0);
});

test("a feed that leaves its list on being paused or removed leaves the focus on the next one, the last one on the page", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const { word, titles } = await addFeeds(viewer, ["Pilots", "Quays", "Ropes", "Sails"]);
  await page.goto(`/desk/feeds?only=read&words=${word}`);
  const shown = await page.getByRole("heading", { level: 3 }).allTextContents();
  expect([...shown].sort()).toEqual(titles);
  const pause = (at: number) => page.getByRole("button", { name: of("Pause", shown[at] ?? "") });
  await page.getByRole("button", { name: of("Remove", shown[1] ?? "") }).focus();
  await page.keyboard.press("Enter");
  await expect(pause(2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pause(3)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(pause(0)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("No feed is working.")).toBeVisible();
  await expect(page.getByRole("main")).toBeFocused();
});

test("a feed that another editor pauses or resumes keeps the focus on the same action", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { word, titles } = await addFeeds(viewer, ["Pilots", "Ropes"]);
  const [pilots = "", ropes = ""] = titles;
  // Read again it stays in its part: its button is there to press.
  await breakFeed(ropes);
  await page.goto(`/desk/feeds?words=${word}`);
  const button = (name: string) => page.getByRole("button", { name: of(name, pilots) });
  const paused = page.getByRole("region", { name: /^Paused/ });

  await button("Edit").focus();
  await meanwhile(viewer, "pause-feed", pilots);
  await readAgain(page, ropes);
  await expect(paused).toContainText(pilots);
  await expect(button("Edit")).toBeFocused();

  await button("Resume").focus();
  await meanwhile(viewer, "resume-feed", pilots);
  await readAgain(page, ropes);
  await expect(button("Pause")).toBeFocused();

  await button("Read now").focus();
  await meanwhile(viewer, "pause-feed", pilots);
  await readAgain(page, ropes);
  await expect(paused).toContainText(pilots);
  await expect(page.getByRole("link", { name: pilots })).toBeFocused();
});

test("a feed that turns out broken while it is paused or removed leaves the focus as one that does not", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const { word, titles } = await addFeeds(viewer, ["Pilots", "Quays", "Ropes", "Sails"]);
  const [pilots = "", quays = "", ropes = "", sails = ""] = titles;
  await breakFeed(ropes);
  await page.goto(`/desk/feeds?words=${word}`);
  const button = (name: string, title: string) => page.getByRole("button", { name: of(name, title) });
  const broken = page.getByRole("region", { name: /^Broken/ });

  const pause = await held(page, "pause-feed");
  await button("Pause", pilots).focus();
  await page.keyboard.press("Enter");
  await pause.sent;
  await breakFeed(pilots);
  await readAgain(page, ropes);
  await expect(broken).toContainText(pilots);
  await expect(button("Pause", pilots)).toBeFocused();
  pause.goOn();
  await expect(button("Resume", pilots)).toBeFocused();

  const remove = await held(page, "remove-feed");
  await button("Remove", quays).focus();
  await page.keyboard.press("Enter");
  await remove.sent;
  await breakFeed(quays);
  await readAgain(page, ropes);
  await expect(broken).toContainText(quays);
  await expect(button("Remove", quays)).toBeFocused();
  remove.goOn();
  await expect(page.getByRole("link", { name: quays })).toHaveCount(0);
  await expect(button("Pause", sails)).toBeFocused();
});

test("what is typed about a feed stays while another editor moves it, and a refusal is read", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const { word, titles } = await addFeeds(viewer, ["Pilots", "Quays"]);
  const [pilots = "", quays = ""] = titles;
  await page.goto(`/desk/feeds?words=${word}`);
  const button = (name: string, title: string) => page.getByRole("button", { name: of(name, title) });
  const edit = page.getByRole("dialog", { name: "Edit the feed" });
  // Behind the window the list is not for those who hear the page.
  const paused = page.locator('section[aria-labelledby="feeds-paused"]');

  await button("Edit", pilots).click();
  await edit.getByLabel("Name of the feed").fill(`${pilots} daily`);
  await meanwhile(viewer, "pause-feed", pilots);
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(paused).toContainText(pilots);
  await expect(edit.getByRole("alert")).toContainText("Someone else has changed this feed.");
  await expect(edit.getByRole("alert")).toContainText(`“${pilots}”, of ${word} Notices, paused`);
  await expect(edit.getByLabel("Name of the feed")).toHaveValue(`${pilots} daily`);
  await expectAccessible(page);
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(paused).toContainText(`${pilots} daily`);
  await expect(edit).toHaveCount(0);
  await expect(button("Edit", `${pilots} daily`)).toBeFocused();

  // The page follows the worker again.
  await button("Resume", `${pilots} daily`).click();
  await expect(page.getByRole("region", { name: /^Broken/ })).toContainText(`${pilots} daily`, {
    timeout: 60_000,
  });

  await button("Pause", quays).focus();
  await meanwhile(viewer, "pause-feed", quays);
  await page.keyboard.press("Enter");
  await expect(button("Resume", quays)).toBeFocused();
  await expect(
    page.getByRole("dialog").filter({ hasText: "Someone else has changed this feed." }),
  ).toContainText(quays);
});

test("a feed that another editor takes off the list is saved all the same", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const { word, titles } = await addFeeds(viewer, ["Pilots"]);
  const [pilots = ""] = titles;
  await page.goto(`/desk/feeds?only=read&words=${word}`);
  await page.getByRole("button", { name: of("Edit", pilots) }).click();
  const edit = page.getByRole("dialog", { name: "Edit the feed" });
  await edit.getByLabel("Name of the feed").fill(`${pilots} daily`);
  await meanwhile(viewer, "pause-feed", pilots);
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("No feed is working.")).toBeVisible();
  await expect(edit.getByRole("alert")).toContainText("paused");
  await edit.getByRole("button", { name: "Save" }).click();
  await expect(edit).toHaveCount(0);
  await expect(page.locator("#content")).toBeFocused();
  expect(await db().feed.count({ where: { title: `${pilots} daily`, state: "paused" } })).toBe(1);
});

test("an address that no feed can come from is refused without advice for an article", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/feeds");
  await page.getByLabel("Add the feed of").fill("https://169.254.169.254/feed.xml");
  await page.getByRole("button", { name: "Find its feeds" }).click();
  await expect(page.locator("#feed-address-problem")).toContainText(
    /^! ?The address leads into a private network\.$/,
  );
});

test("the address of a broken feed says that it is broken", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/feeds");
  await page.getByLabel("Add the feed of").fill(`${site.at}/torn.xml`);
  await page.getByRole("button", { name: "Find its feeds" }).click();
  await expect(page.locator("#feed-address-problem")).toContainText(
    "The feed is broken: its XML can’t be read.",
  );
});

test("a reader is not led to feeds, and the page says why it does not open", async ({ page }) => {
  await signIn(page, "reader");
  await expect(page.getByRole("link", { name: "Feeds", exact: true })).toHaveCount(0);
  await page.goto("/desk/feeds");
  await expect(page.getByText("As reader you can’t look after feeds.")).toBeVisible();
});

test("feeds fit a phone @phone", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const url = `https://skerry.example/${"a-long-path-without-a-break".repeat(6)}${randomUUID()}`;
  await runDeskWrite(db(), viewer, "add-feed", {
    url,
    title: `Skerry phone ${mark}`,
    kind: "atom",
    outlet: { name: "Skerry Notices" },
  });
  await page.goto("/desk/feeds");
  await expect(page.getByRole("link", { name: `Skerry phone ${mark}` })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});
