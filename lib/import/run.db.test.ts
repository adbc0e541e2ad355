import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { readJsonl } from "./jsonl.ts";
import { linesDone } from "./line.server.ts";
import { readLines } from "./read.server.ts";
import type { Held, ImportRecord } from "./record.ts";
import { type Running, runImport } from "./run.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

async function begin(name = randomUUID()): Promise<string> {
  const { id } = await db().import.create({
    data: { kind: "jsonl", name, identity: name, sizeBytes: 1_000n },
  });
  return id;
}
const article = (mark: string, at: number, over: object = {}) => ({
  url: `https://canal.example/${mark}/${at}`,
  outlet: "Canal Gazette",
  title: `Canal notice ${at} of ${mark}`,
  text: `“Gate ${at} will hold until spring,” said Ilse Varn, who runs the canal.\n\nBarges pass gate ${at} of ${mark}.`,
  ...over,
});
const held = (one: object): Held => ({ kind: "article", article: one });
async function* records(all: readonly Held[]): AsyncGenerator<ImportRecord> {
  for (const [at, one] of all.entries())
    yield { number: at + 1, position: (at + 1) * 10, excerpt: `line ${at + 1}`, held: one };
}
const run = (importId: string, all: AsyncIterable<ImportRecord>, over: Partial<Running> = {}) =>
  runImport(db(), {
    importId,
    records: all,
    signal: new AbortController().signal,
    goesOnBy: "person",
    ...over,
  });
const row = (id: string) => db().import.findUniqueOrThrow({ where: { id } });
const report = (importId: string) => readLines(db(), editor, { importId });
const onRecord = (mark: string) =>
  db().sighting.count({ where: { revision: { article: { canonicalUrl: { contains: `/${mark}/` } } } } });

describe("a run of an import", () => {
  it("is ended at any line and goes on there: each line is done once", async () => {
    const mark = randomUUID();
    const all = Array.from({ length: 40 }, (_, at) => held(article(mark, at)));
    const importId = await begin();
    for (const until of [1, 7, 8, 25]) {
      const stop = new AbortController();
      const onLine = ({ lines }: { readonly lines: number }) => lines >= until && stop.abort();
      expect(await run(importId, records(all), { signal: stop.signal, onLine })).toBe("ended");
      expect(await row(importId)).toMatchObject({ state: "paused" });
    }
    expect(await run(importId, records(all))).toBe("done");
    expect(await row(importId)).toMatchObject({
      state: "done",
      lines: 40,
      added: 40,
      seen: 0,
      bad: 0,
      position: 400n,
    });
    expect(await onRecord(mark)).toBe(40);
    expect((await report(importId)).map(({ number }) => number)).toEqual(all.map((_, at) => at + 1));
  });

  it("one that the worker does waits for it where it is ended", async () => {
    const importId = await begin();
    const stop = new AbortController();
    const all = records([held(article("ended", 1)), held(article("ended", 2))]);
    expect(
      await run(importId, all, { signal: stop.signal, goesOnBy: "worker", onLine: () => stop.abort() }),
    ).toBe("ended");
    expect(await row(importId)).toMatchObject({ state: "waiting" });
  });

  it("by two processes at once does each line once, and either comes to its end", async () => {
    const mark = randomUUID();
    const all = Array.from({ length: 12 }, (_, at) => held(article(mark, at)));
    const importId = await begin();
    const both = await Promise.all([run(importId, records(all)), run(importId, records(all))]);
    expect(both).toEqual(["done", "done"]);
    expect(await onRecord(mark)).toBe(12);
    expect(await row(importId)).toMatchObject({ state: "done", lines: 12, added: 12, seen: 0, bad: 0 });
  });

  it.each([
    ["", "", ""],
    // Ways to write one address.
    ["#gate", "?utm_source=mail", ""],
  ])("takes of two lines about one article the earlier first (%#)", async (...ends) => {
    const mark = randomUUID();
    const all = Array.from({ length: 6 }, (_, at) =>
      [1, 2, 3].map((text) => {
        const url = `https://canal.example/${mark}/${at}${ends[text - 1]}`;
        return held(article(mark, at, { url, text: `Text ${text} of gate ${at}.\n\nBarges pass ${mark}.` }));
      }),
    ).flat();
    const importId = await begin();
    await run(importId, records(all));
    expect(await row(importId)).toMatchObject({ added: 6, revised: 12 });
    const articles = await db().article.findMany({ where: { canonicalUrl: { contains: `/${mark}/` } } });
    const texts = await db().revision.findMany({
      where: { id: { in: articles.map(({ currentRevisionId }) => currentRevisionId ?? "") } },
    });
    expect(texts).toHaveLength(6);
    for (const { text } of texts) expect(text).toContain("Text 3 of");
  });

  it("of a file with nothing in it has failed, and says so", async () => {
    const importId = await begin();
    expect(await run(importId, records([]))).toBe("done");
    expect(await row(importId)).toMatchObject({
      state: "failed",
      problem: "There is not one line in the file.",
      lines: 0,
    });
    const known = await begin();
    const stop = new AbortController();
    const all = () => records([held(article(randomUUID(), 1))]);
    await run(known, all(), { signal: stop.signal, onLine: () => stop.abort() });
    expect(await run(known, all())).toBe("done");
    expect(await row(known)).toMatchObject({ state: "done", lines: 1 });
  });

  it("holds a few lines at a time, however long the file is", async () => {
    const mark = randomUUID();
    let taken = 0;
    let done = 0;
    let most = 0;
    async function* counted() {
      for await (const record of records(Array.from({ length: 60 }, (_, at) => held(article(mark, at))))) {
        taken += 1;
        most = Math.max(most, taken - done);
        yield record;
      }
    }
    await run(await begin(), counted(), {
      onLine: () => {
        done += 1;
      },
    });
    expect(done).toBe(60);
    expect(most).toBeLessThanOrEqual(5);
  });
});

