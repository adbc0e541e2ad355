import { describe, expect, it } from "vitest";
import { holdsOn, overlap } from "./date-range.ts";

const range = { from: "2014-10-01", to: "2024-10-01" };

describe("holdsOn", () => {
  it.each([
    ["2014-09-30", false],
    ["2014-10-01", true],
    ["2024-09-30", true],
    ["2024-10-01", false],
    ["2024-09-30T23:59:59+02:00", true],
    ["2024", true],
    ["2024-10", false],
    ["2014-10", true],
    ["2013", false],
  ])("%s: %s", (on, holds) => {
    expect(holdsOn(range, on)).toBe(holds);
  });

  it("takes only ranges without an end when no date is given", () => {
    expect(holdsOn(range)).toBe(false);
    expect(holdsOn({ from: "2024-10-01", to: null })).toBe(true);
    expect(holdsOn({ from: null, to: null })).toBe(true);
  });

  it("has no limit where a side is open", () => {
    expect(holdsOn({ from: null, to: "2000-01-01" }, "1066")).toBe(true);
    expect(holdsOn({ from: "2000-01-01", to: null }, "2999-01-01")).toBe(true);
  });
});

describe("overlap", () => {
  it("lets one range begin on the day the other ends", () => {
    expect(overlap(range, { from: "2024-10-01", to: null })).toBe(false);
    expect(overlap(range, { from: "2024-09-30", to: null })).toBe(true);
    expect(overlap({ from: null, to: "2014-10-02" }, range)).toBe(true);
    expect(overlap({ from: null, to: null }, range)).toBe(true);
  });
});
