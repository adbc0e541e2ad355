import { describe, expect, it } from "vitest";
import { bandWords, calibrationOf, precisionBy, precisionOf, shareFigure, type Tally } from "./precision.ts";

const tally = (outcome: Tally["outcome"], count: number, over: Partial<Tally> = {}): Tally => ({
  kind: "direct",
  outlet: "Harbour Wire",
  engine: "test-1",
  band: 9,
  outcome,
  count,
  confidence: count * 0.95,
  ...over,
});
const missed = (count: number) => tally("missed", count, { band: null, confidence: 0 });

describe("precision", () => {
  it("counts what was accepted, corrected, rejected, is open and was missed, each once", () => {
    const line = precisionOf([
      tally("asProposed", 40),
      tally("otherActor", 3),
      tally("otherWords", 4),
      tally("otherBoth", 1),
      tally("rejected", 2),
      tally("open", 9),
      tally("unasked", 12),
      missed(6),
    ]);
    expect(line.decided).toBe(50);
    // Other words with the right speaker are found; another speaker is not.
    expect(line.right).toEqual({ part: 44, of: 50 });
    expect(line.asProposed).toEqual({ part: 40, of: 50 });
    expect(line.found).toEqual({ part: 48, of: 54 });
    expect(line.counts).toMatchObject({ open: 9, unasked: 12, missed: 6 });
  });

  it("adds the same outcome up over everything else", () => {
    const line = precisionOf([tally("asProposed", 1), tally("asProposed", 2, { kind: "mixed", band: 3 })]);
    expect(line.counts.asProposed).toBe(3);
  });

  it("is of nothing where nothing is decided", () => {
    expect(precisionOf([tally("open", 3)])).toMatchObject({ decided: 0, right: { part: 0, of: 0 } });
    expect(precisionBy([], ({ outlet }) => outlet)).toEqual([]);
  });

  it("stands by name, the most decided first, then by name", () => {
    const lines = precisionBy(
      [
        tally("rejected", 1, { outlet: "B" }),
        tally("asProposed", 1, { outlet: "A" }),
        tally("asProposed", 2, { outlet: "C" }),
        tally("rejected", 1, { outlet: "C" }),
        tally("open", 50, { outlet: "D" }),
      ],
      ({ outlet }) => outlet,
    );
    expect(lines.map(({ name, right }) => `${name} ${right.part}/${right.of}`)).toEqual([
      "C 2/3",
      "A 1/1",
      "B 0/1",
      "D 0/0",
    ]);
  });
});

describe("calibration", () => {
  it("puts what the engine said beside what was right, the surest first, without what is undecided or missed", () => {
    const bands = calibrationOf([
      tally("asProposed", 8, { band: 4, confidence: 3.6 }),
      tally("rejected", 8, { band: 4, confidence: 3.4 }),
      tally("open", 4, { band: 4, confidence: 100 }),
      tally("unasked", 4, { band: 4, confidence: 100 }),
      tally("otherWords", 1, { band: 9, confidence: 0.99 }),
      missed(7),
    ]);
    expect(bands.map(({ name, said, right }) => [name, said, right])).toEqual([
      ["90 to 100 %", 0.99, { part: 1, of: 1 }],
      ["40 to 50 %", 0.4375, { part: 8, of: 16 }],
    ]);
    expect(bands[1]?.counts).toMatchObject({ open: 4, unasked: 4, missed: 0 });
  });

  it("says nothing of a band where nothing is decided; a band of 0 is one", () => {
    expect(calibrationOf([tally("unasked", 1, { band: 0, confidence: 0.05 })])).toMatchObject([
      { band: 0, said: null, name: bandWords(0) },
    ]);
  });
});

it.each([
  [{ part: 0, of: 0 }, null],
  [{ part: 0, of: 3 }, "0 %"],
  [{ part: 1, of: 3 }, "33 %"],
  [{ part: 999, of: 1000 }, "99 %"],
  [{ part: 1, of: 1000 }, "1 %"],
  [{ part: 3, of: 3 }, "100 %"],
])("%j is %s", (share, figure) => {
  expect(shareFigure(share)).toBe(figure);
});
