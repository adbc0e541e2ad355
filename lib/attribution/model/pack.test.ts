import { describe, expect, it } from "vitest";
import { hashOf } from "./mix.ts";
import { type Numbers, packed, unpacked, weightsOf } from "./pack.ts";
import { quantised } from "./table.ts";

const [said, harbour] = [hashOf("said"), hashOf("harbour")];
const words = Int32Array.of(said, harbour).sort();
const NUMBERS: Numbers = {
  one: quantised(
    Float32Array.from({ length: 14 }, (_, k) => k),
    7,
  ),
  oneSteps: Float32Array.of(1, 2, 3),
  shared: quantised(
    Float32Array.from({ length: 10 }, (_, k) => -k),
    5,
  ),
  own: quantised(Float32Array.of(5, 4, 3, 2, 1), 5),
  twoSteps: Float32Array.of(0.5),
  choice: quantised(Float32Array.of(0.25, -0.25), 1),
  words: {
    words,
    guesses: Uint8Array.from([...words].flatMap((word) => (word === said ? [250, 3] : [0, 60]))),
    stems: Int32Array.of(hashOf("say")),
    counts: Uint16Array.of(100, 90),
  },
};

describe("the file of weights", () => {
  it("gives back what went in", () => {
    expect(unpacked(JSON.parse(JSON.stringify(packed(NUMBERS, { trained: "2026-01-01" }))))).toEqual(NUMBERS);
  });

  it("says so when it is cut short", () => {
    const { data } = packed(NUMBERS, {});
    expect(() => unpacked({ about: {}, data: data.slice(0, -40) })).toThrow();
  });

  it("finds words by what was counted and what was guessed", () => {
    const tables = weightsOf(packed(NUMBERS, {})).words;
    expect(tables.cueRate(said, hashOf("say"))).toBe(9);
    expect(tables.cueRate(harbour, hashOf("harbour"))).toBe(1);
    expect(tables.cueRate(hashOf("unheard"), hashOf("unheard"))).toBe(0);
    expect(tables.likes.get(harbour)).toEqual([1, 7]);
    expect(tables.likes.get(hashOf("unheard"))).toBeUndefined();
  });
});
