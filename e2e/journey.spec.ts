import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { signIn } from "./support/session.ts";

/**
 * The whole journey on a real article: paste, review, accept, claim; a second article of another outlet, cross-link,
 * sign off; the claim page shows both; search by actor finds it; signed out, no draft and no full text anywhere.
 * The article is test data that lies beside the project, never in it.
 */
const folder = path.join(process.env.ON_RECORD_GOLD ?? "../shared", "articles");
const pasteFile = path.join(folder, "rt-2024-06-30-asian-nato.txt");
const truthFile = path.join(folder, "rt-2024-06-30-asian-nato.gold.json");
const there = existsSync(pasteFile) && existsSync(truthFile);
console.log(there ? `journey: runs on ${path.basename(pasteFile)}` : `journey: skipped, no ${pasteFile}`);

interface Truth {
  readonly headline: string;
  readonly text: string;
  readonly publishedAt: string;
  readonly notStatements: readonly { readonly exact: string }[];
  readonly statements: readonly {
    readonly id: string;
    readonly kind: string;
    readonly content: readonly { readonly start: number; readonly end: number; readonly exact: string }[];
  }[];
}

const panel = (page: Page) => page.getByRole("complementary", { name: "Chosen statement" });
const entries = (page: Page) =>
  page.getByRole("complementary", { name: "Statements and suggestions" }).getByRole("listitem");
const heard = (page: Page) => page.getByRole("status");

async function bringIn(page: Page, text: string, outlet: string): Promise<string> {
  await page.goto("/desk/ingest");
  await page.getByLabel("The page’s text").fill(text);
  await page.getByRole("button", { name: "Find the article" }).click();
  await expect(page.getByRole("heading", { name: "Check what was found" })).toBeVisible();
  await page.getByLabel("Outlet", { exact: true }).fill(outlet);
  await page.getByLabel("Kind of outlet").selectOption("newspaper");
  await page.getByRole("button", { name: "Save and review" }).click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("article", { name: "Article text" })).toHaveAttribute("tabindex", "0");
  return page.url().slice(-36);
}

/** Chooses the suggestion whose words are these. */
async function choose(page: Page, words: string): Promise<void> {
  const index = await entries(page).evaluateAll(
    (items, wanted) => items.findIndex((item) => item.textContent?.includes(wanted)),
    words,
  );
  expect(index, words).toBeGreaterThanOrEqual(0);
  await entries(page).nth(index).getByRole("button").click();
}

