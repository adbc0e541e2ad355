import { expect, test } from "@playwright/test";
import { db } from "#lib/db.server.ts";
import { bringInPage } from "#lib/desk/bring-in-page.server.ts";
import { rareName } from "./support/rare-name.ts";
import { signIn } from "./support/session.ts";

const PARAGRAPHS = [
  "“The weir will be raised before the winter,” said Runa Teig, who keeps the weir at Holm and has asked for it since the flood.",
  "Barges pass the weir twice a day in summer and once in winter, when the water stands low, the port office noted on Monday.",
  "The council has set 3,000 crowns aside for it; the mill downstream wants to see the drawings before anything is dug.",
  "The work is to begin in the autumn, and the towpath stays open for all who walk to the mill and back.",
];

const page = `<!doctype html><html lang="en"><head><title>Weir at Holm to be raised</title>
  <meta property="og:site_name" content="Holm Gazette"></head><body><article><h1>Weir at Holm to be raised</h1>
  <p class="standfirst">The water shall stand a hand higher at the mill, and the barges shall wait no longer.</p>
  <p class="byline">By Ole Marn</p>
  <figure><img src="a.jpg" alt=""><figcaption>The weir, seen from the mill in June. Photo: Holm Gazette</figcaption></figure>
  ${PARAGRAPHS.map((words) => `<p>${words}</p>`).join("")}
  <aside class="newsletter"><p>Sign up for our newsletter and read the harbour's news every morning.</p></aside>
  <section class="related"><h2>Related</h2><ul><li><a href="/1">Night boat keeps its timetable after all</a></li>
  <li><a href="/2">Mast lights for the swing bridge</a></li></ul></section></article></body></html>`;

test("the lines of a fetched page", async ({ page: browser }, info) => {
  const viewer = await signIn(browser, "editor", "Ada Editor");
  const { articleId } = await bringInPage(db(), viewer, {
    url: `https://holm.example/${rareName("weir")}`,
    bytes: Buffer.from(page),
    contentType: "text/html; charset=utf-8",
    fetchedAt: new Date(),
    source: "url",
    outlet: null,
  });
  const shoot = (name: string) =>
    browser.screenshot({ path: `screenshots/${info.project.name}/${name}.png`, fullPage: true });
  await browser.goto(`/desk/articles/${articleId}/clean`);
  await browser.evaluate(() => document.fonts.ready);
  await shoot("clean");
  await browser.getByRole("button", { name: "Keep line" }).first().click();
  await expect(browser.getByRole("button", { name: /^Undo/ })).toBeEnabled();
  await shoot("clean-moved");
  await browser.goto(`/desk/articles/${articleId}`);
  await shoot("clean-annotator");
});
