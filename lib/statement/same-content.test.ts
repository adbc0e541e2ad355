import { expect, it } from "vitest";
import { isSameContent } from "./same-content.ts";

const span = (start: number, end: number) => ({ start, end });

it.each([
  ["the very same words", [span(0, 40)], [span(0, 40)], true],
  ["a border that moved", [span(0, 40)], [span(5, 42)], true],
  ["the same words in other pieces", [span(0, 20), span(25, 45)], [span(0, 45)], true],
  ["half of all there is", [span(0, 10)], [span(0, 20)], true],
  ["a passage inside a much longer one", [span(0, 10)], [span(0, 60)], false],
  ["neighbours", [span(0, 10)], [span(10, 20)], false],
  ["an offset of 0 and nothing else in common", [span(0, 1)], [span(0, 30)], false],
  ["nothing at all", [], [], false],
])("%s: %#", (_, a, b, same) => {
  expect(isSameContent(a, b)).toBe(same);
  expect(isSameContent(b, a)).toBe(same);
});
