import { expect, type Page, test } from "@playwright/test";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { makeArticle } from "#prisma/seed/factories.ts";
import { expectAccessible } from "./support/accessible.ts";
import { rareSurname } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

const addressOf = ({ name }: Named) => `/actors/${name.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`;

const desk = <T>(viewer: Viewer, name: string, input: unknown) =>
  runDeskWrite(db(), viewer, name, input) as Promise<T>;

/** An actor with one public statement. */
async function quoted(viewer: Viewer, name: string, partOfId: string | null = null): Promise<Named> {
  const actor = await desk<Named>(viewer, "add-actor", { name, kind: "person", partOfId });
  const article = await makeArticle(db(), viewer);
  await desk(viewer, "add-statement", {
    revisionId: article.revisionId,
    actor: { id: actor.id },
    spans: { content: [article.span("“The night boat loses money on every crossing,”")] },
  });
  const { lastSeq } = await readDeskArticle(db(), viewer, article.articleId);
  await desk(viewer, "sign-off", { articleId: article.articleId, lastSeq });
  return actor;
}

/** The pair of two actors in the list of likely duplicates. */
const pairOf = (page: Page, one: Named, other: Named) =>
  page
    .getByRole("article")
    .filter({ has: page.getByRole("group", { name: one.name, exact: true }) })
    .filter({ has: page.getByRole("group", { name: other.name, exact: true }) });

/** Opens the page and waits until it answers to keys. */
async function open(page: Page): Promise<void> {
  await page.goto("/desk/actors/duplicates");
  await expect(page.getByRole("heading", { name: "Likely duplicates" })).toBeVisible();
  await page.waitForFunction(() => {
    const button = document.querySelector("[data-choice]");
    return button !== null && Object.keys(button).some((key) => key.startsWith("__reactProps"));
  });
}

/** Where an address leads: its status and, for a redirect, the path it leads to. */
async function answerOf(page: Page, path: string): Promise<string> {
  const response = await page.request.get(path, { maxRedirects: 0 });
  const { location } = response.headers();
  return [response.status(), location && new URL(location, page.url()).pathname].filter(Boolean).join(" ");
}

test("a likely duplicate is merged with the keyboard, its address leads on, and an undo brings it back", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const last = rareSurname();
  const kept = await quoted(viewer, `Ottilie ${last}`);
  const gone = await quoted(viewer, `O. ${last}`);
  expect(await answerOf(page, addressOf(gone))).toBe("200");

  await open(page);
  const pair = pairOf(page, kept, gone);
  await expect(pair).toContainText(`“${gone.name}” may be short for “${kept.name}”`);
  await expect(pair.getByRole("group", { name: gone.name })).toContainText(
    "1 statement, the last 2 July 2024",
  );
  await pair.getByLabel("Reason, if you like").fill("one ferry line");
  const into = pair.getByRole("group", { name: kept.name }).getByRole("button");
  await into.focus();
  const key = (await into.getAttribute("aria-keyshortcuts")) ?? "";
  await page.keyboard.press(key);
  const toast = page.getByRole("dialog").filter({ hasText: `${gone.name} is merged into ${kept.name}.` });
  // The pointer over a toast keeps it there, however long the public pages take.
  await toast.hover();
  await expect(pair).toHaveCount(0);
  const merges = page.getByRole("region", { name: /^Merged/ });
  await expect(merges.getByRole("listitem").filter({ hasText: gone.name })).toContainText("one ferry line");

  // In public: one page with both names and both statements; at the desk as well.
  expect(await answerOf(page, addressOf(gone))).toBe(`307 ${addressOf(kept)}`);
  expect(await answerOf(page, `/desk/actors/${gone.id}`)).toBe(`307 /desk/actors/${kept.id}`);
  expect(await answerOf(page, `/desk/actors/${gone.id}?record=own`)).toBe("200");
  const reader = await page.context().newPage();
  await reader.goto(addressOf(gone));
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(kept.name);
  await expect(reader.getByRole("link", { name: "Statements2" })).toBeVisible();
  await reader.goto(`${addressOf(kept)}?tab=names`);
  await expect(reader.getByRole("rowheader", { name: gone.name })).toBeVisible();
  await reader.goto(`/search?${new URLSearchParams({ actor: gone.name })}`);
  await expect(reader.getByRole("heading", { level: 2, name: /^2 statements/ })).toContainText(kept.name);

  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.", { exact: true })).toBeVisible();
  await expect(pair).toBeVisible();
  expect(await answerOf(page, addressOf(gone))).toBe("200");
  await reader.goto(addressOf(gone));
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(gone.name);
});

