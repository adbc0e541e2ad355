import { describe, expect, it } from "vitest";
import { matchPassages } from "./match.ts";

const TEXT = "one two three four 🌊 five six";
const span = (start: number, end: number) => [{ start, end }];

describe("matchPassages", () => {
  it("takes half of the words for the same passage, and not less", () => {
    expect(matchPassages(TEXT, [span(0, 13)], [span(4, 18)])).toEqual([0]);
    expect(matchPassages(TEXT, [span(0, 13)], [span(4, 25)])).toEqual([undefined]);
  });

  it("gives a suggestion to the likelier of two passages, once", () => {
    expect(matchPassages(TEXT, [span(0, 13), span(0, 18)], [span(0, 18)])).toEqual([undefined, 0]);
  });

  it("counts code points", () => {
    expect(matchPassages(TEXT, [span(21, 25)], [span(26, 29), span(21, 25)])).toEqual([1]);
  });

  it("has no suggestion for passages without words", () => {
    expect(matchPassages(TEXT, [span(19, 20)], [span(19, 20)])).toEqual([undefined]);
  });
});
