import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicPassage, wordsOf } from "./passage.ts";
import { sourceLink, textFragment } from "./text-fragment.ts";

const fragment = (
  exact: string,
  kind: "direct" | "mixed" | "indirect" = "indirect",
  prefix = "",
  suffix = "",
) => textFragment(publicPassage([{ exact, prefix, suffix }], kind));

describe("textFragment", () => {
  it("names a short passage whole, without its marks", () => {
    expect(fragment("“The ferry will not sail today,”", "direct")).toBe(
      "#:~:text=The%20ferry%20will%20not%20sail%20today",
    );
  });

  it("names a long passage by its two ends", () => {
    expect(fragment("the ferry will not sail today because of the storm at sea")).toBe(
      "#:~:text=the%20ferry%20will%20not,the%20storm%20at%20sea",
    );
  });

  it("encodes what the syntax would read as its own", () => {
    expect(fragment("US-led, well & good - today")).toBe(
      "#:~:text=US%2Dled%2C%20well%20%26%20good%20%2D%20today",
    );
  });

  it("tells two or three words apart by the whole words around them", () => {
    expect(
      fragment("“red line”", "direct", "ld have crossed what he called a ", " in the harbour, the o"),
    ).toBe("#:~:text=he%20called%20a%20%E2%80%9C-,red%20line,-%E2%80%9D%20in%20the%20harbour");
  });

  it("keeps context words inside the paragraph and the public measure", () => {
    expect(fragment("red line", "indirect", "ed calmly a ", "")).toBe("#:~:text=calmly%20a-,red%20line");
    expect(fragment("red line", "indirect", "the end.\n\nA ", "\n\nNext")).toBe("#:~:text=A-,red%20line");
    const full = publicPassage(
      [
        { exact: "red line", prefix: "he called it a ", suffix: " that day again" },
        { exact: Array.from({ length: 23 }, (_, i) => `w${i}`).join(" "), prefix: "", suffix: "" },
      ],
      "indirect",
    );
    expect(textFragment(full)).toBe("#:~:text=red%20line&text=w0%20w1%20w2%20w3,w19%20w20%20w21%20w22");
  });

  it("takes each end from one paragraph", () => {
    expect(fragment("“First.\n\nSecond part of it”", "direct")).toBe(
      "#:~:text=First.,Second%20part%20of%20it",
    );
  });

  it("never names words that the passage leaves out", () => {
    const exact = Array.from({ length: 40 }, (_, i) => `w${i}`).join(" ");
    expect(fragment(exact)).toBe("#:~:text=w0%20w1%20w2%20w3,w21%20w22%20w23%20w24");
  });

  it("is empty without words, and then the address stays as it is", () => {
    const none = publicPassage([{ exact: "–", prefix: "", suffix: "" }], "indirect");
    expect(sourceLink("https://news.example/a", none)).toBe("https://news.example/a");
  });

  it("follows a fragment the address has already", () => {
    const passage = publicPassage([{ exact: "one two three four", prefix: "", suffix: "" }], "indirect");
    expect(sourceLink("https://news.example/a#b", passage)).toBe(
      "https://news.example/a#b:~:text=one%20two%20three%20four",
    );
  });

  it("decodes to words of the statement, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (exact) => {
        const text = fragment(exact, "direct");
        expect(text).toMatch(/^(#:~:text=[^,&#\s]+(,[^,&#\s]+)?)?$/u);
        const terms = text.slice("#:~:text=".length).split(",").filter(Boolean).map(decodeURIComponent);
        for (const term of terms) expect(exact.toWellFormed()).toContain(term);
        if (wordsOf(exact).length > 0 && !/["“”„‟«»″'‘’‚‛‹›]/u.test(exact))
          expect(terms.length).toBeGreaterThan(0);
      }),
    );
  });
});
