import { describe, expect, test } from "vitest";
import { articleOf, ld, ldArticle, type PageParts, sentence } from "./testing-page.ts";

const person = (name: string) => ({ "@type": "Person", name });
const meta = (name: string, content: string) => `<meta name="${name}" content='${content}'>`;
const courier = `<meta property="og:site_name" content="The Courier">`;
/** Paragraphs enough for the page's end to be far from its top. */
const LONG = Array.from({ length: 15 }, (_, at) => `<p>${sentence(`pier ${at}`)}</p>`).join("");
const byline = (parts: PageParts) => articleOf({ ...parts, head: `${courier}${parts.head ?? ""}` }).byline;

describe("who signed, as JSON-LD says it", () => {
  const headline = "Harbour closed for nine days";
  test.each<[string, string]>([
    [
      "by reference to a person who stands in another script",
      `${ldArticle({ author: { "@type": "Person", "@id": "#ines" } })}${ld({ "@graph": [{ "@type": "Person", "@id": "#ines", name: "Ines Vale" }] })}`,
    ],
    ["in two parts", ldArticle({ author: { "@type": "Person", givenName: "Ines", familyName: "Vale" } })],
    ["in a list of its own", ldArticle({ author: { "@list": [person("Ines Vale")] } })],
    [
      "with the name's language",
      ldArticle({ author: { "@type": "Person", name: { "@value": "Ines Vale" } } }),
    ],
    [
      "as creator beside the outlet as author",
      ldArticle({ author: { "@type": "Organization", name: "The Courier" }, creator: ["Ines Vale"] }),
    ],
    [
      "in another description of the same article",
      ld([
        { "@type": "NewsArticle", headline, datePublished: "2025-03-03", description: "Closed." },
        { "@type": "Article", headline, author: person("Ines Vale") },
      ]),
    ],
    ["of the whole page", ld({ "@type": "WebPage", name: headline, author: person("Ines Vale") })],
    [
      "of a live blog, not of one of its posts",
      ld({
        "@type": "LiveBlogPosting",
        headline,
        author: person("Ines Vale"),
        liveBlogUpdate: [
          {
            "@type": "BlogPosting",
            headline: "Ferries leave",
            author: person("Tomas Orrin"),
            datePublished: "2025-03-04",
            articleBody: "Ferries leave.",
            description: "Ferries.",
          },
        ],
      }),
    ],
  ])("%s", (_, head) => {
    expect(byline({ head })).toBe("Ines Vale");
  });
});

describe("a name is written", () => {
  test.each([
    ["Ines Vale/Harbour Wire", "Ines Vale"],
    ["Ines Vale / Tomas Orrin", "Ines Vale, Tomas Orrin"],
    ["Vale, Ines", "Ines Vale"],
    ["Ines Vale Staff Writer", "Ines Vale"],
    ["Ines Vale, PhD", "Ines Vale"],
    ["Ines Vale ivale@courier.test", "Ines Vale"],
    ["Ines Vale @inesvale", "Ines Vale"],
    ["Ines Vale with Tomas Orrin", "Ines Vale, Tomas Orrin"],
    ["Maren Oss as told to Ines Vale", "Maren Oss, Ines Vale"],
    ["Ines Vale of the Harbour Post", "Ines Vale"],
    ["['Ines Vale', 'Tomas Orrin']", "Ines Vale, Tomas Orrin"],
    ['["Ines Vale"]', "Ines Vale"],
    ["Author: Ines Vale", "Ines Vale"],
    ["Opinion by Ines Vale", "Ines Vale"],
    ["INES VALE Harbour Wire", "Ines Vale"],
    ["INES M. VALE and TOMAS ORRIN Harbour Wire", "Ines M. Vale, Tomas Orrin"],
    ["Ines Vale, Health Editor, Halden", "Ines Vale"],
    ["Ines Vale, Halden", "Ines Vale"],
    ["Orrin - Ines Vale", "Orrin - Ines Vale"],
    ["Ines Vale - Harbour Wire", "Ines Vale"],
    ["Ines Vale – Health Editor", "Ines Vale"],
    ["Guest Author", null],
    ["Anonymous", null],
    ["Unknown", null],
    ["Not Specified", null],
    ["Author Name", null],
    ["Webmaster", null],
    ["Super User", null],
    ["None", null],
  ])("%s", (name, expected) => {
    expect(byline({ head: ldArticle({ author: person(name) }) })).toBe(expected);
  });

  test("as the page prints it, where its data names an account that is nowhere on the page", () => {
    const head = ldArticle({ author: person("Ivale22x Orq") });
    expect(byline({ head, top: "<p>By Ines Vale</p>" })).toBe("Ines Vale");
    expect(byline({ head: ldArticle({ author: person("Ines M. Vale") }), top: "<p>By Ines Vale</p>" })).toBe(
      "Ines M. Vale",
    );
    const owner = {
      head: meta("author", "Ondra Lumen"),
      below: "<footer><p>© 2025 Ondra Lumen</p></footer>",
    };
    expect(byline({ ...owner, below: `${LONG}${owner.below}`, top: "<p>By Ines Vale</p>" })).toBe(
      "Ines Vale",
    );
    expect(byline({ head, top: `<a rel="author" href="/a/1">Ines Vale</a>` })).toBe("Ines Vale");
  });
});

