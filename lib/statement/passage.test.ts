import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContentPiece, cueWords, PUBLIC_WORDS, passageText, publicPassage } from "./passage.ts";

const piece = (exact: string, prefix = "", suffix = ""): ContentPiece => ({ exact, prefix, suffix });
const words = (count: number, word = "tide") =>
  Array.from({ length: count }, (_, i) => `${word}${i}`).join(" ");
const spaced = (text: string) => text.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token));
const outletText = (passage: ReturnType<typeof publicPassage>) =>
  passage.parts.flatMap((part) => (part.of === "outlet" ? [part.text] : [])).join(" ");

describe("publicPassage", () => {
  it("shows a quotation in full, however long, without its marks", () => {
    const passage = publicPassage([piece(`“${words(60)}”`)], "direct");
    expect(passage.parts).toEqual([{ of: "speaker", text: words(60) }]);
    expect(passage).toMatchObject({ clipped: false, outletWords: 0 });
  });

  it("copes with marks the wrong way round and with a mark that isn't closed", () => {
    expect(publicPassage([piece("”The ferry is late,”")], "direct").parts).toEqual([
      { of: "speaker", text: "The ferry is late," },
    ]);
    expect(publicPassage([piece(`“${words(40)}`)], "direct").parts).toEqual([
      { of: "speaker", text: words(40) },
    ]);
  });

  it("keeps 25 of the outlet's words and says that more stand there", () => {
    const passage = publicPassage([piece(words(26))], "indirect");
    expect(passage.parts).toEqual([{ of: "outlet", text: words(25) }, { of: "gap" }]);
    expect(passage).toMatchObject({ clipped: true, outletWords: 25 });
    expect(publicPassage([piece(words(25))], "indirect").clipped).toBe(false);
  });

  it("clips between two quotations and shows both whole", () => {
    const passage = publicPassage(
      [piece(`“${words(30, "a")}” and ${words(40)} while “${words(30, "b")}”`)],
      "mixed",
    );
    expect(passage.parts).toEqual([
      { of: "speaker", text: words(30, "a") },
      { of: "outlet", text: ` and ${words(24)}` },
      { of: "gap" },
      { of: "speaker", text: words(30, "b") },
    ]);
  });

  it("gives all pieces one measure and marks what stands between them", () => {
    const passage = publicPassage([piece(words(20)), piece(words(20, "b"))], "indirect");
    expect(passage.parts).toEqual([
      { of: "outlet", text: words(20) },
      { of: "gap" },
      { of: "outlet", text: words(5, "b") },
      { of: "gap" },
    ]);
  });

  it("knows a piece chosen inside its marks", () => {
    const parts = publicPassage([piece("a quiet harbour", "he called it “", ",” she said")], "mixed").parts;
    expect(parts).toEqual([{ of: "speaker", text: "a quiet harbour" }]);
  });

  it("doesn't take a lone mark or an apostrophe for a quotation of the rest", () => {
    const passage = publicPassage([piece(`the port's “calm ${words(40)}`)], "mixed");
    expect(passage.outletWords).toBe(25);
    expect(publicPassage([piece(`it 'is ${words(40)}' so`)], "indirect").outletWords).toBe(25);
  });

  it("counts words where no spaces are", () => {
    const passage = publicPassage([piece("港口当局表示渡轮将于明天早上恢复运营".repeat(6))], "indirect");
    expect(passage.clipped).toBe(true);
  });

  it("reads as plain text", () => {
    const passage = publicPassage([piece("The ferry"), piece("will ‘never’ stop")], "mixed");
    expect(passageText(passage)).toBe("The ferry … will “never” stop");
  });
});

it("gives a cue its words only", () => {
  expect(cueWords("“strongly denounced”")).toBe("strongly denounced");
  expect(cueWords("–")).toBeNull();
  expect(cueWords(null)).toBeNull();
  expect(cueWords(words(30))).toBe(words(8));
});

describe("publicPassage, of any words", () => {
  const bit = fc.oneof(
    fc.lorem({ maxCount: 12 }),
    fc.lorem({ maxCount: 40 }).map((text) => `“${text}”`),
    fc.constantFrom("’", "“", "‘", "a 😀 b", "\n\n", "—", "don’t", '"'),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  );
  const anyPiece = fc
    .tuple(
      fc.array(bit, { minLength: 1, maxLength: 8 }),
      fc.string({ maxLength: 8 }),
      fc.string({ maxLength: 8 }),
    )
    .map(([bits, prefix, suffix]) => piece(bits.join(" "), prefix, suffix));
  const pieces = fc.array(anyPiece, { minLength: 1, maxLength: 3 });
  const kind = fc.constantFrom("direct" as const, "mixed" as const, "indirect" as const);

  it("never shows more than the measure of the outlet's words", () => {
    fc.assert(
      fc.property(pieces, kind, (given, of) => {
        expect(spaced(outletText(publicPassage(given, of))).length).toBeLessThanOrEqual(PUBLIC_WORDS);
      }),
    );
  });

  it("shows only words of the statement, in their order, and each run as it stands there", () => {
    fc.assert(
      fc.property(pieces, kind, (given, of) => {
        const passage = publicPassage(given, of);
        const whole = given.map((one) => one.exact).join("");
        let at = 0;
        for (const part of passage.parts) {
          if (part.of === "gap") continue;
          const found = whole.indexOf(part.text, at);
          expect(found).toBeGreaterThanOrEqual(at);
          at = found + part.text.length;
        }
        for (const run of passage.runs) expect(given.some((one) => one.exact.includes(run.exact))).toBe(true);
      }),
    );
  });

  it("leaves nothing out unless it says so", () => {
    fc.assert(
      fc.property(pieces, kind, (given, of) => {
        const passage = publicPassage(given, of);
        const shown = passage.parts.map((part) => (part.of === "gap" ? "" : part.text)).join(" ");
        const marks = /["“”„‟«»″'‘’‚‛‹›]/gu;
        const all = spaced(
          given
            .map((one) => one.exact)
            .join(" ")
            .replace(marks, " "),
        );
        if (!passage.clipped) expect(spaced(shown.replace(marks, " "))).toEqual(all);
      }),
    );
  });
});
