import { expect, it } from "vitest";
import { nextTryWords, stretchWords } from "./words.ts";

const NOON = "2026-03-01T12:00:00.000Z";

it.each([
  ["2026-03-01T12:00:00.200Z", "0 s"],
  ["2026-03-01T12:00:03.000Z", "3 s"],
  ["2026-03-01T12:12:59.000Z", "12 min"],
  ["2026-03-01T17:30:00.000Z", "5 h"],
  ["2026-03-02T12:00:00.000Z", "1 day"],
  ["2026-03-04T11:00:00.000Z", "2 days"],
  ["2026-03-01T11:00:00.000Z", "0 s"],
])("from noon to %s: %s", (to, words) => {
  expect(stretchWords(NOON, to)).toBe(words);
});

it("the next try is ahead or has come", () => {
  expect(nextTryWords(NOON, "2026-03-01T12:00:40.000Z")).toBe("in 40 s");
  expect(nextTryWords(NOON, NOON)).toBe("at once");
});
