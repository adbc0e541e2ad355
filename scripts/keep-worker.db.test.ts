import { afterEach, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/auth/viewer.ts";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { readJobs } from "#lib/queue/read.server.ts";
import { type KeptWorker, keepWorker } from "./keep-worker.ts";

const url = await freshDatabase();
const reader: Viewer = { userId: "r", name: "R", email: "r@example.org", role: "reader", sample: false };

let kept: KeptWorker | undefined;
afterEach(() => kept?.stop());

/** The process of the one worker that was seen lately, as soon as it isn't `before`. */
const another = (before?: number) =>
  vi.waitFor(
    async () => {
      const [latest] = (await readJobs(db(), reader)).workers;
      expect(latest?.pid ?? before).not.toBe(before);
      return latest?.pid ?? 0;
    },
    { timeout: 25_000, interval: 100 },
  );

test("a worker that is killed is started again, and said; one that is stopped is gone", async () => {
  const said: string[] = [];
  kept = keepWorker({
    variables: { DATABASE_URL: url, LOG_LEVEL: "error" },
    note: (line) => said.push(line),
  });
  const first = await another();
  expect(said).toEqual([]);
  process.kill(first, "SIGKILL");
  const second = await another(first);
  expect(said).toEqual(["The worker ended with SIGKILL: started again in 1 s, its jobs are not lost."]);
  await kept.stop();
  expect(() => process.kill(second, 0)).toThrow(/ESRCH/);
  expect((await readJobs(db(), reader)).workers.map(({ pid }) => pid)).not.toContain(second);
}, 60_000);
