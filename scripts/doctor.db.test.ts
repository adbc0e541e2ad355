import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { completeEnv } from "#lib/env.ts";
import { openWorkerBoss } from "#lib/queue/boss.server.ts";
import { examine } from "./doctor.ts";

const url = await freshDatabase();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "on-record-doctor-"));
  completeEnv({ dataFolder: folder });
});
afterAll(() => rm(folder, { recursive: true }));

/** What the doctor says of the jobs, whether it is content with the rest or not. */
async function saysOfJobs(): Promise<string | undefined> {
  const lines = await examine().catch((error: Error) => error.message);
  return /^.*\bjobs\b.*$/m.exec(lines)?.[0].replace(/\s+/g, " ");
}

test("the doctor says whether somebody does the jobs, and minds when they wait for long", async () => {
  expect(await saysOfJobs()).toBe("good jobs no worker runs: npm start brings one");
  await db().$executeRaw`
    INSERT INTO pgboss.job (name, start_after) VALUES ('import', now() - interval '11 minutes'), ('dead-letters', now())`;
  expect(await saysOfJobs()).toBe(
    "WRONG jobs no worker runs: npm start brings one, 1 waiting for over 10 minutes, 1 laid aside (see Jobs on the desk)",
  );
  const worker = await openWorkerBoss(url);
  expect(await saysOfJobs()).toMatch(/^good jobs worker seen \d s ago, 1 waiting/);
  await worker.stop({ graceful: false });
  expect(await saysOfJobs()).toMatch(/^WRONG jobs no worker runs/);
});
