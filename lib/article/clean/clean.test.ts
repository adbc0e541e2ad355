import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanPaste, reassemble } from "./clean.ts";

const TESTDATA = join(import.meta.dirname, "testdata");

interface Expected {
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly zone: string | null;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
  /** For some lines: the reason a person reads. */
  readonly reasons?: Readonly<Record<string, string>>;
}

function fieldsOf(text: string): Omit<Expected, "reasons"> {
  const { lines: _, ...fields } = cleanPaste(text);
  return fields;
}

describe("pastes of many kinds of outlet", () => {
  test.each(readdirSync(TESTDATA))("%s", (name) => {
    const paste = readFileSync(join(TESTDATA, name, "paste.txt"), "utf8");
    const { reasons, ...expected }: Expected = JSON.parse(
      readFileSync(join(TESTDATA, name, "expected.json"), "utf8"),
    );
    expect(fieldsOf(paste)).toEqual(expected);
    const found = new Map(cleanPaste(paste).lines.map((line) => [line.text, line.reason]));
    for (const [text, reason] of Object.entries(reasons ?? {})) expect(found.get(text), text).toBe(reason);
  });

  test.each(readdirSync(TESTDATA))("%s: every line has a role and a reason, in order", (name) => {
    const paste = readFileSync(join(TESTDATA, name, "paste.txt"), "utf8");
    const { lines } = cleanPaste(paste);
    expect(lines.every((line) => line.reason !== "" && line.text !== "")).toBe(true);
    const numbers = lines.map((line) => line.line);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(reassemble(lines)).toEqual(cleanPaste(paste));
  });
});

const GOLD = join(process.env.ON_RECORD_GOLD ?? "../shared", "articles");

describe("the real article", () => {
  const gold = existsSync(GOLD);
  if (!gold) console.info(`skipped: no gold articles in ${GOLD} (set ON_RECORD_GOLD)`);
  const names = gold ? readdirSync(GOLD).filter((name) => name.endsWith(".gold.json")) : ["no article"];

  test.skipIf(!gold).each(names)(
    "%s: headline, standfirst, date and all paragraphs, nothing else",
    (name) => {
      const truth = JSON.parse(readFileSync(join(GOLD, name), "utf8"));
      const found = cleanPaste(readFileSync(join(GOLD, truth.source), "utf8"));
      expect(found.headline).toBe(truth.headline);
      expect(found.standfirst).toBe(truth.standfirst);
      expect(found.paragraphs).toEqual(truth.paragraphs);
      expect(found.publishedAt).toBe(truth.publishedAt);
      expect(found.zone).toBe(truth.zone);
      expect(found.byline).toBe(truth.byline);
      expect([null, truth.outlet]).toContain(found.outlet);
      const kept = [found.headline, found.standfirst, ...found.paragraphs].join("\n");
      for (const words of truth.mustNotContain) expect(kept).not.toContain(words);
    },
  );
});
