import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { extractArticle, textBelowHeadline } from "#lib/article/extract/extract.ts";
import { htmlOf } from "#lib/article/extract/page-source.ts";

const USAGE = `Measures how well articles are found in the source of pages.

  node scripts/bench-extract.ts [--gold DIR]

  --gold   folder with extraction/gold.jsonl, extraction/html and extraction/score-extraction.mjs (../shared/gold)`;

interface GoldPage {
  readonly id: string;
  readonly url: string;
}

interface Prediction {
  readonly title: string | null | undefined;
  readonly byline: string | null | undefined;
  readonly publishedAt: string | null | undefined;
  readonly text: string | null | undefined;
}

type Read = (html: string, url: string) => Prediction;

/** Readability as it comes, on the same tree. */
const plainLibrary: Read = (html) => {
  const { document } = parseHTML(html);
  const found = new Readability(document).parse();
  return {
    title: found?.title,
    byline: found?.byline,
    publishedAt: found?.publishedTime,
    text: found?.textContent,
  };
};

const ours: Read = (html, url) => {
  const found = extractArticle({ html, url });
  const { headline, byline, publishedAt } = found;
  return { title: headline, byline, publishedAt, text: textBelowHeadline(found) };
};

/**
 * Errors were read in the first half, later those of bylines, dates and titles in the second as well, so that neither
 * says what pages of other sites will give.
 */
const HALVES = ["all pages", "half that was read first", "the other half"] as const;

const inHalf = (id: string): number => (createHash("sha256").update(id).digest()[0] ?? 0) % 2;

interface Scores {
  readonly pages: number;
  readonly zyte: { readonly p: number; readonly r: number; readonly f1: number };
  readonly pageF1: number;
  readonly pooled: { readonly f1: number };
  readonly title: Rate;
  readonly byline: Rate;
  readonly bylineInvented: Rate;
  readonly date: Rate;
}
type Rate = { readonly rate: number; readonly of: number } | null;

/**
 * The scorer's figures for the plain library and for ours, on all pages and on each half, as a Markdown table.
 * `goldFolder` holds extraction/.
 */
export async function benchExtract(goldFolder: string): Promise<string> {
  const folder = join(goldFolder, "extraction");
  const gold = readFileSync(join(folder, "gold.jsonl"), "utf8").trim().split("\n");
  const pages = gold.map((line): GoldPage => JSON.parse(line));
  const rows: string[] = [];
  for (const [name, read] of [
    ["plain library", plainLibrary],
    ["On Record", ours],
  ] as const) {
    const started = performance.now();
    const predictions = pages.map(({ id, url }) => predicted(folder, id, url, read));
    const each = (performance.now() - started) / pages.length;
    for (const [half, label] of HALVES.entries()) {
      const chosen = (at: number) => half === 0 || inHalf(pages[at]?.id ?? "") === half - 1;
      const scores = scored(
        folder,
        gold.filter((_, at) => chosen(at)),
        predictions.filter((_, at) => chosen(at)),
      );
      rows.push(rowOf(name, label, scores, half === 0 ? `${each.toFixed(0)} ms` : ""));
    }
  }
  const head =
    "| | pages | body P / R / F1 | page F1 | pooled F1 | title | byline | byline invented | date | a page |";
  return [head, "|---|---|---|---|---|---|---|---|---|---|", ...rows].join("\n");
}

function predicted(folder: string, id: string, url: string, read: Read): string {
  const html = htmlOf({ bytes: gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))), url });
  try {
    return JSON.stringify({ id, ...read(html, url) });
  } catch {
    return JSON.stringify({ id });
  }
}

function scored(folder: string, gold: readonly string[], predictions: readonly string[]): Scores {
  const work = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const [goldFile, file] = [join(work, "gold.jsonl"), join(work, "predictions.jsonl")];
    writeFileSync(goldFile, `${gold.join("\n")}\n`);
    writeFileSync(file, `${predictions.join("\n")}\n`);
    const scorer = join(folder, "score-extraction.mjs");
    return JSON.parse(
      execFileSync(process.execPath, [scorer, goldFile, file, "--json"], { encoding: "utf8" }),
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

function rowOf(name: string, label: string, scores: Scores, time: string): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const rate = (one: Rate) => (one === null ? "" : `${percent(one.rate)} (of ${one.of})`);
  const { bylineInvented, byline, date, pageF1, pages, pooled, title, zyte } = scores;
  const body = [zyte.p, zyte.r, zyte.f1].map(percent).join(" / ");
  const cells = [
    pages,
    body,
    percent(pageF1),
    percent(pooled.f1),
    ...[title, byline, bylineInvented, date].map(rate),
    time,
  ];
  return `| ${name}, ${label} | ${cells.join(" | ")} |`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { gold: { type: "string", default: "../shared/gold" }, help: { type: "boolean" } },
  });
  if (values.help) console.log(USAGE);
  else if (existsSync(join(values.gold, "extraction", "gold.jsonl")))
    console.log(await benchExtract(values.gold));
  else {
    console.log(`There are no gold pages in ${values.gold}: give their folder with --gold.`);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
