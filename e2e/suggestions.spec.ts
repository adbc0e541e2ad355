import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import type { MadeArticle } from "#prisma/seed/factories.ts";
import { expectAccessible } from "./support/accessible.ts";
import { kelm } from "./support/kelm.ts";

const textOf = (page: Page) => page.getByRole("article", { name: "Article text" });
const heard = (page: Page) => page.getByRole("status");
const panel = (page: Page) => page.getByRole("complementary", { name: "Chosen statement" });
const aside = (page: Page) => page.getByRole("complementary", { name: "Statements and suggestions" });
const list = (page: Page) => aside(page).getByRole("listitem");

async function open(page: Page, { articleId }: MadeArticle): Promise<void> {
  await page.goto(`/desk/articles/${articleId}`);
  await expect(textOf(page)).toHaveAttribute("tabindex", "0");
}
const statesOf = async ({ articleId }: MadeArticle) =>
  (await db().suggestion.findMany({ where: { articleId }, orderBy: { position: "asc" } })).map(
    ({ state }) => state,
  );
const speakersOf = async ({ articleId }: MadeArticle) =>
  (
    await db().statement.findMany({
      where: { articleId, withdrawn: false },
      include: { attributedTo: true },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ attributedTo }) => attributedTo.name);

test("each suggestion says how sure the engine is and why, how the speaker is named, when, and what the cue does", async ({
  page,
}) => {
  const room = await kelm(page);
  await open(page, room);
  await expect(panel(page)).toContainText("92 % sure");
  await expect(panel(page)).toContainText("Because: reporting verb “said” after the content");
  await expect(panel(page)).toContainText("“the town”, a description");
  await expect(panel(page)).toContainText(`the town -> ${room.town}`);
  await expect(panel(page)).toContainText("30 June 2024 (“on Sunday”)");
  await expect(list(page).first()).toContainText("92 %");
  await page.keyboard.press("j");
  await expect(panel(page)).toContainText("denied the text says that this was not said");
  await expect(panel(page)).toContainText("in doubt the text does not vouch that this was said");
  await page.keyboard.press("j");
  await expect(panel(page)).toContainText("Harbour Wire is not on record");
  await expect(panel(page)).toContainText("names the source");
  // What is denied or in doubt is never accepted unread, however sure the engine is.
  const together = page.getByRole("button", { name: /^Accept all above 90 % \(1\)/ });
  await expect(together).toHaveAccessibleDescription("1 more one by one: 1 denied or doubted");
  await expect(page.getByText("1 more one by one: 1 denied or doubted")).toBeVisible();
});

test("less certain suggestions are hidden, shown by a key, kept so on this device, and wait for nobody", async ({
  page,
}) => {
  const room = await kelm(page);
  await open(page, room);
  await expect(list(page)).toHaveCount(4);
  await expect(aside(page)).toContainText("2 more, less certain");
  await expect(page.getByText("4 to go · 2 less certain")).toBeVisible();
  await expect(page.locator(".mark-less-certain")).toHaveCount(0);

  await page.keyboard.press("m");
  await expect(heard(page)).toHaveText("2 less certain, shown");
  await expect(list(page)).toHaveCount(6);
  await expect(page.locator(".mark-less-certain").first()).toBeVisible();
  await page.reload();
  await expect(list(page)).toHaveCount(6);

  // It lies over a surer one: a click means that one first, the next click the other, and each leads to the other.
  const words = textOf(page).getByText("stays open all winter", { exact: false }).last();
  await list(page).last().getByRole("button").click();
  await words.click();
  await expect(panel(page)).toContainText("92 % sure");
  await words.click();
  await expect(panel(page)).toContainText("21 % sure, less certain");
  await panel(page)
    .getByRole("button", { name: new RegExp(`^1 · ${room.town}`) })
    .click();
  await expect(panel(page)).toContainText("92 % sure");
  await expect(panel(page).getByRole("button", { name: /less certain/ })).toBeVisible();

  await aside(page).getByRole("button", { name: "hide the 2 less certain" }).click();
  await expect(list(page)).toHaveCount(4);
  for (let n = 0; n < 4; n++) await page.keyboard.press("x");
  await expect(heard(page)).toHaveText("Rejected, nothing left to decide");
  await expect(panel(page)).toContainText("Every suggestion is decided");
  await expect.poll(async () => (await statesOf(room)).filter((state) => state === "open")).toHaveLength(2);
  // By a headline of its own: other tests may fill the inbox's first page meanwhile.
  const headline = `Pier of ${room.town} stays open`;
  await db().article.update({ where: { id: room.articleId }, data: { headline } });
  await page.goto(`/desk?${new URLSearchParams({ words: headline })}`);
  const row = page.getByRole("listitem").filter({ hasText: headline });
  await expect(row).toContainText("2 less certain");
  await expect(row).not.toContainText("open suggestion");
});