test("pairs are walked through with the keyboard; not the same, undo, split: each is one key or button", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const add = async (name: string) => desk<Named>(viewer, "add-actor", { name, kind: "person" });
  const [a, b] = [rareSurname(), rareSurname()];
  const [one, two] = [await add(`Mara ${a}`), await add(`Mara Jane ${a}`)];
  const [three, four] = [await add(`Leif ${b}`), await add(`L. ${b}`)];
  await open(page);
  const first = pairOf(page, one, two);
  const second = pairOf(page, three, four);
  await first.getByRole("button").first().focus();
  await page.keyboard.press("x");
  await expect(first).toHaveCount(0);
  // The focus went to another pair: keys go on working.
  await expect(page.locator("[data-pair] :focus")).toHaveCount(1);
  await expect(page.getByRole("region", { name: /^Not the same/ })).toContainText(one.name);
  await page.keyboard.press("u");
  await expect(first).toBeVisible();
  await expect(
    page.getByRole("listitem").filter({ hasText: "Take back" }).filter({ hasText: one.name }),
  ).toHaveCount(0);

  await page.locator("[data-pair] button").first().focus();
  await page.keyboard.press("k");
  await expect(page.locator("[data-pair='0'] :is(button, a)").first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator("[data-pair='1'] :is(button, a)").first()).toBeFocused();

  // A letter in the reason is a letter.
  await second.getByLabel("Reason, if you like").pressSequentially("x1u");
  await expect(second.getByLabel("Reason, if you like")).toHaveValue("x1u");
  await second.getByRole("group", { name: three.name }).getByRole("button").click();
  await expect(second).toHaveCount(0);
  const merged = page
    .getByRole("region", { name: /^Merged/ })
    .getByRole("listitem")
    .filter({ hasText: b });
  await merged.getByRole("button", { name: `Split ${four.name} from ${three.name}` }).click();
  await expect(merged).toHaveCount(0);
  await expect(second).toBeVisible();
  await expectAccessible(page);
});

test("two pairs are decided fast while another comes in above: the focus goes on to the next of them", async ({
  page,
}) => {
  const viewer = await signIn(page, "editor");
  const add = async (name: string) => desk<Named>(viewer, "add-actor", { name, kind: "person" });
  for (const last of [rareSurname(), rareSurname(), rareSurname()])
    for (const name of ["Leif", "L."]) await add(`${name} ${last}`);
  await open(page);
  const title = page.locator("[data-pair] h3");
  const titles = await title.allTextContents();
  const at = titles.findIndex((words) => words.includes("Leif"));
  const [one, two, three] = titles.slice(at, at + 3);
  if (!one || !two || !three) throw new Error("Three pairs are needed.");
  const focused = page
    .locator("[data-pair]")
    .filter({ has: page.locator(":focus") })
    .locator("h3");

  // The list as it is after the first decision comes late, and with a likelier pair; the second answer comes later still.
  const list = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname.endsWith("/duplicates") && url.searchParams.has("_rsc"),
    async (route) => {
      await list.promise;
      await route.continue();
    },
  );
  await page.locator(`[data-pair="${at}"] button`).first().focus();
  await page.keyboard.press("x");
  await expect(focused).toHaveText(two);
  await page.route("**/api/desk/distinguish-actors", async (route) => {
    const response = await route.fetch();
    await answer.promise;
    await route.fulfill({ response });
  });
  const likelier = `Orla ${rareSurname()}`;
  await add(likelier);
  await add(likelier);
  await page.keyboard.press("x");
  list.resolve();
  await expect(title.filter({ hasText: likelier })).toBeAttached();
  answer.resolve();
  await expect(title.filter({ hasText: two })).toHaveCount(0);
  await expect(focused).toHaveText(three);
});

