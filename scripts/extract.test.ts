import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endExtraction } from "#lib/article/extract/run.server.ts";
import { extractFile } from "./extract.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "on-record-extract-"));
});
afterAll(async () => {
  await endExtraction();
  await rm(folder, { recursive: true });
});

const html = (word: string) =>
  `<html><head><meta name="date" content="2025-03-03"><meta name="author" content="Ines Vale"></head><body><h1>The ${word} of Port Halden is closed</h1><p>The ${word} of Port Halden stays closed for nine days, its director said on Monday.</p><p>The café stays open, and its keeper said so to everybody who asked.</p></body></html>`;

test("reads pages from lines, files and packed files, in order; a bad line is told and stops nothing", async () => {
  const url = "https://courier.test/1";
  await writeFile(join(folder, "quay.html"), html("quay"));
  await writeFile(join(folder, "wall.html.gz"), gzipSync(html("wall")));
  await writeFile(join(folder, "bomb.html.gz"), gzipSync("x".repeat(9_000_000)));
  const lines = [
    { id: "harbour", url, html: html("harbour") },
    { id: "quay", url, htmlPath: "quay.html" },
    "no json",
    { id: "none", url, htmlPath: "none.html" },
    { id: "both", url, html: "", htmlPath: "quay.html" },
    { id: "bomb", url, htmlPath: "bomb.html.gz" },
    { id: "empty", url, html: "<p>Hello.</p>" },
    { id: "wall", url, htmlPath: "wall.html.gz" },
  ];
  const [from, out] = [join(folder, "pages.jsonl"), join(folder, "articles.jsonl")];
  await writeFile(
    from,
    `\uFEFF${lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n\n")}\n`,
  );
  const told: string[] = [];
  expect(await extractFile({ in: from, out }, (line) => told.push(line))).toEqual({ written: 3, leftOut: 5 });
  const rows = (await readFile(out, "utf8")).trim().split("\n");
  expect(rows.map((row) => JSON.parse(row))).toEqual(
    ["harbour", "quay", "wall"].map((id) => ({
      id,
      title: `The ${id} of Port Halden is closed`,
      byline: "Ines Vale",
      publishedAt: "2025-03-03",
      text: `The ${id} of Port Halden stays closed for nine days, its director said on Monday.\n\nThe café stays open, and its keeper said so to everybody who asked.`,
    })),
  );
  expect(told.map((line) => line.split(":")[0])).toEqual([
    "line 5",
    "line 7",
    "line 9",
    "line 11",
    "line 13",
  ]);
});

test("the text begins with the standfirst, as a revision's does", async () => {
  const standfirst = "The harbour's wall has cracks, and the ferries keep away from it.";
  const page = html("harbour").replace("</h1>", `</h1><p class="standfirst">${standfirst}</p>`);
  const [from, out] = [join(folder, "standfirst.jsonl"), join(folder, "standfirst-out.jsonl")];
  await writeFile(from, JSON.stringify({ id: "harbour", url: "https://courier.test/1", html: page }));
  await extractFile({ in: from, out }, () => {});
  const { text } = JSON.parse(await readFile(out, "utf8"));
  expect(text.split("\n\n").slice(0, 2)).toEqual([
    standfirst,
    "The harbour of Port Halden stays closed for nine days, its director said on Monday.",
  ]);
});

test("a file that isn't there, or would be overwritten, is refused and nothing is written", async () => {
  const none = join(folder, "none.jsonl");
  await expect(extractFile({ in: none, out: join(folder, "x") }, () => {})).rejects.toMatchObject({
    code: "missing",
  });
  await expect(readFile(join(folder, "x"))).rejects.toThrow();
  await expect(extractFile({ in: none, out: none }, () => {})).rejects.toMatchObject({ code: "invalid" });
});
