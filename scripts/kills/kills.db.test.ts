import { expect, test } from "vitest";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { reasonWords } from "#lib/queue/reason.ts";
import { sendArticles } from "./articles.ts";
import { workUnderKills } from "./kill.ts";

// The small version of scripts/bench-kills.ts.
const ITEMS = 50;
const KILLS = 4;

const url = await freshDatabase();

test("workers killed at random moments leave every item done exactly once; one that kills its worker harms no other", async () => {
  // Who has died is noticed sooner, and what it did is tried again soon: else the test would wait for minutes. As often as in
  // the product: what ran beside the one that kills its worker is tried again about when that is, and may die with it again.
  await db().$executeRaw`
    UPDATE pgboss.queue SET heartbeat_seconds = 4, retry_delay = 1, retry_delay_max = 8 WHERE name = 'feed-item'`;
  await sendArticles(db(), ITEMS, 1);
  const wanted = { url, client: db(), items: ITEMS, kills: KILLS, workers: 2, limitMs: 240_000 };
  expect(await workUnderKills(wanted)).toMatchObject({
    done: ITEMS - 1,
    dead: 1,
    killed: KILLS,
    duplicates: 0,
    lost: 0,
  });
  expect(await db().article.count()).toBe(ITEMS - 1);
  const [dead] = await db().$queryRaw<{ output: unknown; poison: boolean }[]>`
    SELECT source_output AS output, poison FROM pgboss.job JOIN kills_item i ON singleton_key = i.id::text
     WHERE name = 'dead-letters'`;
  expect(dead?.poison).toBe(true);
  expect(reasonWords(dead?.output)).toMatch(/^The worker ended in the middle of it/);
}, 260_000);
