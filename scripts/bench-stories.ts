/**
 * How well articles on one event are grouped, one article in at a time, as the desk proposes it:
 *   npx node scripts/bench-stories.ts [GOLD]      (../shared/gold)
 * Measured with the articles' own dates, and with all of them in one week, where only words and names can tell.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROPOSED_FROM } from "../lib/matching/story/propose.ts";
import { type BenchArticle, grouped, hashNumber, inOneWeek, tfIdfGroups } from "./stories/group.ts";

const WEEKS = ["one", "two", "three"];
const steps = (first: number, many: number) =>
  Array.from({ length: many }, (_, at) => Number((first + at / 100).toFixed(2)));

type Groups = ReadonlyMap<string, string>;

interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Pairwise precision, recall and F1 of groups. */
function pairwise(articles: readonly BenchArticle[], groups: Groups): Prf {
  let [both, found, gold] = [0, 0, 0];
  for (const [at, a] of articles.entries())
    for (const b of articles.slice(0, at)) {
      const together = groups.get(a.id) === groups.get(b.id);
      const event = a.event === b.event;
      both += Number(together && event);
      found += Number(together);
      gold += Number(event);
    }
  const [p, r] = [found === 0 ? 0 : both / found, both / gold];
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

const meanOf = (all: readonly Prf[]): Prf => ({
  p: mean(all.map(({ p }) => p)),
  r: mean(all.map(({ r }) => r)),
  f1: mean(all.map(({ f1 }) => f1)),
});
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (value: number) => (value * 100).toFixed(1);

type Method = (articles: readonly BenchArticle[], cut: number) => Groups;

/** The cut with the best mean F1 over the weeks. */
function bestCut(articles: readonly BenchArticle[], method: Method, cuts: readonly number[]): number {
  const scored = cuts.map((cut) => ({
    cut,
    f1: mean(WEEKS.map((week) => pairwise(articles, method(inOneWeek(articles, week), cut)).f1)),
  }));
  return scored.reduce((best, one) => (one.f1 > best.f1 ? one : best)).cut;
}

/** The gold's own scorer on groups of all its articles. */
function officialScore(gold: string, groups: Groups): Prf {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  const file = join(folder, "events.jsonl");
  writeFileSync(
    file,
    [...groups].map(([article, cluster]) => JSON.stringify({ article, cluster })).join("\n"),
  );
  const set = join(gold, "crosslink");
  const answer = execFileSync(
    process.execPath,
    [join(set, "score-crosslink.mjs"), set, "--events", file, "--json"],
    { encoding: "utf8" },
  );
  rmSync(folder, { recursive: true });
  return (JSON.parse(answer) as { events: { pairwise: Prf } }).events.pairwise;
}

function readLines<T>(file: string): readonly T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** How many articles of the crowd stand in a group with one of the articles: other years, so always wrongly. */
function strays(articles: readonly BenchArticle[], crowd: readonly BenchArticle[], groups: Groups): number {
  const taken = new Set(articles.map(({ id }) => groups.get(id)));
  return crowd.filter(({ id }) => taken.has(groups.get(id))).length;
}

/** The table of the benchmark, in Markdown. @param gold the folder of gold data */
export async function benchStories(gold: string): Promise<string> {
  const articles = readLines<BenchArticle>(join(gold, "crosslink/articles.jsonl"));
  const chosen = articles.filter(({ event }) => hashNumber(event) % 2 === 0);
  const others = articles.filter(({ event }) => hashNumber(event) % 2 === 1);
  const rows: string[] = [];
  const row = (name: string, { p, r, f1 }: Prf) =>
    rows.push(`| ${name} | ${percent(p)} | ${percent(r)} | ${percent(f1)} |`);
  const methods = [
    { name: "On Record", group: grouped, cuts: steps(0.04, 12), fixed: PROPOSED_FROM },
    { name: "tf-idf", group: tfIdfGroups, cuts: steps(0.08, 17), fixed: 0.15 },
  ] as const;
  for (const { name, group, fixed } of methods)
    row(`${name} from ${fixed}, own dates`, officialScore(gold, group(articles, fixed)));
  for (const { name, group, cuts, fixed } of methods) {
    const inWeeks = (some: readonly BenchArticle[], cut: number) =>
      meanOf(WEEKS.map((week) => pairwise(some, group(inOneWeek(some, week), cut))));
    const best = bestCut(chosen, group, cuts);
    const bestOfAll = bestCut(articles, group, cuts);
    row(`${name}, one week: half the events, at its best there (${best})`, inWeeks(chosen, best));
    row(`${name}, one week: the other half at that`, inWeeks(others, best));
    row(`${name}, one week: all from ${fixed}`, inWeeks(articles, fixed));
    row(`${name}, one week: all at their best (${bestOfAll})`, inWeeks(articles, bestOfAll));
  }
  const crowd = readLines<BenchArticle>(join(gold, "attribution/train.jsonl"));
  for (const { name, group, fixed } of methods) {
    const groups = group(inOneWeek([...articles, ...crowd], "one"), fixed);
    const wrong = strays(articles, crowd, groups);
    row(
      `${name} from ${fixed}, one week with ${crowd.length} other articles, ${wrong} of them taken in`,
      pairwise(articles, groups),
    );
  }
  return ["| stories, pairwise | P | R | F1 |", "|---|---|---|---|", ...rows].join("\n");
}

if (import.meta.main) console.log(await benchStories(process.argv[2] ?? "../shared/gold"));
