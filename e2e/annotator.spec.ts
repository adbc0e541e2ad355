import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { addActor } from "#lib/actor/write.server.ts";
import { SHOWN_FROM } from "#lib/attribution/cut.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db, inTransaction } from "#lib/db.server.ts";
import { type MadeArticle, makeArticle } from "#prisma/seed/factories.ts";
import { rareName } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

interface Newsroom extends MadeArticle {
  readonly viewer: Viewer;
  readonly ferry: string;
  readonly mayor: string;
}

/** An editor, two actors on record, and an article in which each says something. */
async function newsroom(page: Page): Promise<Newsroom> {
  const viewer = await signIn(page, "editor", rareName("Editor"));
  const [ferry, mayor] = [rareName("Ines"), rareName("Odran")];
  for (const name of [ferry, mayor])
    await inTransaction(db(), (tx) => addActor(tx, viewer, { name, kind: "person" }));
  const article = await makeArticle(db(), viewer, {
    headline: "Ferry line drops the night boat 🚢",
    paragraphs: [
      `“The night boat loses money on every crossing,” said ${ferry}, who runs the ferry line.`,
      `“The island needs its boat,” said ${mayor}, the mayor. “We will pay for it if we must.”`,
      `${ferry} said the line would look at the figures again in the autumn.`,
      "Rain is expected on the coast.",
    ],
  });
  return { ...article, viewer, ferry, mayor };
}

const textOf = (page: Page) => page.getByRole("article", { name: "Article text" });

/** Opens the article and waits until the page answers to keys: then the text takes the focus. */
async function open(page: Page, { articleId }: MadeArticle): Promise<void> {
  await page.goto(`/desk/articles/${articleId}`);
  await expect(textOf(page)).toHaveAttribute("tabindex", "0");
}

const heard = (page: Page) => page.getByRole("status");
const panel = (page: Page) => page.getByRole("complementary", { name: "Chosen statement" });
const list = (page: Page) =>
  page.getByRole("complementary", { name: "Statements and suggestions" }).getByRole("listitem");
const saved = (page: Page) => expect(page.getByText(/saved \d\d:\d\d:\d\d/)).toBeVisible();
const suggestionsOf = (articleId: string) =>
  db().suggestion.findMany({
    where: { articleId, confidence: { gte: SHOWN_FROM } },
    orderBy: { position: "asc" },
  });

/** Selects words of the text as a pointer does: from inside their first to inside their last character. */
async function drag(page: Page, from: string, to: string): Promise<void> {
  const places = await textOf(page).evaluate(
    (root, [first, last]) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; start: number }[] = [];
      let text = "";
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, start: text.length });
        text += node.textContent;
      }
      const boxAt = (offset: number) => {
        const holder = nodes.findLast(({ start }) => start <= offset);
        if (!holder) throw new Error("not in the text");
        const range = document.createRange();
        range.setStart(holder.node, offset - holder.start);
        range.setEnd(holder.node, offset - holder.start + 1);
        const box = range.getBoundingClientRect();
        // Whole pixels, as a pointer has them.
        return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
      };
      return [boxAt(text.indexOf(first)), boxAt(text.indexOf(last) + last.length - 1)];
    },
    [from, to] as const,
  );
  const [start, end] = places;
  if (!start || !end) throw new Error("not in the text");
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

test("an article is reviewed from the keyboard, and a decision is undone", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  const before = await suggestionsOf(room.articleId);
  expect(before.length).toBeGreaterThanOrEqual(3);
  await expect(list(page)).toHaveCount(before.length);
  await expect(panel(page)).toContainText(room.ferry);
  await expect(panel(page)).toContainText("Because");

  await page.keyboard.press("a");
  await expect(heard(page)).toHaveText(`Accepted, ${before.length - 1} to go`);
  await expect(panel(page)).toContainText(room.mayor);
  await page.keyboard.press("x");
  await expect(heard(page)).toHaveText(`Rejected, ${before.length - 2} to go`);
  await saved(page);
  await expect
    .poll(async () => (await suggestionsOf(room.articleId)).map(({ state }) => state).slice(0, 2))
    .toEqual(["accepted", "rejected"]);

  await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
  await page.keyboard.press("u");
  await expect(heard(page)).toContainText("Undone: rejected");
  await expect
    .poll(async () => (await suggestionsOf(room.articleId)).map(({ state }) => state).slice(0, 2))
    .toEqual(["accepted", "open"]);

  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(list(page).nth(0).getByRole("button")).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("/");
  await page.keyboard.type("autumn");
  await expect(list(page)).toHaveCount(1);
  // Typing decides nothing.
  await page.keyboard.type("ax");
  await expect(page.getByText("Nothing in the list holds these words.")).toBeVisible();
  expect((await suggestionsOf(room.articleId)).filter(({ state }) => state === "open")).toHaveLength(
    before.length - 1,
  );
});

