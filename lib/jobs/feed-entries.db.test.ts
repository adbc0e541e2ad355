import { beforeAll, describe, expect, it, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { bringInAddress } from "../desk/bring-in-page.server.ts";
import { readFeed } from "../feed/read.server.ts";
import { feedItem } from "./feed-item.server.ts";
import { pollFeed } from "./poll-feed.server.ts";
import { refetchArticle } from "./refetch-article.server.ts";
import { startWorker } from "./run.server.ts";
import { articlePage, sentences, startTestSite, type TestPage } from "./testing-site.ts";

const url = await freshDatabase();
let editor: Viewer;

const { pages, asked, during, host } = await startTestSite();
const AT = host(1);

beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const never = new AbortController().signal;
const poll = (feedId: string) => pollFeed(db(), { feedId }, never);
const due = (feedId: string) => db().$executeRaw`UPDATE feed SET next_at = now() WHERE id = ${feedId}::uuid`;
const itemsOf = (feedId: string) => db().feedItem.findMany({ where: { feedId }, orderBy: { key: "asc" } });
const rss = (items: string) =>
  `<rss version="2.0"><channel><title>Tide Bulletin</title>${items}</channel></rss>`;
const item = (key: string, link: string, over: { title?: string; whole?: string } = {}) =>
  `<item><guid isPermaLink="false">${key}</guid><title>${over.title ?? `Tide ${key} is high`}</title>
   <link>${link}</link><pubDate>Sun, 30 Jun 2024 10:41:00 +0200</pubDate>${over.whole ?? ""}</item>`;
/** A feed with these entries, polled once. */
async function polled(
  path: string,
  items: string,
  base = AT,
  headers: TestPage["headers"] = {},
): Promise<string> {
  pages.set(path, { body: rss(items), headers });
  const { feedId } = (await desk("add-feed", {
    url: `${base}${path}`,
    outlet: { name: "Tide Bulletin" },
    title: "Tide Bulletin",
    kind: "rss",
  })) as { feedId: string };
  await poll(feedId);
  return feedId;
}
/** Runs the jobs of all entries that wait, as the queue would. */
async function settleAll(feedId: string): Promise<void> {
  for (const { id, state } of await itemsOf(feedId))
    if (state === "waiting") await feedItem(db(), { feedItemId: id }, never).catch(() => undefined);
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
        expect(asked.filter(({ path }) => path === "/often")).toHaveLength(n + 1);
        expect(await jobOf(feedId)).toMatchObject({ state: "retry", tries: n });
      });
    }
    expect((await jobOf(feedId))?.wait).toBeGreaterThan(10);
    pages.set("/often", articlePage("Tide often is high"));
    const { id = "" } = (await itemsOf(feedId))[0] ?? {};
    await db().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = ${id}`;
    await work(async () => expect(await jobOf(feedId)).toMatchObject({ state: "completed" }));
    expect((await itemsOf(feedId))[0]).toMatchObject({ state: "done", tries: 0 });
  }, 90_000);

  it("puts a look at a page off: it is no failure of the page's", async () => {
    const base = host(4);
    pages.set("/kept", articlePage("Ferry is kept"));
    const wanted = { url: `${base}/kept`, source: "url", outlet: null, polite: false } as const;
    const { articleId } = await bringInAddress(db(), editor, wanted);
    pages.set("/kept", { status: 503, headers: { "retry-after": "86400" } });
    for (let look = 0; look < 9; look++) await refetchArticle(db(), { articleId }, never);
    const watch = await db().articleWatch.findUniqueOrThrow({ where: { articleId } });
    expect(watch).toMatchObject({
      failures: 0,
      lookedAt: null,
      problem: `${new URL(base).host} is busy.`,
    });
    expect((watch.nextAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(86_000_000);
  });
});

describe("an entry that leads elsewhere now", () => {
  async function pollAs(feedId: string, path: string, items: string): Promise<void> {
    pages.set(path, { body: rss(items) });
    await due(feedId);
    await poll(feedId);
  }
  const jobsFor = (name: string, key: string | null | undefined) =>
    db().$queryRaw<unknown[]>`
      SELECT 1 FROM pgboss.job WHERE name = ${name} AND singleton_key = ${key} AND state = 'created'`;

  it("brings in what it leads to now; the article it led to before stays", async () => {
    pages.set("/one", articlePage("Tide one is high"));
    pages.set("/two", articlePage("Bridge two is shut"));
    const feedId = await polled("/top", item("top", `${AT}/one`, { title: "Tide one is high" }));
    await settleAll(feedId);
    const [before] = await itemsOf(feedId);
    await pollAs(feedId, "/top", item("top", `${AT}/two`, { title: "Bridge two is shut" }));
    expect(await itemsOf(feedId)).toMatchObject([{ state: "waiting", url: `${AT}/two`, articleId: null }]);
    expect(await jobsFor("refetch-article", before?.articleId)).toEqual([]);
    await settleAll(feedId);
    const [after] = await itemsOf(feedId);
    expect(after).toMatchObject({ state: "done", title: "Bridge two is shut" });
    const addresses = await db().article.findMany({
      where: { id: { in: [before?.articleId ?? "", after?.articleId ?? ""] } },
      select: { canonicalUrl: true },
      orderBy: { canonicalUrl: "asc" },
    });
    expect(addresses.map(({ canonicalUrl }) => canonicalUrl)).toEqual([`${AT}/one`, `${AT}/two`]);
  });

  it("is tried again where its address was wrong and is corrected, with nothing else said anew", async () => {
    pages.set("/right", articlePage("Tide fix is high"));
    const feedId = await polled("/fixing", item("fix", `${AT}/wrong`));
    await settleAll(feedId);
    expect(await itemsOf(feedId)).toMatchObject([{ state: "failed" }]);
    await pollAs(feedId, "/fixing", item("fix", `${AT}/right`));
    const [{ id } = { id: "" }] = await itemsOf(feedId);
    expect(await jobsFor("feed-item", id)).toHaveLength(1);
    await settleAll(feedId);
    expect(await itemsOf(feedId)).toMatchObject([{ state: "done", url: `${AT}/right`, problem: null }]);
  });

  it("is not what was read of the page it led to: a correction comes while that is fetched", async () => {
    const path = "/meanwhile";
    // The feed stands elsewhere than its pages: while one of these is fetched, its site is asked for nothing else.
    const base = host(5);
    pages.set("/from", articlePage("Tide from is high"));
    pages.set("/to", articlePage("Tide to is high"));
    const feedId = await polled(path, item("way", `${base}/from`));
    const [{ id } = { id: "" }] = await itemsOf(feedId);
    pages.set(path, { body: rss(item("way", `${base}/to`)) });
    await due(feedId);
    during.onAsked = (asked) => (asked === "/from" ? poll(feedId) : undefined);
    await expect(feedItem(db(), { feedItemId: id }, never)).rejects.toMatchObject({ code: "tooMany" });
    expect(await itemsOf(feedId)).toMatchObject([{ state: "waiting", url: `${base}/to` }]);
    expect(await db().article.count({ where: { canonicalUrl: `${base}/from` } })).toBe(0);
  });

  it("is left as it is where it leads to its article by another way, or its links are numbered anew each time", async () => {
    pages.set("/plain", articlePage("Tide plain is high"));
    pages.set("/numbered?visit=1", articlePage("Tide numbered is high"));
    pages.set("/short", { status: 301, headers: { location: "/plain" } });
    const items = (plain: string, visit: number) =>
      item("plain", `${AT}${plain}`) + item("numbered", `${AT}/numbered?visit=${visit}`);
    const feedId = await polled("/same", items("/short", 1));
    await settleAll(feedId);
    await pollAs(feedId, "/same", items("/plain?utm_source=rss", 2));
    const [numbered, plain] = await itemsOf(feedId);
    expect(plain).toMatchObject({ state: "done", url: `${AT}/plain?utm_source=rss` });
    expect(numbered).toMatchObject({ state: "done" });
    for (const { articleId } of [numbered, plain].flatMap((row) => row ?? []))
      expect(await jobsFor("refetch-article", articleId)).toEqual([]);
  });

  it("waits its turn where very many do at once: one poll brings some in anew, and those that follow the others", async () => {
    const items = (folder: string) =>
      Array.from({ length: 60 }, (_, n) => item(`many${n}`, `${AT}/${folder}/${n}`)).join("");
    const feedId = await polled("/many", item("first", `${AT}/first`));
    await pollAs(feedId, "/many", items("old"));
    await db().feedItem.updateMany({ where: { feedId }, data: { state: "done", doneAt: new Date() } });
    const waiting = (folder: string) =>
      db().feedItem.count({ where: { feedId, state: "waiting", url: { contains: `/${folder}/` } } });
    await pollAs(feedId, "/many", items("new"));
    expect([await waiting("new"), await waiting("old")]).toEqual([50, 0]);
    await pollAs(feedId, "/many", items("new") + item("last", `${AT}/last`));
    expect(await waiting("new")).toBe(60);
  });
});

describe("a feed that a decision changes while it is polled", () => {
  /** Removes it and undoes that, as the site is asked and before it answers. */
  async function pollAndTurn(feedId: string, path: string, answer: TestPage): Promise<void> {
    pages.set(path, answer);
    await due(feedId);
    during.onAsked = async (asked) => {
      if (asked !== path) return;
      const { version } = await db().feed.findUniqueOrThrow({ where: { id: feedId } });
      const { seq } = (await desk("remove-feed", { feedId, version })) as { seq: string };
      await desk("undo", { seq });
      expect(await itemsOf(feedId)).toEqual([]);
    };
    await poll(feedId);
    during.onAsked = () => undefined;
  }

  it("is removed and brought back, and finds its waiting entries again: an answer to what was asked before is not kept", async () => {
    const items = item("a", `${AT}/a`) + item("b", `${AT}/b`);
    const feedId = await polled("/back", items, AT, { etag: '"1"' });
    await pollAndTurn(feedId, "/back", { status: 304, headers: { etag: '"1"' } });
    expect(await db().feed.findUnique({ where: { id: feedId } })).toMatchObject({
      etag: null,
      bodySha256: null,
    });
    pages.set("/back", { body: rss(items) });
    // It is due at once.
    await poll(feedId);
    expect((await itemsOf(feedId)).map(({ key, state }) => [key, state])).toEqual([
      ["a", "waiting"],
      ["b", "waiting"],
    ]);
  });

  it("is called something else, and is polled again at once", async () => {
    const feedId = await polled("/called", item("a", `${AT}/a`));
    pages.set("/called", { body: rss(item("b", `${AT}/b`)) });
    await due(feedId);
    during.onAsked = async () => {
      during.onAsked = () => undefined;
      const { version } = await db().feed.findUniqueOrThrow({ where: { id: feedId } });
      await desk("edit-feed", { feedId, version, outlet: { name: "Tide Bulletin" }, title: "Tides" });
    };
    await poll(feedId);
    expect(await itemsOf(feedId)).toHaveLength(1);
    await poll(feedId);
    expect(await itemsOf(feedId)).toHaveLength(2);
  });

  it("has no failure by what was asked before, nor is it paused", async () => {
    for (const status of [500, 410]) {
      const path = `/back-${status}`;
      const feedId = await polled(path, item("a", `${AT}/a`));
      await pollAndTurn(feedId, path, { status });
      expect(await db().feed.findUnique({ where: { id: feedId } })).toMatchObject({
        state: "active",
        failures: 0,
        problem: null,
      });
      pages.set(path, { body: rss(item("a", `${AT}/a`)) });
      await poll(feedId);
      expect(await itemsOf(feedId)).toMatchObject([{ state: "waiting" }]);
    }
  });
});

describe("an entry whose page can't be had", () => {
  it("is an article of its own text, though another leads to the same page", async () => {
    const whole = (about: string) =>
      `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${sentences(about, 9)}]]></content:encoded>`;
    const note = (key: string, link: string) => item(key, `${AT}${link}`, { whole: whole(`note ${key}`) });
    for (const path of ["/notes", "/notes/", "/notes/own", "/notes?c=1"]) pages.set(path, { status: 403 });
    const feedId = await polled(
      "/day",
      note("a", "/notes") + note("b", "/notes/#b") + note("c", "/notes?c=1") + note("d", "/notes/own"),
    );
    await settleAll(feedId);
    const rows = await db().feedItem.findMany({
      where: { feedId },
      select: { state: true, article: { select: { id: true, canonicalUrl: true } } },
      orderBy: { key: "asc" },
    });
    expect(rows.map(({ state, article }) => [state, article?.canonicalUrl])).toEqual([
      ["done", null],
      ["done", null],
      ["done", `${AT}/notes?c=1`],
      ["done", `${AT}/notes/own`],
    ]);
    const ids = rows.map(({ article }) => article?.id ?? "");
    expect(new Set(ids).size).toBe(4);
    expect(await db().outletChange.count({ where: { articleId: { in: ids } } })).toBe(0);
  });

  it("says what is wrong, and not what whoever sits before it could do", async () => {
    const { host: name } = new URL(AT);
    pages.set("/behind", { status: 403 });
    const feedId = await polled("/shut", item("gone", `${AT}/gone`) + item("wall", `${AT}/behind`));
    await settleAll(feedId);
    const [gone, wall] = await itemsOf(feedId);
    expect(gone?.problem).toBe(`${name} has no page at this address (404).`);
    expect(wall?.problem).toBe(`${name} does not show this page to everyone (403).`);
  });

  it("says no more in a look at it, and in a try that the queue repeats", async () => {
    const { host: name } = new URL(AT);
    pages.set("/fine", articlePage("Tide fine is high"));
    const feedId = await polled("/faulty", item("fault", `${AT}/fault`) + item("fine", `${AT}/fine`));
    pages.set("/fault", { status: 500 });
    const [fault] = await itemsOf(feedId);
    const tried = feedItem(db(), { feedItemId: fault?.id ?? "" }, never);
    await expect(tried).rejects.toMatchObject({ message: `${name} has a fault of its own (500).` });
    await settleAll(feedId);
    const articleId = (await itemsOf(feedId))[1]?.articleId ?? "";
    pages.set("/fine", { status: 404 });
    await refetchArticle(db(), { articleId }, never);
    expect(await db().articleWatch.findUnique({ where: { articleId } })).toMatchObject({
      problem: `${name} has no page at this address (404).`,
    });
  });
});
