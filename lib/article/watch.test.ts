import { expect, it } from "vitest";
import { nextLook, type Watched } from "./watch.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const wait = (over: Partial<Watched>) => {
  const next = nextLook({
    now: 100 * DAY,
    broughtInAt: 100 * DAY,
    changed: false,
    failures: 0,
    hasStatements: false,
    ...over,
  });
  return next === null ? null : (next - 100 * DAY) / HOUR;
};
const old = (days: number) => ({ broughtInAt: (100 - days) * DAY });

it("follows the article's age: hours on the first day, weeks later", () => {
  expect(wait({})).toBe(1);
  expect(wait(old(1))).toBe(12);
  expect(wait(old(10))).toBe(5 * 24);
  expect(wait({ ...old(99), hasStatements: true })).toBe(30 * 24);
});
it("comes sooner after a change and later after failures, and ends", () => {
  expect(wait({ ...old(1), changed: true })).toBe(6);
  expect(wait({ ...old(1), failures: 2 })).toBe(48);
  expect(wait({ ...old(1), failures: 8 })).toBeNull();
  expect(wait(old(31))).toBeNull();
  expect(wait({ ...old(31), hasStatements: true })).not.toBeNull();
});
