import { describe, expect, it } from "vitest";
import { packagedRows } from "#lib/actor/packaged/authority.ts";
import { kindOfContent } from "#lib/statement/kind.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import { quotationsIn } from "#lib/text/quotation-marks.ts";
import { contains, type Span } from "#lib/text/span.ts";
import { type ActorKey, isReal, REAL_ACTORS, SAMPLE_ACTORS } from "./actors.ts";
import { SAMPLE_ARTICLES } from "./articles.ts";
import { SAMPLE_CLAIMS } from "./claims.ts";
import { GIVEN_WORDS, wordsOf } from "./given-words.ts";
import { type LocatedArticle, locateArticle } from "./locate.ts";
import { SAMPLE_OUTLETS } from "./outlets.ts";

const located = SAMPLE_ARTICLES.map(locateArticle);
const decided = located.filter(({ article }) => !article.inbox);

/** Speaks in the real world: its words are given, never made. */
const isGiven = (actor: ActorKey) => isReal(actor) || actor === "threeStates";

/** Quotations of every part, marks included, in code points. */
function quotationsOf({ text, parts }: LocatedArticle): Span[] {
  const index = new CodePointIndex(text);
  return parts.flatMap((part) =>
    quotationsIn(text, index.toUtf16(part.start), index.toUtf16(part.end)).map((quotation) => ({
      start: index.fromUtf16(quotation.start),
      end: index.fromUtf16(quotation.end),
    })),
  );
}

/** Whether `words` are `given`, perhaps with words left out. */
function isShortened(words: readonly string[], given: readonly string[]): boolean {
  let next = 0;
  for (const word of given) if (word === words[next]) next++;
  return words.length > 0 && next === words.length;
}

describe("the sample articles", () => {
  it("are eight that are decided and two that wait, each at its own address", () => {
    expect(decided).toHaveLength(8);
    expect(located).toHaveLength(10);
    expect(new Set(SAMPLE_ARTICLES.map(({ url }) => url)).size).toBe(10);
    expect(new Set(SAMPLE_ARTICLES.map(({ key }) => key)).size).toBe(10);
    for (const { url, outlet } of SAMPLE_ARTICLES)
      expect(url.startsWith(`${SAMPLE_OUTLETS[outlet].homepage}/`), url).toBe(true);
  });

  it.each(located)("$article.key is short and every kind agrees with its quotation marks", (article) => {
    const words = article.article.paragraphs.join(" ").split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(120);
    expect(words).toBeLessThanOrEqual(260);
    for (const { planned, content } of article.statements)
      expect(kindOfContent(article.text, content), String(planned.content)).toBe(planned.kind);
  });

  it("reprint one wire text twice, word for word", () => {
    const bodies = SAMPLE_ARTICLES.map(({ outlet, paragraphs }) => ({ outlet, body: paragraphs.join("\n") }));
    const wire = bodies.filter(({ body }) => body === bodies.find((b) => b.outlet === "harbourWire")?.body);
    expect(wire.map(({ outlet }) => outlet)).toEqual(["harbourWire", "lowlandExaminer", "eastmoorToday"]);
  });

  it("use every claim, and hold an assertion, a denial and a question", () => {
    const stances = decided.flatMap(({ statements }) => statements.flatMap(({ planned }) => planned.stances));
    expect(new Set(stances.map(({ claim }) => claim))).toEqual(new Set(Object.keys(SAMPLE_CLAIMS)));
    expect(new Set(stances.map(({ kind }) => kind))).toEqual(new Set(["asserts", "denies", "questions"]));
  });

  it("use every actor made for them", () => {
    const speaking = new Set(
      located.flatMap(({ statements }) => statements.map(({ planned }) => planned.actor)),
    );
    for (const key of Object.keys(SAMPLE_ACTORS)) expect(speaking).toContain(key);
  });
});

describe("real actors in the sample articles", () => {
  it("are in the packaged authority", () => {
    const keys = new Set(packagedRows().actors.map(({ id }) => id));
    for (const key of Object.values(REAL_ACTORS)) expect(keys).toContain(key);
  });

  const spoken = located.flatMap((article) => {
    const index = new CodePointIndex(article.text);
    return article.statements.map((statement) => ({
      article,
      statement,
      actor: statement.planned.actor,
      quoted: quotationsOf(article)
        .filter((mark) => statement.content.some((span) => contains(span, mark)))
        .map((mark) => index.slice(mark.start, mark.end)),
    }));
  });

  it("say nothing in quotation marks but the given words, some left out", () => {
    let checked = 0;
    for (const { actor, quoted } of spoken.filter(({ actor }) => isGiven(actor)))
      for (const words of quoted) {
        const given = GIVEN_WORDS.filter(({ actors }) => actors.includes(actor));
        expect(
          given.some((one) => isShortened(wordsOf(words), wordsOf(one.words))),
          `${actor}: ${words}`,
        ).toBe(true);
        checked++;
      }
    expect(checked).toBeGreaterThan(20);
  });

  it("get no word without quotation marks but the given ones and what joins them to a sentence", () => {
    const joining = wordsOf(
      "that as the an it its would help helps were bore show three states countries ties relations between exercise drills Freedom Edge US policy United States Japan and South Korea North Pyongyang",
    );
    for (const { actor, article, statement } of spoken.filter(({ actor }) => isGiven(actor))) {
      const index = new CodePointIndex(article.text);
      const given = GIVEN_WORDS.filter(({ actors }) => actors.includes(actor));
      const known = new Set([...joining, ...given.flatMap(({ words }) => wordsOf(words))]);
      const words = statement.content.flatMap((span) => wordsOf(index.slice(span.start, span.end)));
      expect(
        words.filter((word) => !known.has(word)),
        `${article.article.key}, ${actor}`,
      ).toEqual([]);
    }
  });

  it("are the speakers of every quotation about the drills, and no quotation stands outside a statement", () => {
    for (const article of located) {
      const contents = article.statements.flatMap(({ content }) => content);
      for (const mark of quotationsOf(article))
        expect(
          contents.some((span) => contains(span, mark)),
          JSON.stringify(mark),
        ).toBe(true);
      const kinds = new Set(article.statements.map(({ planned }) => isGiven(planned.actor)));
      expect(kinds.size, article.article.key).toBe(1);
    }
  });

  it("have no part in the invented story", () => {
    const invented = located.filter(({ statements }) =>
      statements.some(({ planned }) => !isGiven(planned.actor)),
    );
    expect(invented).toHaveLength(4);
    for (const { text } of invented)
      expect(text).not.toMatch(/Korea|United States|\bUS\b|Japan|NATO|Stoltenberg|KCNA/);
  });

  it("are never the ones who deny or question", () => {
    for (const { actor, statement } of spoken.filter(({ actor }) => isGiven(actor)))
      for (const { kind } of statement.planned.stances) expect(kind, actor).toBe("asserts");
  });
});