test.describe("the main job", () => {
  test.skip(!there, `no gold article at ${pasteFile}`);

  test("from a paste to a cross-linked public claim", async ({ page, browser }) => {
    const paste = readFileSync(pasteFile, "utf8");
    const truth = JSON.parse(readFileSync(truthFile, "utf8")) as Truth;
    const bloc = truth.statements.find((statement) => statement.id === "s9");
    const words = bloc?.content[0]?.exact ?? "";
    // The outlet's own voice, and a word that stands in nobody's mouth: never public.
    const markers = [...truth.notStatements.map(({ exact }) => exact), "zyxjourney"];

    await signIn(page, "editor");
    const first = await bringIn(page, paste, "RT");
    const revision = await db().revision.findFirstOrThrow({ where: { articleId: first } });
    expect(revision.text).toBe(truth.text);
    const article = await db().article.findUniqueOrThrow({ where: { id: first } });
    expect(article.publishedLocal?.toISOString().slice(0, 16)).toBe(truth.publishedAt);
    expect([article.publishedZone, article.byline]).toEqual([null, null]);

    // Review by key: accept everything the engine is right about; here that is every suggestion with an actor.
    const total = await entries(page).count();
    expect(total).toBeGreaterThanOrEqual(12);
    for (let left = total; left > 0; left--) {
      await expect(panel(page)).toContainText("Because");
      await page.keyboard.press("a");
      const form = page.getByRole("form", { name: "Correct and accept" });
      await expect(heard(page)).toContainText(/Accepted|Choose who speaks/);
      if ((await heard(page).textContent())?.startsWith("Choose")) {
        // Somebody unnamed: made now, as the text calls them.
        await form.getByLabel("Who speaks").fill("North Korean off");
        await page
          .getByRole("option", { name: /^New actor/ })
          .last()
          .click();
        await form.getByLabel("Kind", { exact: true }).first().selectOption("unnamedSource");
        await form.getByRole("button", { name: "Accept as corrected" }).click();
      }
      await expect(
        page.getByText(left > 1 ? `${left - 1} to go` : "nothing left to decide").first(),
      ).toBeVisible();
    }
    await choose(page, words.slice(1, 40));
    await page.keyboard.press("c");
    const claim =
      "The relations of the United States, Japan and South Korea have become a military bloc in Asia like NATO.";
    await panel(page).getByRole("button", { name: "New claim …" }).click();
    await panel(page).getByLabel("New claim, as one neutral sentence").fill(claim);
    // Claims on record like it are offered above; the form makes the new one.
    await panel(page).locator("form").getByRole("button", { name: "It asserts this" }).click();
    await expect(heard(page)).toHaveText("Tied to the claim");
    await signOff(page);

    // Another outlet, the same words in another frame: the claim is offered.
    const second = await bringIn(
      page,
      `Drills draw a sharp answer from the north\n\nBy Ines Vale\n1 July 2024\n\nThe ties of the three countries now have “the full-fledged appearance of Asian version of NATO”, North Korea’s Foreign Ministry said on Sunday in a statement about the exercises.\n\nThe three navies ended their exercise on Saturday and their ships went back to port the same evening, as planned under the code word zyxjourney.\n`,
      "Test Strait Gazette",
    );
    await choose(page, "full-fledged appearance");
    if ((await db().suggestion.count({ where: { articleId: second, state: "open" } })) > 0)
      await page.keyboard.press("a");
    await choose(page, "full-fledged appearance");
    await page.keyboard.press("c");
    const offered = panel(page)
      .getByRole("list", { name: "Claims like this passage" })
      .getByRole("listitem")
      .filter({ hasText: claim });
    await expect(offered).toContainText("same actor");
    await offered.getByRole("button", { name: "It asserts this" }).click();
    await expect(heard(page)).toHaveText("Tied to the claim");
    await signOff(page);

    const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const [{ slug } = { slug: "" }] = await db().$queryRaw<
      { slug: string }[]
    >`SELECT slug FROM published_claim WHERE sentence = ${claim}`;
    await visitor.goto(`/claims/${slug}`);
    const main = visitor.getByRole("main");
    await expect(main).toContainText("North Korean Foreign Ministry");
    await expect(main).toContainText("RT");
    await expect(main).toContainText("Test Strait Gazette");
    await expect(main).toContainText("2 outlets");
    await expect(main).toContainText("the full-fledged appearance of Asian version of NATO");
    await expect(main).toContainText("Asian version [of] NATO");

    // By the actor's shown name, by another of its names, and by a name nobody has.
    for (const [name, found] of [
      ["North Korean Foreign Ministry", true],
      ["DPRK Foreign Ministry", true],
      ["Nobody of that name", false],
    ] as const) {
      await visitor.goto("/search");
      await visitor.getByLabel("Speaker, by any name").fill(name);
      await visitor.getByRole("button", { name: "Search" }).click();
      const results = visitor.getByRole("main");
      if (found) await expect(results, name).toContainText("full-fledged");
      else await expect(results, name).not.toContainText("full-fledged");
    }

    // Signed out: no draft, no full text, no marker on any page that leads on from these.
    const waiting = [
      "/",
      "/claims",
      `/claims/${slug}`,
      "/actors",
      "/outlets",
      "/search?words=NATO",
      "/sitemap.xml",
    ];
    const seen = new Set<string>();
    for (let path = waiting.pop(); path !== undefined && seen.size < 150; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const body = (await (await visitor.request.get(path)).text()).replaceAll(/value="[^"]*"/g, "");
      for (const marker of markers) expect(body.includes(marker), `${path}: ${marker}`).toBe(false);
      for (const [, href] of body.matchAll(/href="(\/(?:claims|articles|actors|outlets)\/[^"#?]*)"/g))
        waiting.push(href ?? "/");
    }
    expect(seen.size).toBeGreaterThan(30);
    await visitor.goto("/search?words=zyxjourney");
    await expect(visitor.getByRole("main")).toContainText("Nothing on record fits");
    const response = await visitor.request.get(`/desk/articles/${first}`, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect((await visitor.request.get(`/api/desk/articles/${first}`)).status()).toBe(401);
    await visitor.context().close();
  });
});

async function signOff(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Sign off/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Sign off/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Signed off/i).first()).toBeVisible();
}
