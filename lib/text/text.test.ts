import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePointIndex, codePointLength } from "./code-points.ts";
import { isNormalised, normaliseText } from "./normalise.ts";
import { contains, describeSpan, overlaps } from "./span.ts";

const anyText = fc.string({ unit: "binary", maxLength: 200 });

describe("code points", () => {
  it("count a pair as one: 'a😀b' is 3 long and 4 units", () => {
    const index = new CodePointIndex("a😀b");
    expect([index.length, index.text.length, codePointLength("a😀b")]).toEqual([3, 4, 3]);
    expect([0, 1, 2, 3].map((offset) => index.toUtf16(offset))).toEqual([0, 1, 3, 4]);
    expect([0, 1, 2, 3, 4].map((offset) => index.fromUtf16(offset))).toEqual([0, 1, 1, 2, 3]);
    expect(index.slice(1, 2)).toBe("😀");
  });
  it("agree with spreading the text, both ways, at every offset", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = new CodePointIndex(text);
        const characters = [...text];
        expect(index.length).toBe(characters.length);
        for (let i = 0; i <= characters.length; i++) {
          expect(index.toUtf16(i)).toBe(characters.slice(0, i).join("").length);
          expect(index.fromUtf16(index.toUtf16(i))).toBe(i);
          expect(index.slice(0, i)).toBe(characters.slice(0, i).join(""));
        }
      }),
    );
  });
  it.each([-1, 4, 1.5, Number.NaN])("refuse offset %s outside the text", (offset) => {
    expect(() => new CodePointIndex("abc").toUtf16(offset)).toThrow(RangeError);
    expect(() => new CodePointIndex("abc").fromUtf16(offset)).toThrow(RangeError);
  });
});

describe("normalising", () => {
  it("composes, unifies line ends and drops what a database can't hold", () =>
    expect(normaliseText("\uFEFFe\u0301\r\nb\rc\u2028d\u0000\ud800x")).toBe("é\nb\nc\nd\uFFFDx"));
  it("is done once: a second time changes nothing", () => {
    fc.assert(fc.property(anyText, (text) => isNormalised(normaliseText(text))));
  });
});

describe("spans", () => {
  it("carry their words and 32 characters on both sides", () => {
    const text = `${"x".repeat(40)}words😀${"y".repeat(40)}`;
    expect(describeSpan(text, { start: 40, end: 46 })).toEqual({
      start: 40,
      end: 46,
      exact: "words😀",
      prefix: "x".repeat(32),
      suffix: "y".repeat(32),
    });
  });
  it("at the beginning have no prefix: 0 is an offset", () =>
    expect(describeSpan("abc", { start: 0, end: 1 })).toMatchObject({
      exact: "a",
      prefix: "",
      suffix: "bc",
    }));
  it.each([
    [2, 2],
    [3, 1],
    [0, 9],
    [-1, 2],
  ])("[%s, %s) is refused", (start, end) =>
    expect(() => describeSpan("abc", { start, end })).toThrow(RangeError),
  );
  it("that touch do not overlap", () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
    expect(contains({ start: 0, end: 5 }, { start: 0, end: 5 })).toBe(true);
    expect(contains({ start: 1, end: 5 }, { start: 0, end: 5 })).toBe(false);
  });
});
