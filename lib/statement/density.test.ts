import { expect, it } from "vitest";
import { everyMonth } from "./density.ts";

it("fills the months between, over the turn of a year", () => {
  expect(
    everyMonth([
      { month: "2023-11", count: 2 },
      { month: "2024-02", count: 1 },
    ]),
  ).toEqual([
    { month: "2023-11", count: 2 },
    { month: "2023-12", count: 0 },
    { month: "2024-01", count: 0 },
    { month: "2024-02", count: 1 },
  ]);
});

it("has nothing to fill without statements, and one month alone", () => {
  expect(everyMonth([])).toEqual([]);
  expect(everyMonth([{ month: "2024-12", count: 3 }])).toHaveLength(1);
});

it("doesn't grow without end for a date far off", () => {
  const months = everyMonth([
    { month: "0001-01", count: 1 },
    { month: "2024-02", count: 1 },
  ]);
  expect(months.length).toBeLessThanOrEqual(720);
});
