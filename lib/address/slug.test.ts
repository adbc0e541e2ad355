import { expect, it } from "vitest";
import { slugOf } from "./slug.ts";

it("folds letters with marks, drops apostrophes and joins words by single hyphens", () => {
  expect(slugOf("Île d’Or -- the  Ferry’s log", "claim")).toBe("ile-dor-the-ferrys-log");
});

it("stands in another word where no letter is left", () => {
  expect(slugOf("平壌", "actor")).toBe("actor");
});

it("cuts a long one at a word and leaves no little word hanging", () => {
  const long = "The ferry line of the outer islands and the harbour authority of the port have become an";
  expect(slugOf(`${long} enterprise`, "claim")).toBe(
    "the-ferry-line-of-the-outer-islands-and-the-harbour-authority-of-the-port",
  );
});

it("keeps a short one whole, whatever it ends with", () => {
  expect(slugOf("What the ferry is for", "claim")).toBe("what-the-ferry-is-for");
});

it("cuts one word that is longer than an address", () => {
  expect(slugOf("a".repeat(200), "claim").length).toBeLessThanOrEqual(80);
});
