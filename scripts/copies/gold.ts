import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { copyCandidates } from "../../lib/article/copy-candidates.server.ts";
import type { Db } from "../../lib/db.server.ts";
import { compareCopies, copyText } from "../../lib/matching/copy/compare.ts";
import { signatureOf } from "../../lib/matching/copy/signature.ts";
import { copyWords } from "../../lib/matching/copy/words.ts";

interface Body {
  readonly id: string;
  readonly text: string;
}
type Pair = readonly [string, string];
interface Scores {
  readonly sample: Prf;
  readonly full: Prf;
  readonly recallByBand: Readonly<Record<"copy" | "edited" | "cut", number>>;
}
interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Plain methods and ours on the gold pairs, as a Markdown table. */
export async function scoreGold(goldFolder: string, client: pg.Client, db: Db): Promise<string> {
  const gold = join(goldFolder, "crosslink");
  const bodies = readLines<Body>(join(gold, "neardup", "bodies.jsonl"));
  const began = performance.now();
  const { found, read } = await copiesFound(bodies, client, db);
  const each = (performance.now() - began) / bodies.length;
  const prints = bodies.map(({ id, text }) => ({ id, bits: simHash(text) }));
  const rows = [
    rowOf("same text", score(gold, sameTexts(bodies))),
    rowOf("64-bit SimHash, distance <= 3", score(gold, near(prints, 3))),
    rowOf("64-bit SimHash, distance <= 8", score(gold, near(prints, 8))),
    rowOf("On Record", score(gold, found)),
    rowOf("On Record, one half of the pairs", score(gold, found, 0)),
    rowOf("On Record, the other half", score(gold, found, 1)),
  ];
  return [
    "| copies | P / R / F1, listed pairs | P / F1, all pairs | recall: copies | edited | cuts |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    `${bodies.length} texts, one after another: ${each.toFixed(1)} ms each to sign, search, compare and store; ${(read / bodies.length).toFixed(2)} texts compared for each.`,
  ].join("\n");
}

/** As ingestion does it: each text looks for its copies among those that came before. */
async function copiesFound(bodies: readonly Body[], client: pg.Client, db: Db) {
  const stored = new Map<string, Body>();
  const found: Pair[] = [];
  let read = 0;
  for (const body of bodies) {
    const signature = signatureOf(body.text);
    if (signature === null) continue;
    const own = copyText(body.text);
    for (const { articleId } of await copyCandidates(db, { signature, sample: false, articleId: null })) {
      const other = stored.get(articleId);
      read++;
      if (other && compareCopies(own, copyText(other.text)).verdict === "copy")
        found.push([body.id, other.id]);
    }
    const id = randomUUID();
    stored.set(id, body);
    await client.query(
      "INSERT INTO copy_text (article_id, revision_id, runs, keys, credits) VALUES ($1, $2, $3, $4, '{}')",
      [id, randomUUID(), signature.runs, signature.keys],
    );
  }
  return { found, read };
}

const sameTexts = (bodies: readonly Body[]): readonly Pair[] =>
  [...Map.groupBy(bodies, ({ text }) => text).values()].flatMap((same) =>
    same.flatMap(({ id }, at) => same.slice(0, at).map((other): Pair => [id, other.id])),
  );

/** The baseline: every run of five words votes on 64 bits. */
function simHash(text: string): bigint {
  const words = copyWords(text);
  const votes = new Array<number>(64).fill(0);
  for (let at = 0; at + 5 <= words.length; at++) {
    const hash = createHash("md5")
      .update(words.slice(at, at + 5).join(" "))
      .digest();
    for (let bit = 0; bit < 64; bit++)
      votes[bit] = (votes[bit] ?? 0) + ((((hash[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1 ? 1 : -1);
  }
  return votes.reduce((bits, vote, bit) => (vote > 0 ? bits | (1n << BigInt(bit)) : bits), 0n);
}

function near(prints: readonly { readonly id: string; readonly bits: bigint }[], most: number): Pair[] {
  const halves = prints.map(({ id, bits }) => ({
    id,
    low: Number(bits & 0xffffffffn) | 0,
    high: Number(bits >> 32n) | 0,
  }));
  return halves.flatMap((one, at) =>
    halves
      .slice(0, at)
      .filter((other) => ones(one.low ^ other.low) + ones(one.high ^ other.high) <= most)
      .map((other): Pair => [one.id, other.id]),
  );
}

function ones(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Pairs are cut in two by a hash. Window and threshold were chosen with both in sight: no half is unseen. */
const halfOf = (a: string, b: string): number =>
  (createHash("sha256").update([a, b].sort().join(" ")).digest()[0] ?? 0) % 2;

/** The gold's own scorer, on all pairs or on one half of them. */
function score(gold: string, found: readonly Pair[], half?: number): Scores {
  const work = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  try {
    const chosen = (a: string, b: string) => half === undefined || halfOf(a, b) === half;
    const pairs = readLines<{ a: string; b: string }>(join(gold, "neardup", "pairs.jsonl"));
    writeLines(
      join(work, "pairs.jsonl"),
      pairs.filter(({ a, b }) => chosen(a, b)),
    );
    writeFileSync(join(work, "bodies.jsonl"), readFileSync(join(gold, "neardup", "bodies.jsonl")));
    const predictions = join(work, "found.jsonl");
    writeLines(
      predictions,
      found.filter(([a, b]) => chosen(a, b)).map(([a, b]) => ({ a, b })),
    );
    const scorer = join(gold, "score-neardup.mjs");
    return JSON.parse(
      execFileSync(process.execPath, [scorer, work, predictions, "--json"], { encoding: "utf8" }),
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

function rowOf(name: string, { sample, full, recallByBand }: Scores): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const { copy, edited, cut } = recallByBand;
  const cells = [
    [sample.p, sample.r, sample.f1].map(percent).join(" / "),
    [full.p, full.f1].map(percent).join(" / "),
    ...[copy, edited, cut].map(percent),
  ];
  return `| ${name} | ${cells.join(" | ")} |`;
}

const writeLines = (file: string, rows: readonly unknown[]) =>
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));

const readLines = <T>(file: string): readonly T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