test("the keys are shown on ?, and can be switched off", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Accept, and go to the next");
  await keys.getByLabel("Keys of one letter are on").uncheck();
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.keyboard.press("a");
  await page.keyboard.press("j");
  await expect(list(page).nth(0).getByRole("button")).toHaveAttribute("aria-current", "true");
  expect((await suggestionsOf(room.articleId)).every(({ state }) => state === "open")).toBe(true);
});

test("a suggestion is corrected on the way: another actor, made now, and an attributed view", async ({
  page,
}) => {
  const room = await newsroom(page);
  await open(page, room);
  const spokesman = rareName("Ferry Line");
  await page.keyboard.press("e");
  const form = page.getByRole("form", { name: "Correct and accept" });
  await expect(form.getByLabel("Who speaks")).toBeFocused();
  const kind = form.getByLabel("Kind", { exact: true }).first();
  // What the words of a name say is chosen already; the rest is taken for a person.
  const typeNew = async (name: string) => {
    await form.getByLabel("Who speaks").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(name);
    await page.getByRole("option", { name: `New actor: ${name}` }).click();
  };
  await typeNew("Canal Ministry of Norland");
  await expect(kind).toHaveValue("governmentBody");
  await typeNew(spokesman);
  await expect(kind).toHaveValue("person");
  await kind.selectOption("company");
  await form.getByLabel("Mode").selectOption("attributedView");
  await form.getByRole("button", { name: "Accept as corrected" }).click();
  await saved(page);
  const statement = await db().statement.findFirstOrThrow({
    where: { articleId: room.articleId },
    include: { attributedTo: true },
  });
  expect(statement).toMatchObject({
    mode: "attributedView",
    attributedTo: { name: spokesman, kind: "company" },
  });
  await page.keyboard.press("k");
  await expect(panel(page)).toContainText("direct, attributed view");
});

test("selected words become a statement, across marks and backwards, counted in code points", async ({
  page,
}) => {
  const room = await newsroom(page);
  await open(page, room);
  const whole = "loses money on every crossing,” said";
  await drag(page, "loses money", "crossing,” sai");
  const bar = page.getByRole("toolbar", { name: "Selected words" });
  await expect(bar).toBeVisible();
  await page.keyboard.press("n");
  const form = page.getByRole("form", { name: "New statement" });
  await expect(form).toContainText(whole);
  // Drawn from behind: the same words, added as a second piece, are one with the first.
  await drag(page, "every crossing,” said", "loses mon");
  await page.keyboard.press("n");
  await expect(form.getByRole("button", { name: /^Take out: loses/ })).toHaveCount(1);
  await drag(page, "Rain is expected", "on the coas");
  await page.keyboard.press("n");
  await drag(page, "figures again", "figures again");
  await page.keyboard.press("w");
  await form.getByLabel("Who speaks").fill(room.ferry);
  await page.getByRole("option", { name: new RegExp(`^${room.ferry}`) }).click();
  await expect(form.getByRole("button", { name: "Add the statement" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heard(page)).toHaveText("Statement added");
  const spans = await db().span.findMany({
    where: { anchor: { articleId: room.articleId } },
    orderBy: [{ role: "asc" }, { position: "asc" }],
  });
  const words = spans.map(({ role, exact }) => `${role}: ${exact}`).sort();
  expect(words).toEqual([
    "content: Rain is expected on the coast",
    `content: ${whole}`,
    "cue: figures again",
  ]);
  expect(spans.find(({ exact }) => exact === whole)).toMatchObject(room.span(whole));
  await expect(panel(page)).toContainText("Added by hand");
});

test("words are selected with the keyboard alone", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  await page.keyboard.press("j");
  await textOf(page).focus();
  for (const key of ["ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft"])
    await page.keyboard.press(key);
  await expect(heard(page)).toHaveText("The island");
  await page.keyboard.press("n");
  await expect(page.getByRole("form", { name: "New statement" })).toContainText("The island");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("form")).toHaveCount(0);
});

