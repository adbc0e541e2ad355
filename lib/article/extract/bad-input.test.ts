import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OnRecordError } from "#lib/errors.ts";
import { tidyLine } from "../clean/paste-line.ts";
import { type ExtractedArticle, extractArticle } from "./extract.ts";
import { htmlOf } from "./page-source.ts";

// Hundreds of pages in one test.
const LONG = { timeout: 60_000 };

const url = "https://courier.test/sea/1";
const BODY = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>The harbour of Port Halden stays closed for ${at + 2} days, its director told the town on Monday.</p>`,
);
const page = (title: string, more: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${BODY.slice(0, 3).join("")}<p>${more}</p>${BODY.slice(3).join("")}</article></body></html>`;

/** The article, or null for a clear refusal; anything else that is thrown fails the test. */
function read(html: string): ExtractedArticle | null {
  try {
    return extractArticle({ html, url });
  } catch (error) {
    if (error instanceof OnRecordError && ["unusable", "tooLarge"].includes(error.code)) return null;
    throw error;
  }
}

const outputOf = (article: ExtractedArticle): string[] => [
  article.headline ?? "",
  article.standfirst ?? "",
  article.byline ?? "",
  ...article.paragraphs,
];

/** Tags that a browser would act on. */
const MARKUP = /<\/?(?:a|b|body|div|iframe|img|input|link|meta|p|script|style|svg|video)[\s/>]/i;

const shared = join(process.env.ON_RECORD_GOLD ?? "../shared", "gold");
const NAUGHTY = join(shared, "badinput", "blns", "blns.json");

describe("naughty strings", () => {
  const there = existsSync(NAUGHTY);
  if (!there) console.info(`skipped: no naughty strings in ${NAUGHTY} (set ON_RECORD_GOLD)`);
  const naughty: string[] = there ? JSON.parse(readFileSync(NAUGHTY, "utf8")) : [];

  test.skipIf(!there)("as titles and paragraphs they are read as the words that they are", LONG, () => {
    for (const words of naughty) {
      const written = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      const article = read(page(written, `The harbour’s director said: ${written} and left.`));
      expect(article?.paragraphs.length, words).toBeGreaterThanOrEqual(6);
      const text = article?.paragraphs.join("\n") ?? "";
      expect(text).toContain("stays closed for 2 days");
      expect(text).toBe(text.toWellFormed().normalize("NFC"));
    }
  });

  test.skipIf(!there)("as markup they leave no markup", LONG, () => {
    for (const words of naughty.filter((one) => !/&(?:lt|#)/i.test(one))) {
      const article = read(page("Harbour closed", words));
      for (const text of article === null ? [] : outputOf(article)) expect(text, words).not.toMatch(MARKUP);
    }
  });
});

describe("pages that end in the middle", () => {
  const TESTDATA = join(import.meta.dirname, "testdata");

  test.each(readdirSync(TESTDATA))("%s, cut at every 311th character", LONG, (name) => {
    const html = htmlOf({ bytes: readFileSync(join(TESTDATA, name, "page.html")), url });
    for (let end = 0; end < html.length; end += 311) {
      const article = read(html.slice(0, end));
      for (const text of article === null ? [] : outputOf(article)) expect(text).not.toMatch(MARKUP);
    }
  });

  const folder = join(shared, "extraction", "html");
  const there = existsSync(folder);
  if (!there) console.info(`skipped: no gold pages in ${folder} (set ON_RECORD_GOLD)`);

  test.skipIf(!there)("a real page, cut at every 997th byte", LONG, () => {
    const [first = ""] = readdirSync(folder)
      .map((name) => ({ name, size: readFileSync(join(folder, name)).length }))
      .toSorted((a, b) => a.size - b.size)
      .map(({ name }) => name);
    const bytes = gunzipSync(readFileSync(join(folder, first)));
    for (let end = 0; end < bytes.length; end += 997) {
      const article = read(htmlOf({ bytes: bytes.subarray(0, end), url }));
      for (const text of article === null ? [] : outputOf(article)) expect(text).not.toMatch(MARKUP);
    }
  });
});

describe("pages that are too much", () => {
  const reasonOf = (html: string): unknown => {
    try {
      return extractArticle({ html, url }).paragraphs.length;
    } catch (error) {
      return error instanceof OnRecordError ? [error.code, error.detail?.reason] : error;
    }
  };

  test.each([
    ["a million elements", "<i>x</i>".repeat(600_000), ["tooLarge", "tooLarge"]],
    ["a million brackets", "<".repeat(1_000_000), ["tooLarge", "tooLarge"]],
    ["6 MB", "x ".repeat(3_000_000), ["tooLarge", "tooLarge"]],
    ["10,000 deep", "<div>".repeat(10_000) + BODY.join(""), ["unusable", "tooDeep"]],
    ["as deep as is read", "<div>".repeat(1_900) + BODY.join(""), 6],
    ["scripts that never end", "<script>".repeat(100_000), ["unusable", "noArticle"]],
    ["brackets inside a script", `<script>${'"<div>"+'.repeat(3_000)}</script>${BODY.join("")}`, 6],
    [
      "JSON-LD nested without end",
      `<script type="application/ld+json">${"[".repeat(500_000)}</script>${BODY.join("")}`,
      6,
    ],
    ["nothing", "", ["unusable", "noArticle"]],
    ["no markup", "The harbour of Port Halden stays closed for nine days, its director said on Monday.", 1],
  ])("%s", (_, html, answer) => {
    expect(reasonOf(html)).toEqual(answer);
  });
});

// A word that stands only where no reader sees it.
const UNSEEN = "zzunseenzz";
const unseen = fc.constantFrom(
  `<script>var a = "<p>${UNSEEN} is said to be, and was, as the keeper said on Monday.</p>"</script>`,
  `<style>.${UNSEEN}{color:red}</style>`,
  `<!-- ${UNSEEN} -->`,
  `<template><p>${UNSEEN} was here, as the keeper said on Monday to everybody.</p></template>`,
  `<noscript><p>${UNSEEN} was here, as the keeper said on Monday to everybody.</p></noscript>`,
  `<svg><title>${UNSEEN}</title></svg>`,
  `<img alt="${UNSEEN}" onerror="${UNSEEN}()">`,
  `<p data-x="${UNSEEN}">Seen.</p>`,
);
const WORDS =
  "the a harbour said of ferry closed “we shall” it’s naïve and was on Monday. until Friday! why? 4,000 &amp; &lt;b&gt; for – so".split(
    " ",
  );
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(" "));
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    unseen,
    words.map((text) => `<p>${text}.</p>`),
    words.map((text) => `${text}<br><br>`),
    fc
      .tuple(
        fc.constantFrom(
          "div",
          "section",
          "article",
          "p",
          "ul",
          "li",
          "h2",
          "blockquote",
          "a",
          "b",
          "figure",
          "td",
        ),
        fc.constantFrom("", ' class="related"', ' class="article-body"', " hidden", ' href="/x"'),
        fc.array(tie("tree"), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(
        ([tag, names, inside, closed]) => `<${tag}${names}>${inside.join("")}${closed ? `</${tag}>` : ""}`,
      ),
  ),
}));

