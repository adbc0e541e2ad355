import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, describe, expect, test, vi } from "vitest";
import { completeEnv } from "../env.ts";
import { FEED_TYPES, PAGE_TYPES } from "./content-type.ts";
import { createManners } from "./polite-fetch.server.ts";
import { factsOf, reasonOf } from "./refusal.ts";
import { createFetcher, safeFetch } from "./safe-fetch.server.ts";
import { reaching, type Site, startSite } from "./testing.ts";

const open: Site[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((site) => site.close()));
});

type Answers = (request: IncomingMessage, response: ServerResponse) => void;

/** A site whose robots.txt is this, and whose every page is a feed. */
async function siteWith(robots: Answers, feed: Answers = aFeed): Promise<Site> {
  const site = await startSite((request, response) =>
    (request.url === "/robots.txt" ? robots : feed)(request, response),
  );
  open.push(site);
  return site;
}

const aFeed: Answers = (_request, response) =>
  response.writeHead(200, { "content-type": "application/rss+xml" }).end("<rss/>");
const saying =
  (text: string, type = "text/plain"): Answers =>
  (_request, response) =>
    response.writeHead(200, { "content-type": type }).end(text);
const failing =
  (status: number, headers: Record<string, string> = {}): Answers =>
  (_request, response) =>
    response.writeHead(status, headers).end();

const asked = { accepts: FEED_TYPES };
const politeTo = (...sites: Site[]) => createManners(createFetcher(reaching(...sites)));
const at = (site: Site, path: string, host = "paper.test") => `http://${host}:${site.port}${path}`;

async function outcome(work: Promise<{ bytes: Buffer }>) {
  const [settled] = await Promise.allSettled([work]);
  if (settled.status === "fulfilled") return settled.value.bytes.toString();
  return reasonOf(settled.reason) ?? settled.reason;
}

describe("robots.txt", () => {
  const RULES = `
    User-agent: *
    Disallow: /

    User-agent: OnRecord
    Disallow: /private/
    Allow: /private/feed.xml
    Disallow: /*.pdf$
  `;

  test("is obeyed by machines, under our own name", async () => {
    const site = await siteWith(saying(RULES));
    const { politeFetch } = politeTo(site);
    expect(await outcome(politeFetch(at(site, "/feed.xml"), asked))).toBe("<rss/>");
    expect(await outcome(politeFetch(at(site, "/private/feed.xml"), asked))).toBe("<rss/>");
    expect(await outcome(politeFetch(at(site, "/private/other.xml"), asked))).toBe("robots");
    expect(await outcome(politeFetch(at(site, "/a.pdf"), asked))).toBe("robots");
    expect(site.hits).toEqual(["/robots.txt", "/feed.xml", "/private/feed.xml"]);
  });

  test("does not stand between an editor and a page", async () => {
    const site = await siteWith(saying("User-agent: *\nDisallow: /"));
    const { fetchByHand, politeFetch } = politeTo(site);
    expect(await outcome(fetchByHand(at(site, "/page"), asked))).toBe("<rss/>");
    expect(await outcome(politeFetch(at(site, "/page"), asked))).toBe("robots");
    expect(site.hits).toEqual(["/page", "/robots.txt"]);
  });

  test("is obeyed at the end of a redirect too", async () => {
    const site = await siteWith(
      (request, response) =>
        saying(request.headers.host?.startsWith("other") ? "User-agent: *\nDisallow: /" : "")(
          request,
          response,
        ),
      (_request, response) => response.writeHead(302, { location: at(site, "/", "other.test") }).end(),
    );
    const { politeFetch } = politeTo(site);
    expect(await outcome(politeFetch(at(site, "/feed"), asked))).toBe("robots");
    expect(site.hits).toEqual(["/robots.txt", "/feed", "/robots.txt"]);
  });

  test.each([
    ["404", failing(404)],
    ["403", failing(403)],
    ["401", failing(401)],
    ["a page in its place", saying("<html>Not found</html>", "text/html")],
    ["nothing in it", saying("")],
    ["noise in it", saying("\u0000\ufffd:::\nDisallow\n: /\nuser-agent")],
  ])("%s: everything is allowed", async (_what, robots) => {
    const site = await siteWith(robots);
    expect(await outcome(politeTo(site).politeFetch(at(site, "/feed.xml"), asked))).toBe("<rss/>");
  });

  test.each([
    ["500", failing(500), "robots"],
    ["502", failing(502), "robots"],
    ["503", failing(503), "busy"],
    ["429", failing(429), "busy"],
    ["600 kB", saying("# long\n".repeat(90_000)), "robots"],
    ["3,000 wildcards", saying(`User-agent: *\n${"Disallow: /*/a*b*c*d\n".repeat(3_000)}`), "robots"],
    ["broken packing", failing(200, { "content-type": "text/plain", "content-encoding": "lzma" }), "robots"],
    ["a circle", failing(302, { location: "/robots.txt" }), "robots"],
    ["a broken line", (request: IncomingMessage) => request.socket.destroy(), "connection"],
    ["a private address", failing(302, { location: "http://10.0.0.1/" }), "privateAddress"],
  ] satisfies [string, Answers, string][])("%s: nothing is, for now", async (_what, robots, reason) => {
    const site = await siteWith(robots);
    expect(await outcome(politeTo(site).politeFetch(at(site, "/feed.xml"), asked))).toBe(reason);
    expect(site.hits).not.toContain("/feed.xml");
  });

  test("is kept for a day, and asked for once by those who come together", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-02T10:00:00Z") });
    const site = await siteWith(saying("User-agent: *\nDisallow: /no"));
    const { politeFetch } = politeTo(site);
    const asks = () => site.hits.filter((path) => path === "/robots.txt").length;
    await Promise.all(["/1", "/2", "/3"].map((path) => politeFetch(at(site, path), asked)));
    expect(asks()).toBe(1);
    vi.setSystemTime(new Date("2026-03-03T09:59:00Z"));
    await politeFetch(at(site, "/4"), asked);
    expect(asks()).toBe(1);
    vi.setSystemTime(new Date("2026-03-03T10:01:00Z"));
    await politeFetch(at(site, "/5"), asked);
    expect(asks()).toBe(2);
    expect(await outcome(politeFetch(at(site, "/no"), asked))).toBe("robots");
  });

  test("that could not be had is asked for again after ten minutes", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-02T10:00:00Z") });
    let status = 500;
    const site = await siteWith((request, response) => failing(status)(request, response));
    const { politeFetch } = politeTo(site);
    expect(await outcome(politeFetch(at(site, "/feed"), asked))).toBe("robots");
    status = 404;
    vi.setSystemTime(new Date("2026-03-02T10:09:00Z"));
    expect(await outcome(politeFetch(at(site, "/feed"), asked))).toBe("robots");
    vi.setSystemTime(new Date("2026-03-02T10:11:00Z"));
    expect(await outcome(politeFetch(at(site, "/feed"), asked))).toBe("<rss/>");
  });

  test("may ask for time between visits", async () => {
    vi.useFakeTimers({
      toFake: ["Date", "setTimeout", "clearTimeout"],
      now: new Date("2026-03-02T10:00:00Z"),
    });
    const site = await siteWith(saying("User-agent: *\nCrawl-delay: 20"));
    const { politeFetch } = politeTo(site);
    const first = politeFetch(at(site, "/feed"), asked);
    await vi.waitFor(() => expect(site.hits).toEqual(["/robots.txt"]), { timeout: 5_000 });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(2), { timeout: 5_000 });
    vi.advanceTimersByTime(19_000);
    expect(site.hits).toEqual(["/robots.txt"]);
    vi.advanceTimersByTime(1_000);
    expect(await outcome(first)).toBe("<rss/>");
  });
});

