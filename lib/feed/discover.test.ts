import { describe, expect, it } from "vitest";
import { feedsIn } from "./discover.ts";

const AT = "https://www.harbour-lantern.example/start";
const urls = (html: string) => feedsIn(html, AT).map(({ url }) => url);

describe("feedsIn", () => {
  it("finds what the head names, the likeliest first, each once", () => {
    const html = `<head>
      <link rel="alternate" type="application/rss+xml" title="Comments of Harbour Lantern" href="/comments/feed">
      <link rel="stylesheet" href="/a.css">
      <LINK type='application/atom+xml' href='news.atom' rel='ALTERNATE home' title='News &amp;amp; tides'/>
      <link rel=alternate type=application/feed+json href=/feed.json>
      <link rel="alternate" type="application/rss+xml" href="https://other.example/feed">
      <link rel="alternate" type="application/atom+xml" href="/news.atom">
      </head>`;
    expect(urls(html)).toEqual([
      "https://www.harbour-lantern.example/news.atom",
      "https://www.harbour-lantern.example/feed.json",
      "https://other.example/feed",
      "https://www.harbour-lantern.example/comments/feed",
    ]);
    expect(feedsIn(html, AT)[0]).toMatchObject({ kind: "atom", title: "News & tides" });
  });

  it("starts from the page's base", () => {
    expect(
      urls(`<base href="/x/"><link rel="alternate" type="application/rss+xml" href="feed?a=1&amp;b=2">`),
    ).toEqual(["https://www.harbour-lantern.example/x/feed?a=1&b=2"]);
  });

  it("takes nothing that is no feed: other languages, raw data, comments of the source, other schemes", () => {
    expect(
      urls(`<link rel="alternate" hreflang="de" href="/de"><link rel="alternate" type="text/html" href="/m">
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <link rel="alternate" type="application/rss+xml" href="javascript:steal()">`),
    ).toEqual([]);
  });
});