const SHOWN = WORDS.map((word) =>
  word.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
);
const RUN_TOGETHER = new RegExp(
  [...SHOWN]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.?]/g, "\\$&"))
    .concat(".")
    .join("|"),
  "gu",
);
/** Words on both sides of something hidden within a line run together, and do not in the page's source. */
const wordsOf = (run: string): readonly string[] =>
  BODY.some((paragraph) => paragraph.includes(run)) ? [run] : (run.match(RUN_TOGETHER) ?? []);

test(
  "whatever a page is made of, each paragraph's words stand in it in their order, and nothing unseen does",
  LONG,
  () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 12 }), (parts) => {
        const html = `<html><body>${parts.join("\n")}${BODY.join("")}</body></html>`;
        const article = read(html);
        const visible = tidyLine(
          html
            .replace(/<(script|style|template|noscript|svg)\b[\s\S]*?<\/\1>/g, " ")
            .replace(/<!--[\s\S]*?-->/g, " ")
            .replace(/<[^<>]*>/g, " ")
            .replaceAll("&lt;", "<")
            .replaceAll("&gt;", ">")
            .replaceAll("&amp;", "&"),
        ).replaceAll(" ", "");
        for (const text of article === null ? [] : outputOf(article)) {
          expect(text).not.toContain(UNSEEN);
          let at = 0;
          for (const word of text.split(" ").flatMap(wordsOf)) {
            const found = visible.indexOf(word, at);
            expect(found, `${word} of ${text}`).toBeGreaterThanOrEqual(at);
            at = found + word.length;
          }
        }
        for (const { text } of article?.lines ?? []) expect(text).not.toContain(UNSEEN);
        for (const text of article?.paragraphs ?? []) expect(text).toBe(tidyLine(text));
      }),
      { numRuns: 200 },
    );
  },
);