describe("a site's turn", () => {
  test("one connection at a time, whoever asks and under whichever name", async () => {
    let now = 0;
    let most = 0;
    const site = await siteWith(saying(""), (request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        aFeed(request, response);
      }, 5);
    });
    const { politeFetch, fetchByHand } = politeTo(site);
    const hosts = ["paper.test", "www.paper.test", "news.paper.test"];
    await Promise.all(
      hosts.flatMap((host) => [
        politeFetch(at(site, "/a", host), asked),
        politeFetch(at(site, "/b", host), asked),
        fetchByHand(at(site, "/c", host), asked),
      ]),
    );
    expect(site.hits.filter((path) => path !== "/robots.txt")).toHaveLength(9);
    expect(most).toBe(1);
  });

  test("two sites are visited at the same time", async () => {
    const waiting: (() => void)[] = [];
    const site = await siteWith(saying(""), (request, response) => {
      waiting.push(() => aFeed(request, response));
      if (waiting.length === 2) for (const answer of waiting) answer();
    });
    const { politeFetch } = politeTo(site);
    const both = ["one.test", "two.test"].map((host) => politeFetch(at(site, "/", host), asked));
    expect(await Promise.all(both)).toHaveLength(2);
  });

  test.each([
    ["90", 90],
    ["Mon, 02 Mar 2026 10:01:30 GMT", 90],
  ])("a site that says Retry-After: %s is not asked before", async (header, seconds) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-02T10:00:00Z") });
    let busy = true;
    const site = await siteWith(saying(""), (request, response) =>
      (busy ? failing(503, { "retry-after": header }) : aFeed)(request, response),
    );
    const { politeFetch, fetchByHand } = politeTo(site);
    expect(await outcome(politeFetch(at(site, "/feed"), asked))).toBe("busy");
    busy = false;
    const hits = site.hits.length;
    const [again] = await Promise.allSettled([fetchByHand(at(site, "/feed", "www.paper.test"), asked)]);
    expect(again.status === "rejected" && factsOf(again.reason)).toEqual({ retryAfter: seconds });
    expect(site.hits.length).toBe(hits);
    vi.setSystemTime(new Date("2026-03-02T10:01:31Z"));
    expect(await outcome(fetchByHand(at(site, "/feed"), asked))).toBe("<rss/>");
  });
});

test("production reaches loopback where the setting names the very port, and nowhere else", async () => {
  const site = await siteWith(saying(""));
  const other = await siteWith(saying(""));
  const page = { accepts: [...PAGE_TYPES, ...FEED_TYPES] };
  expect(await outcome(safeFetch(at(site, "/", "127.0.0.1"), page))).toBe("privateAddress");
  completeEnv({ fetchLoopback: [{ address: "127.0.0.1", port: site.port }] });
  try {
    expect(await outcome(safeFetch(at(site, "/", "127.0.0.1"), page))).toBe("<rss/>");
    expect(await outcome(safeFetch(at(site, "/", "127.0.0.2"), page))).toBe("privateAddress");
    expect(await outcome(safeFetch(at(site, "/", "[::ffff:127.0.0.1]"), page))).toBe("privateAddress");
    expect(await outcome(safeFetch(at(site, "/", "localhost"), page))).toBe("privateAddress");
    expect(await outcome(safeFetch(at(other, "/", "127.0.0.1"), page))).toBe("privateAddress");
    expect(other.hits).toEqual([]);
  } finally {
    completeEnv({ fetchLoopback: [] });
  }
});
