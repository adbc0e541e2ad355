import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { EXTRACTOR } from "../article/extract/extract.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { findFeeds } from "../feed/find.server.ts";
import { FORGOTTEN_AFTER_DAYS } from "../feed/forget.server.ts";
import { FIRST_ITEMS } from "../feed/items.server.ts";
import { takeFeed } from "../feed/poll.server.ts";
import { readFeed } from "../feed/read.server.ts";
import { feedItem, MOST_TRIES } from "./feed-item.server.ts";
import { pollFeed } from "./poll-feed.server.ts";
import { pollFeeds } from "./poll-feeds.server.ts";
import { articlePage, sentences, startTestSite, type TestPage } from "./testing-site.ts";

await freshDatabase();
let editor: Viewer;
let reader: Viewer;

const { pages, asked, during, host } = await startTestSite();
const AT = host(1);

beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  reader = await makeViewer(db(), "reader");
});
const desk = (name: string, input: unknown, viewer: Viewer = editor) =>
  runDeskWrite(db(), viewer, name, input);
const never = new AbortController().signal;
const poll = (feedId: string) => pollFeed(db(), { feedId }, never);
const due = (feedId: string) => db().$executeRaw`UPDATE feed SET next_at = now() WHERE id = ${feedId}::uuid`;
const feedOf = (feedId: string) => db().feed.findUniqueOrThrow({ where: { id: feedId } });
const itemsOf = (feedId: string) => db().feedItem.findMany({ where: { feedId }, orderBy: { key: "asc" } });
const jobsFor = (name: string, ids: readonly string[]) =>
  db().$queryRaw<{ key: string }[]>`
    SELECT singleton_key AS key FROM pgboss.job WHERE name = ${name} AND singleton_key = ANY(${ids}) ORDER BY 1`;

const rss = (items: string) =>
  `<rss version="2.0"><channel><title>Tide Bulletin</title><link>${AT}/</link>${items}</channel></rss>`;
const item = (key: string, over: { title?: string; link?: string; more?: string } = {}) =>
  `<item><guid isPermaLink="false">${key}</guid><title>${over.title ?? `Tide ${key} is high`}</title>
   <link>${over.link ?? `${AT}/${key}`}</link><pubDate>Sun, 30 Jun 2024 10:41:00 +0200</pubDate>${over.more ?? ""}</item>`;
async function add(path: string, over: object = {}) {
  const { feedId, seq } = (await desk("add-feed", {
    url: `${AT}${path}`,
    outlet: { name: "Tide Bulletin" },
    title: "Tide Bulletin",
    kind: "rss",
    ...over,
  })) as { feedId: string; seq: string };
  return { feedId, seq };
}

