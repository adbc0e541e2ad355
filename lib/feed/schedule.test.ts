import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_SECONDS, nextPoll, type PollOutcome, SHORTEST_SECONDS } from "./schedule.ts";

const NOW = new Date("2024-06-30T12:00:00Z");
const HOUR = 3_600;
const poll = (over: Partial<PollOutcome>) =>
  nextPoll({
    now: NOW,
    intervalSeconds: HOUR,
    changed: false,
    itemTimes: [],
    ttl: null,
    retryAfter: null,
    failures: 0,
    random: 0.5,
    ...over,
  });
const seconds = (over: Partial<PollOutcome>) => (poll(over).nextAt.getTime() - NOW.getTime()) / 1_000;
/** Entries every so many seconds, the newest one just now. */
const every = (gap: number) =>
  Array.from({ length: 20 }, (_, n) => new Date(NOW.getTime() - n * gap * 1_000));
/** The interval after many polls, of which every `nth` finds something. */
function settled(gap: number, nth: number, from = HOUR): number {
  let intervalSeconds = from;
  for (let n = 0; n < 60; n++)
    ({ intervalSeconds } = poll({ intervalSeconds, changed: n % nth === 0, itemTimes: every(gap) }));
  return intervalSeconds;
}

describe("nextPoll", () => {
  it("comes back sooner where there was something, later where there was nothing", () => {
    expect(seconds({ changed: true })).toBe(HOUR / 2);
    expect(seconds({ changed: false })).toBe(HOUR * 1.5);
  });

  it("settles at half the usual gap between entries", () => {
    expect(settled(4 * HOUR, 2)).toBe(2 * HOUR);
    expect(settled(4 * HOUR, 2, 300)).toBe(2 * HOUR);
    expect(settled(4 * HOUR, 2, 86_400)).toBe(2 * HOUR);
  });

  it("never comes sooner than every five minutes, nor later than every day", () => {
    expect(settled(10, 1)).toBe(SHORTEST_SECONDS);
    expect(settled(40 * 24 * HOUR, 7)).toBe(LONGEST_SECONDS);
  });

  it("asks a feed that has gone quiet less and less, however often it once had entries", () => {
    const old = every(600).map((time) => new Date(time.getTime() - 30 * 24 * HOUR * 1_000));
    let intervalSeconds = 300;
    for (let n = 0; n < 20; n++) ({ intervalSeconds } = poll({ intervalSeconds, itemTimes: old }));
    expect(intervalSeconds).toBe(LONGEST_SECONDS);
  });

  it("is not led by dates in times to come", () => {
    const ahead = every(60).map((time) => new Date(time.getTime() + 365 * 24 * HOUR * 1_000));
    expect(poll({ itemTimes: ahead })).toEqual(poll({ itemTimes: [] }));
  });

  it("waits longer after each failure, keeps the interval, and forgets both when it goes well again", () => {
    const waits = [1, 2, 3, 4, 40].map((failures) => seconds({ failures, intervalSeconds: 300 }));
    expect(waits).toEqual([600, 1_200, 2_400, 4_800, LONGEST_SECONDS]);
    expect(poll({ failures: 5, intervalSeconds: 300 }).intervalSeconds).toBe(300);
    expect(seconds({ failures: 0, intervalSeconds: 300, changed: true })).toBe(300);
  });

  it("obeys what server and feed ask for, up to a day, and no chance makes it sooner", () => {
    expect(seconds({ retryAfter: 7_200, random: 0 })).toBe(7_200);
    expect(seconds({ ttl: 180, random: 0 })).toBe(180 * 60);
    expect(seconds({ retryAfter: 40 * 86_400, random: 0 })).toBe(LONGEST_SECONDS);
    expect(seconds({ failures: 3, retryAfter: 60 })).toBeGreaterThan(60);
  });

  it("spreads feeds that were added together", () => {
    expect(seconds({ random: 0 })).toBeLessThan(seconds({ random: 1 }));
  });

  it("is always between five minutes and a little over a day from now", () => {
    const whole = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        fc.record({
          intervalSeconds: whole,
          changed: fc.boolean(),
          itemTimes: fc.array(whole.map((ago) => new Date(NOW.getTime() - ago * 1_000))),
          ttl: fc.option(whole),
          retryAfter: fc.option(whole),
          failures: fc.integer({ min: 0, max: 1_000 }),
          random: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        (outcome) => {
          const { intervalSeconds } = poll(outcome);
          expect(intervalSeconds).toBeGreaterThanOrEqual(SHORTEST_SECONDS);
          expect(intervalSeconds).toBeLessThanOrEqual(LONGEST_SECONDS);
          expect(seconds(outcome)).toBeGreaterThanOrEqual(SHORTEST_SECONDS);
          expect(seconds(outcome)).toBeLessThanOrEqual(LONGEST_SECONDS * 1.1);
        },
      ),
    );
  });
});
