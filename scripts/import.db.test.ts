import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
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
    const whole = await file("dry.jsonl", [line(1, "dry"), "{"]);
    expect(await importByCommand({ file: whole, dryRun: true }, () => {})).toContain(
      "1 lines can be brought in, 1 can't",
    );
    expect(await db().article.count({ where: { canonicalUrl: { contains: "/dry/" } } })).toBe(0);
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
