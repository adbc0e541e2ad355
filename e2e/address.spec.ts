import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { EXTRACTOR } from "#lib/article/extract/extract.ts";
import { db } from "#lib/db.server.ts";
import { expectAccessible } from "./support/accessible.ts";
import { type LoopbackSite, startLoopbackSite } from "./support/loopback-site.ts";
import { signIn } from "./support/session.ts";

const mark = randomUUID().slice(0, 8);
const headlineOf = (what: string) => `${what} at Calder ${mark} to be raised`;
const HEADLINE = headlineOf("Weir");
let site: LoopbackSite;
let sentence = "will be raised before the winter";
let millSays = "will be raised in the spring";

test.beforeAll(async () => {
  site = await startLoopbackSite(2, (request, response) => {
    const send = (status: number, body: string) =>
      response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(body);
    if (request.url === "/weir") return send(200, pageOf("Weir", sentence));
    if (request.url === "/mill") return send(200, pageOf("Mill", millSays));
    if (request.url === "/empty")
      return send(200, "<title>Sign in first</title><p>Please sign in to read on.</p>");
    return send(404, "<p>no</p>");
  });
});
test.afterAll(() => site.close());

const pageOf = (what: string, says: string) => `<!doctype html><html lang="en"><head>
  <title>${headlineOf(what)}</title>
  <meta property="og:site_name" content="Calder Post ${mark}"></head><body><nav><a href="/">Home</a></nav>
  <article><h1>${headlineOf(what)}</h1><time datetime="2024-07-02T08:30:00+02:00">2 July 2024</time>
  <p>“The ${what.toLowerCase()} ${says},” said Ilse Varn, who runs the canal at Calder and has asked for it since the flood.</p>
  <p>Barges pass the weir twice a day in summer and once in winter, when the water stands low, the port office noted.</p>
  <p>The work is to begin in the autumn, and the towpath stays open for all who walk to the mill and back.</p>
  </article></body></html>`;

test("an article comes in by its address; the page that changed is noticed when it is looked at again", async ({
  page,
}) => {
  await signIn(page, "editor");
  await page.goto("/desk/ingest");
  await expectAccessible(page);
  await page.getByLabel("The page’s address").fill(`${site.at}/weir`);
  await page.getByRole("button", { name: "Fetch and bring in" }).click();
  await page.waitForURL("**/desk/articles/*", { timeout: 60_000 });
  await expect(page.getByText(`Calder Post ${mark}`).first()).toBeVisible();
  const article = await db().article.findFirstOrThrow({
    where: { canonicalUrl: `${site.at}/weir` },
    include: { currentRevision: true },
  });
  expect(article).toMatchObject({
    headline: HEADLINE,
    publishedZone: "+02:00",
    currentRevision: { extractor: EXTRACTOR, language: "en", rawType: "text/html; charset=utf-8" },
  });

  sentence = "will not be raised before the winter";
  await page.evaluate(
    (articleId) =>
      fetch("/api/desk/look-again", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ articleId }),
      }),
    article.id,
  );
  await expect
    .poll(() => db().outletChange.count({ where: { articleId: article.id } }), { timeout: 60_000 })
    .toBe(1);
});

test("what is on record already is said to be so, with what came of it", async ({ page }) => {
  await signIn(page, "editor");
  const fetchMill = async () => {
    await page.goto("/desk/ingest");
    await page.getByLabel("The page’s address").fill(`${site.at}/mill`);
    await page.getByRole("button", { name: "Fetch and bring in" }).click();
  };
  await fetchMill();
  await page.waitForURL("**/desk/articles/*", { timeout: 60_000 });
  const at = new URL(page.url()).pathname;
  const note = page.getByRole("alert").filter({ hasText: "This article is on record already" });

  await fetchMill();
  await expect(note).toContainText("already, word for word. Nothing was added", { timeout: 60_000 });
  await expect(page).toHaveURL("/desk/ingest");
  await expectAccessible(page);

  millSays = "will not be raised in the spring";
  await fetchMill();
  await expect(note).toContainText("already, with another text. The page’s present text stands for it", {
    timeout: 60_000,
  });
  await expect(note.getByRole("link", { name: "See its texts" })).toHaveAttribute("href", `${at}/texts`);
  await note.getByRole("link", { name: "Open the article" }).click();
  await expect(page).toHaveURL(at);
  await expect(page.getByText("will not be raised in the spring").first()).toBeVisible();
});

test("what was got of a page without an article goes to the paste form", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/ingest");
  await page.getByLabel("The page’s address").fill(`${site.at}/empty`);
  await page.getByRole("button", { name: "Fetch and bring in" }).click();
  await expect(page.getByText("No article was found on the page", { exact: false })).toBeVisible();
  await expect(page.getByLabel("The page’s text")).toHaveValue(/Please sign in to read on\./);
  // Nobody wrote it: the page is left without a question.
  await page.getByRole("link", { name: "Inbox" }).click();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
});

test("a private address is refused in words, and so is none", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto("/desk/ingest");
  await page.getByRole("button", { name: "Fetch and bring in" }).click();
  await expect(page.locator("#address-problem")).toContainText("There is no address yet.");
  await page.getByLabel("The page’s address").fill("http://169.254.169.254/latest/meta-data/");
  await page.getByRole("button", { name: "Fetch and bring in" }).click();
  await expect(page.locator("#address-problem")).toBeVisible();
});