test("two editors: who comes second sees both sides", async ({ browser, page }) => {
  const viewer = await signIn(page, "editor", "Ada Early");
  const last = rareSurname();
  const [one, two] = [
    await desk<Named>(viewer, "add-actor", { name: `Rurik ${last}`, kind: "person" }),
    await desk<Named>(viewer, "add-actor", { name: `Rurik Olav ${last}`, kind: "person" }),
  ];
  const late = await (await browser.newContext()).newPage();
  await signIn(late, "editor", "Lou Late");
  await open(page);
  await open(late);
  await pairOf(page, one, two)
    .getByRole("group", { name: one.name, exact: true })
    .getByRole("button")
    .click();
  await expect(pairOf(page, one, two)).toHaveCount(0);
  await pairOf(late, one, two)
    .getByRole("group", { name: two.name, exact: true })
    .getByRole("button")
    .click();
  const notice = late.getByRole("region", { name: "Not stored" });
  await expect(notice).toContainText("would go round in a circle");
  await expect(notice).toContainText(`Yours, not storedmerge ${one.name} into ${two.name}`);
  await expect(notice).toContainText(`On record nowmerge ${two.name} into ${one.name}, by Ada Early`);
  await expect(pairOf(late, one, two)).toHaveCount(0);
  await late.context().close();
});

test("any two are compared by hand; a reader may look and decides nothing", async ({ page, browser }) => {
  const viewer = await signIn(page, "editor");
  const [one, other] = [
    await desk<Named>(viewer, "add-actor", { name: `Ferry ${rareSurname()}`, kind: "company" }),
    await desk<Named>(viewer, "add-actor", { name: `Pilots ${rareSurname()}`, kind: "group" }),
  ];
  await open(page);
  for (const [label, actor] of [
    ["One record", one],
    ["Another record", other],
  ] as const) {
    await page.getByLabel(label).fill(actor.name);
    await page.getByRole("option", { name: actor.name }).first().click();
  }
  await page.getByRole("button", { name: "Compare" }).click();
  const compared = page.getByRole("region", { name: "Compared by hand" });
  await expect(compared).toContainText("Nothing says that they are one.");
  await compared.getByRole("button", { name: /^Not the same/ }).click();
  await expect(compared).toContainText("they were decided to be two actors");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compared).not.toContainText("they were decided to be two actors");
  const reader = await (await browser.newContext()).newPage();
  await signIn(reader, "reader");
  await reader.goto(page.url());
  await expect(reader.getByRole("region", { name: "Compared by hand" })).toContainText(one.name);
  await expect(
    reader.getByRole("button", { name: /Merge|Not the same|Split|Compare|Take back/ }),
  ).toHaveCount(0);
  await reader.context().close();

  await compared.getByRole("group", { name: other.name }).getByRole("button").click();
  await expect(compared).toContainText("These can’t be compared");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a search and an actor's page take its parts in, and say whose words they are", async ({ page }) => {
    const { makeViewer } = await import("#prisma/seed/factories.ts");
    const viewer = await makeViewer(db(), "editor");
    const last = rareSurname();
    const whole = await quoted(viewer, `Board of ${last}`);
    const part = await quoted(viewer, `Pilots of ${last}`, whole.id);
    await page.goto("/search");
    await page.getByLabel("Speaker, by any name").fill(whole.name);
    await page.getByRole("button", { name: "Search" }).click();
    const results = page.getByRole("region", { name: "Results" });
    await expect(results.getByRole("heading", { level: 2 })).toContainText("1 statement by");
    await expect(results).toContainText(`Not searched, part of it: ${part.name}`);
    await page.getByLabel("with its parts").check();
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/parts=yes/);
    await expect(results.getByRole("heading", { level: 2 })).toHaveText(
      `2 statements by ${whole.name} and 1 part`,
    );
    await expect(results.getByRole("listitem").filter({ hasText: part.name })).toHaveCount(1);
    await results.getByRole("link", { name: "Leave them out" }).click();
    await expect(results.getByRole("heading", { level: 2 })).toContainText("1 statement by");

    await page.goto(addressOf(whole));
    await page.getByRole("link", { name: "Show statements with its parts" }).click();
    await expect(page.getByRole("link", { name: "Statements2" })).toBeVisible();
    await expect(
      page.getByRole("listitem").filter({ hasText: "night boat" }).filter({ hasText: part.name }),
    ).toHaveCount(1);
    await page.getByRole("link", { name: "Its own statements only" }).click();
    await expect(page.getByRole("link", { name: "Statements1" })).toBeVisible();
  });
});
