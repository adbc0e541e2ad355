import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quotationsIn } from "./quotation-marks.ts";

const found = (text: string) =>
  quotationsIn(text).map((quotation) => text.slice(quotation.start, quotation.end));

describe("quotationsIn", () => {
  it.each([
    ["curly marks", "He said “one two” there.", ["“one two”"]],
    ["straight marks", 'He said "one two" there.', ['"one two"']],
    ["a mark the wrong way round in front", "”One two,” he said.", ["”One two,”"]],
    ["both marks the wrong way round", "He said ”one two“ there.", ["”one two“"]],
    ["angled marks", "Er sagte «eins zwei» dort.", ["«eins zwei»"]],
    ["low marks", "Er sagte „eins zwei“ dort.", ["„eins zwei“"]],
    ["single marks", "He said ‘one two’ there.", ["‘one two’"]],
    ["typewriter single marks", "He said 'one two' there.", ["'one two'"]],
    ["two single marks", "He said ''one two'' there.", ["''one two''"]],
    ["single marks around an apostrophe", "‘Don’t go,’ he said.", ["‘Don’t go,’"]],
    ["single marks around a possessive", "‘The workers’ boat left,’ he said.", ["‘The workers’ boat left,’"]],
    ["single marks inside double ones", "“They said ‘go’ twice,” he said.", ["“They said ‘go’ twice,”"]],
    ["double marks inside single ones", "‘They said “go” twice,’ he said.", ["‘They said “go” twice,’"]],
    ["a missing closing mark", "He said “one two.", ["“one two."]],
    [
      "a missing closing mark before another quotation",
      "“One two. “Three,” he said.",
      ["“One two.", "“Three,”"],
    ],
    ["a mark after a dash", "He left—“one two”—and came.", ["“one two”"]],
    ["apostrophes only", "The boats’ crews don’t sing ’90s songs.", []],
    ["inches", 'A 5" board.', []],
    ["a stray closing mark", "One two” he said.", []],
  ])("%s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("tells whether the closing mark is there", () => {
    expect(quotationsIn("“One” and “two").map((quotation) => quotation.closed)).toEqual([true, false]);
  });

  it("gives ordered stretches inside the paragraph that don’t overlap", () => {
    const bits = fc.array(fc.constantFrom(..."“”\"'’‘«» a.,é😀"), { maxLength: 60 });
    fc.assert(
      fc.property(bits, fc.nat(5), (characters, lead) => {
        const text = characters.join("");
        const from = Math.min(lead, text.length);
        let end = from;
        for (const quotation of quotationsIn(text, from)) {
          expect(quotation.start).toBeGreaterThanOrEqual(end);
          expect(quotation.end).toBeGreaterThan(quotation.start + 1);
          end = quotation.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
