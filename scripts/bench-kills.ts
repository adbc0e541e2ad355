/**
 * Workers killed at random moments: npx node scripts/bench-kills.ts [items, 2000] [kills, 50]. In a PostgreSQL of its own,
 * gone afterwards; the queue's numbers are those of the product.
 */

import { operator } from "../lib/auth/operator.server.ts";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { db } from "../lib/db.server.ts";
import { completeEnv } from "../lib/env.ts";
import { readJobs } from "../lib/queue/read.server.ts";
import { sendArticles } from "./kills/articles.ts";
import { workUnderKills } from "./kills/kill.ts";

const [items = 2_000, kills = 50] = process.argv.slice(2).map(Number);
const LIMIT_MS = 30 * 60_000;

const cluster = await startThrowawayCluster("kills");
let good = false;
try {
  await migrateDeploy(cluster.url);
  completeEnv({ databaseUrl: cluster.url });
  await sendArticles(db(), items);
  const began = performance.now();
  const found = await workUnderKills({
    url: cluster.url,
    client: db(),
    items,
    kills,
    workers: 2,
    limitMs: LIMIT_MS,
  });
  const seconds = (performance.now() - began) / 1_000;
  const { done, killed, duplicates, lost, dead, again } = found;
  console.log(
    [
      `items       ${items}`,
      `done        ${done}`,
      `kills       ${killed}`,
      `tried again ${again}`,
      `duplicates  ${duplicates}`,
      `lost        ${lost}`,
      `laid aside  ${dead}`,
      `seconds     ${seconds.toFixed(1)}`,
    ].join("\n"),
  );
  const laidAside = dead > 0 ? (await readJobs(db(), await operator(db()))).dead : [];
  for (const { reason, tries } of laidAside) console.log(`after ${tries} tries: ${reason}`);
  good = done === items && duplicates === 0 && lost === 0;
} finally {
  await db().$disconnect();
  await cluster.stop();
}
process.exit(good ? 0 : 1);
