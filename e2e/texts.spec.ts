import { expect, type Page, test } from "@playwright/test";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { acceptAll, bring, type PageOfNews, pageOfNews } from "./support/changed-article.ts";
import { startLoopbackSite } from "./support/loopback-site.ts";
import { rareName } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

const LAST = "Boats wait at the pier until noon, as they did last year.";

interface Changed extends PageOfNews {
  readonly articleId: string;
  readonly keeper: string;
}

/** An article with one accepted statement, whose page says the contrary two hours later. */
async function changed(viewer: Viewer): Promise<Changed> {
  const [page, keeper] = [pageOfNews(), rareName("Runa")];
  const quote = `“The swing bridge will open in May,” said ${keeper}, who keeps the bridge.`;
  const { articleId } = await bring(viewer, page, [quote, LAST], 8);
  await acceptAll(viewer, articleId);
  await bring(viewer, page, [quote.replace("will open", "will not open"), LAST], 10);
  return { ...page, articleId, keeper };
}

const waiting = (page: Page, { keeper }: Changed) => page.getByRole("article").filter({ hasText: keeper });
const toast = (page: Page, words: string) => page.getByRole("dialog").filter({ hasText: words });
/** The inbox with nothing of other tests in it, which may fill its first page meanwhile. */
const inboxOf = ({ outlet }: PageOfNews) => `/desk?${new URLSearchParams({ outlet })}`;

/** Opens the page of an article's texts and waits until it answers to keys. */
async function open(page: Page, { articleId }: Changed): Promise<void> {
  await page.goto(`/desk/articles/${articleId}/texts`);
  await page.waitForFunction(() => {
    const button = document.querySelector("main button");
    return button !== null && Object.keys(button).some((key) => key.startsWith("__reactProps"));
  });
}

test("a changed text: its statement waits, is placed, undone and placed again; the change is confirmed and public", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const article = await changed(viewer);
  await page.goto(inboxOf(article));
  const row = page.getByRole("listitem").filter({ hasText: article.headline });
  await expect(row).toContainText("text changed, 2 to look at");

  // The annotator says so, and does not let it be signed off.
  await row.getByRole("link", { name: article.headline }).click();
  await expect(
    page.getByText("The text was changed: 1 statement waits for your look. Look", { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "revision 2 of 2" })).toBeVisible();
  await page.getByRole("link", { name: "Look", exact: true }).click();
  await expect(page).toHaveURL(`/desk/articles/${article.articleId}/texts`);

  await open(page, article);
  const statement = waiting(page, article);
  await expect(statement).toContainText("negation adds “not”");
  await expect(statement.getByRole("region", { name: `Where it stood: ${article.keeper}` })).toContainText(
    "The swing bridge will open in May",
  );
  const now = statement.getByRole("region", { name: `Where it may stand: ${article.keeper}` });
  await expect(now.locator("ins")).toHaveText(/^\s*not\s*$/);
  await expect(page.getByRole("region", { name: "Word by word" }).locator("ins").last()).toHaveText(
    /^\s*not\s*$/,
  );
  await expectAccessible(page);

  await now.getByRole("button", { name: /^Place here/ }).focus();
  await page.keyboard.press("a");
  await expect(toast(page, `Placed in the new text: ${article.keeper}.`)).toBeVisible();
  await expect(statement).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Statements to look at 0" })).toBeFocused();
  // The pointer over a toast keeps it there: nothing but the undo takes it away.
  const placed = toast(page, `Placed in the new text: ${article.keeper}.`);
  await placed.hover();
  await placed.getByRole("button", { name: "Undo" }).evaluate((undo: HTMLElement) => {
    undo.click();
    undo.click();
  });
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(statement).toBeVisible();
  await expect(placed).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Not stored" })).toHaveCount(0);
  await statement.getByRole("button", { name: /^Place here/ }).click();
  await expect(statement).toHaveCount(0);

  const changes = page.getByRole("region", { name: /^Changed by the outlet/ });
  const seen = "seen between 08:00 and 10:00 UTC on 2 July 2024";
  await expect(changes).toContainText(`Changed by ${article.outlet}, ${seen}.`);
  await changes.getByRole("button", { name: /^Confirm/ }).click();
  await expect(changes).toContainText("confirmed, public with the article");

  await page.goto(`/desk/articles/${article.articleId}`);
  await page.getByRole("button", { name: /^Sign off/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign off", exact: true }).click();
  await page.getByRole("link", { name: "Public page" }).click();
  await expect(page.getByText(`Changed by the outlet, ${seen}.`)).toBeVisible();
  await expect(page.locator("blockquote")).toHaveAttribute("lang", "en");
  await expect(page.locator("blockquote")).toContainText("will not open");
  await expectAccessible(page);
});

/** Opens an article with a statement of each, all of which wait. */
async function openWithAll(page: Page, viewer: Viewer, keepers: readonly string[]): Promise<void> {
  const news = pageOfNews();
  const says = (verb: string) =>
    keepers.map((name) => `“The swing bridge ${verb} open in May,” said ${name}, who keeps the bridge.`);
  const { articleId } = await bring(viewer, news, [...says("will"), LAST], 8);
  await acceptAll(viewer, articleId);
  await bring(viewer, news, [...says("will not"), LAST], 10);
  await open(page, { ...news, articleId, keeper: "" });
}

test("a toast goes when its decision is taken back with the key", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  await openWithAll(page, viewer, [rareName("Runa"), rareName("Ottar")]);
  const first = page.getByRole("article").first();
  await first.getByRole("button", { name: /^Place here/ }).focus();
  await page.keyboard.press("a");
  const placed = toast(page, "Placed in the new text");
  // The pointer over a toast keeps it there: nothing but the undo takes it away.
  await placed.hover();
  await page.keyboard.press("u");
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(placed).toHaveCount(0);
});

