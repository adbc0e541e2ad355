import { describe, expect, test } from "vitest";
import { articleOf, ld, ldArticle, type PageParts, sentence } from "./testing-page.ts";

const when = (parts: PageParts) => articleOf(parts).publishedAt;
const meta = (name: string, content: string) => `<meta name="${name}" content='${content}'>`;

describe("the date in JSON-LD", () => {
  test.each<[string, unknown, string | null]>([
    ["in seconds", 1_741_000_000, "2025-03-03T11:06"],
    ["in milliseconds", 1_741_000_000_000, "2025-03-03T11:06"],
    ["in seconds as text", "1741000000", "2025-03-03T11:06"],
    ["of the day on which clocks of computers begin", "1970-01-01T00:00:00Z", null],
    ["with half of the day", "2025-03-03 10:15 PM", "2025-03-03T22:15"],
    ["as an object", { "@type": "DateTime", "@value": "2025-03-03T10:15" }, "2025-03-03T10:15"],
    ["as programs print it", "Mon Mar 03 2025 10:15:00 GMT+0100 (CET)", "2025-03-03T10:15"],
    ["as mail has it", "Mon, 03 Mar 2025 10:15:00 +0000", "2025-03-03T10:15"],
    ["with one digit", "2025-3-3T9:05:00", "2025-03-03T09:05"],
  ])("%s", (_, datePublished, expected) => {
    expect(when({ head: ldArticle({ datePublished }) })).toBe(expected);
  });

  test("of the whole page, where no article has one", () => {
    const page = ld({ "@type": "WebPage", name: "Harbour closed", datePublished: "2025-03-03" });
    expect(when({ head: page })).toBe("2025-03-03");
  });

  test("of a live blog, not of one of its posts", () => {
    const post = {
      "@type": "BlogPosting",
      headline: "Ferries",
      datePublished: "2025-03-05",
      articleBody: "F.",
      author: "A",
    };
    const blog = {
      "@type": "LiveBlogPosting",
      headline: "Harbour closed",
      datePublished: "2025-03-03",
      liveBlogUpdate: [post],
    };
    expect(when({ head: ld(blog) })).toBe("2025-03-03");
  });
});

describe("the date in the head", () => {
  test.each([
    meta("article:published", "2025-03-03"),
    meta("citation_publication_date", "2025/03/03"),
    meta("og:publish_date", "2025-03-03"),
    meta("DC.date.created", "2025-03-03"),
    meta("xq.published-date", "2025-03-03"),
    meta("displaydate", "2025-03-03"),
    meta("pdate", "20250303"),
    meta("parsely-page", '{"pub_date":"2025-03-03"}'),
    `${meta("pubdate", "soon")}${meta("pubdate", "2025-03-03")}`,
    `${meta("date", "2025-03-09")}${meta("first-published", "2025-03-03")}`,
    `${meta("article:modified_time", "2025-03-05")}${meta("release_date", "2025-03-03")}`,
  ])("%s", (head) => {
    expect(when({ head })).toBe("2025-03-03");
  });
  test("of something else is none", () => {
    expect(when({ head: meta("book:release_date", "2025-03-03") })).toBeNull();
    expect(when({ head: meta("article:expiration_time", "2025-03-03") })).toBeNull();
  });
});

describe("the date in an element", () => {
  test.each([
    `<time class="entry-date published updated" datetime="2025-03-03">x</time>`,
    `<time class="entry-date updated module-date" datetime="2025-03-03">x</time>`,
    `<p>Updated: <time datetime="2025-03-05">5 March</time> Published: <time datetime="2025-03-03">3 March</time></p>`,
    `<p>Last updated</p><p><time datetime="2025-03-05">5 March</time></p><p>Published</p><p><time datetime="2025-03-03">3 March</time></p>`,
    `<relative-time datetime="2025-03-03">2 days ago</relative-time>`,
    `<span class="when" data-timestamp="1741000000000">2 days ago</span>`,
    `<div data-published="2025-03-03">2 days ago</div>`,
    `<abbr class="published" title="2025-03-03">Monday</abbr>`,
    `<span property="dc:date dc:created" content="2025-03-03">Monday</span>`,
    `<span itemprop="datePublished" content="2025-03-03">Monday</span>`,
  ])("%s", (top) => {
    expect(when({ top })?.slice(0, 10)).toBe("2025-03-03");
  });

  test("below the headline goes before one above it, and a teaser's is none", () => {
    const ticker = `<div><time datetime="2025-03-09">now</time> Ferries leave</div>`;
    const teaser = `<aside><h3>More from the sea</h3><time datetime="2025-03-08">then</time></aside>`;
    expect(when({ above: ticker, top: `${teaser}<time datetime="2025-03-03">3 March</time>` })).toBe(
      "2025-03-03",
    );
    expect(when({ top: teaser })).toBeNull();
  });
});

