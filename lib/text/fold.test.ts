import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldedWords, foldMarks } from "./fold.ts";

describe("the same words", () => {
  it.each([
    ["kinds of quotation marks", "“It’s shut,” he said.", '"It\'s shut," he said.'],
    ["double and single ones", "“It is shut”", "‘It is shut’"],
    ["space inside French marks", "«\u00a0le port\u00a0»", "«le port»"],
    ["dashes", "the port – old as it is – holds", "the port—old as it is—holds"],
    ["a range", "10–20 ships", "10-20 ships"],
    ["two hyphens for a dash", "the port -- old", "the port — old"],
    ["kinds of space", "3\u00a0km\u202fwide,  the  port", "3 km wide, the port"],
    ["a soft hyphen", "the har\u00adbour", "the harbour"],
    ["an ellipsis", "and then…", "and then..."],
    ["full width", "ＮＰＡ\u3000１２", "NPA 12"],
    ["a ligature", "the ﬁrm", "the firm"],
  ])("%s", (_, a, b) => expect(foldedWords(a)).toBe(foldedWords(b)));
});

describe("other words", () => {
  it.each([
    ["a space that makes two words of one", "notable", "not able"],
    ["feet and inches", "6' long", '6" long'],
    ["a square", "10² metres", "102 metres"],
    ["a fraction", "2½ miles", "21⁄2 miles"],
    ["a quotation mark taken away", "“shut”", "shut"],
    ["a minus and nothing", "-5 degrees", "5 degrees"],
    ["a joiner that makes another word", "می\u200cخواهم", "میخواهم"],
    ["a capital", "the Guild", "the guild"],
    ["an accent", "résumé", "resume"],
  ])("%s", (_, a, b) => expect(foldedWords(a)).not.toBe(foldedWords(b)));
});

it("tells for every folded unit where it came from", () => {
  const { at, text } = foldMarks("a\u00ad — “b”…");
  expect(text).toBe("a - 'b'...");
  expect(at).toHaveLength(text.length + 1);
  expect(at.at(-1)).toBe(9);
  expect("a\u00ad — “b”…"[at[text.indexOf("b")] ?? 0]).toBe("b");
});

it("folds the same by the short way and by the long one, and its offsets rise", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab 6.,'\"“”’—–-…\u00a0\u00ad😀é\n") }), (text) => {
      const folded = foldMarks(text);
      expect(foldedWords(text)).toBe(folded.text);
      expect(folded.at).toEqual(folded.at.toSorted((a, b) => a - b));
      expect(folded.at).toHaveLength(folded.text.length + 1);
    }),
  ));
