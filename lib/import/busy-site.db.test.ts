import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { endExtraction } from "../article/extract/run.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { completeEnv } from "../env.ts";
import { startSite } from "../net/testing.ts";
import { readLines } from "./read.server.ts";
import type { ImportRecord } from "./record.ts";
import { runImport } from "./run.server.ts";

await freshDatabase();
let editor: Viewer;

/** For how long each host asks to be left alone, and how often still. */
const busy = new Map<string, { readonly seconds: number; times: number }>();
const site = await startSite((request, response) => {
  if (request.url === "/robots.txt") return response.writeHead(404).end();
  const asks = busy.get(request.headers.host ?? "");
  if (asks && asks.times-- > 0) return response.writeHead(429, { "retry-after": String(asks.seconds) }).end();
  const title = `Gull colony ${request.url} is counted`;
  const text =
    "<p>The harbour office counted every nest, and boats that wait at the pier were told by lamp.</p>";
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  return response.end(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text.repeat(6)}</article></body></html>`,
  );
}, "0.0.0.0");
const hostOf = (n: number) => `127.0.0.${n}:${site.port}`;
completeEnv({
  fetchLoopback: [2, 3, 4].map((n) => ({ address: `127.0.0.${n}`, port: site.port })),
});
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(async () => {
  await endExtraction();
  await site.close();
  await db().$disconnect();
});

async function* addresses(host: string): AsyncGenerator<ImportRecord> {
  for (const number of [1, 2, 3, 4]) {
    const article = { url: `http://${host}/${number}`, outlet: "Gull Post" };
    yield { number, position: number, excerpt: article.url, held: { kind: "article", article } };
  }
}
async function begin(): Promise<string> {
  const identity = randomUUID();
  const { id } = await db().import.create({ data: { kind: "jsonl", name: "list", identity, sizeBytes: 4n } });
  return id;
}
const run = (importId: string, host: string, signal = new AbortController().signal) =>
  runImport(db(), { importId, records: addresses(host), signal, goesOnBy: "worker" });
const row = (id: string) => db().import.findUniqueOrThrow({ where: { id } });

it("a list of addresses waits for a site that asks for time, and all its lines come in", async () => {
  const host = hostOf(2);
  busy.set(host, { seconds: 1, times: 1 });
  const importId = await begin();
  expect(await run(importId, host)).toBe("done");
  expect(await row(importId)).toMatchObject({ state: "done", added: 4, bad: 0 });
  // They came by the import, and are looked at again as what is fetched.
  const fetched = { revision: { article: { canonicalUrl: { contains: host } } } };
  expect((await db().sighting.findMany({ where: fetched })).map(({ source }) => source)).toEqual(
    Array(4).fill("bulk"),
  );
  expect(await db().articleWatch.count({ where: { article: fetched.revision.article } })).toBe(4);
});

it("a run that is ended or paused does not wait for a site to its end, and nothing of it is bad", async () => {
  const host = hostOf(3);
  busy.set(host, { seconds: 240, times: 99 });
  const importId = await begin();
  const stop = new AbortController();
  const ended = run(importId, host, stop.signal);
  const isBusy = () => db().siteTurn.count({ where: { site: host, busyUntil: { not: null } } });
  await vi.waitFor(async () => expect(await isBusy()).toBe(1), { timeout: 20_000 });
  stop.abort();
  expect(await ended).toBe("ended");
  expect(await row(importId)).toMatchObject({ state: "waiting", lines: 0, bad: 0 });
});

it("lines of a site that asks for longer than anybody waits are bad, and say so", async () => {
  const host = hostOf(4);
  busy.set(host, { seconds: 7_200, times: 1 });
  const importId = await begin();
  expect(await run(importId, host)).toBe("done");
  expect(await row(importId)).toMatchObject({ state: "done", added: 0, bad: 4 });
  for (const { problem } of await readLines(db(), editor, { importId }))
    expect(problem).toMatch(/is busy.* It asks to be left alone for 2 hours\.$/);
});
