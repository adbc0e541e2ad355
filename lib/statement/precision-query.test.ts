import { expect, it } from "vitest";
import { readPrecisionQuery } from "./precision-query.ts";

it("counts everything of one's own where nothing is asked", () => {
  expect(readPrecisionQuery({})).toEqual({ query: { from: "", to: "", sample: false }, problems: {} });
  expect(readPrecisionQuery({ from: "", to: "" }).problems).toEqual({});
});

it("reads days and the sample newsroom", () => {
  expect(readPrecisionQuery({ from: "2024-06-01", to: ["2024-06-30", "x"], sample: "1" })).toEqual({
    query: { from: "2024-06-01", to: "2024-06-30", sample: true },
    problems: {},
  });
});

it.each(["yesterday", "2024-06", "2024-02-30", "0000-01-01", "2024-06-30T10:41", "'; --"])(
  "%j is no day: it is named and left out",
  (from) => {
    const { query, problems } = readPrecisionQuery({ from });
    expect(query.from).toBe("");
    expect(problems.from).toContain("such as 2024-06-30");
  },
);

it("says so where the days are the wrong way round", () => {
  expect(readPrecisionQuery({ from: "2024-06-30", to: "2024-06-01" }).problems).toEqual({
    to: "This day is before the first one.",
  });
});
