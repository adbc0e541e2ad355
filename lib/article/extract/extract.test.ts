import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OnRecordError } from "#lib/errors.ts";
import { EXTRACTOR, extractArticle } from "./extract.ts";
import { htmlOf } from "./page-source.ts";

const TESTDATA = join(import.meta.dirname, "testdata");

/** The article, or the refusal as the door shows it. */
function read(html: string, url: string): unknown {
  try {
    const { extractor, ...article } = extractArticle({ html, url });
    expect(extractor).toBe(EXTRACTOR);
    return article;
  } catch (error) {
    if (error instanceof OnRecordError) return { refused: { code: error.code, ...error.detail } };
    throw error;
  }
}

describe("pages of many kinds", () => {
  test.each(readdirSync(TESTDATA))("%s", (name) => {
    const bytes = readFileSync(join(TESTDATA, name, "page.html"));
    const url = `https://www.halden-courier.test/sea/${name}?utm_medium=social&page=2#comments`;
    expect(read(htmlOf({ bytes, url }), url)).toEqual(
      JSON.parse(readFileSync(join(TESTDATA, name, "expected.json"), "utf8")),
    );
  });
});

const sentence = (about: string) =>
  `The ${about} of Port Halden stays closed for nine days, its director said on Monday.`;
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const article = (head: string, top = "") =>
  extractArticle({
    html: page(
      head,
      `<article><h1>Harbour closed for nine days</h1>${top}<p>${sentence("harbour")}</p><p>${sentence("quay")}</p></article>`,
    ),
    url: "https://courier.test/sea/1",
  });
const ld = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Harbour closed", ...fields })}</script>`;

describe("the date", () => {
  test("is taken as said, never shifted, with its zone and its source", () => {
    expect(article(ld({ datePublished: "2025-03-03T23:05:00-05:00" }))).toMatchObject({
      publishedAt: "2025-03-03T23:05",
      zone: "-05:00",
      publishedSource: "jsonLd",
    });
    expect(article(`<meta name="date" content="2025-03-03T23:05:10">`)).toMatchObject({
      publishedAt: "2025-03-03T23:05",
      zone: null,
      publishedSource: "meta",
    });
  });

  test("is the outlet's own day where the machine's is UTC and the page prints the neighbouring one", () => {
    const found = article(ld({ datePublished: "2025-03-03T22:05:00Z" }), "<p>March 4, 2025 9:05 am</p>");
    expect(found).toMatchObject({ publishedAt: "2025-03-04T09:05", zone: null, publishedSource: "text" });
    const other = article(ld({ datePublished: "2025-03-03T02:05:00Z" }), "<p>March 4, 2025</p>");
    expect(other).toMatchObject({ publishedAt: "2025-03-03T02:05", zone: "UTC" });
  });

  test("of a draft is outvoted by two others that agree", () => {
    const found = article(
      `${ld({ datePublished: "2021-03-03T22:05:00Z" })}<meta name="date" content="2025-03-04">`,
      "<p>March 4, 2025</p>",
    );
    expect(found).toMatchObject({ publishedAt: "2025-03-04", publishedSource: "meta" });
  });

  test("that contradicts itself has no zone, and one that does not exist is none", () => {
    expect(article(ld({ datePublished: "2025-03-03T22:05:00Z EST" }))).toMatchObject({ zone: null });
    expect(article(ld({ datePublished: "2025-02-30T22:05:00Z" }))).toMatchObject({ publishedAt: null });
  });
});

describe("the byline", () => {
  test.each([
    [["By INES VALE"], "Ines Vale"],
    [["Ines Vale and Tomas Orrin"], "Ines Vale, Tomas Orrin"],
    [["Ines Vale, Courier", "Byron Oss"], "Ines Vale, Byron Oss"],
    [["Tomas Orrin, Jr."], "Tomas Orrin, Jr."],
    [["Courier Staff"], null],
    [[", The Courier"], null],
    [["https://courier.test/authors/3"], null],
  ])("%j is %j", (names, byline) => {
    expect(article(ld({ author: names.map((name) => ({ "@type": "Person", name })) })).byline).toBe(byline);
  });

  test("is nobody whom the article only tells of", () => {
    const people = '<p>March 4, 2025</p><p><a rel="author" href="/p/1">Maren Oss</a></p>';
    const tells = `<p>Maren Oss, who has led the harbour for ten years, answered no questions on Monday.</p>`;
    const html = (top: string, more: string) =>
      page(
        "",
        `<article><h1>Harbour closed</h1>${top}<p>${sentence("harbour")}</p>${more}<p>${sentence("quay")}</p></article>`,
      );
    const by = (more: string) =>
      extractArticle({ html: html(people, more), url: "https://courier.test/1" }).byline;
    expect(by("")).toBe("Maren Oss");
    expect(by(tells)).toBeNull();
  });
});

test("a title is what readers see, without the outlet's name", () => {
  const found = extractArticle({
    html: page(
      '<title>Harbour closed – for how long? | The Courier</title><meta property="og:site_name" content="The Courier">',
      `<h1>The Courier</h1><p>${sentence("harbour")}</p><p>${sentence("quay")}</p>`,
    ),
    url: "https://courier.test/1",
  });
  expect(found.headline).toBe("Harbour closed – for how long?");
});

test("a page that calls all of itself an advertisement or a gallery still has its article", () => {
  const html = page(
    "",
    `<div class="ad-page promo"><h1>Harbour closed</h1><p>${sentence("harbour")}</p><p>${sentence("quay")}</p></div>`,
  );
  expect(extractArticle({ html, url: "https://courier.test/1" }).paragraphs).toHaveLength(2);
});
