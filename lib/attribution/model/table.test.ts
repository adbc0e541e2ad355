import { describe, expect, it } from "vitest";
import { addRows, quantised } from "./table.ts";

describe("a table of weights", () => {
  it("keeps the worth of its weights within half a step", () => {
    const weights = Float32Array.from({ length: 700 }, (_, k) => Math.sin(k) * 3);
    const table = quantised(weights, 7);
    for (let k = 0; k < weights.length; k++)
      expect(Math.abs((table.cells[k] as number) * table.scale - (weights[k] as number))).toBeLessThanOrEqual(
        table.scale / 2 + 1e-6,
      );
  });

  it.each([5, 7])("adds the rows of each place, for %i tags", (tags) => {
    const table = quantised(
      Float32Array.from({ length: 4 * tags }, (_, k) => k - 10),
      tags,
    );
    const scores = new Float64Array(2 * tags).fill(1);
    addRows(scores, Int32Array.from([0, 3, 1, 1]), 2, 2, table);
    for (let t = 0; t < tags; t++) {
      expect(scores[t]).toBeCloseTo(1 + (t - 10) + (3 * tags + t - 10), 0);
      expect(scores[tags + t]).toBeCloseTo(1 + 2 * (tags + t - 10), 0);
    }
  });

  it("refuses another number of tags", () => {
    expect(() =>
      addRows(new Float64Array(3), Int32Array.of(0), 1, 1, quantised(new Float32Array(3), 3)),
    ).toThrow(RangeError);
  });
});