describe("who signed, as the head says it", () => {
  test.each<[string, string]>([
    ["card labels", `${meta("twitter:label1", "Written by")}${meta("twitter:data1", "Ines Vale")}`],
    ["citations", meta("citation_author", "Vale, Ines")],
    ["a JSON of statistics", meta("parsely-page", '{"title":"Harbour","author":"Ines Vale"}')],
    ["a JSON of statistics", meta("parsely-page", '{"title":"Harbour","authors":["Ines Vale"]}')],
    ["names of any system", meta("xq:article_authors", "Ines Vale")],
    ["names of any system", meta("page.author-name", "Ines Vale")],
  ])("in %s", (_, head) => {
    expect(byline({ head })).toBe("Ines Vale");
  });
  test("in no field about something else", () => {
    expect(byline({ head: meta("twitter:creator", "Ines Vale") })).toBeNull();
    expect(byline({ head: meta("book:author", "Ines Vale") })).toBeNull();
    expect(
      byline({ head: `${meta("twitter:label1", "Filed under")}${meta("twitter:data1", "Ines Vale")}` }),
    ).toBeNull();
  });
});

describe("who signed, as elements are marked", () => {
  test.each([
    `<div itemprop="author" itemscope><meta itemprop="name" content="Ines Vale"></div>`,
    `<div itemprop="author" itemscope><span itemprop="name">Ines Vale</span><span itemprop="jobTitle">Reporter</span></div>`,
    `<span class="author vcard"><span class="fn">Ines Vale</span></span>`,
    `<div property="schema:author">Ines Vale</div>`,
    `<div data-testid="author-name">Ines Vale</div>`,
    `<div class="ArticleAuthor">Ines Vale</div>`,
    `<div data-qa="article-author">Ines Vale</div>`,
    `<div aria-label="Author">Ines Vale</div>`,
    `<address>Ines Vale</address>`,
    `<a href="/people/ines-vale">Ines Vale</a>`,
    `<a href="/search?author=12">Ines Vale</a>`,
    `<dl><dt>Author</dt><dd>Ines Vale</dd></dl>`,
    `<aside><p>Ines Vale</p><p>March 3, 2025</p></aside>`,
    `<p class="Article_authorName___AnQD">Ines Vale, courier.test</p>`,
    `<p>By Ines Vale For The Harbour Post</p>`,
    `<p>By</p><span class="sr-only">Social Links</span><p>Ines Vale</p>`,
    `<div><h3>Ines Vale</h3></div><div>March 3, 2025</div>`,
    `<p>Written by</p><p>Ines Vale</p>`,
    `<p>Story: </p><p>Ines Vale</p>`,
    `<p>Special report by Ines Vale</p>`,
    `<p>Commentary by Ines Vale</p>`,
    `<p>Guest essay by Ines Vale</p>`,
  ])("%s", (top) => {
    expect(byline({ top })).toBe("Ines Vale");
  });

  test.each([
    `<ul><li><a rel="author" href="/a/1">Ines Vale</a></li><li><a rel="author" href="/a/2">Tomas Orrin</a></li></ul>`,
    `<p>By <span class="byline-name">Ines Vale</span>, <span class="byline-name">Tomas Orrin</span></p>`,
    `<p>By</p><p>Ines Vale</p><p>and</p><p>Tomas Orrin</p>`,
    `<p>By</p><p>Ines Vale,</p><p>Tomas Orrin</p>`,
    `<div class="author">Ines Vale</div><div class="author">Tomas Orrin</div>`,
  ])("all of several: %s", (top) => {
    expect(byline({ top })).toBe("Ines Vale, Tomas Orrin");
  });

  test.each([
    [
      "a caption",
      `<figure><figcaption>Photo: <a href="/staff/3">Maren Oss</a></figcaption></figure><p>March 4, 2025</p>`,
    ],
    [
      "a comment",
      `<div class="comment"><span class="comment-author vcard"><b class="fn">Maren Oss</b></span></div>`,
    ],
    [
      "a teaser's author",
      `<aside><h3>More from the sea</h3><p>By Maren Oss</p><span class="author">Maren Oss</span></aside>`,
    ],
    ["somebody else's work", `<p>Medically reviewed by Maren Oss</p><p>Photographs by Maren Oss</p>`],
    ["a shelf", `<p>Writer Archive</p>`],
    ["a heading with a date far off", `<h3>Maren Oss</h3><p>Photographs of the quay</p><p>March 4, 2025</p>`],
    ["its editor", `<div class="author">Edited by Maren Oss</div>`],
  ])("never by %s", (_, top) => {
    expect(byline({ top })).toBeNull();
  });

  test("never by a name in prose that leads to somebody's page", () => {
    const prose = `<div>A portrait of the director hangs in the town hall of Port Halden, where visitors have come to see it on every day of the year. By <a href="/writer/3">Maren Oss</a></div>`;
    expect(byline({ top: `${prose}<p>By Ines Vale, Contributing Writer</p>` })).toBe("Ines Vale");
  });

  test("never by the topics above a headline, though its date stands below it", () => {
    const topics = ["Harbour Wall", "Maren Oss"].map((topic) => `<div class="q1">${topic}</div>`).join("");
    const found = articleOf({
      head: ldArticle({ author: "HWA" }),
      above: topics,
      top: "<p>HWA / Updated: March 4, 2025, 10:15</p>",
    });
    expect(found).toMatchObject({ byline: null, agency: "HWA" });
  });

  test.each([
    `<p>By Ines Vale</p>`,
    `<p>— Ines Vale</p>`,
    `<div class="author-bio"><a rel="author" href="/authors/ines">Ines Vale</a><p>writes about the sea for the Courier and has done so for years.</p></div>`,
  ])("below the body: %s", (below) => {
    expect(byline({ below: `${LONG}${below}` })).toBe("Ines Vale");
  });

  test("in the frame of the film that the headline stands on", () => {
    const above = `<div class="video-player"><h1>Harbour closed for nine days</h1><p>By Ines Vale</p></div>`;
    expect(byline({ above })).toBe("Ines Vale");
  });

  test("by who wrote it down, not by who told it", () => {
    const opening = "Maren Oss has led the harbour for ten years, and she answered no questions on Monday.";
    const top = `<div class="author-info"><a href="/author/ines">Maren Oss as told to Ines Vale</a></div>`;
    expect(byline({ top, opening })).toBe("Ines Vale");
  });

  test("never by who only reported for the agency whose text it is", () => {
    expect(byline({ below: `<p>Reporting by Maren Oss; editing by Tomas Orrin</p>` })).toBeNull();
  });

  test("though the body names them, where microdata says so", () => {
    const opening =
      "Tomas Orrin reported from Port Halden, which stays closed for nine days, said its director.";
    const top = `<p>By <span itemprop="author">Ines Vale</span> | <span itemprop="author">Tomas Orrin</span></p>`;
    expect(byline({ top: top.replace("By ", ""), opening })).toBe("Ines Vale, Tomas Orrin");
  });

  test("though the body has a word that begins like the name", () => {
    const opening = "The Vales stay closed for nine days, the director of Port Halden said on Monday.";
    expect(byline({ top: `<a rel="author" href="/a/1">Ines Vale</a>`, opening })).toBe("Ines Vale");
  });

  test("never below the body by what a teaser or a comment says", () => {
    const teaser = `<div class="related"><p>${sentence("market")}</p><p>By Maren Oss</p></div>`;
    const comment = `<div class="comments"><a rel="author" href="/users/3">Maren Oss</a></div>`;
    expect(byline({ below: `${teaser}${comment}` })).toBeNull();
  });
});

test("an organisation that the page's data calls one signs, whatever its name", () => {
  const author = { "@type": "NewsMediaOrganization", name: "Blue Lantern" };
  expect(articleOf({ head: `${courier}${ldArticle({ author })}` })).toMatchObject({
    byline: null,
    agency: "Blue Lantern",
  });
});
