import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { expectAccessible } from "./support/accessible.ts";
import { rareSurname } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

/** Words of one event, which no other test's articles have. */
type Event = readonly string[];
const newEvent = (): Event => Array.from({ length: 14 }, () => rareSurname());
const COMMON = "and the that which from have been with they would this about there their".split(" ");

/** A report on the event by an outlet of its own. */
async function report(viewer: Viewer, event: Event, outlet: string) {
  const headline = `${event.slice(0, 2).join(" and ")} in the ${outlet}`;
  const { articleId } = await makeArticle(db(), viewer, {
    outlet: { name: outlet },
    headline,
    paragraphs: [
      event.map((word, at) => `${word} ${COMMON[at]}`).join(" "),
      `In the ${outlet} it was said of ${event.slice(6).join(" ")}.`,
    ],
  });
  return { articleId, headline, outlet };
}

async function reports(viewer: Viewer, event: Event, ...outlets: string[]) {
  const made = [];
  for (const outlet of outlets) made.push(await report(viewer, event, outlet));
  return made;
}

const regionOf = (page: Page, name: "Proposed" | "Decided") =>
  page.getByRole("region", { name: new RegExp(`^${name}`) });
const storyWith = (region: Locator, headline: string) =>
  region.getByRole("article").filter({ has: region.page().getByRole("link", { name: headline }) });
const rowOf = (story: Locator, headline: string) =>
  story.getByRole("listitem").filter({ has: story.page().getByRole("link", { name: headline }) });

/** Opens the page and waits until it answers to keys. */
async function open(page: Page, path = "/desk/stories"): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1, name: "Stories" })).toBeVisible();
  await page.waitForFunction(() => {
    const button = document.querySelector("[data-choice]");
    return button !== null && Object.keys(button).some((key) => key.startsWith("__reactProps"));
  });
}

test("a proposed story is decided on with the keyboard, and an undo brings it back", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const event = newEvent();
  const [one, two, three] = await reports(viewer, event, "Bridge Courier", "Quay Gazette", "Mole Herald");
  if (!one || !two || !three) throw new Error("Three reports are needed.");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Stories" }).click();
  await open(page);
  const proposed = storyWith(regionOf(page, "Proposed"), one.headline);
  await expect(proposed).toContainText("3 articles from 3 outlets");
  await expect(rowOf(proposed, two.headline)).toContainText(/Quay Gazette · 2 July 2024/);
  await expect(rowOf(proposed, two.headline)).toContainText(/Shares .*; the same day\./);
  await expectAccessible(page);

  await rowOf(proposed, one.headline).getByRole("button").first().focus();
  // Meanwhile another story comes in, which stands above this one.
  await reports(viewer, newEvent(), "Pier Post", "Lock Ledger");
  await page.keyboard.press("a");
  await expect(page.getByText(`Accepted: “${one.headline}”.`)).toBeVisible();
  await expect(rowOf(proposed, one.headline).getByRole("button", { name: "Take out" })).toBeVisible();
  // The focus went on to the next article that waits.
  await expect(proposed.locator("[data-member] :focus")).toHaveCount(1);
  await page.keyboard.press("x");
  await expect(rowOf(proposed, two.headline)).toHaveCount(0);
  await expect(proposed.locator("[data-member] :focus")).toHaveCount(1);
  await page.keyboard.press("u");
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(rowOf(proposed, two.headline)).toBeVisible();

  await rowOf(proposed, two.headline).getByRole("button").first().focus();
  await page.keyboard.press("Shift+A");
  const decided = storyWith(regionOf(page, "Decided"), one.headline);
  await expect(decided).toContainText("3 articles from 3 outlets");
  await expect(proposed).toHaveCount(0);

  // The article's own page says where it stands.
  await page.goto(`/desk/articles/${three.articleId}`);
  await expect(page.getByText(/^Story: /)).toContainText(one.headline);
});

