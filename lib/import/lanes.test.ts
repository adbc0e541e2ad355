import { describe, expect, it } from "vitest";
import { openLanes } from "./lanes.ts";

const BOUNDS = { atOnce: 2, waitingAtOnce: 3, ahead: 4 };
const READ = { waits: false, key: null };
const FETCH = { waits: true, key: null };

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  return { run: () => promise, end: resolve, fail: reject };
}
/** Whether there is room now, without waiting for it. */
async function hasRoom(room: Promise<boolean>): Promise<boolean> {
  return Promise.race([room, new Promise<false>((resolve) => setImmediate(() => resolve(false)))]);
}

describe("lanes", () => {
  it("hold so much at a time, and more of what waits for others", async () => {
    const lanes = openLanes(BOUNDS);
    const [one, two] = [work(), work()];
    lanes.begin(READ, one.run);
    lanes.begin(READ, two.run);
    const third = lanes.room(READ);
    expect(await hasRoom(third)).toBe(false);
    two.end();
    expect(await third).toBe(true);
    one.end();
    await lanes.end();
    const far = [work(), work(), work()];
    for (const { run } of far) {
      expect(await hasRoom(lanes.room(FETCH))).toBe(true);
      lanes.begin(FETCH, run);
    }
    expect(await hasRoom(lanes.room(FETCH))).toBe(false);
    for (const { end } of far) end();
    await lanes.end();
  });

  it("never let one run far ahead of another that is not done", async () => {
    const lanes = openLanes(BOUNDS);
    const slow = work();
    lanes.begin(FETCH, slow.run);
    for (let n = 0; n < 3; n++) {
      expect(await lanes.room(READ)).toBe(true);
      lanes.begin(READ, async () => {});
    }
    const next = lanes.room(READ);
    expect(await hasRoom(next)).toBe(false);
    slow.end();
    expect(await next).toBe(true);
    await lanes.end();
  });

  it("of two with one key the earlier is done first", async () => {
    const lanes = openLanes(BOUNDS);
    const first = work();
    lanes.begin({ waits: false, key: "same" }, first.run);
    const second = lanes.room({ waits: true, key: "same" });
    expect(await hasRoom(second)).toBe(false);
    expect(await hasRoom(lanes.room({ waits: true, key: "other" }))).toBe(true);
    first.end();
    expect(await second).toBe(true);
    await lanes.end();
  });

  it("begin nothing after a failure, wait for what runs, and throw it", async () => {
    const lanes = openLanes(BOUNDS);
    const [bad, good] = [work(), work()];
    lanes.begin(READ, bad.run);
    lanes.begin(READ, good.run);
    bad.fail(new Error("the database is gone"));
    expect(await lanes.room(READ)).toBe(false);
    let ended = false;
    const end = lanes.end().finally(() => {
      ended = true;
    });
    expect(await hasRoom(Promise.resolve().then(() => ended))).toBe(false);
    good.end();
    await expect(end).rejects.toThrow("the database is gone");
  });
});
