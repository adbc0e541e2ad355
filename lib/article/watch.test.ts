import { expect, it } from "vitest";
import { lookPutOff, nextLook, type Watched } from "./watch.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const wait = (over: Partial<Watched>, plan: (watched: Watched) => number | null = nextLook) => {
  const next = plan({
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
it("waits for as long as its site asks, and for no less than an hour", () => {
  const off = (seconds: number, over: Partial<Watched> = {}) => wait(over, (one) => lookPutOff(one, seconds));
  expect(off(60)).toBe(1);
  expect(off(7_200)).toBe(2);
  expect(off(60, old(1))).toBe(12);
  expect(off(60, old(20))).toBe(24);
  expect(off(60, old(31))).toBeNull();
});
