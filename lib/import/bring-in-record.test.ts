import { expect, test } from "vitest";
import { sameThing, siteToAsk } from "./bring-in-record.server.ts";
import type { Held } from "./record.ts";

const listed = (article: object): Held => ({ kind: "article", article });

test.each([
  ["https://Courier.test/sea/1", "courier.test"],
  ["http://www.courier.test:8080/sea", "www.courier.test:8080"],
  ["http://127.0.0.2:8080/1", "127.0.0.2:8080"],
])("%s is asked of %s", (url, host) => {
  expect(siteToAsk(listed({ url, outlet: "Courier" }))).toBe(host);
});

test("a line with its text asks no site", () => {
  const article = { url: "https://courier.test/1", headline: "Lamp lit", text: "The lamp is lit again." };
  expect(siteToAsk(listed(article))).toBeNull();
});

test("two spellings of one address are one thing, and two addresses two", () => {
  const at = (url: string) => sameThing(listed({ url, outlet: "Courier" }));
  expect(at("http://www.courier.test/1/")).toBe(at("https://courier.test/1"));
  expect(at("https://courier.test/1")).not.toBe(at("https://courier.test/2"));
});
