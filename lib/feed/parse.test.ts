import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OnRecordError } from "../errors.ts";
import { parseFeed } from "./parse.ts";
import { LONGEST_TITLE, MOST_ITEMS } from "./parsed-feed.ts";

const AT = "https://harbour-lantern.example/news/feed.xml";
const read = (source: string | Uint8Array, contentType: string | null = null) =>
  parseFeed(source, AT, contentType);
const rss = (items: string, channel = "<title>Harbour Lantern</title>", root = "") =>
  `<?xml version="1.0"?><rss version="2.0" ${root}><channel>${channel}${items}</channel></rss>`;

describe("RSS", () => {
  it("reads version 2 with its modules", () => {
    const feed = read(
      rss(
        `<item><title>Ferry &amp;amp; quay</title><link>https://harbour-lantern.example/ferry</link>
         <guid isPermaLink="false">hl-1</guid><pubDate>Sun, 30 Jun 2024 10:41:00 +0200</pubDate>
         <dc:creator>Ada Quay</dc:creator><description>The &lt;b&gt;night&lt;/b&gt; ferry stays.</description>
         <content:encoded><![CDATA[<p>The night ferry stays.</p>]]></content:encoded></item>`,
        `<title>Harbour Lantern</title><link>https://harbour-lantern.example/</link><language>en_GB</language><ttl>30</ttl>`,
        `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"`,
      ),
    );
    expect(feed).toEqual({
      kind: "rss",
      title: "Harbour Lantern",
      siteUrl: "https://harbour-lantern.example/",
      language: "en-GB",
      ttlMinutes: 30,
      items: [
        {
          key: "hl-1",
          url: "https://harbour-lantern.example/ferry",
          title: "Ferry & quay",
          summary: "The night ferry stays.",
          contentHtml: "<p>The night ferry stays.</p>",
          author: "Ada Quay",
          published: { local: "2024-06-30T10:41", zone: "+02:00" },
          updated: null,
        },
      ],
    });
  });

  it("reads version 0.91 without guid, and takes the address for the key", () => {
    const feed = read(
      `<rss version="0.91"><channel><title>Old Lantern</title><item><title>Tide</title><link>/tide</link></item></channel></rss>`,
    );
    expect(feed.items[0]).toMatchObject({ key: "https://harbour-lantern.example/tide", title: "Tide" });
  });

  it("takes a guid that is an address for the way to the entry, a number or a sound file for none", () => {
    const feed = read(
      rss(`<item><guid>https://harbour-lantern.example/a</guid><title>A</title></item>
        <item><guid>77</guid><title>Podcast</title><enclosure url="https://harbour-lantern.example/7.mp3" length="9" type="audio/mpeg"/></item>`),
    );
    expect(feed.items.map(({ key, url }) => [key, url])).toEqual([
      ["https://harbour-lantern.example/a", "https://harbour-lantern.example/a"],
      ["77", null],
    ]);
  });

  it("makes a key of the words where there is neither guid nor address", () => {
    const [first, second] = read(
      rss("<item><title>Fog</title></item><item><title>Rain</title></item>"),
    ).items;
    expect(first?.key).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(second?.key).not.toBe(first?.key);
  });

  it("keeps the first of entries with one key, and all entries of a feed that gives each the same guid", () => {
    const twice = read(
      rss(`<item><guid>1</guid><link>https://a.example/1</link><title>First</title></item>
        <item><guid>1</guid><link>https://a.example/1</link><title>Again</title></item>`),
    );
    expect(twice.items.map(({ title }) => title)).toEqual(["First"]);
    const shared = read(
      rss(`<item><guid>0</guid><link>https://a.example/1</link><title>One</title></item>
        <item><guid>0</guid><link>https://a.example/2</link><title>Two</title></item>`),
    );
    expect(shared.items.map(({ key }) => key)).toEqual(["https://a.example/1", "https://a.example/2"]);
  });

  it("leads to the web and nowhere else", () => {
    const feed = read(
      rss(`<item><guid isPermaLink="false">1</guid><link>javascript:alert(1)</link><title>A</title></item>
        <item><guid isPermaLink="false">2</guid><link>file:///etc/hosts</link><title>B</title></item>
        <item><guid isPermaLink="false">3</guid><link>https://me:secret@a.example/</link><title>C</title></item>
        <item><guid isPermaLink="false">4</guid><link>../old/page?x=1&amp;y=2</link><title>D</title></item>`),
    );
    expect(feed.items.map(({ url }) => url)).toEqual([
      null,
      null,
      null,
      "https://harbour-lantern.example/old/page?x=1&y=2",
    ]);
  });

  it("reads no more entries than a feed may have, and no longer title", () => {
    const many = Array.from({ length: MOST_ITEMS + 20 }, (_, n) => `<item><guid>${n}</guid></item>`).join("");
    expect(read(rss(many)).items).toHaveLength(MOST_ITEMS);
    const long = read(rss(`<item><title>${"tide ".repeat(900)}</title></item>`));
    expect(long.items[0]?.title).toHaveLength(LONGEST_TITLE);
  });
});