test("where one is placed the focus is on the next at once, whatever comes back in above it", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const [one, two, three] = [rareName("Runa"), rareName("Ottar"), rareName("Sunniva")] as const;
  await openWithAll(page, viewer, [one, two, three]);
  const of = (name: string) => page.getByRole("article", { name, exact: true });
  await of(one)
    .getByRole("button", { name: /^Place here/ })
    .focus();
  // As soon as the statement has gone, before a key that is pressed could go to the page instead.
  const gone = await page.evaluateHandle(() => {
    const list = document.activeElement?.closest("ol");
    if (!list) throw new Error("No list has the focus.");
    return {
      keepsFocus: new Promise<boolean>((resolve) => {
        new MutationObserver(() => resolve(list.contains(document.activeElement))).observe(list, {
          childList: true,
        });
      }),
    };
  });
  const placed = page.waitForResponse("**/api/desk/place-statement");
  await page.keyboard.press("a");
  expect(await gone.evaluate(({ keepsFocus }) => keepsFocus)).toBe(true);
  await expect(of(two).locator(":focus")).toHaveCount(1);

  // Somebody else takes the first decision back, of which this page does not know yet.
  const { seq } = await (await placed).json();
  await runDeskWrite(db(), viewer, "undo", { seq });
  await page.keyboard.press("a");
  await expect(of(two)).toHaveCount(0);
  await expect(of(one)).toBeVisible();
  await expect(of(three).locator(":focus")).toHaveCount(1);
});

test("a look at the page that an editor asks for says what came of it, by itself", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  // The site keeps the worker waiting until the page has been seen to say so.
  const seen = Promise.withResolvers<void>();
  const gone = await startLoopbackSite(4, async (_request, response) => {
    await seen.promise;
    response.writeHead(404).end();
  });
  const article = { ...pageOfNews(), url: `${gone.at}/gone` };
  const { articleId } = await bring(viewer, article, [LAST], 8);
  await page.goto(`/desk/articles/${articleId}/texts`);
  const look = page.getByRole("main").getByRole("status");
  await expect(look).toContainText(/^Not looked at since it came in\. Next look /);
  const button = page.getByRole("button", { name: "Look at the page now" });
  await button.click();
  await expect(look).toContainText("The worker looks at the page now.");
  seen.resolve();
  await expect(look).toContainText(
    /^Looked at just now.*: 127\.0\.0\.1:\d+ has no page at this address \(404\)\..* Next look in \d+ (hour|minutes)\.$/,
    { timeout: 60_000 },
  );
  await expect(button).toBeFocused();
  await expectAccessible(page);
  await gone.close();
});

test("what is not in the text any more stays public as of the revision that has it", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const article = await changed(viewer);
  await page.goto(`/desk/articles/${article.articleId}`);
  await page.getByRole("button", { name: /^Sign off/ }).click();
  const window = page.getByRole("dialog");
  await expect(window).toContainText("The text was changed: 1 statement waits for your look.");
  await expect(window.getByRole("button", { name: "Sign off", exact: true })).toBeDisabled();
  await window.getByRole("link", { name: "Say where each stands now" }).click();

  await open(page, article);
  await waiting(page, article)
    .getByRole("link", { name: /^Mark by hand/ })
    .focus();
  await page.keyboard.press("l");
  await expect(page.getByRole("region", { name: /^Left in an earlier text/ })).toContainText(article.keeper);
  await page.goto(`/desk/articles/${article.articleId}`);
  await expect(page.getByRole("link", { name: "1 statement stands in an earlier text only." })).toBeVisible();
  await page.getByRole("button", { name: /^Sign off/ }).click();
  await window.getByRole("button", { name: "Sign off", exact: true }).click();
  await page.getByRole("link", { name: "Public page" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: article.keeper })).toContainText(
    "as in revision 1; the text signed off since does not hold it",
  );
});