test("two editors: the later one sees both sides, keeps theirs or applies their own", async ({
  browser,
  page,
}) => {
  const room = await newsroom(page);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, "editor");
  await open(page, room);
  await open(other, room);
  await page.keyboard.press("a");
  await saved(page);
  await other.keyboard.press("x");
  const conflict = other.getByRole("region", { name: "Conflict" });
  await expect(conflict).toContainText("Yours, not saved");
  await expect(conflict).toContainText("reject:");
  await expect(conflict).toContainText(`accepted: actor: ${room.ferry}`);
  await conflict.getByRole("button", { name: "Keep what is on record" }).click();
  await expect(conflict).toBeHidden();

  // Both correct the same statement.
  const correct = async (on: Page, field: string, value: string) => {
    await list(on).nth(0).getByRole("button").click();
    await on.keyboard.press("e");
    await on.getByRole("form").getByLabel(field, { exact: true }).selectOption(value);
  };
  await correct(page, "Mode", "attributedView");
  await correct(other, "Kind", "indirect");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(heard(page)).toHaveText("Corrected");
  await other.getByRole("button", { name: "Save the correction" }).click();
  await expect(conflict).toContainText("direct, attributed view");
  await conflict.getByRole("button", { name: "Apply mine to it" }).click();
  await expect(heard(other)).toHaveText("Corrected");
  expect(await db().statement.findFirstOrThrow({ where: { articleId: room.articleId } })).toMatchObject({
    kind: "indirect",
    mode: "attributedView",
  });
  await other.context().close();
});

test("without an answer the work is kept, offered again, and never stored twice", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  // The first answer is lost on its way back; what it answers has been stored.
  let lost = 0;
  await page.route("**/api/desk/accept-suggestion", async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.route("**/api/desk/reject-suggestion", (route) => route.abort(), { times: 1 });
  await page.keyboard.press("a");
  await page.keyboard.press("x");
  const notice = page.getByRole("region", { name: "Not saved yet" });
  await expect(notice).toContainText("2 decisions are not saved yet");
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toContainText("1 decision is not saved yet");
  await notice.getByRole("button", { name: "Try again" }).click();
  await expect(notice).toBeHidden();
  await saved(page);
  expect((await suggestionsOf(room.articleId)).map(({ state }) => state).slice(0, 2)).toEqual([
    "accepted",
    "rejected",
  ]);
  expect(await db().statement.count({ where: { articleId: room.articleId } })).toBe(1);
  expect(lost).toBe(1);
});

test("everything sure is accepted in one go, one by one", async ({ page }) => {
  const room = await newsroom(page);
  const actor = await db().actor.findFirstOrThrow({ where: { name: room.ferry } });
  await db().suggestion.updateMany({
    where: { articleId: room.articleId },
    data: { confidence: 0.95, actorId: actor.id },
  });
  await open(page, room);
  const { length } = await suggestionsOf(room.articleId);
  await page.getByRole("button", { name: `Accept all above 90 % (${length})` }).click();
  await expect(page.getByText(`${length} accepted · nothing left to decide`)).toBeVisible();
  await expect.poll(() => db().statement.count({ where: { articleId: room.articleId } })).toBe(length);
  await expect(panel(page)).toContainText("Every suggestion is decided");
});