test("stories are corrected: renamed, an article moved to a new one, two merged", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const event = newEvent();
  const [one, two] = await reports(viewer, event, "Bridge Courier", "Quay Gazette");
  if (!one || !two) throw new Error("Two reports are needed.");
  await open(page);
  const proposed = storyWith(regionOf(page, "Proposed"), one.headline);
  await proposed.getByRole("button", { name: "Accept all 2" }).click();
  const story = storyWith(regionOf(page, "Decided"), one.headline);
  await expect(story).toBeVisible();

  const title = `The bridge of ${rareSurname()}`;
  await story.getByRole("button", { name: /^Rename …/ }).click();
  // A letter in the title is a letter.
  await story.getByLabel("Title of the story").fill("");
  await story.getByLabel("Title of the story").pressSequentially(title);
  await story.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(story.getByRole("heading", { level: 3 })).toHaveText(title);

  const other = `The mayor of ${rareSurname()}`;
  await rowOf(story, two.headline)
    .getByRole("button", { name: /^Move …/ })
    .click();
  await story.getByLabel("Move it to").fill(other);
  await page.getByRole("option", { name: `New story: ${other}` }).click();
  await story.getByRole("button", { name: "Move", exact: true }).click();
  const second = storyWith(regionOf(page, "Decided"), two.headline);
  await expect(second.getByRole("heading", { level: 3 })).toHaveText(other);
  await expect(rowOf(story, two.headline)).toHaveCount(0);

  await second.getByRole("button", { name: /^Merge into …/ }).click();
  await second.getByLabel("All its articles go into").fill(title);
  await page.getByRole("option", { name: title }).click();
  await second.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(rowOf(story, two.headline)).toBeVisible();
  await expect(story).toContainText("2 articles from 2 outlets");
  await expectAccessible(page);
});

test("a long story shows its first articles, all of them on demand, and is decided whole", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const [first] = await reports(viewer, newEvent(), "Bridge Courier", "Quay Gazette");
  if (!first) throw new Error("Reports are needed.");
  const { storyId } = await db().storyMember.findFirstOrThrow({ where: { articleId: first.articleId } });
  for (let n = 3; n <= 16; n++) {
    const { articleId } = await report(viewer, newEvent(), `Mole Herald ${n}`);
    await db().storyMember.create({
      data: { storyId, articleId, state: "suggested", reason: "the same day" },
    });
  }
  await open(page);
  const proposed = storyWith(regionOf(page, "Proposed"), first.headline);
  await expect(proposed).toContainText("16 articles from 16 outlets");
  await expect(proposed.getByRole("listitem")).toHaveCount(12);
  // A decided one makes room for one that waits.
  await rowOf(proposed, first.headline).getByRole("button").first().focus();
  await page.keyboard.press("a");
  await expect(page.getByText(`Accepted: “${first.headline}”.`)).toBeVisible();
  await expect(proposed).toHaveCount(0);
  const called = page.getByRole("heading", { name: first.headline });
  const story = regionOf(page, "Proposed").getByRole("article").filter({ has: called });
  await expect(story).toContainText("15 to decide");
  await story.getByRole("button", { name: /^Show all 16 articles/ }).click();
  await expect(story.getByRole("listitem")).toHaveCount(16);
  await story.getByRole("button", { name: /^Show fewer articles/ }).click();
  await expect(story.getByRole("listitem")).toHaveCount(12);
  await story.getByRole("button", { name: /^Accept all 15/ }).click();
  const decided = storyWith(regionOf(page, "Decided"), first.headline);
  await expect(decided).toContainText("16 articles from 16 outlets");
});

