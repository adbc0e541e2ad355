import { describe, expect, it } from "vitest";
import { articleOf } from "./testing-page.ts";

const AT = "https://courier.test";
/** The address of a page that was fetched from `path` and calls itself `canonical`. */
const addressOf = (path: string, canonical: string) =>
  articleOf({ url: AT + path, head: `<link rel="canonical" href="${AT}${canonical}">` }).canonicalUrl;

describe("an article's address is what its page calls it", () => {
  it.each([
    ["/sea/1?from=home", "/sea/1"],
    ["/news/harbour-closed", "/sea/harbour-closed"],
    ["/newsroom/1", "/news"],
    ["/sea/1/amp/", "/sea/1"],
    ["/sea/1/amp", "/sea/1/"],
    ["/sea/1/index.html", "/sea/1/"],
    ["/sea/1/", "/sea/1"],
    ["/sea/1", "/sea?id=1"],
    ["/", "/"],
  ])("%s: %s", (path, canonical) => expect(addressOf(path, canonical)).toBe(AT + canonical));
});

describe("but not what is above it, which its neighbours would be called too", () => {
  it.each([
    ["/news/1", "/news"],
    ["/news/1", "/news/"],
    ["/2024/06/30/harbour", "/2024/06"],
    ["/news/1", "/"],
    ["/amp", "/"],
  ])("%s: %s", (path, canonical) => expect(addressOf(path, canonical)).toBe(AT + path));
});