describe("a bad line", () => {
  // Strings that break software: each is brought in or reported, and the line after it comes in.
  const strange = [
    "\u0000",
    "\ud800",
    "\u202e",
    "'; DROP TABLE article; --",
    "<script>x</script>",
    "￿",
    "a\u0301".repeat(500),
  ];
  it("is reported and never stops the rest", async () => {
    const mark = randomUUID();
    const lines = [
      ...strange.map((words, at) => JSON.stringify(article(mark, at, { title: words, author: words }))),
      "{",
      JSON.stringify(article(mark, 20, { date: "once upon a time" })),
      JSON.stringify(article(mark, 21, { outlet: "" })),
      JSON.stringify(article(mark, 22, { title: [], text: 7 })),
      JSON.stringify(article(mark, 23, { text: "x".repeat(60_000) })),
      JSON.stringify(article(mark, 24, { url: "javascript:alert(1)" })),
      JSON.stringify({
        url: "http://127.0.0.1:1/",
        title: "An address of this machine",
        outlet: "Canal Gazette",
      }),
      JSON.stringify(article(mark, 99)),
    ];
    async function* source() {
      yield Buffer.from(lines.join("\n"));
    }
    const importId = await begin();
    expect(await run(importId, readJsonl(source()))).toBe("done");
    const all = await report(importId);
    expect(all).toHaveLength(lines.length);
    expect(all.at(-1)).toMatchObject({ outcome: "added" });
    for (const { outcome, problem } of all) if (outcome === "bad") expect(problem).not.toBe("");
    const problems = Object.fromEntries(all.map(({ number, problem }) => [number - strange.length, problem]));
    expect(problems).toMatchObject({
      1: "The line is not JSON.",
      2: expect.stringContaining("not a date"),
      3: expect.stringContaining("names no outlet"),
      5: "A paragraph of the text is too long.",
      6: "The address is not a web address (https://…).",
      7: "The address leads into a private network.",
    });
  });

  /** A line that goes wrong as only a fault of ours would. */
  const odd = () =>
    held(
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new TypeError("nobody thought of this");
          },
        },
      ),
    );
  it("that goes wrong in a way nobody knows is reported too", async () => {
    const mark = randomUUID();
    const importId = await begin();
    await run(importId, records([held(article(mark, 1)), odd(), held(article(mark, 2))]));
    expect(await row(importId)).toMatchObject({ state: "done", added: 2, bad: 1 });
    expect((await report(importId))[1]?.problem).toContain("on our side");
  });

  it("where line after line goes so, it is not the lines: the import says that it broke off, and goes on later", async () => {
    const mark = randomUUID();
    const importId = await begin();
    const good = [held(article(mark, 1)), held(article(mark, 2))];
    await expect(run(importId, records([...Array.from({ length: 12 }, odd), ...good]))).rejects.toThrow(
      "nobody thought",
    );
    expect(await row(importId)).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("broke off"),
    });
    const rest = [
      ...Array.from({ length: 12 }, () => ({ kind: "bad", problem: "not this time" }) as const),
      ...good,
    ];
    expect(await run(importId, records(rest))).toBe("done");
    expect(await row(importId)).toMatchObject({ state: "done", lines: 14, added: 2, bad: 12, problem: null });
  });
});

describe("an editor at the desk", () => {
  it.each(["paused", "stopped"] as const)("has a run %s while it goes on", async (state) => {
    const mark = randomUUID();
    const importId = await begin();
    async function* endless() {
      for (let number = 1; ; number++)
        yield { number, position: number, excerpt: "", held: held(article(mark, number)) };
    }
    const onLine = ({ lines }: { readonly lines: number }) =>
      lines >= 3 &&
      db()
        .import.update({ where: { id: importId }, data: { state } })
        .then();
    expect(await run(importId, endless(), { onLine })).toBe("paused");
    expect(await row(importId)).toMatchObject({ state });
  });

  it("who paused it has the worker not run it, but the command goes on with it", async () => {
    const importId = await begin();
    await db().import.update({ where: { id: importId }, data: { state: "paused" } });
    const all = () => records([held(article(randomUUID(), 1))]);
    expect(await run(importId, all(), { goesOnBy: "worker" })).toBe("paused");
    expect(await row(importId)).toMatchObject({ state: "paused", lines: 0 });
    expect(await run(importId, all())).toBe("done");
  });

  it("who stopped it has it not run again", async () => {
    const importId = await begin();
    await db().import.update({ where: { id: importId }, data: { state: "stopped" } });
    await expect(run(importId, records([]))).rejects.toThrow("stopped");
  });
});

describe("lines that were done", () => {
  it("are known though some before the last were not", async () => {
    const importId = await begin();
    const numbers = Array.from({ length: 100 }, (_, at) => at + 1).filter((at) => at !== 60 && at !== 98);
    await db().importLine.createMany({
      data: numbers.map((number) => ({ importId, number, outcome: "bad" as const, excerpt: "" })),
    });
    const isDone = await linesDone(db(), importId, 64);
    expect([1, 59, 97, 99, 100].map(isDone)).toEqual([true, true, true, true, true]);
    expect([60, 98, 101].map(isDone)).toEqual([false, false, false]);
  });
});
