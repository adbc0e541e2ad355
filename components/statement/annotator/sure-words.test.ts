import { expect, it } from "vitest";
import { SHOWN_FROM } from "#lib/attribution/cut.ts";
import { leftOutWords, lessCertainWords, sureWords } from "./sure-words.ts";

it.each([
  [0.92, "92 % sure"],
  [0.999, "99 % sure"],
  [1, "99 % sure"],
  [SHOWN_FROM - 0.1, /% sure, less certain$/],
  [0, "1 % sure, less certain"],
])("%d is %s", (confidence, words) => {
  expect(sureWords(confidence)).toEqual(typeof words === "string" ? words : expect.stringMatching(words));
});

it("at the cut itself a suggestion is shown", () => {
  expect(sureWords(SHOWN_FROM)).not.toContain("less certain");
});

it("says how many are left out, and that they are shown", () => {
  expect(lessCertainWords(12, false)).toBe("12 more, less certain");
  expect(lessCertainWords(12, true)).toBe("12 less certain, shown");
});

it("says which of the surest are not accepted together, and why", () => {
  expect(leftOutWords({ noActor: 0, doubted: 0 })).toBeNull();
  expect(leftOutWords({ noActor: 1, doubted: 0 })).toBe("1 more one by one: 1 speaker not on record");
  expect(leftOutWords({ noActor: 4, doubted: 1 })).toBe(
    "5 more one by one: 4 speakers not on record, 1 denied or doubted",
  );
});
