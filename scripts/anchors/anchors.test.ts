import { expect, it } from "vitest";
import { byQuote } from "./by-quote.ts";
import { EDIT_KINDS } from "./edits.ts";
import { judgeCarriers, ours, total } from "./judge.ts";

// A small run of npm run bench:anchors.
it("200 edits: no anchor stands wrongly by itself, and 99 of 100 that must do", () => {
  const told: string[] = [];
  const tallies = judgeCarriers({ ours }, 200, 7, (_, { kind, expected, text }, at, { state, reason }) =>
    told.push(`${kind}: ${expected[at]?.must}, but ${state} (${reason})\n${text}`),
  ).ours;
  expect([...tallies.keys()]).toHaveLength(EDIT_KINDS.length + 1);
  const all = total(tallies);
  expect(all.edits).toBe(200);
  expect(all.hadToStand).toBeGreaterThan(700);
  expect(all.wrong, told.join("\n\n")).toBe(0);
  expect(all.stood / all.hadToStand, told.join("\n\n")).toBeGreaterThanOrEqual(0.99);
  // Where an editor may be asked as well, more than half is not.
  expect(all.chose / all.mayStand).toBeGreaterThan(0.5);
}, 30_000);

it("the count sees what stands wrongly: anchoring by quote takes changed words for the same", () => {
  expect(total(judgeCarriers({ byQuote }, 23, 7).byQuote).wrong).toBeGreaterThan(0);
}, 30_000);
