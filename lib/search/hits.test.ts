import fc from "fast-check";
import { expect, it } from "vitest";
import { markHits } from "./hits.ts";

it("marks whole words in any case", () => {
  expect(markHits("The ferry, Ferry and ferryman", ["ferry"])).toEqual([
    { at: 0, text: "The ", hit: false },
    { at: 4, text: "ferry", hit: true },
    { at: 9, text: ", ", hit: false },
    { at: 11, text: "Ferry", hit: true },
    { at: 16, text: " and ferryman", hit: false },
  ]);
});

it("marks each part of a hyphenated hit", () => {
  expect(markHits("a red-line", ["red-line"]).filter((part) => part.hit)).toHaveLength(2);
});

it("keeps the text, whatever it and the hits are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string()), (text, hits) => {
      expect(
        markHits(text, hits)
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
    }),
  );
});
