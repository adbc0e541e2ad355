import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type AliasCase, aliasScores } from "./alias-score.ts";
import { packagedAuthority } from "./packaged/authority.ts";

const FOLDER = path.join(import.meta.dirname, "testdata/aliases");
const cases = globSync("*.json", { cwd: FOLDER }).flatMap((file): AliasCase[] =>
  JSON.parse(readFileSync(path.join(FOLDER, file), "utf8")),
);

describe("labelled aliases", () => {
  it("are at least 220 mentions, and a quarter of them is kept unread", () => {
    const count = (list: readonly AliasCase[]) =>
      list.flatMap(({ articles }) => articles.flatMap(({ text }) => text.match(/\[\[/g) ?? [])).length;
    const held = count(cases.filter(({ held }) => held));
    expect(count(cases)).toBeGreaterThanOrEqual(220);
    expect(held / count(cases)).toBeGreaterThan(0.25);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it("are put together as well as the benchmark says", () => {
    const { score } = aliasScores(cases, packagedAuthority());
    expect(score.precision).toBeGreaterThan(0.95);
    expect(score.f1).toBeGreaterThan(0.95);
  });

  it("score nothing that is left apart and everything that belongs together", () => {
    const nobody = { ...packagedAuthority(), find: () => [], holder: () => undefined, body: () => undefined };
    const apart: AliasCase = {
      id: "one",
      about: "two names of nobody",
      articles: [
        { id: "a", date: "2025-01-01", text: "[[Mira Holt|a]] met [[Tove Lind|a]] and [[Ada Oake|b]]." },
      ],
    };
    expect(aliasScores([apart], nobody).score).toMatchObject({ mentions: 3, precision: 1, recall: 0, f1: 0 });
    expect(aliasScores([apart], nobody).errors).toHaveLength(1);
  });
});
