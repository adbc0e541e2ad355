import { expect, test } from "vitest";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { sendArticles } from "./articles.ts";
import { workUnderKills } from "./kill.ts";

// The small version of scripts/bench-kills.ts.
const ITEMS = 60;
const KILLS = 4;

const url = await freshDatabase();

test("workers killed at random moments leave every item done exactly once", async () => {
  // Who has died is noticed sooner, and what it did is tried again at once: else the test would wait for a minute.
  await db().$executeRaw`UPDATE pgboss.queue SET heartbeat_seconds = 4, retry_delay = 0, retry_delay_max = 1`;
  await sendArticles(db(), ITEMS);
  const done = await workUnderKills({
    url,
    client: db(),
    items: ITEMS,
    kills: KILLS,
    workers: 2,
    limitMs: 100_000,
  });
  expect(done).toMatchObject({ done: ITEMS, killed: KILLS, duplicates: 0, lost: 0, dead: 0 });
  expect(await db().article.count()).toBe(ITEMS);
}, 120_000);