test("a statement is marked by hand in the present text, beginning with what is proposed", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const article = await changed(viewer);
  await open(page, article);
  await waiting(page, article)
    .getByRole("button", { name: /^Place here/ })
    .focus();
  await page.keyboard.press("m");
  const form = page.getByRole("form", { name: "Where it stands now" });
  await expect(form).toContainText("“The swing bridge will open in May,”");
  await expect(form.getByRole("region", { name: "Words" })).toContainText("will not open");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Place here" }).click();
  await expect(page.getByText(/saved \d\d:\d\d:\d\d/)).toBeVisible();
  await expect(
    page.getByRole("complementary", { name: "Statements and suggestions" }).getByRole("listitem"),
  ).toContainText(article.keeper);
  await open(page, article);
  await expect(page.getByRole("heading", { name: "Statements to look at 0" })).toBeVisible();
});

test("two editors: who comes second sees what the first decided, and decides nothing", async ({
  browser,
  page,
}) => {
  const viewer = await signIn(page, "editor", "Ada Early");
  const article = await changed(viewer);
  const late = await (await browser.newContext()).newPage();
  await signIn(late, "editor", "Lou Late");
  await open(page, article);
  await open(late, article);
  await waiting(page, article)
    .getByRole("button", { name: /^Not in the text/ })
    .click();
  await expect(waiting(page, article)).toHaveCount(0);
  await waiting(late, article)
    .getByRole("button", { name: /^Place here/ })
    .click();
  const notice = late.getByRole("region", { name: "Not stored" });
  await expect(notice).toContainText("Someone else has decided where this statement stands");
  await expect(notice).toContainText("On record nownot in the text any more, by Ada Early");
  await expect(waiting(late, article)).toHaveCount(0);
  await late.context().close();

  const reader = await (await browser.newContext()).newPage();
  await signIn(reader, "reader");
  await reader.goto(page.url());
  await expect(reader.getByRole("region", { name: /^Changed by the outlet/ })).toBeVisible();
  await expect(reader.getByRole("button", { name: /Confirm|Set aside|Place here/ })).toHaveCount(0);
  await reader.context().close();
});

test("an article is deleted with a reason, said to be so, and brought back", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const article = await changed(viewer);
  const row = page.getByRole("listitem").filter({ hasText: article.headline });
  const remove = async () => {
    await page.getByRole("button", { name: "Correct these" }).click();
    await page.getByText("Delete this article").click();
    const button = page.getByRole("button", { name: "Delete the article" });
    await expect(button).toBeDisabled();
    await page.getByLabel("Why").fill("Brought in by mistake");
    await button.click();
    await expect(page).toHaveURL("/desk");
    await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
    await expect(page.getByRole("main")).toBeFocused();
  };
  await page.goto(`/desk/articles/${article.articleId}`);
  await remove();
  // The pointer over a toast keeps it there.
  const deleted = toast(page, "The article is deleted.");
  await deleted.hover();
  await deleted.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone: the article is back.", { exact: true })).toBeVisible();
  await page.goto(inboxOf(article));
  await expect(row).toBeVisible();

  await row.getByRole("link", { name: article.headline }).click();
  await remove();
  await page.goto(inboxOf(article));
  await expect(page.getByText("No article is found.")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto(`/desk/articles/${article.articleId}`);
  const notice = page.getByRole("complementary", { name: "Deleted" });
  await expect(notice).toContainText("This article is deleted: Brought in by mistake");
  await expect(page.getByRole("button", { name: "Correct these" })).toHaveCount(0);
  await expectAccessible(page);
  await notice.getByRole("button", { name: "Undo the deletion" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Correct these" })).toBeVisible();
});

test("on a phone both passages stand one below the other @phone", async ({ page }) => {
  const viewer = await signIn(page, "editor");
  const article = await changed(viewer);
  await open(page, article);
  const statement = waiting(page, article);
  const before = await statement.getByRole("region", { name: /^Where it stood/ }).boundingBox();
  const now = await statement.getByRole("region", { name: /^Where it may stand/ }).boundingBox();
  expect(now?.x).toBe(before?.x);
  expect(now?.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(width).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two texts are chosen and compared", async ({ page }) => {
    const viewer = await signIn(page, "editor");
    const article = await changed(viewer);
    await page.goto(`/desk/articles/${article.articleId}/texts`);
    await page.getByLabel("From").selectOption("2");
    await page.getByLabel("To", { exact: true }).selectOption("1");
    await page.getByRole("button", { name: "Compare" }).click();
    const words = page.getByRole("region", { name: "Word by word" });
    await expect(words).toContainText("From revision 2 to 1: 1 word left out.");
    await expect(words.locator("del").last()).toHaveText(/^\s*not\s*$/);
  });
});