describe("a feed on the desk", () => {
  it("is added, corrected, paused, resumed and removed by decisions, and each is undone", async () => {
    const { feedId, seq } = await add(`/${randomUUID()}`);
    expect(await jobsFor("poll-feed", [feedId])).toHaveLength(1);
    const act = async (name: string, more: object = {}) => {
      const { version } = await feedOf(feedId);
      return ((await desk(name, { feedId, version, ...more })) as { seq: string }).seq;
    };
    await act("edit-feed", { outlet: { name: "Tide Weekly" }, title: "Weekly" });
    expect(await feedOf(feedId)).toMatchObject({ title: "Weekly", state: "active" });
    const paused = await act("pause-feed");
    expect((await feedOf(feedId)).state).toBe("paused");
    await expect(desk("poll-feed-now", { feedId })).rejects.toMatchObject({ code: "conflict" });
    await desk("undo", { seq: paused });
    expect((await feedOf(feedId)).state).toBe("active");
    await act("pause-feed");
    await act("resume-feed");
    await desk("poll-feed-now", { feedId });
    const removed = await act("remove-feed");
    await expect(act("pause-feed")).rejects.toMatchObject({ code: "missing" });
    await expect(desk("undo", { seq })).rejects.toMatchObject({ code: "conflict" });
    await desk("undo", { seq: removed });
    expect((await feedOf(feedId)).state).toBe("active");
  });

  it("goes when its adding is undone, and comes back when it is added again", async () => {
    const path = `/${randomUUID()}`;
    const { feedId, seq } = await add(path);
    await expect(add(path)).rejects.toMatchObject({ code: "conflict", detail: { feedId } });
    await desk("undo", { seq });
    expect((await feedOf(feedId)).state).toBe("removed");
    expect((await add(path)).feedId).toBe(feedId);
    expect((await feedOf(feedId)).state).toBe("active");
  });

  it("is not a reader's to change, nor anybody's who has not seen it as it is", async () => {
    const { feedId } = await add(`/${randomUUID()}`);
    await expect(desk("pause-feed", { feedId, version: 1 }, reader)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(desk("remove-feed", { feedId, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    await expect(add(`/${randomUUID()}`, { url: "ftp://a.example/feed" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(findFeeds(db(), reader, { address: AT })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is found at its own address, by what a site names, and at the usual places", async () => {
    pages.set("/tides.xml", { body: rss(item("a")) });
    const found = {
      url: `${AT}/tides.xml`,
      kind: "rss",
      title: "Tide Bulletin",
      entries: 1,
      latest: ["Tide a is high"],
    };
    expect(await findFeeds(db(), editor, { address: `${AT}/tides.xml` })).toMatchObject([found]);
    pages.set("/", {
      type: "text/html",
      body: `<link rel="alternate" type="application/rss+xml" href="/gone"><link rel="alternate" type="application/rss+xml" href="/tides.xml">`,
    });
    const { feedId } = await add("/tides.xml");
    expect(await findFeeds(db(), editor, { address: AT })).toMatchObject([{ ...found, feedId }]);
    pages.set("/", { type: "text/html", body: "<p>Tides.</p>" });
    pages.set("/rss.xml", { body: rss(item("a")) });
    expect(await findFeeds(db(), editor, { address: AT })).toMatchObject([{ url: `${AT}/rss.xml` }]);
    pages.delete("/rss.xml");
    asked.length = 0;
    await expect(findFeeds(db(), editor, { address: AT })).rejects.toMatchObject({ code: "unusable" });
    expect(asked.length).toBe(7);
    await expect(findFeeds(db(), editor, { address: `${AT}/no-such-page` })).rejects.toMatchObject({
      message: `${new URL(AT).host} has no page at this address (404). Check the address.`,
    });
  });
});

describe("a poll", () => {
  it("keeps each entry once, sends one job for each new one, and asks for no more than what is new", async () => {
    pages.set("/feed", { body: rss(item("a") + item("b")), headers: { etag: '"1"' } });
    const { feedId } = await add("/feed");
    await poll(feedId);
    const first = await itemsOf(feedId);
    expect(first.map(({ key, state }) => [key, state])).toEqual([
      ["a", "waiting"],
      ["b", "waiting"],
    ]);
    expect(
      await jobsFor(
        "feed-item",
        first.map(({ id }) => id),
      ),
    ).toHaveLength(2);
    expect(await feedOf(feedId)).toMatchObject({ etag: '"1"', failures: 0, problem: null });
    // Not due: nothing is asked.
    asked.length = 0;
    await poll(feedId);
    expect(asked).toEqual([]);
    await due(feedId);
    await poll(feedId);
    expect(asked).toEqual([{ path: "/feed", etag: '"1"' }]);
    pages.set("/feed", { body: rss(item("c") + item("b")), headers: { etag: '"2"' } });
    await due(feedId);
    await Promise.all([poll(feedId), poll(feedId), poll(feedId)]);
    expect(asked).toHaveLength(2);
    expect((await itemsOf(feedId)).map(({ key }) => key)).toEqual(["a", "b", "c"]);
  });

  it("is due from the moment it is made due, however soon it is taken", async () => {
    const { feedId } = await add(`/${randomUUID()}`);
    for (let n = 0; n < 300; n++) {
      await due(feedId);
      expect(await takeFeed(db(), feedId), `time ${n}`).not.toBeNull();
      expect(await takeFeed(db(), feedId)).toBeNull();
    }
  });

  it("brings in only the newest entries of a feed that is read for the first time", async () => {
    const many = Array.from({ length: FIRST_ITEMS + 15 }, (_, n) => item(`n${n}`)).join("");
    pages.set("/long", { body: rss(many) });
    const { feedId } = await add("/long");
    await poll(feedId);
    const states = (await itemsOf(feedId)).map(({ state }) => state);
    expect(states.filter((state) => state === "waiting")).toHaveLength(FIRST_ITEMS);
    expect(states.filter((state) => state === "before")).toHaveLength(15);
    pages.set("/long", { body: rss(item("new") + many) });
    await due(feedId);
    await poll(feedId);
    expect((await itemsOf(feedId)).find(({ key }) => key === "new")?.state).toBe("waiting");
  });

  it("says why a feed can't be read and when it is tried again; a later good poll takes it back", async () => {
    pages.set("/broken", { body: "<rss version='2.0'><channel><title>Tide" });
    const { feedId } = await add("/broken", { url: `${host(2)}/broken` });
    await poll(feedId);
    const once = await feedOf(feedId);
    expect(once).toMatchObject({
      failures: 1,
      problem: "The feed is broken: its XML can’t be read.",
      state: "active",
    });
    pages.set("/broken", { status: 503, headers: { "retry-after": "7200" } });
    await due(feedId);
    await poll(feedId);
    const twice = await feedOf(feedId);
    expect(twice).toMatchObject({ failures: 2, problemAt: once.problemAt });
    expect(twice.nextAt.getTime() - Date.now()).toBeGreaterThan(7_100_000);
    // The site's wish holds for all of its addresses: another poll is not asked, and counts for nothing.
    await due(feedId);
    asked.length = 0;
    await poll(feedId);
    expect(asked).toEqual([]);
    expect((await feedOf(feedId)).failures).toBe(2);
  });

  it("does not push a broken feed's next time away by being asked to look now", async () => {
    pages.set("/pressed", { body: "<rss version='2.0'><channel><title>Tide" });
    const { feedId } = await add("/pressed", { url: `${host(4)}/pressed` });
    await poll(feedId);
    const { problemAt } = await feedOf(feedId);
    for (let press = 0; press < 4; press++) {
      await desk("poll-feed-now", { feedId });
      await poll(feedId);
    }
    expect(await feedOf(feedId)).toMatchObject({ failures: 2, problemAt });
  });

  it("leaves a feed due that is asked for while it is read, and shows it as read until then", async () => {
    pages.set("/asked", { body: "<rss version='2.0'><channel><title>Tide" });
    const { feedId } = await add("/asked", { url: `${host(5)}/asked` });
    const shown = async () => (await readFeed(db(), editor, feedId)).feed;
    during.onAsked = async (path) => {
      if (path === "/asked") await desk("poll-feed-now", { feedId });
    };
    await poll(feedId);
    expect((await feedOf(feedId)).nextAt.getTime()).toBeLessThanOrEqual(Date.now());
    during.onAsked = () => undefined;
    pages.set("/asked", { body: rss(item("a")) });
    await poll(feedId);
    expect((await feedOf(feedId)).nextAt.getTime()).toBeGreaterThan(Date.now());
    // Its job has not been taken: it is about to be read, and is looked at again until it has been.
    expect(await shown()).toMatchObject({ pending: true, problem: null });
    await db().$executeRaw`UPDATE pgboss.job SET state = 'active' WHERE singleton_key = ${feedId}`;
    expect(await shown()).toMatchObject({ pending: true });
    await db().$executeRaw`UPDATE pgboss.job SET state = 'completed' WHERE singleton_key = ${feedId}`;
    expect(await shown()).toMatchObject({ pending: false });
    await due(feedId);
    expect(await shown()).toMatchObject({ pending: true });
  });

  it("follows a feed that has moved for good when its server has said so twice", async () => {
    pages.set("/old", { status: 301, headers: { location: "/new" } });
    pages.set("/new", { body: rss(item("a")) });
    const { feedId } = await add("/old");
    await poll(feedId);
    expect(await feedOf(feedId)).toMatchObject({ url: `${AT}/old`, movingTo: `${AT}/new` });
    await due(feedId);
    await poll(feedId);
    expect(await feedOf(feedId)).toMatchObject({ url: `${AT}/new`, movingTo: null, state: "active" });
    const { feedId: second } = await add("/old");
    await poll(second);
    await due(second);
    await poll(second);
    expect(await feedOf(second)).toMatchObject({
      state: "paused",
      problem: expect.stringContaining("which is the feed"),
    });
  });

  it("follows no redirect for good that is for now", async () => {
    pages.set("/today", { status: 302, headers: { location: "/there" } });
    pages.set("/there", { body: rss(item("a")) });
    const { feedId } = await add("/today");
    for (let n = 0; n < 3; n++) {
      await due(feedId);
      await poll(feedId);
    }
    expect(await feedOf(feedId)).toMatchObject({ url: `${AT}/today`, movingTo: null, failures: 0 });
  });

  it("says of a feed that can't be had what is wrong, and not what to do about a page", async () => {
    const { feedId } = await add("/no-such-feed");
    await poll(feedId);
    expect(await feedOf(feedId)).toMatchObject({
      problem: `${new URL(AT).host} has no page at this address (404).`,
    });
  });

  it("pauses a feed that is gone for good, and says so", async () => {
    pages.set("/gone", { status: 410 });
    const { feedId } = await add("/gone");
    await poll(feedId);
    expect(await feedOf(feedId)).toMatchObject({ state: "paused", problem: expect.stringContaining("410") });
    const { version } = await feedOf(feedId);
    await desk("resume-feed", { feedId, version });
    expect(await feedOf(feedId)).toMatchObject({ state: "active", problem: null, failures: 0 });
  });

  it("asks again for an article whose entry says something else now, and tries a refused one again", async () => {
    pages.set("/changing", { body: rss(item("changes") + item("lost")) });
    pages.set("/changes", articlePage("Tide tables change"));
    const { feedId } = await add("/changing");
    await poll(feedId);
    await settleAll(feedId);
    pages.set("/changing", {
      body: rss(item("changes", { title: "Tide tables changed" }) + item("lost", { title: "Found" })),
    });
    await due(feedId);
    await poll(feedId);
    const [changes, lost] = await itemsOf(feedId);
    expect(await jobsFor("refetch-article", [changes?.articleId ?? ""])).toHaveLength(1);
    expect(lost).toMatchObject({ state: "waiting", title: "Found", problem: null });
  });

  it("of a feed that is removed meanwhile keeps nothing", async () => {
    const { feedId } = await add("/feed", { url: `${AT}/feed?removed` });
    pages.set("/feed?removed", { body: rss(item("a")) });
    await poll(feedId);
    const { version } = await feedOf(feedId);
    await desk("remove-feed", { feedId, version });
    expect(await itemsOf(feedId)).toEqual([]);
    await due(feedId);
    asked.length = 0;
    await poll(feedId);
    expect(asked).toEqual([]);
  });
});

/** Runs the jobs of all entries that wait, as the queue would. */
async function settleAll(feedId: string): Promise<void> {
  for (const { id, state } of await itemsOf(feedId))
    if (state === "waiting") await feedItem(db(), { feedItemId: id }, never).catch(() => undefined);
}

/** A feed with these entries, polled once. */
async function polled(items: string, base = AT): Promise<string> {
  const path = `/${randomUUID()}`;
  pages.set(path, { body: rss(items) });
  const { feedId } = await add(path, { url: `${base}${path}` });
  await poll(feedId);
  return feedId;
}
const articleOf = (id: string | null | undefined) =>
  db().article.findUniqueOrThrow({
    where: { id: id ?? "" },
    include: { outlet: true, currentRevision: true },
  });

describe("an entry", () => {
  it("becomes an article of the feed's outlet, exactly once, with the feed's date where its page has none", async () => {
    pages.set("/quay", articlePage("Quay wall is mended"));
    const feedId = await polled(item("quay", { more: "<author>Bo Crane</author>" }));
    const [{ id } = { id: "" }] = await itemsOf(feedId);
    await Promise.allSettled([1, 2, 3].map(() => feedItem(db(), { feedItemId: id }, never)));
    const [settled] = await itemsOf(feedId);
    expect(settled).toMatchObject({ state: "done", problem: null, content: null });
    expect(await articleOf(settled?.articleId)).toMatchObject({
      headline: "Quay wall is mended",
      canonicalUrl: `${AT}/quay`,
      publishedLocal: new Date("2024-06-30T10:41:00Z"),
      publishedZone: "+02:00",
      publishedSource: "feed",
      outlet: { name: "Tide Bulletin" },
      currentRevision: { extractor: EXTRACTOR },
    });
    const sightings = await db().sighting.findMany({
      where: { revision: { articleId: settled?.articleId ?? "" } },
    });
    expect(sightings.map(({ source }) => source)).toEqual(["feed"]);
  });

  it("has the feed's time where its page knows no more than that day, and the page's day where they disagree", async () => {
    const paths = ["2024/06/30/jetty", "2024/06/28/jetty"];
    for (const [n, path] of paths.entries()) pages.set(`/${path}`, articlePage(`Jetty ${n} is mended`));
    await settleAll(await polled(paths.map((path) => item(path)).join("")));
    const dated = async (path: string) =>
      db().article.findFirstOrThrow({ where: { canonicalUrl: `${AT}/${path}` } });
    expect(await dated("2024/06/30/jetty")).toMatchObject({
      publishedLocal: new Date("2024-06-30T10:41:00Z"),
      publishedSource: "feed",
    });
    expect(await dated("2024/06/28/jetty")).toMatchObject({
      publishedLocal: new Date("2024-06-28T00:00:00Z"),
      publishedPrecision: "day",
      publishedSource: "meta",
    });
  });

  it("is brought in from the feed where its page is behind a wall and the feed has the whole text", async () => {
    pages.set("/walled", { status: 403 });
    const whole = `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${sentences("the wall", 9)}<script>steal()</script>]]></content:encoded>`;
    const feedId = await polled(item("walled", { title: "A wall & a quay", more: whole }));
    await settleAll(feedId);
    const [settled] = await itemsOf(feedId);
    expect(settled).toMatchObject({ state: "done" });
    const stored = await articleOf(settled?.articleId);
    expect(stored).toMatchObject({
      headline: "A wall & a quay",
      canonicalUrl: `${AT}/walled`,
      currentRevision: { extractor: "feed/1" },
    });
    expect(stored.currentRevision?.text).not.toMatch(/steal|</);
  });

  it("says why it came to nothing: a wall, no page; and is tried again", async () => {
    pages.set("/wall", { status: 403 });
    const feedId = await polled(item("wall") + item("missing"));
    await settleAll(feedId);
    const [missing, wall] = await itemsOf(feedId);
    expect(missing).toMatchObject({ state: "failed", problem: expect.stringContaining("404") });
    expect(wall).toMatchObject({ state: "refused", problem: expect.stringContaining("403") });
    pages.set("/wall", articlePage("The wall is open"));
    await desk("try-feed-item", { feedItemId: wall?.id });
    await settleAll(feedId);
    expect((await itemsOf(feedId))[1]).toMatchObject({ state: "done", problem: null });
    await expect(desk("try-feed-item", { feedItemId: wall?.id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("obeys robots.txt, for the feed and for its pages", async () => {
    pages.set("/robots.txt", { type: "text/plain", body: "User-agent: *\nDisallow: /private" });
    pages.set("/private/page", articlePage("Nobody's business"));
    const base = host(3);
    const feedId = await polled(item("private", { link: `${base}/private/page` }), base);
    asked.length = 0;
    await settleAll(feedId);
    expect(asked).toEqual([]);
    expect((await itemsOf(feedId))[0]).toMatchObject({
      state: "refused",
      problem: expect.stringContaining("robots.txt"),
    });
    const { feedId: hidden } = await add("/x", { url: `${base}/private/feed` });
    await poll(hidden);
    expect(await feedOf(hidden)).toMatchObject({
      failures: 1,
      problem: expect.stringContaining("robots.txt"),
    });
  });

  it("is tried again while its site is in trouble, and given up in the end", async () => {
    pages.set("/trouble", { status: 500 });
    const feedId = await polled(item("trouble"));
    const [{ id } = { id: "" }] = await itemsOf(feedId);
    for (let n = 1; n < MOST_TRIES; n++)
      await expect(feedItem(db(), { feedItemId: id }, never)).rejects.toMatchObject({ code: "tooMany" });
    expect((await itemsOf(feedId))[0]).toMatchObject({ state: "waiting", tries: MOST_TRIES - 1 });
    await feedItem(db(), { feedItemId: id }, never);
    expect((await itemsOf(feedId))[0]).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("500"),
    });
  });

  it("whose article an editor took off the record is refused", async () => {
    pages.set("/taken", articlePage("Taken off the record"));
    const feedId = await polled(item("taken"));
    await settleAll(feedId);
    const [settled] = await itemsOf(feedId);
    const articleId = settled?.articleId ?? "";
    const { version } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
    await desk("delete-article", { articleId, version, reason: "Brought in by mistake" });
    const again = await polled(item("other", { link: `${AT}/taken` }));
    await settleAll(again);
    expect((await itemsOf(again))[0]).toMatchObject({
      state: "refused",
      articleId,
      problem: expect.stringContaining("off the record"),
    });
  });
});

describe("poison", () => {
  it("in one feed harms no other: a body without an end, one that is broken, nonsense, a bomb of entities", async () => {
    const bad: readonly TestPage[] = [
      { body: "<rss version='2.0'><channel>", endless: true },
      { body: "<rss version='2.0'><channel><title>Tide" },
      { body: "\u0000\u0000<<<<>>>>" },
      { body: `<!DOCTYPE rss [<!ENTITY a "${"ha".repeat(1_000)}">]>${rss(item("&a;".repeat(1_000)))}` },
      { type: "image/png", body: "no picture" },
    ];
    const ids: string[] = [];
    for (const [n, page] of bad.entries()) {
      pages.set(`/bad${n}`, page);
      ids.push((await add(`/bad${n}`, { url: `${host(n + 5)}/bad${n}` })).feedId);
    }
    pages.set("/good", { body: rss(item("a")) });
    const { feedId: good } = await add("/good", { url: `${host(12)}/good` });
    await pollFeeds(db(), {}, never);
    expect(await jobsFor("poll-feed", [...ids, good])).toHaveLength(bad.length + 1);
    await Promise.all([...ids, good].map(poll));
    expect((await itemsOf(good)).map(({ key }) => key)).toEqual(["a"]);
    const [endless, broken, nonsense, bomb, picture] = await Promise.all(ids.map(feedOf));
    expect(endless?.problem).toMatch(/MB/);
    expect(broken?.problem).toMatch(/broken/);
    expect(nonsense?.problem).toMatch(/no feed/);
    expect(bomb).toMatchObject({ problem: null, failures: 0 });
    expect(picture?.problem).toMatch(/image\/png/);
    for (const feed of [endless, broken, nonsense, picture])
      expect(feed?.nextAt.getTime()).toBeGreaterThan(Date.now());
  }, 60_000);
});

describe("an entry that has left its feed", () => {
  /** As if the feed had not had them since. */
  const leftFor = (feedId: string, days: number) =>
    db().feedItem.updateMany({
      where: { feedId },
      data: { listedAt: new Date(Date.now() - days * 86_400_000) },
    });
  const keysOf = async (feedId: string) => (await itemsOf(feedId)).map(({ key }) => key);
  async function pollAs(feedId: string, items: string) {
    const { url } = await feedOf(feedId);
    pages.set(new URL(url).pathname, { body: rss(items) });
    await due(feedId);
    await poll(feedId);
  }

  it("is forgotten long after, if it is done; not before, and not while it is listed", async () => {
    pages.set("/heron", articlePage("Heron nests at the lock"));
    pages.set("/egret", articlePage("Egret nests at the weir"));
    pages.set("/screened", { status: 403 });
    const all = item("heron") + item("egret") + item("screened") + item("mislaid");
    const feedId = await polled(all);
    await settleAll(feedId);
    expect((await itemsOf(feedId)).map(({ key, state }) => [key, state])).toEqual([
      ["egret", "done"],
      ["heron", "done"],
      ["mislaid", "failed"],
      ["screened", "refused"],
    ]);
    await leftFor(feedId, FORGOTTEN_AFTER_DAYS - 1);
    await pollAs(feedId, item("swift"));
    expect(await keysOf(feedId)).toContain("heron");
    await leftFor(feedId, FORGOTTEN_AFTER_DAYS + 1);
    // A poll that finds the same bytes says nothing of what has left.
    await due(feedId);
    await poll(feedId);
    expect(await keysOf(feedId)).toContain("heron");
    await pollAs(feedId, item("swift") + item("egret"));
    // "swift" waits still.
    expect(await keysOf(feedId)).toEqual(["egret", "mislaid", "screened", "swift"]);
    const [egret] = await itemsOf(feedId);
    expect(Date.now() - (egret?.listedAt.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("leads to its article should it come back: no second one, with an address or without", async () => {
    pages.set("/stork", articlePage("Stork stands on the mast"));
    const whole = `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${sentences("the crane fly", 9)}]]></content:encoded>`;
    const all = `${item("stork")}<item><guid isPermaLink="false">craneFly</guid><title>Crane flies</title>${whole}</item>`;
    const feedId = await polled(all);
    await settleAll(feedId);
    const articles = async () => (await itemsOf(feedId)).map(({ articleId }) => articleId);
    const first = await articles();
    expect(first.filter((id) => id !== null)).toHaveLength(2);
    await leftFor(feedId, FORGOTTEN_AFTER_DAYS + 1);
    await pollAs(feedId, item("gull"));
    expect(await keysOf(feedId)).toEqual(["gull"]);
    await pollAs(feedId, all);
    await settleAll(feedId);
    expect((await articles()).filter((id) => id !== null)).toEqual(first);
    const sightings = await db().sighting.count({ where: { revision: { articleId: first[1] ?? "" } } });
    expect(sightings).toBe(2);
  });
});
