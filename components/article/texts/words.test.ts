import { expect, it } from "vitest";
import { amountWords, changeWords, lookWords, seenWords, unprovedWords } from "./words.ts";

it("says a change by what is dropped, added or put in its place", () => {
  const words = (before: string, after: string) => changeWords({ kind: "words", before, after });
  expect(words("not", "")).toBe("drops “not”");
  expect(words("", "not")).toBe("adds “not”");
  expect(words("3,000", "30,000")).toBe("3,000 → 30,000");
  expect(words("“No boat,” he said.", "")).toBe("drops “No boat,” he said.");
  expect(words("", "boat ".repeat(40))).toMatch(/^adds “boat .{60,80}…”$/u);
});

it("says when a change was seen as an interval, with each day and year once where it can", () => {
  const seen = (seenBefore: string, seenAfter: string) => seenWords({ seenBefore, seenAfter });
  expect(seen("2024-07-01T10:02:40Z", "2024-07-03T09:15:00Z")).toBe(
    "seen between 1 July 10:02 and 3 July 2024 09:15 UTC",
  );
  expect(seen("2024-07-01T08:00:00Z", "2024-07-01T10:00:00Z")).toBe(
    "seen between 08:00 and 10:00 UTC on 1 July 2024",
  );
  expect(seen("2023-12-31T23:59:00Z", "2024-01-01T00:01:00Z")).toBe(
    "seen between 31 December 2023 23:59 and 1 January 2024 00:01 UTC",
  );
});

it("says whose passing on is no longer proved, and nothing where all of it is", () => {
  expect(unprovedWords(["Harbour Wire", "Coast Radio"])).toContain(
    "came via Harbour Wire, Coast Radio: correct",
  );
  expect(unprovedWords([])).toBeNull();
});

it("counts what is another text", () => {
  const amount = { kept: 40, leftOut: 0, added: 0, movedParagraphs: 0, changes: [] };
  expect(amountWords({ ...amount, leftOut: 1, added: 3 })).toBe("1 word left out, 3 added");
  expect(amountWords({ ...amount, added: 2, movedParagraphs: 1 })).toBe("2 words added, 1 paragraph moved");
  expect(amountWords(amount)).toBe("the same words, with other marks or space");
});

it("says what waits: statements before changes", () => {
  expect(lookWords({ waiting: 2, openChanges: 1 })).toBe(
    "The text was changed: 2 statements wait for your look",
  );
  expect(lookWords({ waiting: 0, openChanges: 1 })).toBe(
    "The outlet may have changed the text: 1 change waits for your look",
  );
});
