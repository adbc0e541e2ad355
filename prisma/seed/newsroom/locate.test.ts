import { describe, expect, it } from "vitest";
import { codePointLength } from "#lib/text/code-points.ts";
import { locateArticle } from "./locate.ts";
import type { PlannedArticle, PlannedStatement, Words } from "./plan.ts";

const statement = (content: Words): PlannedStatement => ({
  speaker: null,
  cue: [],
  content: [content],
  actor: "marrin",
  kind: "indirect",
  mode: "said",
  via: [],
  stances: [],
});

const article = (paragraph: string, content: Words): PlannedArticle => ({
  key: "tide-table",
  outlet: "harbourWire",
  url: "https://harbourwire.example/tide-table",
  headline: "Tide 🌊 table",
  standfirst: null,
  byline: null,
  publishedAt: "2024-06-01T08:00",
  zone: null,
  paragraphs: [paragraph],
  inbox: false,
  statements: [statement(content)],
});

describe("locateArticle", () => {
  it("counts code points, and finds whole words only", () => {
    const found = locateArticle(article("The tide there, he says, is high.", "he"));
    const [span] = found.statements[0]?.content ?? [];
    expect(span).toEqual({ start: codePointLength("Tide 🌊 table\n\nThe tide there, "), end: 32 });
  });

  it("takes the first such words after a hint", () => {
    const found = locateArticle(article("He said this. He said that.", { words: "said", after: "this. He" }));
    expect(found.statements[0]?.content[0]?.start).toBe(
      codePointLength("Tide 🌊 table\n\nHe said this. He "),
    );
  });

  it.each([
    ["gone", /not in the text/],
    ["high", /more than once/],
    [{ words: "high", after: "gone" }, /words before are not/],
    [{ words: "high", after: "tide" }, /words before are more than once/],
    [{ words: "low", after: "low tide" }, /not in the text after/],
  ] as const)("refuses %j", (words, message) => {
    expect(() => locateArticle(article("high tide, high water, low tide", words))).toThrow(message);
  });
});
