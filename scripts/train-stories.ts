/**
 * Counts in how many articles each word stands, for the packaged background of stories:
 *   npx node scripts/train-stories.ts TRAIN.jsonl      ({title, text} a line, English news)
 * Hashes and counts alone are written; no text can be read out of them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { packBackground } from "../lib/matching/story/background.ts";
import { storyTerms } from "../lib/matching/story/terms.ts";

const FILE = "lib/matching/story/background.json";
const LANGUAGE = "en";
const Line = z.object({ title: z.string(), text: z.string() });

const [given] = process.argv.slice(2);
if (given === undefined) throw new Error("Name the file of articles: TRAIN.jsonl");
const articles = readFileSync(given, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => Line.parse(JSON.parse(line)));
const counts = new Map<number, number>();
for (const { title, text } of articles)
  for (const { hash } of storyTerms({ headline: title, text, language: LANGUAGE }))
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
const file = packBackground(counts, {
  about: `In how many of ${articles.length} English news articles each term stands.`,
  language: LANGUAGE,
  articles: articles.length,
});
writeFileSync(FILE, `${JSON.stringify(file, null, 2)}\n`);
console.log(`${FILE}: ${Buffer.from(file.terms, "base64").length / 6} terms of ${articles.length} articles`);
