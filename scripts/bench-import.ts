/**
 * npm run bench:import [-- --lines N]: a file of N generated lines brought in, with its rate and memory; the baseline is
 * reading and parsing the same file. In a PostgreSQL of its own, gone afterwards.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { loadPackagedAuthority } from "#prisma/seed/authority.ts";
import { migrateDeploy } from "../lib/database/migrate.ts";
import { startThrowawayCluster } from "../lib/database/throwaway.ts";
import { db } from "../lib/db.server.ts";
import { completeEnv } from "../lib/env.ts";
import { importByCommand } from "./import.ts";

const { values } = parseArgs({ options: { lines: { type: "string", default: "2000" } } });
const lines = Number(values.lines);

/** Words of our own; every line is another article of about 150 words. */
const WORDS =
  "canal gate barge keeper bridge harbour council report winter summer towpath repair ledger lantern ferry meadow signal wharf tide engine".split(
    " ",
  );
function articleAt(at: number): string {
  let state = at * 2_654_435_761;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return WORDS[state % WORDS.length] ?? "canal";
  };
  const sentence = (length: number) => `The ${Array.from({ length }, word).join(" ")} stays open.`;
  const quote = `“The ${word()} at ${word()} ${at} will hold until spring,” said Ilse Varn, who runs the ${word()}.`;
  const paragraphs = [quote, ...Array.from({ length: 6 }, () => `${sentence(9)} ${sentence(9)}`)];
  return JSON.stringify({
    url: `https://canal.example/${at}`,
    outlet: `Gazette ${at % 50}`,
    title: `Notice ${at} on the ${word()} and the ${word()}`,
    text: paragraphs.join("\n\n"),
    date: `2024-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
  });
}

const folder = await mkdtemp(path.join(tmpdir(), "on-record-bench-import-"));
const cluster = await startThrowawayCluster("bench-import");
let good = false;
try {
  const file = path.join(folder, "lines.jsonl");
  const out = createWriteStream(file);
  for (let at = 1; at <= lines; at++)
    if (!out.write(`${at % 1_000 === 0 ? "no json" : articleAt(at)}\n`))
      await new Promise<void>((resolve) => out.once("drain", resolve));
  await new Promise<void>((resolve) => out.end(resolve));
  const began = performance.now();
  let parsed = 0;
  for await (const line of createInterface({ input: createReadStream(file) }))
    try {
      JSON.parse(line);
      parsed += 1;
    } catch {
      // The bad ones.
    }
  const plain = (performance.now() - began) / 1_000;
  await migrateDeploy(cluster.url);
  completeEnv({ databaseUrl: cluster.url, secret: "only for a bench, signs nothing at all" });
  await loadPackagedAuthority();
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 250);
  const from = performance.now();
  const said = await importByCommand({ file }, (line) => {
    if (lines >= 10_000) console.error(line);
  });
  const seconds = (performance.now() - from) / 1_000;
  clearInterval(watch);
  const { size } = await stat(file);
  console.log(
    [
      "| | lines | seconds | lines a second |",
      "|---|---|---|---|",
      `| reading and parsing alone | ${parsed} | ${plain.toFixed(2)} | ${Math.round(parsed / plain)} |`,
      `| brought in | ${lines} | ${seconds.toFixed(0)} | ${(lines / seconds).toFixed(1)} |`,
      "",
      `File ${(size / 1e6).toFixed(1)} MB, most memory ${Math.round(peak / 1_048_576)} MB. ${said}`,
    ].join("\n"),
  );
  good = (await db().article.count()) === lines - Math.floor(lines / 1_000);
} finally {
  await db().$disconnect();
  await cluster.stop();
  await rm(folder, { recursive: true });
}
process.exit(good ? 0 : 1);
