import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createHostTurns, type HostTurns } from "./host-turn.server.ts";
import { factsOf, reasonOf, refusal } from "./refusal.ts";

let turns: HostTurns;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-03-02T10:00:00Z") });
  turns = createHostTurns();
});
afterEach(() => {
  vi.useRealTimers();
});

const at = (address: string) => new URL(address);
const patience = 60;

/** A visit that lasts until it is told to end. */
function visit(address: string, options: { gap?: number; patience?: number } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { begun: false };
  const taken = turns.take(
    at(address),
    () => {
      state.begun = true;
      return promise;
    },
    { patience, ...options },
  );
  taken.catch(() => {});
  return { state, taken, end: resolve, fail: reject };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
const why = async (work: Promise<unknown>) => {
  const [outcome] = await Promise.allSettled([work]);
  return outcome.status === "rejected"
    ? { reason: reasonOf(outcome.reason), ...factsOf(outcome.reason) }
    : {};
};

test("one visit at a time to all names of a domain, in the order they came", async () => {
  const visits = ["https://paper.test/1", "http://www.paper.test:8080/2", "https://news.paper.test/3"].map(
    (a) => visit(a),
  );
  const begun = () => visits.map(({ state }) => state.begun);
  await settled();
  expect(begun()).toEqual([true, false, false]);
  visits[0]?.end("read");
  await settled();
  expect(begun()).toEqual([true, true, false]);
  expect(await visits[0]?.taken).toBe("read");
  visits[1]?.fail(new Error("The page broke off."));
  await settled();
  expect(begun()).toEqual([true, true, true]);
});

test("other domains, other tenants of one domain and other ports of a bare address don't wait", async () => {
  const visits = [
    "https://paper.test/",
    "https://other.test/",
    "https://one.github.io/",
    "https://two.github.io/",
    "http://127.0.0.1:4001/",
    "http://127.0.0.1:4002/",
    "http://[::1]:4001/",
  ].map((address) => visit(address));
  await settled();
  expect(visits.every(({ state }) => state.begun)).toBe(true);
});

test("whoever waits too long is told when to come again, and holds nobody up", async () => {
  const first = visit("https://paper.test/");
  const tired = visit("https://paper.test/", { patience: 10 });
  const patient = visit("https://paper.test/");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await why(tired.taken)).toEqual({ reason: "busy", retryAfter: 10 });
  first.end("read");
  await settled();
  expect(tired.state.begun).toBe(false);
  expect(patient.state.begun).toBe(true);
});

test("more than a hundred don't wait", async () => {
  visit("https://paper.test/");
  const waiting = Array.from({ length: 100 }, () => visit("https://paper.test/"));
  expect(await why(visit("https://paper.test/").taken)).toMatchObject({ reason: "busy" });
  expect(waiting.some(({ state }) => state.begun)).toBe(false);
});

test("a gap counts from the last visit's end, and who needs none goes first", async () => {
  const first = visit("https://paper.test/");
  first.end("read");
  await settled();
  const slow = visit("https://paper.test/", { gap: 20 });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(slow.state.begun).toBe(false);
  const quick = visit("https://paper.test/");
  await settled();
  expect(quick.state.begun).toBe(true);
  quick.end("read");
  await vi.advanceTimersByTimeAsync(19_999);
  expect(slow.state.begun).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(slow.state.begun).toBe(true);
});

test("no gap is longer than thirty seconds, and the first visit needs none", async () => {
  const first = visit("https://paper.test/", { gap: 3_600 });
  await settled();
  expect(first.state.begun).toBe(true);
  first.end("read");
  await settled();
  const second = visit("https://paper.test/", { gap: 3_600 });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(second.state.begun).toBe(true);
});

test("a site that asks for time is left alone until then, also by those who wait", async () => {
  const first = visit("https://paper.test/");
  const waiting = visit("https://www.paper.test/");
  first.fail(refusal("busy", { fault: "paper.test is busy." }, { status: 429, retryAfter: 120 }));
  await settled();
  expect(await why(first.taken)).toEqual({ reason: "busy", status: 429, retryAfter: 120 });
  expect(await why(waiting.taken)).toEqual({ reason: "busy", retryAfter: 120 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await why(visit("https://paper.test/").taken)).toEqual({ reason: "busy", retryAfter: 60 });
  await vi.advanceTimersByTimeAsync(60_000);
  const later = visit("https://paper.test/");
  await settled();
  expect(later.state.begun).toBe(true);
});

test("another failure, or one without a time, asks for none", async () => {
  for (const error of [
    refusal("busy", { fault: "paper.test is busy." }, { status: 503 }),
    refusal("status", { fault: "paper.test has a fault." }, { status: 500, retryAfter: 120 }),
    new Error("unforeseen"),
  ]) {
    const failing = visit("https://paper.test/");
    failing.fail(error);
    await settled();
    const next = visit("https://paper.test/");
    await settled();
    expect(next.state.begun).toBe(true);
    next.end("read");
    await settled();
  }
});
