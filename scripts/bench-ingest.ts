/**
 * npm run bench:ingest [-- --gold FOLDER]: what bringing in is worth on the gold data, each part beside a plain baseline
 * in the same run, as Markdown.
 */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchAnchors } from "./bench-anchors.ts";
import { benchCopies } from "./bench-copies.ts";
import { benchExtract } from "./bench-extract.ts";
import { benchStories } from "./bench-stories.ts";

const { values } = parseArgs({ options: { gold: { type: "string", default: "../shared/gold" } } });

const PARTS: readonly (readonly [string, () => Promise<string>])[] = [
  ["Pages to articles", () => benchExtract(values.gold)],
  ["Copies", () => benchCopies(values.gold)],
  ["Stories", () => benchStories(values.gold)],
  ["Anchors through 2,000 edits", () => benchAnchors()],
];

if (!existsSync(values.gold)) {
  console.log(`There is no ${values.gold}: give the folder of gold data with --gold.`);
  process.exitCode = 1;
} else {
  for (const [title, bench] of PARTS) console.log(`\n## ${title}\n\n${await bench()}`);
  process.exit();
}