test("a statement is tied to a claim, offered again for the next article, signed off and taken out", async ({
  page,
}) => {
  const room = await newsroom(page);
  const sentence = `The night boat of ${room.ferry} costs more than it earns.`;
  await open(page, room);
  await page.keyboard.press("c");
  await expect(page.getByRole("searchbox", { name: "Search claims on record" })).toBeFocused();
  await panel(page).getByRole("button", { name: "New claim …" }).click();
  // Typed where the focus is: elsewhere its letters would decide on statements.
  await expect(panel(page).getByLabel("New claim, as one neutral sentence")).toBeFocused();
  await page.keyboard.type(sentence);
  await panel(page).getByRole("button", { name: "It asserts this" }).click();
  await expect(heard(page)).toHaveText("Tied to the claim");
  await expect(panel(page)).toContainText(sentence);

  const second = await makeArticle(db(), room.viewer, {
    outlet: { name: "Test Island Post", kind: "newspaper" },
    paragraphs: [`“The night boat loses money on every crossing,” said ${room.ferry} on Monday.`],
  });
  await open(page, second);
  await page.keyboard.press("c");
  const offered = panel(page)
    .getByRole("list", { name: "Claims like this passage" })
    .getByRole("listitem")
    .filter({ hasText: sentence });
  await expect(offered).toContainText("same actor");
  await offered.getByRole("button", { name: "It asserts this" }).click();
  await expect(heard(page)).toHaveText("Tied to the claim");
  await panel(page).getByLabel(`Stance to: ${sentence}`).selectOption("denies");
  await expect(heard(page)).toHaveText("Tied to the claim");
  await expect
    .poll(async () => (await db().stance.findMany({ where: { claim: { sentence } } })).map((row) => row.kind))
    .toEqual(expect.arrayContaining(["asserts", "denies"]));

  await page.getByRole("button", { name: "Sign off …" }).click();
  const confirm = page.getByRole("dialog", { name: "Sign off" });
  await expect(confirm).toContainText("1 statement · 1 claim");
  await expect(confirm).toContainText("The night boat loses money on every crossing");
  await expect(confirm).toContainText(`denies: ${sentence}`);
  await confirm.getByRole("button", { name: "Sign off" }).click();
  await expect(heard(page)).toHaveText("Signed off: it is public now");
  await expect(page.getByText(/^Signed off by/)).toBeVisible();
  expect(await db().article.findUniqueOrThrow({ where: { id: second.articleId } })).toHaveProperty(
    "signOffId",
    expect.any(String),
  );

  await page.getByRole("button", { name: "Take out of public" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take out of public" }).click();
  await expect(page.getByText("Not public.")).toBeVisible();
});

test("a sign-off shows decisions made in between and signs nothing unseen", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  await page.keyboard.press("a");
  await saved(page);
  await page.getByRole("button", { name: "Sign off …" }).click();
  // Someone else adds an actor's statement meanwhile.
  const other = await signedElsewhere(page, room);
  await page.getByRole("dialog").getByRole("button", { name: "Sign off" }).click();
  const conflict = page.getByRole("region", { name: "Conflict" });
  await expect(conflict).toContainText(`${other}: rejected`);
  expect((await db().article.findUniqueOrThrow({ where: { id: room.articleId } })).signOffId).toBeNull();
});

async function signedElsewhere(page: Page, room: Newsroom): Promise<string> {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  const context = await browser.newContext();
  const other = await context.newPage();
  const { name } = await signIn(other, "editor", rareName("Other"));
  await open(other, room);
  await other.keyboard.press("x");
  await saved(other);
  await context.close();
  return name;
}

test("the history tells who changed what, and undoes what nothing builds on", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  await page.keyboard.press("a");
  await saved(page);
  await page.keyboard.press("k");
  await page.keyboard.press("e");
  await page.getByRole("form").getByLabel("Mode").selectOption("attributedView");
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(heard(page)).toHaveText("Corrected");
  await page.getByRole("button", { name: /^History/ }).click();
  const history = page.getByRole("dialog", { name: "History" });
  const rows = history.getByRole("listitem");
  await expect(rows.nth(0)).toContainText(room.viewer.name);
  await rows.nth(0).getByText("before and after").click();
  await expect(rows.nth(0)).toContainText("said → attributed view");
  // The acceptance has a later decision on top.
  await rows.nth(1).getByRole("button", { name: "Undo" }).click();
  await expect(history.getByRole("region", { name: "Conflict" })).toContainText("corrected:");
  await history.getByRole("button", { name: "Keep what is on record" }).click();
  await rows.nth(0).getByRole("button", { name: "Undo" }).click();
  await expect(rows.nth(0)).toContainText("undid");
  await expect(rows.nth(1)).toContainText("undone by");
});