test("what is typed after a form is opened is typed into its field, and Escape goes back", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const [one, two] = await reports(viewer, newEvent(), "Bridge Courier", "Quay Gazette");
  if (!one || !two) throw new Error("Two reports are needed.");
  // A machine that takes its time over everything.
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await open(page);
  const story = storyWith(regionOf(page, "Proposed"), one.headline);
  const link = story.getByRole("link", { name: two.headline });
  const accepts = story.locator("[data-choice=accept]");
  await expect(accepts).toHaveCount(2);

  // Every letter of this is a key of the list.
  const keys = "maxuAkj";
  await link.focus();
  await page.keyboard.type(`m${keys}`);
  // By the page: while its list of choices is open, nothing around it has a role.
  const field = page.getByLabel("Move it to");
  await expect(field).toHaveValue(keys);
  await expect(field).toBeFocused();
  // The list of choices closes first, the form next.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(link).toBeFocused();

  await page.keyboard.press("m");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(link).toBeFocused();

  // While a form is open the keys do nothing, even where the focus is on an article; Escape closes it from there too.
  await page.keyboard.press("m");
  await expect(field).toBeFocused();
  await link.focus();
  await page.keyboard.type("ax");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(link).toBeFocused();

  for (const [name, label] of [
    [/^Move …/, "Move it to"],
    [/^Merge into …/, "All its articles go into"],
    [/^Rename …/, "Title of the story"],
  ] as const) {
    const button = story.getByRole("button", { name }).last();
    await button.press("Enter");
    await expect(story.getByLabel(label)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(story.getByLabel(label)).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  // Nothing of all that was a decision.
  await expect(accepts).toHaveCount(2);
  await expect(page.getByText(/^(Accepted|Not of this story|Undone)/)).toHaveCount(0);
});

test("who opens a form while a decision is under way keeps the focus in it", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const [one, two, three] = await reports(
    viewer,
    newEvent(),
    "Bridge Courier",
    "Quay Gazette",
    "Mole Herald",
  );
  if (!one || !two || !three) throw new Error("Three reports are needed.");
  await open(page);
  const story = storyWith(regionOf(page, "Proposed"), one.headline);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/desk/judge-story-members", async (route) => {
    await held;
    await route.continue();
  });
  await story.getByRole("link", { name: one.headline }).focus();
  await page.keyboard.type("am");
  // By the page: while its list of choices is open, nothing around it has a role.
  const field = page.getByLabel("Move it to");
  await expect(field).toBeFocused();
  answer();
  await expect(rowOf(story, one.headline).getByRole("button", { name: "Take out" })).toBeVisible();
  await page.keyboard.type("ax");
  await expect(field).toHaveValue("ax");
  await page.keyboard.press("Escape");
  await expect(story.locator("[data-choice=accept]")).toHaveCount(2);
});

test("an article is put into a story by hand, from its own page", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const [one] = await reports(viewer, newEvent(), "Bridge Courier", "Quay Gazette");
  const [alone] = await reports(viewer, newEvent(), "Mole Herald");
  if (!one || !alone) throw new Error("A report is needed.");
  await open(page);
  await storyWith(regionOf(page, "Proposed"), one.headline)
    .getByRole("button", { name: "Accept all 2" })
    .click();
  await expect(storyWith(regionOf(page, "Decided"), one.headline)).toBeVisible();
  await page.goto(`/desk/articles/${alone.articleId}`);
  await page.getByRole("link", { name: "none yet" }).click();
  const byHand = page.getByRole("region", { name: "By hand" });
  await expect(byHand).toContainText("In no story.");
  await byHand.getByLabel("Put it into").fill(one.headline.slice(0, 30));
  await page.getByRole("option", { name: one.headline }).click();
  await byHand.getByRole("button", { name: "Put", exact: true }).click();
  const story = storyWith(regionOf(page, "Decided"), alone.headline);
  await expect(story).toContainText("3 articles");
  await expect(rowOf(story, alone.headline)).toContainText("Put here by an editor.");
});

test("two editors: who comes second sees both sides", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const [one] = await reports(viewer, newEvent(), "Bridge Courier", "Quay Gazette");
  if (!one) throw new Error("A report is needed.");
  await open(page);
  const member = await db().storyMember.findFirstOrThrow({ where: { articleId: one.articleId } });
  await runDeskWrite(db(), viewer, "judge-story-members", {
    members: [{ memberId: member.id, version: member.version }],
    state: "rejected",
  });
  const story = storyWith(regionOf(page, "Proposed"), one.headline);
  await rowOf(story, one.headline).getByRole("button", { name: "Accept" }).click();
  const notice = page.getByRole("region", { name: "Not stored" });
  await expect(notice.getByRole("alert")).toContainText("Someone else has decided");
  await expect(notice).toContainText(`accept “${one.headline}”`);
  await expect(notice).toContainText("is not in the story");
  await expect(story).toHaveCount(0);
});

test("readers see proposals and no control @phone", async ({ page }) => {
  const editor = await signIn(page, "editor");
  const [one] = await reports(editor, newEvent(), "Bridge Courier", "Quay Gazette");
  if (!one) throw new Error("A report is needed.");
  await page.context().clearCookies();
  await signIn(page, "reader");
  await page.goto("/desk/stories");
  const story = storyWith(regionOf(page, "Proposed"), one.headline);
  await expect(story).toBeVisible();
  await expect(story.getByRole("button")).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
});
