/**
 * How well copies are found, and how long that takes with many articles:
 *   npx node scripts/bench-copies.ts --gold ../shared/gold          the gold pairs, by the search that ingestion uses
 *   npx node scripts/bench-copies.ts --size 10000,100000,1000000    search times (1,000,000: some minutes, 3 GB in the temp folder)
 * Both in a PostgreSQL of their own, gone afterwards, with the tables that the migrations build.
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { type Db, openDb } from "../lib/db.server.ts";
import { scoreGold } from "./copies/gold.ts";
import { measureSize, type SizeFigures } from "./copies/million.ts";

/** The tables as the migrations build them, but for references: articles, revisions and groups are left out. */
async function withTables<T>(work: (client: pg.Client, db: Db) => Promise<T>): Promise<T> {
  const cluster = await startThrowawayCluster("bench");
  const client = new pg.Client(cluster.url);
  const db = openDb(cluster.url);
  try {
    await migrateDeploy(cluster.url);
    await client.connect();
    await client.query(`ALTER TABLE copy_text DROP CONSTRAINT copy_text_article_id_fkey,
      DROP CONSTRAINT copy_text_revision_id_article_id_fkey, DROP CONSTRAINT copy_text_group_id_fkey,
      DISABLE TRIGGER copy_text_sample`);
    await client.query("SET maintenance_work_mem = '512MB'");
    return await work(client, db);
  } finally {
    await db.$disconnect();
    await client.end();
    await cluster.stop();
  }
}

/** The scorer's figures for plain methods and for ours, as a Markdown table. `goldFolder` holds crosslink/. */
export const benchCopies = (goldFolder: string): Promise<string> =>
  withTables((client, db) => scoreGold(goldFolder, client, db));

/** Search times by size, as a Markdown table and the growth between the smallest and the largest. */
export async function benchSizes(sizes: readonly number[]): Promise<string> {
  const figures: SizeFigures[] = [];
  await withTables(async (client, db) => {
    for (const size of sizes) {
      figures.push(await measureSize(client, db, size));
      console.error(`${size} articles measured`);
    }
  });
  const kinds = Object.keys(figures[0]?.recall ?? {});
  const rows: readonly (readonly [string, (one: SizeFigures) => string])[] = [
    ["build (s)", (one) => one.buildSeconds.toFixed(0)],
    ["tables / indexes (MB)", (one) => `${one.tableMb.toFixed(0)} / ${one.indexMb.toFixed(0)}`],
    [
      "search for one article, median / p95 (ms)",
      (one) => `${one.median.toFixed(2)} / ${one.p95.toFixed(2)}`,
    ],
    ["storing one article's keys, median (ms)", (one) => one.storing.toFixed(2)],
    ["every holder of every key, median (ms)", (one) => one.uncapped.toFixed(2)],
    ["sequential scan, median (ms)", (one) => one.scan.toFixed(0)],
    ["texts to compare that are no copies, on average", (one) => one.strangers.toFixed(2)],
    ...kinds.map((kind) => [`found: ${kind}`, (one: SizeFigures) => percent(one.recall[kind] ?? 0)] as const),
  ];
  return [
    `| articles | ${figures.map(({ size }) => size.toLocaleString("en")).join(" | ")} |`,
    `|---|${"---|".repeat(figures.length)}`,
    ...rows.map(([name, cell]) => `| ${name} | ${figures.map(cell).join(" | ")} |`),
    "",
    `Growth exponent (log-log fit): search ${exponent(figures, ({ median }) => median)}, at p95 ${exponent(figures, ({ p95 }) => p95)}; every holder of every key ${exponent(figures, ({ uncapped }) => uncapped)}; sequential scan ${exponent(figures, ({ scan }) => scan)}.`,
  ].join("\n");
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Slope of the line through (log size, log time), by least squares. */
function exponent(figures: readonly SizeFigures[], time: (one: SizeFigures) => number): string {
  const points = figures.map((one) => [Math.log(one.size), Math.log(time(one))] as const);
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const up = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const along = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return along === 0 ? "not measured" : (up / along).toFixed(2);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { gold: { type: "string" }, size: { type: "string" } } });
  if (values.size !== undefined) console.log(await benchSizes(values.size.split(",").map(Number)));
  else console.log(await benchCopies(values.gold ?? "../shared/gold"));
}
