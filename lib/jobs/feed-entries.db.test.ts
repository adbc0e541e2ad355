import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { endExtraction } from "../article/extract/run.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { bringInAddress } from "../desk/bring-in-page.server.ts";
import { completeEnv } from "../env.ts";
import { readFeed } from "../feed/read.server.ts";
import { startSite } from "../net/testing.ts";
import { feedItem } from "./feed-item.server.ts";
import { pollFeed } from "./poll-feed.server.ts";
import { refetchArticle } from "./refetch-article.server.ts";
import { startWorker } from "./run.server.ts";

const url = await freshDatabase();
let editor: Viewer;

interface Page {
  readonly status?: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const pages = new Map<string, Page>();
const asked: string[] = [];
const site = await startSite((request, response) => {
  const path = request.url ?? "";
  asked.push(path);
  const {
    status = 200,
    type = "application/rss+xml",
    body = "",
    headers = {},
  } = pages.get(path) ?? { status: 404 };
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(body);
}, "0.0.0.0");
/** The same site as another host: what one asks for (Retry-After) does not bind the others. */
const host = (n: number) => `http://127.0.0.${n}:${site.port}`;
const AT = host(1);
completeEnv({
  fetchLoopback: Array.from({ length: 20 }, (_, n) => ({ address: `127.0.0.${n + 1}`, port: site.port })),
});

beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterEach(() => {
  pages.clear();
  asked.length = 0;
});
afterAll(async () => {
  await endExtraction();
  await site.close();
  await db().$disconnect();
});

const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const never = new AbortController().signal;
const poll = (feedId: string) => pollFeed(db(), { feedId }, never);
const itemsOf = (feedId: string) => db().feedItem.findMany({ where: { feedId }, orderBy: { key: "asc" } });
const rss = (items: string) =>
  `<rss version="2.0"><channel><title>Tide Bulletin</title>${items}</channel></rss>`;
const item = (key: string, link: string, over: { title?: string; whole?: string } = {}) =>
  `<item><guid isPermaLink="false">${key}</guid><title>${over.title ?? `Tide ${key} is high`}</title>
   <link>${link}</link><pubDate>Sun, 30 Jun 2024 10:41:00 +0200</pubDate>${over.whole ?? ""}</item>`;
const sentences = (about: string, count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `<p>The harbour office noted ${about} at quarter ${n + 1}, and boats that wait at the outer pier were told of it by lamp.</p>`,
  ).join("");
const article = (title: string, head = ""): Page => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${sentences(title, 6)}</article></body></html>`,
});

/** A feed with these entries, polled once. */
async function polled(path: string, items: string, base = AT): Promise<string> {
  pages.set(path, { body: rss(items) });
  const { feedId } = (await desk("add-feed", {
    url: `${base}${path}`,
    outlet: { name: "Tide Bulletin" },
    title: "Tide Bulletin",
    kind: "rss",
  })) as { feedId: string };
  await poll(feedId);
  return feedId;
}

describe("a site that asks for time", () => {
  const jobOf = async (feedId: string) => {
    const [{ id = "" } = {}] = await itemsOf(feedId);
    const [job] = await db().$queryRaw<{ state: string; wait: number; tries: number }[]>`
      SELECT state::text, extract(epoch FROM start_after - now())::float8 AS wait, retry_count AS tries
      FROM pgboss.job WHERE name = 'feed-item' AND singleton_key = ${id}`;
    return job;
  };
  /** Works on entries until `done`. */
  async function work(done: () => Promise<void>): Promise<void> {
    const worker = await startWorker({
      url,
      client: db(),
      handlers: { "feed-item": feedItem },
      unfinished: {},
    });
    try {
      await vi.waitFor(done, { timeout: 30_000, interval: 50 });
    } finally {
      await worker.stop();
    }
  }

  it("has it: the entry's job waits for as long, nothing is counted, and the desk says why", async () => {
    const base = host(2);
    pages.set("/hour", { status: 503, headers: { "retry-after": "3600" } });
    const feedId = await polled("/asks", item("hour", `${base}/hour`), base);
    await work(async () => expect(await jobOf(feedId)).toMatchObject({ state: "retry" }));
    const { wait = 0 } = (await jobOf(feedId)) ?? {};
    expect(wait).toBeGreaterThan(3_500);
    expect((await itemsOf(feedId))[0]).toMatchObject({ state: "waiting", tries: 0 });
    const { entries } = await readFeed(db(), editor, feedId);
    expect(entries).toMatchObject([
      {
        state: "waiting",
        problem: `${new URL(base).host} is busy or wants fewer requests. It is tried again by itself.`,
      },
    ]);
  });

  it("may ask as often as it likes: the entry is brought in when it has time", async () => {
    const base = host(3);
    pages.set("/often", { status: 503, headers: { "retry-after": "0" } });
    const feedId = await polled("/asks-often", item("often", `${base}/often`), base);
    // More often than the queue tries anything.
    for (let n = 0; n < 8; n++) {
      const { id = "" } = (await itemsOf(feedId))[0] ?? {};
      await db().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = ${id}`;
      await work(async () => {
        expect(asked.filter((path) => path === "/often")).toHaveLength(n + 1);
        expect(await jobOf(feedId)).toMatchObject({ state: "retry", tries: n });
      });
    }
    expect((await jobOf(feedId))?.wait).toBeGreaterThan(10);
    pages.set("/often", article("Tide often is high"));
    const { id = "" } = (await itemsOf(feedId))[0] ?? {};
    await db().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = ${id}`;
    await work(async () => expect(await jobOf(feedId)).toMatchObject({ state: "completed" }));
    expect((await itemsOf(feedId))[0]).toMatchObject({ state: "done", tries: 0 });
  }, 90_000);

  it("puts a look at a page off: it is no failure of the page's", async () => {
    const base = host(4);
    pages.set("/kept", article("Ferry is kept"));
    const wanted = { url: `${base}/kept`, source: "url", outlet: null, polite: false } as const;
    const { articleId } = await bringInAddress(db(), editor, wanted);
    pages.set("/kept", { status: 503, headers: { "retry-after": "86400" } });
    for (let look = 0; look < 9; look++) await refetchArticle(db(), { articleId }, never);
    const watch = await db().articleWatch.findUniqueOrThrow({ where: { articleId } });
    expect(watch).toMatchObject({ failures: 0, lookedAt: null, problem: expect.stringContaining("busy") });
    expect((watch.nextAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(86_000_000);
  });
});
