import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { borrowedRuns, runsOf } from "./borrowed-words.ts";
import { GIVEN_WORDS } from "./newsroom/given-words.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folder = path.join(
  path.resolve(root, process.env.ON_RECORD_GOLD || path.join("..", "shared")),
  "articles",
);
const articles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
if (articles.length === 0) console.info(`Not looked for borrowed words: no articles in ${folder}.`);

/** Files of the project, new ones too, without what is ignored. */
function projectFiles(): string[] {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (listed.status !== 0) throw new Error(`git lists no files: ${listed.stderr}`);
  return listed.stdout.split("\0").filter((name) => name !== "" && existsSync(path.join(root, name)));
}

describe("borrowedRuns", () => {
  const source = "On a grey morning the pilot boat Amalie left the inner basin without her lamps.";

  it("sees eight words in a row through case, marks and line ends", () => {
    const text = "“The PILOT boat\n  *Amalie* left – the inner basin”";
    expect(borrowedRuns(text, [source])).toEqual(["the pilot boat amalie left the inner basin"]);
  });

  it("lets seven words pass", () => {
    expect(borrowedRuns("pilot boat Amalie left the inner basin", [source])).toEqual([]);
  });

  it("lets allowed words pass, but not one word more of the source", () => {
    const allowed = ["the pilot boat Amalie left the inner basin"];
    expect(borrowedRuns("Then the pilot boat Amalie left the inner basin.", [source], allowed)).toEqual([]);
    expect(borrowedRuns("the pilot boat Amalie left the inner basin without", [source], allowed)).toEqual([
      "pilot boat amalie left the inner basin without",
    ]);
  });
});

describe.skipIf(articles.length === 0)("the project", () => {
  it("holds no eight words in a row of an article that isn't its own", () => {
    const sources = articles.map((name) => readFileSync(path.join(folder, name), "utf8"));
    expect(runsOf(sources.join("\n")).size).toBeGreaterThan(100);
    const allowed = GIVEN_WORDS.map(({ words }) => words);
    const files = projectFiles();
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((name) => {
      const text = readFileSync(path.join(root, name), "utf8");
      return text.includes("\0") ? [] : borrowedRuns(text, sources, allowed).map((run) => `${name}: ${run}`);
    });
    expect(found).toEqual([]);
  });
});