describe("Atom, RDF and JSON Feed", () => {
  it("reads Atom 1.0, its addresses from the base they stand in", () => {
    const feed =
      read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://b.example/x/">
      <title type="text">Laterne &amp;amp; Kai</title><link rel="self" href="feed"/><link href="/"/>
      <entry xml:base="y/"><id>tag:b.example,2024:1</id><title type="html">Die &lt;i&gt;Fähre&lt;/i&gt;</title>
      <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="faehre"/>
      <published>2024-06-30T10:41:09.5+02:00</published><updated>2024-07-01T00:00:00Z</updated>
      <author><name>Ada Kai</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Sie fährt.</p></div></content></entry></feed>`);
    expect(feed).toMatchObject({
      kind: "atom",
      title: "Laterne &amp; Kai",
      siteUrl: "https://b.example/",
      language: "de",
    });
    expect(feed.items[0]).toEqual({
      key: "tag:b.example,2024:1",
      url: "https://b.example/x/y/faehre",
      title: "Die Fähre",
      summary: "Sie fährt.",
      contentHtml: "<p>Sie fährt.</p>",
      author: "Ada Kai",
      published: { local: "2024-06-30T10:41", zone: "+02:00" },
      updated: { local: "2024-07-01T00:00", zone: "UTC" },
    });
  });

  it("reads Atom 0.3", () => {
    const feed = read(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Lantern</title>
      <entry><id>one</id><title>Tide</title><link rel="alternate" type="text/html" href="https://a.example/tide"/>
      <issued>2004-01-05T10:41:00+01:00</issued><modified>2004-01-06</modified></entry></feed>`);
    expect(feed.items[0]).toMatchObject({
      key: "one",
      url: "https://a.example/tide",
      published: { local: "2004-01-05T10:41", zone: "+01:00" },
      updated: { local: "2004-01-06", zone: null },
    });
  });

  it("reads RDF", () => {
    const feed =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="https://a.example/"><title>Quay Post</title><link>https://a.example/</link>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
      <item rdf:about="https://a.example/1"><title>Crane</title><link>https://a.example/1</link>
      <dc:date>2024-06-30T10:41Z</dc:date><dc:creator>Bo Crane</dc:creator></item></rdf:RDF>`);
    expect(feed).toMatchObject({ kind: "rdf", title: "Quay Post", ttlMinutes: 30 });
    expect(feed.items[0]).toMatchObject({
      key: "https://a.example/1",
      author: "Bo Crane",
      published: { local: "2024-06-30T10:41", zone: "UTC" },
    });
  });

  it("reads JSON Feed", () => {
    const feed = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Lantern",
        home_page_url: "https://a.example/",
        items: [
          {
            id: "1",
            url: "/tide",
            title: "Tide",
            content_text: "High < low.\n\nAgain.",
            date_published: "2024-06-30T10:41:00-05:00",
          },
        ],
      }),
    );
    expect(feed).toMatchObject({ kind: "json", siteUrl: "https://a.example/" });
    expect(feed.items[0]).toMatchObject({
      key: "1",
      url: "https://harbour-lantern.example/tide",
      summary: "High < low. Again.",
      contentHtml: "High &lt; low.<p>Again.",
      published: { local: "2024-06-30T10:41", zone: "-05:00" },
    });
  });
});

describe("characters", () => {
  const cyrillic = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?><rss version="2.0"><channel><title>`;
  const bytes = (declared: string, middle: readonly number[]) =>
    Buffer.concat([
      Buffer.from(cyrillic(declared), "latin1"),
      Buffer.from(middle),
      Buffer.from("</title></channel></rss>", "latin1"),
    ]);
  const PORT = [0xcf, 0xee, 0xf0, 0xf2];

  it("follows the declaration", () => {
    expect(read(bytes("windows-1251", PORT)).title).toBe("Порт");
  });
  it("follows the server before the declaration", () => {
    expect(read(bytes("utf-8", PORT), "text/xml; charset=windows-1251").title).toBe("Порт");
  });
  it("believes neither where the bytes say otherwise", () => {
    const mark = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from(rss("", "<title>Порт</title>")),
    ]);
    expect(read(mark, "text/xml; charset=windows-1251").title).toBe("Порт");
    expect(read(bytes("no-such-charset", [0x93, 0x41, 0x94]), "text/xml; charset=utf-8").title).toBe("“A”");
  });
  it("reads UTF-16 without a mark", () => {
    expect(
      read(Buffer.from(rss("", "<title>Порт</title>").replace("?>", ' encoding="utf-16"?>'), "utf16le"))
        .title,
    ).toBe("Порт");
  });
  it("drops what no text may hold", () => {
    expect(read(rss("", "<title>Ti\u0000de\u0007</title>")).title).toBe("Tide");
  });
});

