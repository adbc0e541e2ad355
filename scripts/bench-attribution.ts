import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { packagedAuthority } from "#lib/actor/packaged/authority.ts";
import { detect } from "#lib/attribution/detect.ts";
import { weightsOf } from "#lib/attribution/model/pack.ts";
import type { Weights } from "#lib/attribution/model/weights.ts";
import { trainedWeights } from "#lib/attribution/trained.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import { type GoldDocument, readGold } from "./attribution/gold.ts";
import { inGoldForm } from "./detect.ts";

const USAGE = `Measures the attribution engine on annotated articles, and its speed.

  npm run bench:attribution [-- --gold DIR] [--set dev] [--alone FILE]

  --gold   folder with attribution/SET.jsonl and attribution/score-attribution.mjs (../shared/gold)
  --set    which articles (dev)
  --alone  weights trained without the rules, for the row "model" (npm run train:attribution -- --without rules)`;

const WEIGHTS = "lib/attribution/model/weights.json";

/** The scorer's table for one way to find statements. */
function scored(
  name: string,
  gold: string,
  set: string,
  documents: readonly GoldDocument[],
  weights: Weights | null,
): void {
  const folder = mkdtempSync(join(tmpdir(), "on-record-bench-"));
  const file = join(folder, "predictions.jsonl");
  const authority = packagedAuthority();
  const lines = documents.map(({ date, id, text }) => {
    const input = { text, ...(date && { date }) };
    const found = detect(input, authority, weights);
    const index = new CodePointIndex(text);
    return JSON.stringify({ id, statements: found.map((statement) => inGoldForm(statement, text, index)) });
  });
  writeFileSync(file, `${lines.join("\n")}\n`);
  console.log(`\n== ${name}`);
  const scorer = join(gold, "attribution/score-attribution.mjs");
  const options = weights === null ? [] : ["--sweep"];
  console.log(
    execFileSync(process.execPath, [scorer, join(gold, `attribution/${set}.jsonl`), file, ...options], {
      encoding: "utf8",
    }).trim(),
  );
  rmSync(folder, { recursive: true });
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** Milliseconds of one run. */
function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Words and numbers of a text: what "tokens" are counted in, for both. */
const tokensOf = (text: string) =>
  text.match(/[\p{L}\p{N}]+(?:[.,:’'&-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)?.length ?? 0;

function speed(texts: readonly string[]): void {
  const authority = packagedAuthority();
  const wink = winkNLP(model);
  const all = texts.reduce((sum, text) => sum + tokensOf(text), 0);
  const engine = () => {
    for (const text of texts) detect({ text, date: "2016-06-01" }, authority);
  };
  const rules = () => {
    for (const text of texts) detect({ text, date: "2016-06-01" }, authority, null);
  };
  const other = () => {
    for (const text of texts) wink.readDoc(text).tokens().out(wink.its.pos);
  };
  for (const warm of [engine, rules, other]) warm();
  const rate = (run: () => void) => all / (median([1, 2, 3].map(() => timed(run))) / 1000);
  const [both, ruled, baseline] = [rate(engine), rate(rules), rate(other)];
  const shown = (value: number) =>
    `${Math.round(value / 1000)
      .toString()
      .padStart(5)} k tokens/s`;
  console.log(`\n== speed, one core of ${availableParallelism()}, ${all} tokens, median of 3 runs`);
  console.log(`wink-nlp, its whole pipeline   ${shown(baseline)}  (1.00)`);
  console.log(`rules alone, with actors       ${shown(ruled)}  (${(ruled / baseline).toFixed(2)})`);
  console.log(`rules and model, with actors   ${shown(both)}  (${(both / baseline).toFixed(2)})`);
  const words: string[] = [];
  for (const text of texts) {
    words.push(...text.split(/(?<=\n)/u));
    if (words.join("").split(/\s+/u).length > 1000) break;
  }
  const article = words
    .join("")
    .split(/(?<=\s)/u)
    .slice(0, 1000)
    .join("");
  const runs = Array.from({ length: 25 }, () =>
    timed(() => void detect({ text: article, date: "2016-06-01" }, authority)),
  );
  console.log(`an article of 1,000 words      ${median(runs).toFixed(1)} ms (median of 25)`);
  for (const [name, text] of pathological(texts.join("\n\n"))) {
    const half = timed(() => void detect({ text: text.slice(0, text.length / 2) }, authority));
    const whole = timed(() => void detect({ text }, authority));
    console.log(
      `${name.padEnd(31)}${(whole / 1000).toFixed(1)} s for ${(text.length / 1e6).toFixed(1)} MB, ${(whole / half).toFixed(1)} times its half`,
    );
  }
}

function pathological(text: string): [string, string][] {
  const fill = (piece: string) => piece.repeat(Math.ceil(1e6 / piece.length)).slice(0, 1e6);
  return [
    ["one megabyte of news", fill(text)],
    ["only opening marks", fill("“ he said “ ")],
    ["marks the wrong way", fill("”she said“, he told ”them“ ")],
    ["one endless sentence", fill("and she said that he said that they said ")],
  ];
}

function start(): void {
  const code = `const t = performance.now();
    const { detect } = await import("#lib/attribution/detect.ts");
    const { packagedAuthority } = await import("#lib/actor/packaged/authority.ts");
    detect({ text: "“No,” she said." }, packagedAuthority());
    console.log(performance.now() - t);`;
  const times = Array.from({ length: 5 }, () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module-typescript", "--eval", code], {
        encoding: "utf8",
        cwd: join(import.meta.dirname, ".."),
      }),
    ),
  );
  console.log(
    `start, first statement read    ${median(times).toFixed(0)} ms (imports, actors and weights; median of 5)`,
  );
  console.log(`weights                        ${(statSync(WEIGHTS).size / 1e6).toFixed(2)} MB`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      gold: { type: "string", default: "../shared/gold" },
      set: { type: "string", default: "dev" },
      alone: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const file = join(values.gold, `attribution/${values.set}.jsonl`);
  if (!existsSync(file)) {
    console.log(`There is no ${file}: give the folder of annotated articles with --gold.`);
    process.exitCode = 1;
    return;
  }
  const documents = readGold(file);
  console.log(JSON.stringify(trainedWeights().about));
  scored("rules", values.gold, values.set, documents, null);
  if (values.alone)
    scored(
      "model",
      values.gold,
      values.set,
      documents,
      weightsOf(JSON.parse(readFileSync(values.alone, "utf8"))),
    );
  const trained = trainedWeights();
  scored("rules and model, without the choice among readings", values.gold, values.set, documents, {
    ...trained,
    about: { ...trained.about, withoutChoice: true },
  });
  scored("rules and model", values.gold, values.set, documents, trained);
  speed(documents.map((document) => document.text));
  start();
}

main();
