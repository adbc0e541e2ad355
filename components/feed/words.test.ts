import { describe, expect, it } from "vitest";
import { untilWords } from "./words.ts";

const NOW = new Date("2024-06-30T12:00:00Z");
const until = (seconds: number) => untilWords(new Date(NOW.getTime() + seconds * 1_000), NOW);

describe("untilWords", () => {
  it.each([
    [-500, "now"],
    [30, "now"],
    [60, "in 1 minute"],
    [330, "in 6 minutes"],
    [3_590, "in 1 hour"],
    [7_200, "in 2 hours"],
    [86_000, "in 1 day"],
    [200_000, "in 2 days"],
  ])("%i seconds are %s", (seconds, words) => {
    expect(until(seconds)).toBe(words);
  });
});