describe("the date as printed", () => {
  test("below the headline goes before the day that the page was asked for", () => {
    expect(when({ above: "<p>Sunday, March 9, 2025</p>", top: "<p>March 3, 2025</p>" })).toBe("2025-03-03");
  });
  test("in an aside that is about the article", () => {
    expect(when({ top: "<aside><p>By Ines Vale</p><p>March 3, 2025</p></aside>" })).toBe("2025-03-03");
    expect(when({ top: `<aside class="related"><p>March 3, 2025</p></aside>` })).toBeNull();
  });
  test("in the frame of a commentary, which is no comment", () => {
    const frame = (name: string) => `<div class="${name}"><p>March 3, 2025</p></div>`;
    expect(when({ top: frame("commentary__intro") })).toBe("2025-03-03");
    expect(when({ top: frame("comment__intro") })).toBeNull();
  });
  test("as published, under a label of its own", () => {
    const top = "<p>Updated</p><p>March 5, 2025</p><p>Published</p><p>March 3, 2025</p>";
    expect(when({ top })).toBe("2025-03-03");
  });
  test.each([
    ["en-GB", "03/04/2025", "2025-04-03"],
    ["en-US", "03/04/2025", "2025-03-04"],
    ["en-IN", "03-04-2025", "2025-04-03"],
    ["de", "03.04.2025", "2025-04-03"],
    ["en", "03.04.2025", null],
  ])("as a reader in %s reads %s", (lang, printed, expected) => {
    expect(when({ lang, top: `<p>Published: ${printed}</p>` })).toBe(expected);
  });
  test("in figures that the page's address explains", () => {
    const url = "https://courier.test/2025/04/03/harbour";
    expect(when({ url, top: "<p>Published: 03/04/2025 10:15</p>" })).toBe("2025-04-03T10:15");
  });
  test("in front of the first paragraph", () => {
    const opening = `PORT HALDEN, March 3, 2025 (Harbour Wire) — ${sentence("harbour")} ${sentence("pier")} ${sentence("market")}`;
    expect(when({ opening })).toBe("2025-03-03");
    expect(
      when({
        opening: `${sentence("harbour")} On March 3, 2025, it closed. ${sentence("pier")} ${sentence("quay")}`,
      }),
    ).toBeNull();
  });
  test("behind the last paragraph", () => {
    const long = Array.from({ length: 12 }, (_, at) => `<p>${sentence(`pier ${at}`)}</p>`).join("");
    expect(when({ below: `${long}<p>March 3, 2025</p>` })).toBe("2025-03-03");
  });
});

describe("the date in the address", () => {
  test.each([
    "/2025/03/03/harbour-closed",
    "/sea/2025/3/3/harbour-closed.html",
    "/sea/2025/mar/03/harbour-closed",
    "/sea/2025-03-03/harbour-closed",
    "/sea/20250303/harbour-closed",
    "/2025-03-03-harbour-closed",
    "/sea/harbour-closed-20250303-x7.html",
  ])("%s", (path) => {
    expect(articleOf({ url: `https://courier.test${path}` })).toMatchObject({
      publishedAt: "2025-03-03",
      publishedSource: "meta",
    });
  });
  test.each([
    "/2025/03/harbour",
    "/sea/2025/13/03/x",
    "/sea/19990231/x",
    "/sea/12025030341/x",
    "/storm-of-2025-03-03",
  ])("is none in %s", (path) => {
    expect(when({ url: `https://courier.test${path}` })).toBeNull();
  });
  test("is that of the page's own address where it was fetched from another", () => {
    const head = `<link rel="canonical" href="https://courier.test/2025/03/03/harbour">`;
    expect(when({ head, url: "https://courier.test/?p=12" })).toBe("2025-03-03");
  });
  test("settles with the printed one which day it was", () => {
    const url = "https://courier.test/2025/03/03/harbour";
    const head = ldArticle({ datePublished: "2024-11-20T10:15:00Z" });
    expect(when({ head, url, top: "<p>March 3, 2025</p>" })).toBe("2025-03-03");
    expect(when({ head, url })).toBe("2024-11-20T10:15");
  });
  test("is the outlet's own day, where a system says a moment of the night in UTC", () => {
    const url = "https://courier.test/2025/03/03/harbour";
    const head = ldArticle({ datePublished: "2025-03-04T03:15:00Z" });
    expect(when({ head, url })).toBe("2025-03-03");
    expect(when({ head, url, top: "<p>March 4, 2025</p>" })).toBe("2025-03-04T03:15");
  });
});
