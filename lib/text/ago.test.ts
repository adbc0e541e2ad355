import { expect, it } from "vitest";
import { agoWords } from "./ago.ts";

const NOW = new Date("2026-03-02T12:00:00Z");

it.each([
  ["2026-03-02T11:59:30Z", "just now"],
  ["2026-03-02T12:00:05Z", "just now"],
  ["2026-03-02T11:59:00Z", "1 minute ago"],
  ["2026-03-02T11:01:00Z", "59 minutes ago"],
  ["2026-03-02T10:30:00Z", "1 hour ago"],
  ["2026-03-01T13:00:00Z", "23 hours ago"],
  ["2026-03-01T11:00:00Z", "yesterday"],
  ["2026-02-27T12:00:00Z", "3 days ago"],
  ["2026-02-01T12:00:00Z", "4 weeks ago"],
  ["2025-12-01T12:00:00Z", "2 months ago"],
  ["2020-02-01T12:00:00Z", "6 years ago"],
])("%s is %s", (moment, words) => {
  expect(agoWords(new Date(moment), NOW)).toBe(words);
});