test("another candidate is one key away, and the others of the chain follow with one more, undone as one", async ({
  page,
}) => {
  const room = await kelm(page);
  await open(page, room);
  const other = panel(page).getByRole("region", { name: "Or somebody else" });
  await expect(other).toContainText("body: council of Kelm");
  await page.keyboard.press("1");
  await expect(heard(page)).toHaveText(`Accepted: ${room.council}. Press o for the others of this chain`);
  const follow = panel(page).getByRole("button", {
    name: `${room.council} also for the 2 others of this chain`,
  });
  await expect(follow).toBeEnabled();
  await page.keyboard.press("o");
  await expect(heard(page)).toHaveText(`${room.council} in 2 more of this chain`);
  await expect(follow).toBeHidden();
  await expect(list(page).nth(1)).toContainText(room.council);
  await expect(list(page).nth(2)).toContainText(room.council);
  await expect(list(page).nth(3)).toContainText(room.guest);
  await list(page).nth(2).getByRole("button").click();
  await expect(panel(page)).toContainText("chosen by an editor for this chain of mentions");
  await page.keyboard.press("a");
  await expect.poll(() => speakersOf(room)).toEqual([room.council, room.council]);
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await page.keyboard.press("u");
  await expect(heard(page)).toContainText("Undone: accepted");
  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await page.keyboard.press("u");
  await expect(heard(page)).toContainText("Undone: of one chain, 2 mentions");
  await expect(list(page).nth(1)).toContainText(room.town);
  await expect(list(page).nth(2)).toContainText(room.town);
  await expect.poll(() => speakersOf(room)).toEqual([room.council]);
});

test("only a place: all mentions of the chain are rejected with one click, those accepted taken back", async ({
  page,
}) => {
  const room = await kelm(page);
  await open(page, room);
  await page.keyboard.press("a");
  await expect.poll(() => statesOf(room)).toContain("accepted");
  await panel(page)
    .getByRole("button", { name: "Only a place, nobody speaks: reject all 3 of this chain" })
    .click();
  await expect(heard(page)).toHaveText("Nobody speaks: 3 rejected");
  expect(await speakersOf(room)).toEqual([]);
  await expect(page.getByText("2 rejected · 1 taken back · 1 to go")).toBeVisible();
});

test("somebody new comes with what the text says: two keys make the record", async ({ page }) => {
  const room = await kelm(page);
  await open(page, room);
  await list(page).nth(3).getByRole("button").click();
  await expect(panel(page)).toContainText(`${room.guest}: not on record`);
  await expect(panel(page)).toContainText("person, “a pilot of the strait” in the text");
  await page.keyboard.press("a");
  const form = page.getByRole("form", { name: "Correct and accept" });
  await expect(form.getByLabel("Name as it will be shown")).toHaveValue(room.guest);
  await expect(form.getByLabel("Description")).toHaveValue("a pilot of the strait");
  await expect(form.getByRole("button", { name: "Accept as corrected" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => speakersOf(room)).toEqual([room.guest]);
  expect(await db().actor.findFirst({ where: { name: room.guest } })).toMatchObject({
    kind: "person",
    description: "a pilot of the strait",
  });
});

/** Whether all of a button can be seen and pressed, and not only what the foot of the page leaves of it. */
const isInView = (page: Page, name: string): Promise<boolean> =>
  page.getByRole("button", { name }).evaluate((button) => {
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const corners = [
      [left + 2, top + 2],
      [right - 2, bottom - 2],
    ] as const;
    return corners.every(([x, y]) => button.contains(document.elementFromPoint(x, y)));
  });

test("what the key to accept leads to is in view, above the foot of a low window", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 640 });
  const room = await kelm(page);
  await open(page, room);
  await list(page).nth(3).getByRole("button").click();
  await page.keyboard.press("a");
  await expect(page.getByRole("button", { name: "Accept as corrected" })).toBeFocused();
  expect(await isInView(page, "Accept as corrected")).toBe(true);
});

