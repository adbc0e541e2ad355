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
import { bar } from "./import-progress.ts";

const { values } = parseArgs({ options: { lines: { type: "string", default: "2000" } } });
const lines = Number(values.lines);

/** Some thousand nouns of our own. */
const BEGINS = "bar can dor fen gal har kel lan mar nor pol quay ros sal tor var wel yar".split(" ");
const ENDS =
  "age bridge dock ery field ford gate ham house ing keep land lock mill pool side wall wharf yard".split(
    " ",
  );
const NOUNS = BEGINS.flatMap((first) =>
  BEGINS.flatMap((second) => ENDS.map((end) => `${first}${second === first ? "" : second}${end}`)),
);
const VERBS = "opens closes repairs leaves measures floods clears widens moves crosses guards paints".split(
  " ",
);
const SMALL = "in near beyond under above behind along across".split(" ");
const EVERYDAY = "day week town people work house road water bridge office plan street school council".split(
  " ",
);
const FIRST_NAMES = "Ilse Odo Marta Jens Tilda Bruno Anke Pavel Rosa Emil Nora Kasper Lene Viggo Maud".split(
  " ",
);
const LAST_NAMES = BEGINS.map((begin) => `${begin[0]?.toUpperCase()}${begin.slice(1)}stad`);
const DAYS = 5 * 365;
const FIRST_DAY = Date.UTC(2019, 0, 1);

function chanceFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * An article of about 150 words, another for each number: an archive of five years, in which three outlets write of each
 * event, with words of the event's own and words of every day.
 */
function articleAt(at: number): string {
  const event = Math.floor(at / 3);
  const ofEvent = chanceFrom(event);
  const chance = chanceFrom(at + 1_000_000);
  const one = (words: readonly string[]) => words[Math.floor(chance() * words.length)] ?? "";
  const own = Array.from({ length: 20 }, () => NOUNS[Math.floor(ofEvent() * NOUNS.length)] ?? "");
  const day = new Date(FIRST_DAY + Math.floor(ofEvent() * DAYS) * 86_400_000).toISOString().slice(0, 10);
  const noun = () => one(chance() < 0.5 ? own : EVERYDAY);
  const clause = () => `the ${noun()} ${one(VERBS)} the ${noun()} ${one(SMALL)} the ${noun()}`;
  const sentence = () => `On that day ${clause()}, and ${clause()}.`;
  const speaker = `${one(FIRST_NAMES)} ${one(LAST_NAMES)}`;
  const quote = `“The ${noun()} at ${noun()} ${one(VERBS)} the ${noun()},” said ${speaker}, who runs the ${one(own)}.`;
  const paragraphs = [quote, ...Array.from({ length: 6 }, sentence)];
  return JSON.stringify({
    url: `https://canal.example/${at}`,
    outlet: `Gazette ${at % 50}`,
    title: `How the ${one(own)} ${one(VERBS)} the ${noun()} ${one(SMALL)} the ${one(own)}`,
    text: paragraphs.join("\n\n"),
    date: day,
  });
}

const mega = (bytes: number) => Math.round(bytes / 1_048_576);
/** What the collector leaves: the least of the heap in the quarter of the run that begins there. */
function heldIn(heaps: readonly number[], from: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = Math.floor(heaps.length * from); at < heaps.length * (from + 0.25); at++)
    least = Math.min(least, heaps[at] ?? least);
  return mega(least);
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
  const heaps: number[] = [];
  const watch = setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    peak = Math.max(peak, rss);
    heaps.push(heapUsed);
  }, 250);
  const from = performance.now();
  let toldAt = from;
  const said = await importByCommand({ file }, (now) => {
    if (performance.now() - toldAt < 30_000) return;
    toldAt = performance.now();
    console.error(bar(now));
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
      `File ${(size / 1e6).toFixed(1)} MB, most memory ${mega(peak)} MB; held by the program after the collector, ${heldIn(heaps, 0.25)} MB in the second quarter and ${heldIn(heaps, 0.75)} MB in the last. ${said}`,
    ].join("\n"),
  );
  good = (await db().article.count()) === lines - Math.floor(lines / 1_000);
} finally {
  await db().$disconnect();
  await cluster.stop();
  await rm(folder, { recursive: true });
}
process.exit(good ? 0 : 1);
