import { expect, it } from "vitest";
import { byQuote } from "./by-quote.ts";
import { EDIT_KINDS } from "./edits.ts";
import { judgeCarriers, ours, total } from "./judge.ts";

// A small run of npm run bench:anchors.
it("200 edits: no anchor stands wrongly by itself, and nine of ten that could do", () => {
  const tallies = judgeCarriers({ ours }, 200, 7).ours;
  expect([...tallies.keys()].length).toBeGreaterThan(EDIT_KINDS.length - 3);
  const all = total(tallies);
  expect(all.edits).toBe(200);
  expect(all.wrong).toBe(0);
  // Where who is meant leans on sentences that were touched, an editor is asked: that costs some that could stand.
  expect(all.stood / all.hadToStand).toBeGreaterThanOrEqual(0.9);
}, 30_000);

it("the count sees what stands wrongly: anchoring by quote takes changed words for the same", () => {
  expect(total(judgeCarriers({ byQuote }, 4, 7).byQuote).wrong).toBeGreaterThan(0);
}, 30_000);
