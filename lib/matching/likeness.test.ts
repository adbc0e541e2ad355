import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness } from "./likeness.ts";

describe("likeness", () => {
  it("is 1 for the same words, whatever the marks and case", () =>
    expect(
      likeness("“The dredger will never return to the bay,”", "the dredger will never return to the bay")
        .score,
    ).toBe(1));
  it("is 0 where no content word is shared", () =>
    expect(likeness("the carrots of the market", "a dredger in the bay").score).toBe(0));
  it("finds the shortened wording in the longer one and names the run they share", () => {
    const like = likeness(
      "dredging has damaged the oyster beds",
      "The company’s dredging has damaged the oyster beds of the bay beyond repair",
    );
    expect(like.score).toBeGreaterThan(0.7);
    expect(like.run).toBe("dredging has damaged the oyster beds");
  });
  it("does not take one shared word of a fragment for a likeness", () =>
    expect(
      likeness("the harbour", "The harbour council met to talk about the price of carrots").score,
    ).toBeLessThan(0.35));
  it("ranks the reworded utterance above another on the same subject", () => {
    const said = "The line loses money on every night crossing";
    const reworded = likeness(said, "money is lost on every night crossing, the line says").score;
    const other = likeness(said, "The line will paint its boats green at night").score;
    expect(reworded).toBeGreaterThan(other + 0.2);
  });
  it("copes with empty texts and other scripts", () => {
    expect(likeness("", "words").score).toBe(0);
    expect(likeness("외무성은 성명을 발표했다", "외무성은 성명을 발표했다").score).toBeGreaterThan(0.9);
  });
  it("stays within 0 and 1 and does not mind the order of its two texts much", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (a, b) => {
        const { score } = likeness(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(likeness(b, a).score).toBeCloseTo(score, 10);
      }),
    );
  });
});
