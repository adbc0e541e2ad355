import { expect, type Page, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";

/** One public page of each kind, of the sample newsroom. */
async function publicPages(): Promise<readonly string[]> {
  const nouns = ["claim", "actor", "article", "outlet"] as const;
  const slugs = await db().$queryRaw<{ noun: string; slug: string }[]>`
    SELECT DISTINCT ON (noun) noun, current_slug AS slug FROM published_address WHERE sample ORDER BY noun, slug`;
  const ofNoun = (noun: string) => slugs.find((row) => row.noun === noun)?.slug;
  const [denied] = await db().$queryRaw<{ slug: string }[]>`
    SELECT c.slug FROM published_claim c JOIN published_stance x ON x.claim_id = c.id WHERE x.kind = 'denies' ORDER BY c.slug LIMIT 1`;
  const lists = [
    "/",
    "/claims",
    "/actors",
    "/outlets",
    "/search",
    "/search?words=military",
    // A hit in the outlet’s grey words.
    "/search?words=exercise",
    "/search?words=nothingofthekind",
    "/about",
  ];
  return [
    ...lists,
    `/claims/${denied?.slug}`,
    ...nouns.map((noun) => `/${noun}s/${ofNoun(noun)}`),
    "/claims/no-such-claim",
  ];
}

/** What the page's own scripts and styles were refused, and what went wrong in them. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on(
    "console",
    (message) =>
      message.type() === "error" && !/status of 404/.test(message.text()) && heard.push(message.text()),
  );
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

test("every kind of public page has nothing an accessibility scan finds, and its scripts complain of nothing", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const heard = complaints(page);
  for (const path of await publicPages()) {
    await page.goto(path);
    await expect(page.getByRole("main"), path).toBeVisible();
    await expectAccessible(page);
  }
  expect(heard).toEqual([]);
});

test("@phone no public page is wider than the screen, and none has anything an accessibility scan finds", async ({
  page,
}) => {
  test.setTimeout(300_000);
  for (const path of await publicPages()) {
    await page.goto(path);
    const { width, screen } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      screen: window.innerWidth,
    }));
    expect(width, path).toBeLessThanOrEqual(screen);
    await expectAccessible(page);
  }
});

test("everything is read without JavaScript, under a policy that lets no inline script run", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of await publicPages()) {
    const response = await page.goto(path);
    const headers = response?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    const scripts = policy.split(";").find((part) => part.trim().startsWith("script-src")) ?? "";
    expect(scripts, path).toMatch(/'nonce-[\w+/=-]{16,}'/);
    expect(policy, path).not.toMatch(/unsafe-eval/);
    expect(scripts, path).not.toMatch(/unsafe-inline/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["strict-transport-security"], path).toMatch(/max-age=\d{8}/);
    expect(headers["referrer-policy"], path).toBeTruthy();
    await expect(page.getByRole("main"), path).toContainText(/\w{3}/);
  }
  await context.close();
});

test("what belongs to the sample newsroom says so, and is left out of search engines and the sitemap", async ({
  page,
}) => {
  const sitemap = await (await page.request.get("/sitemap.xml")).text();
  for (const path of (await publicPages()).filter((one) =>
    /^\/(claims|actors|articles|outlets)\/(?!no-such)/.test(one),
  )) {
    await page.goto(path);
    await expect(page.getByText("Sample newsroom.", { exact: true })).toBeVisible();
    await expect(page.locator('meta[name="robots"]'), path).toHaveAttribute("content", /noindex/);
    expect(sitemap, path).not.toContain(path);
  }
});

test("the cookie is the only thing a reader can get: no other site is asked for anything", async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on(
    "request",
    (request) =>
      !request.url().startsWith(baseURL ?? "-") &&
      !request.url().startsWith("data:") &&
      foreign.push(request.url()),
  );
  for (const path of await publicPages()) await page.goto(path);
  expect(foreign).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