test("on a phone what accepting leads to is in view, also with a key @phone", async ({ page }) => {
  const room = await kelm(page);
  await open(page, room);
  await page.getByRole("button", { name: "List of statements" }).click();
  await list(page).nth(3).getByRole("button").click();
  await panel(page).getByRole("button", { name: "Accept with a new actor" }).click();
  const save = page.getByRole("button", { name: "Accept as corrected" });
  await expect(save).toBeFocused();
  expect(await isInView(page, "Accept as corrected")).toBe(true);
  await panel(page).getByRole("button", { name: "Leave it" }).click();
  await panel(page).getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("a");
  await expect(save).toBeFocused();
  expect(await isInView(page, "Accept as corrected")).toBe(true);
});

test("an older engine's suggestions are replaced on demand: what is decided stays", async ({ page }) => {
  const room = await kelm(page);
  await open(page, room);
  await page.keyboard.press("x");
  await expect.poll(() => statesOf(room)).toContain("rejected");
  await page.getByRole("button", { name: "Suggest again with the present engine" }).click();
  await expect(heard(page)).toHaveText(/^The engine has read the article again: \d+ new, 5 replaced$/);
  await expect(page.getByText("Suggested by an older engine.")).toBeHidden();
  await expect(list(page).first()).toContainText("rejected");
  const open_ = await db().suggestion.findMany({ where: { articleId: room.articleId, state: "open" } });
  expect(open_.length).toBeGreaterThan(0);
  expect(open_.every(({ engine }) => engine !== "told-1")).toBe(true);
});

test("the engine’s page counts what became of suggestions, and says where there is nothing to count", async ({
  page,
}) => {
  const room = await kelm(page);
  await open(page, room);
  await page.keyboard.press("a");
  await page.keyboard.press("x");
  await expect.poll(() => statesOf(room)).toEqual(["accepted", "open", "rejected", "open", "open", "open"]);
  await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Engine" }).click();
  await expect(page.getByRole("heading", { name: "The engine" })).toBeVisible();
  const engines = page.getByRole("table", { name: "By engine" });
  await expect(engines.getByRole("row").filter({ hasText: "told-1" })).toContainText(/\d+ % \d+ of \d+/);
  await expect(page.getByRole("table", { name: /^By confidence/ })).toContainText("90 to 100 %");
  await expectAccessible(page);
  await page.goto("/desk/engine?from=1999-01-01&to=1999-12-31");
  await expect(page.getByText("Nothing was decided on articles of these days.")).toBeVisible();
  await page.goto("/desk/engine?from=soon");
  await expect(page.getByText("Write a day, such as 2024-06-30.")).toBeVisible();
  await page.goto("/desk/engine?sample=1");
  await expect(page.getByRole("table", { name: "By outlet" })).toBeVisible();
});

for (const scheme of ["light", "dark"] as const)
  test(`a suggestion that says everything is in nobody's way (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const room = await kelm(page);
    await open(page, room);
    await page.keyboard.press("m");
    await expect(list(page)).toHaveCount(6);
    await expectAccessible(page);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(panel(page)).toContainText("denied");
    await expectAccessible(page);
  });

test("on a phone the less certain ones are shown from the list @phone", async ({ page }) => {
  const room = await kelm(page);
  await open(page, room);
  await page.getByRole("button", { name: "List of statements" }).click();
  await expect(list(page)).toHaveCount(4);
  await aside(page).getByRole("button", { name: "show the 2 less certain" }).click();
  await expect(list(page)).toHaveCount(6);
  await list(page).nth(0).getByRole("button").click();
  await expect(panel(page)).toContainText("92 % sure");
  await panel(page).getByRole("button", { name: room.council }).click();
  await expect(panel(page).getByRole("button", { name: /also for the 2 others/ })).toBeVisible();
});
