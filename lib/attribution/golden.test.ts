import { describe, expect, it } from "vitest";
import { SHOWN_FROM } from "./cut.ts";
import { detect } from "./detect.ts";
import { compare, GOLDEN_DATE, type GoldenCase, goldenCases } from "./testdata/golden.ts";
import { NORLAND } from "./testdata/norland.ts";

/** Cases the engine may fail at: each says why, and more than these are too many. */
const MOST_KNOWN = 8;

const CASES = goldenCases();

const wrongIn = (one: GoldenCase) =>
  compare(one, detect({ text: one.text, date: one.date ?? GOLDEN_DATE }, NORLAND), SHOWN_FROM);

describe.each([...new Set(CASES.map(({ family }) => family))])("golden cases: %s", (family) => {
  const cases = CASES.filter((one) => one.family === family);
  it.each(cases.filter(({ known }) => known === undefined))("$name", (one) => {
    expect(wrongIn(one), one.text).toEqual([]);
  });

  const known = cases.filter((one) => one.known !== undefined);
  it.runIf(known.length > 0).each(known)("not yet: $name ($known)", (one) => {
    expect(wrongIn(one), "mended: take “known” out of the case").not.toEqual([]);
  });
});

it("one case for each phenomenon, and few that are known to fail", () => {
  expect(new Set(CASES.map(({ text }) => text)).size).toBe(CASES.length);
  expect(CASES.length).toBeGreaterThanOrEqual(70);
  expect(CASES.filter(({ known }) => known !== undefined).length).toBeLessThanOrEqual(MOST_KNOWN);
});
