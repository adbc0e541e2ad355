import { expect, it } from "vitest";
import { readDetected } from "./detected.ts";

const OLD = {
  speaker: [{ start: 0, end: 3 }],
  cue: [{ start: 4, end: 8 }],
  content: [{ start: 9, end: 20 }],
  kind: "indirect",
  mode: "said",
  actor: null,
  via: [],
  confidence: 0.7,
  reason: "reporting verb",
};

it("fills in what older engines did not say, and takes nothing away", () => {
  expect(readDetected(OLD)).toEqual({
    ...OLD,
    mention: null,
    negatedCue: false,
    hedgedCue: false,
    dateSaid: null,
  });
});

it("leaves what is there as it is", () => {
  const now = {
    ...OLD,
    mention: "pronoun",
    negatedCue: true,
    hedgedCue: true,
    dateSaid: { date: "2024-06", words: { start: 21, end: 28 } },
  };
  expect(readDetected(now)).toEqual(now);
});