test("outlet, date and headline are corrected beside the frozen text", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  await page.getByRole("button", { name: "Correct these" }).click();
  const form = page.getByRole("dialog", { name: "About this article" });
  await form.getByLabel("Headline").fill("Night boat to end");
  await form.getByLabel("Published").fill("2024-13");
  await expect(form.getByText("That is not a date.")).toBeVisible();
  await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
  await form.getByLabel("Published").fill("2024-07-03 09:15");
  // What is typed counts, with nothing chosen from a list, whether it is on record or not.
  const ledger = `${rareName("Evening")} Ledger`;
  await form.getByLabel("Outlet").fill(ledger);
  await expect(form.getByLabel("Outlet")).toHaveAccessibleDescription(`“${ledger}” is new on record.`);
  await form.getByLabel("Outlet").press("Tab");
  await expect(form.getByLabel("Outlet")).toHaveValue(ledger);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(heard(page)).toHaveText("Article corrected");
  await expect(page.getByText(ledger)).toBeVisible();
  await expect(page.getByText("Headline in public: Night boat to end")).toBeVisible();
  await expect(page.getByText("3 July 2024, 09:15")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ferry line drops the night boat 🚢");
});

test("what is saved as it stands is no decision: nothing is saved, and there is nothing to undo", async ({
  page,
}) => {
  const room = await newsroom(page);
  await open(page, room);
  const decisions = await db().decision.count({ where: { articleId: room.articleId } });
  await page.getByRole("button", { name: "Correct these" }).click();
  const form = page.getByRole("dialog", { name: "About this article" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(heard(page)).toHaveText("Nothing was changed");
  await expect(page.getByText(/saved \d\d:\d\d:\d\d/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: `History (${decisions})` })).toBeVisible();
  expect(await db().decision.count({ where: { articleId: room.articleId } })).toBe(decisions);
});

test("a reader reads, is told why nothing can be decided, and no key decides", async ({ page, browser }) => {
  const room = await newsroom(page);
  const reader = await (await browser.newContext()).newPage();
  await signIn(reader, "reader");
  await open(reader, room);
  await expect(reader.getByText("deciding is for editors")).toBeVisible();
  await expect(panel(reader)).toContainText("Because");
  for (const name of ["Accept", "Reject", "Correct", "Sign off …", "Tie to a claim", "Undo"])
    await expect(reader.getByRole("button", { name })).toHaveCount(0);
  for (const key of ["a", "x", "e", "c", "n", "u"]) await reader.keyboard.press(key);
  await expect(reader.getByRole("form")).toHaveCount(0);
  expect((await suggestionsOf(room.articleId)).every(({ state }) => state === "open")).toBe(true);
  await reader.context().close();
});

test("the text and its statements stand in the page before any script runs", async ({ page, browser }) => {
  const room = await newsroom(page);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`/desk/articles/${room.articleId}`);
  await expect(textOf(plain)).toContainText("Rain is expected");
  await expect(plain.locator('[data-role="content"]').first()).toBeVisible();
  await expect(list(plain).first()).toContainText(room.ferry);
  await context.close();
});

for (const scheme of ["light", "dark"] as const)
  test(`nothing is in the way of assistive technology (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const room = await newsroom(page);
    await open(page, room);
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    };
    await check("suggestions");
    await page.keyboard.press("c");
    await expect(page.getByRole("searchbox", { name: "Search claims on record" })).toBeFocused();
    await check("claims");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    await saved(page);
    await page.keyboard.press("e");
    await check("correction");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    for (const [button, title] of [
      [/^History/, "History"],
      [/^Keys/, "Keys"],
      [/^Sign off …/, "Sign off"],
      [/^Correct these/, "About this article"],
    ] as const) {
      await page.getByRole("button", { name: button }).click();
      await expect(page.getByRole("dialog", { name: title })).toBeVisible();
      await check(title);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
  });

test("on a phone the text comes first, list and statement come up from the foot @phone", async ({ page }) => {
  const room = await newsroom(page);
  await open(page, room);
  await expect(textOf(page)).toBeVisible();
  await expect(panel(page)).toBeHidden();
  await page.getByRole("button", { name: "List of statements" }).click();
  await list(page).nth(1).getByRole("button").click();
  await expect(panel(page)).toContainText(room.mayor);
  await panel(page).getByRole("button", { name: "Accept" }).click();
  await saved(page);
  await panel(page).getByRole("button", { name: "Close" }).click();
  await expect(panel(page)).toBeHidden();
  await page.locator('[data-role="content"]').first().click();
  await expect(panel(page)).toContainText(room.ferry);
});