describe("what is broken", () => {
  it.each([
    ["", "The feed is empty."],
    ["<!doctype html><title>Lantern</title>", "This is a web page, not a feed."],
    ["<rss version='2.0'><channel><title>Lantern", "The feed is broken: its XML can’t be read."],
    [
      "<rss version='2.0'><channel></channel></rss>",
      "The feed says nothing: it has no title and no entries.",
    ],
    ['{"title": "Lantern"}', "This is JSON, but no JSON Feed."],
    ["tide tables", "This is no feed: neither RSS, Atom, RDF nor JSON Feed."],
  ])("%s: says what came instead", (source, why) => {
    expect(() => read(source)).toThrow(new OnRecordError("unusable", why));
  });

  it.each([
    [rss("<item><title>Whole</title></item><item><title>Bro").slice(0, -20)],
    ["<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>Whole</title></entry><entry><tit"],
    [
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item><title>Whole</title><link>/a</link></item><item",
    ],
  ])("reads the whole entries of a feed that breaks off", (source) => {
    expect(read(source).items.map(({ title }) => title)).toEqual(["Whole"]);
  });

  it("opens no entity: neither a file nor a thousand million laughs", () => {
    const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      "",
    );
    const feed = read(
      `<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs}]>${rss(
        "<item><guid>1</guid><title>&l30;</title><description>&file;</description></item>",
      ).slice(21)}`,
    );
    expect(feed.items[0]).toMatchObject({ title: "&l30;", summary: "&file;" });
  });

  it.each([
    "<script>steal()</script>Tide",
    "&lt;script&gt;steal()&lt;/script&gt;Tide",
    "&amp;lt;script&amp;gt;steal()&amp;lt;/script&amp;gt;Tide",
    "<![CDATA[<scr<script>ipt>steal()</script>Tide]]>",
    "<![CDATA[<img src=x onerror='steal()'>Tide]]>",
    "<![CDATA[<svg/onload=steal()><p>steal</p></svg>Tide]]>",
    "<![CDATA[Tide<a href='javascript:steal()' ]]>",
  ])("leaves no script of %s", (title) => {
    expect(read(rss(`<item><title>${title}</title></item>`)).items[0]?.title).toMatch(
      /^(?!.*(?:steal|<)).*Tide$/,
    );
  });

  it("answers or refuses whatever comes, and leaves no tag", () => {
    const piece = fc.constantFrom(
      ..."< > & ; ' \" <item> </item> <title> </title> <![CDATA[ ]]> <!-- --> <entry> <link href= &lt; &gt; &#60; &amp;lt; script <script> </script> \u0000 \uD800 é <p/> <?".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom("rss", "feed", "rdf:RDF"),
        (pieces, root) => {
          let feed: ReturnType<typeof read>;
          try {
            feed = read(`<${root}><channel>${pieces.join("")}</channel></${root}>`);
          } catch (error) {
            expect(error).toBeInstanceOf(OnRecordError);
            return;
          }
          for (const { title, summary } of feed.items)
            expect(`${feed.title} ${title} ${summary}`).not.toMatch(/<[a-z!/?]|\p{Cc}|\p{Cs}/iu);
        },
      ),
      { numRuns: 500 },
    );
  });
});
