import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { childEnvironment } from "#lib/env.ts";
import { importByCommand } from "./import.ts";

const url = await freshDatabase();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "on-record-import-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await db().$disconnect();
});

const line = (at: number, mark: string) =>
  JSON.stringify({
    url: `https://canal.example/${mark}/${at}`,
    outlet: "Canal Gazette",
    title: `Canal notice ${at} of ${mark}`,
    text: `“Gate ${at} will hold until spring,” said Ilse Varn, who runs the canal.\n\nBarges pass gate ${at} twice a day.`,
    date: "2024-07-02",
  });

async function file(name: string, lines: readonly string[]): Promise<string> {
  const whole = path.join(folder, name);
  await writeFile(whole, `${lines.join("\n")}\n`);
  return whole;
}

describe("import by command", () => {
  it("brings each line in, reports the bad ones, and finds all on record the second time", async () => {
    const lines = Array.from({ length: 20 }, (_, at) => line(at, "twice"));
    lines.splice(5, 0, "no json", '{"title":"No text, no address"}');
    const whole = await file("twice.jsonl", lines);
    const report = path.join(folder, "report.csv");
    expect(await importByCommand({ file: whole, report }, () => {})).toContain("22 lines: 20 new, 2 bad.");
    const [row] = await db().import.findMany();
    const bad = await db().importLine.findMany({ where: { importId: row?.id ?? "", outcome: "bad" } });
    expect(bad.map(({ number }) => number).sort((a, b) => a - b)).toEqual([6, 7]);
    expect(bad.map(({ problem }) => problem).join()).toContain("not JSON");
    const { readFile } = await import("node:fs/promises");
    expect((await readFile(report, "utf8")).split("\r\n")).toHaveLength(24);
    expect(await importByCommand({ file: whole }, () => {})).toContain("20 seen again, 2 bad");
    expect(await db().article.count({ where: { canonicalUrl: { contains: "/twice/" } } })).toBe(20);
  });

  it("stores nothing when it is only tried", async () => {
    const fetched = JSON.stringify({ url: "https://canal.example/dry/2", title: "Only an address" });
    const whole = await file("dry.jsonl", [line(1, "dry"), "{", '{"title":"No text, no address"}', fetched]);
    const before = await db().import.count();
    const said = await importByCommand({ file: whole, dryRun: true }, () => {});
    expect(said).toContain("Can be brought in: 1; would have to be fetched: 1; bad: 2;");
    expect(said).toContain("line 3: The line has neither a text nor an address");
    expect(await db().article.count({ where: { canonicalUrl: { contains: "/dry/" } } })).toBe(0);
    expect(await db().import.count()).toBe(before);
  });

  it("says that nothing came in, and ends with an error for it", async () => {
    const whole = await file("nothing.jsonl", ["no json", "no json either"]);
    await expect(importByCommand({ file: whole }, () => {})).rejects.toThrow("2 lines: 2 bad.");
    await expect(importByCommand({ file: await file("empty.csv", [""]) }, () => {})).rejects.toThrow(
      "0 lines",
    );
    await expect(importByCommand({ file: path.join(folder, "none.csv") }, () => {})).rejects.toThrow(
      "Can't read",
    );
    await expect(importByCommand({ file: folder, kind: "csv" }, () => {})).rejects.toThrow("a folder");
  });

  it("brings a folder of saved pages in, tells how far it is, and finds a page more later", async () => {
    const pages = path.join(folder, "pages");
    await mkdir(pages);
    const page = (at: number) => {
      const text = `<p>“Gate ${at} will hold until spring,” said Ilse Varn, who runs the canal and its gates.</p><p>Barges pass gate ${at} twice a day in summer, and the keeper counts them for the port office.</p>`;
      return `<html><head><title>Canal gate ${at} rebuilt</title><link rel="canonical" href="https://canal.example/pages/${at}"></head><body><article><h1>Canal gate ${at} rebuilt</h1>${text}</article></body></html>`;
    };
    for (const at of [1, 2]) await writeFile(path.join(pages, `${at}.html`), page(at));
    const shares: number[] = [];
    const bring = () =>
      importByCommand({ file: pages, outlet: "Canal Gazette" }, ({ progress }) =>
        shares.push(progress.share),
      );
    expect(await bring()).toContain("2 lines: 2 new.");
    expect(Math.max(...shares)).toBe(1);
    await writeFile(path.join(pages, "0.html"), page(0));
    expect(await bring()).toContain("3 lines: 1 new, 2 seen again.");
  });

  it("is paused by Ctrl-C, and the same file goes on there from wherever it lies", async () => {
    const lines = Array.from({ length: 40 }, (_, at) => line(at, "paused"));
    const whole = await file("paused.jsonl", lines);
    const child = spawn(process.execPath, [path.join(import.meta.dirname, "on-record.ts"), "import", whole], {
      env: childEnvironment({ DATABASE_URL: url }),
      stdio: ["ignore", "pipe", "ignore"],
    });
    const said: string[] = [];
    child.stdout.on("data", (words) => said.push(String(words)));
    const close = once(child, "close");
    const find = () => db().import.findFirst({ where: { name: "paused.jsonl" } });
    while (((await find())?.lines ?? 0) < 3 && child.exitCode === null) await pause(5);
    child.kill("SIGINT");
    // As npm does.
    child.kill("SIGINT");
    expect(await close).toEqual([0, null]);
    expect(said.join("")).toContain("Paused: the same command goes on there.");
    const row = await find();
    expect(row).toMatchObject({ state: "paused", bad: 0 });
    expect(row?.lines).toBeLessThan(40);
    await mkdir(path.join(folder, "moved"));
    const moved = path.join(folder, "moved", "paused.jsonl");
    await rename(whole, moved);
    expect(await importByCommand({ file: moved }, () => {})).toContain("40 lines: 40 new.");
    expect(await db().import.count({ where: { name: "paused.jsonl" } })).toBe(1);
  });

  it("killed at any moment, it goes on there, and each line is done once", async () => {
    const lines = Array.from({ length: 30 }, (_, at) => line(at, "killed"));
    const whole = await file("killed.jsonl", lines);
    const run = () =>
      spawn(process.execPath, [path.join(import.meta.dirname, "on-record.ts"), "import", whole], {
        env: childEnvironment({ DATABASE_URL: url }),
        stdio: "ignore",
      });
    const done = () => db().importLine.count({ where: { import: { name: "killed.jsonl" } } });
    for (const until of [3, 10, 20]) {
      const child = run();
      const exit = once(child, "exit");
      while ((await done()) < until && child.exitCode === null) await pause(5);
      child.kill("SIGKILL");
      await exit;
    }
    const last = run();
    expect(await once(last, "exit")).toEqual([0, null]);
    const articles = await db().article.findMany({ where: { canonicalUrl: { contains: "/killed/" } } });
    expect(articles).toHaveLength(30);
    expect(
      await db().sighting.count({
        where: { revision: { article: { canonicalUrl: { contains: "/killed/" } } } },
      }),
    ).toBe(30);
    const [row] = await db().import.findMany({ where: { name: "killed.jsonl" } });
    expect(row).toMatchObject({ state: "done", lines: 30, added: 30, seen: 0, bad: 0 });
  }, 240_000);
});
