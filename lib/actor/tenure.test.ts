import { expect, it } from "vitest";
import { dayRange, tenureClash } from "./tenure.ts";

const range = (from: string, to: string | null = null) => ({ from, to });

it("two may touch: the day one ends is the day the next begins", () => {
  expect(tenureClash([range("2014-10-01", "2024-10-01"), range("2024-10-01")])).toBeNull();
});
it("two may not share a day, in whatever order they stand", () => {
  expect(tenureClash([range("2024-09-30"), range("2014-10-01", "2024-10-01")])).toEqual([0, 1]);
});
it("of two without an end the earlier one runs into the later", () => {
  expect(tenureClash([range("1990-01-01", "1991-01-01"), range("2001-01-01"), range("2002-01-01")])).toEqual([
    1, 2,
  ]);
});
it("one alone and none at all stand apart", () => {
  expect(tenureClash([range("2001-01-01")])).toBeNull();
  expect(tenureClash([])).toBeNull();
});
it("is said as it is typed", () => {
  expect(dayRange(range("2014-10-01", "2024-10-01"))).toBe("2014-10-01 to 2024-10-01");
  expect(dayRange(range("2024-10-01"))).toBe("since 2024-10-01");
  expect(dayRange({ from: null, to: "2024-10-01" })).toBe("until 2024-10-01");
  expect(dayRange({ from: null, to: null })).toBe("always");
});
