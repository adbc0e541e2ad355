import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsOf } from "#lib/statement/passage.ts";
import { deskArticle, INDEX, spanOf, TEXT } from "./fixture.ts";
import { spansOfSelection, stepSelection, withoutPiece, withPiece } from "./marking.ts";

const { parts } = deskArticle().revision;
const stretch = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const wordsSelected = (selected: { start: number; end: number }, whole = true) =>
  spansOfSelection(INDEX, parts, selected, whole).map(({ start, end }) => INDEX.slice(start, end));

describe("what a selection marks", () => {
  it("is counted in code points behind a character that JavaScript counts twice", () => {
    expect(spansOfSelection(INDEX, parts, stretch("loses money"), true)).toEqual([spanOf("loses money")]);
    expect(spanOf("loses money").start).toBe(TEXT.indexOf("loses money") - 1);
  });

  it("grows to whole words, and stays as drawn when asked", () => {
    expect(wordsSelected(stretch("ight boat lo"))).toEqual(["night boat loses"]);
    expect(wordsSelected(stretch("ight boat lo"), false)).toEqual(["ight boat lo"]);
  });

  it("gives one piece for each paragraph, and leaves white space at the ends out", () => {
    expect(wordsSelected(stretch(" ferry line.\n\nThe harbour "))).toEqual(["ferry line.", "The harbour"]);
    expect(wordsSelected(stretch("\n\n"))).toEqual([]);
  });

  it("never cuts a character in two", () => {
    const ship = TEXT.indexOf("🚢");
    expect(wordsSelected({ start: ship, end: ship + 1 }, false)).toEqual(["🚢"]);
    expect(wordsSelected({ start: ship + 1, end: ship + 2 }, false)).toEqual(["🚢"]);
  });

  it("stays inside the text's parts, whatever is selected", () => {
    const place = fc.nat(TEXT.length);
    fc.assert(
      fc.property(place, place, fc.boolean(), (a, b, whole) => {
        const selected = { start: Math.min(a, b), end: Math.max(a, b) };
        for (const span of spansOfSelection(INDEX, parts, selected, whole)) {
          expect(parts.some((part) => part.start <= span.start && span.end <= part.end)).toBe(true);
          const words = INDEX.slice(span.start, span.end);
          expect(words).toBe(words.trim());
          expect(words).not.toBe("");
          if (!whole) expect(TEXT.slice(Math.max(0, selected.start - 1), selected.end + 1)).toContain(words);
        }
      }),
    );
  });
});

describe("pieces of a statement", () => {
  it("stay in reading order, and grow together where they overlap", () => {
    const late = { start: 20, end: 30 };
    expect(withPiece([late], { start: 0, end: 5 })).toEqual([{ start: 0, end: 5 }, late]);
    expect(withPiece([{ start: 0, end: 5 }, late], { start: 4, end: 21 })).toEqual([{ start: 0, end: 30 }]);
    expect(withoutPiece([{ start: 0, end: 5 }, late], { start: 0, end: 5 })).toEqual([late]);
  });
});

describe("selecting with the keyboard", () => {
  const words = wordsOf(TEXT);
  const shown = (selected: ReturnType<typeof stepSelection>) =>
    selected && TEXT.slice(selected.start, selected.end);

  it("begins where the reader is, goes from word to word, and takes more or fewer", () => {
    const first = stepSelection(words, null, TEXT.indexOf("“The night"), "next");
    expect(shown(first)).toBe("The");
    const next = stepSelection(words, first, 0, "next");
    expect(shown(next)).toBe("night");
    const two = stepSelection(words, next, 0, "extend");
    expect(shown(two)).toBe("night boat");
    expect(shown(stepSelection(words, two, 0, "shrink"))).toBe("night");
    expect(shown(stepSelection(words, next, 0, "shrink"))).toBe("night");
    expect(shown(stepSelection(words, two, 0, "previous"))).toBe("The");
  });

  it("stops at both ends and finds nothing in a text without words", () => {
    const last = stretch("Wire");
    expect(shown(stepSelection(words, last, 0, "next"))).toBe("Wire");
    expect(shown(stepSelection(words, stretch("Ferry"), 0, "previous"))).toBe("Ferry");
    expect(stepSelection([], null, 0, "next")).toBeNull();
  });
});
