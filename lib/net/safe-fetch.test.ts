import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { FEED_TYPES, PAGE_TYPES } from "./content-type.ts";
import { factsOf, reasonOf } from "./refusal.ts";
import { createFetcher, type FetchRequest, userAgent } from "./safe-fetch.server.ts";
import { reaching, type Site, startRawSite, startSite, startTlsSite } from "./testing.ts";

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function siteOf(answers: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const site = await startSite(answers);
  open.push(site);
  return site;
}

const rawSite = async (answers: Parameters<typeof startRawSite>[0]): Promise<Site> => {
  const site = await startRawSite(answers);
  open.push(site);
  return site;
};

const html = (response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}) =>
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);

const fetchFrom = (site: Site, path = "/", request: Partial<FetchRequest> = {}) =>
  createFetcher(reaching(site))(`http://paper.test:${site.port}${path}`, { accepts: PAGE_TYPES, ...request });

/** The error of a fetch that must be refused. */
async function refused(work: Promise<unknown>) {
  const [outcome] = await Promise.allSettled([work]);
  if (outcome.status === "fulfilled") throw new Error("was fetched");
  const { reason: error } = outcome;
  return { reason: reasonOf(error) ?? error, code: error.code, message: error.message, ...factsOf(error) };
}

test("a page, with what a reader of it needs", async () => {
  let sent: IncomingMessage["headers"] = {};
  const site = await siteOf((request, response) => {
    sent = request.headers;
    html(response, "The ferry leaves at noon.", {
      etag: '"one"',
      "last-modified": "Mon, 02 Mar 2026 10:00:00 GMT",
      "content-type": 'TEXT/HTML ; Charset="windows-1251"',
    });
  });
  const before = Date.now();
  const page = await fetchFrom(site, "/ferry?at=noon#times");
  expect({ ...page, bytes: page.bytes.toString(), fetchedAt: page.fetchedAt.getTime() >= before }).toEqual({
    url: `http://paper.test:${site.port}/ferry?at=noon`,
    status: 200,
    notModified: false,
    redirects: [],
    etag: '"one"',
    lastModified: "Mon, 02 Mar 2026 10:00:00 GMT",
    contentType: "text/html",
    charset: "windows-1251",
    retryAfter: null,
    bytes: "The ferry leaves at noon.",
    fetchedAt: true,
  });
  expect(sent).toMatchObject({
    host: `paper.test:${site.port}`,
    accept: "text/html, application/xhtml+xml",
    "accept-encoding": "gzip, br, zstd, deflate",
    "user-agent": "OnRecord/0 (+https://record.example/about)",
  });
  expect(sent).not.toHaveProperty("cookie");
});

test("production says who asks and where to read about it", () => {
  expect(userAgent()).toMatch(/^OnRecord\/\d+\.\d+\.\d+ \(\+https?:\/\/[^/]+\/about\)$/);
});

describe("packed bodies", () => {
  const text = Buffer.from("The harbour is closed. ".repeat(1_000));
  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["GZIP", gzipSync(text)],
    ["br", brotliCompressSync(text)],
    ["zstd", zstdCompressSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["identity", text],
    ["", text],
  ])("%s is unpacked", async (encoding, body) => {
    const site = await siteOf((_request, response) => html(response, body, { "content-encoding": encoding }));
    expect((await fetchFrom(site)).bytes.equals(text)).toBe(true);
  });

  test.each([
    ["gzip, gzip", gzipSync(gzipSync(text))],
    ["br, gzip", gzipSync(brotliCompressSync(text))],
    ["identity, gzip", gzipSync(text)],
    ["compress", text],
    ["gzip", text],
    ["gzip", gzipSync(text).subarray(0, 60)],
    ["br", Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ["zstd", text],
    ["deflate", Buffer.from("xxxxxxxxxxxx")],
  ])("%s that is stacked, unknown or broken is refused", async (encoding, body) => {
    const site = await siteOf((_request, response) => html(response, body, { "content-encoding": encoding }));
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "encoding", code: "unusable" });
  });

  test("two lines of Content-Encoding are a stack too", async () => {
    const site = await siteOf((_request, response) => {
      response.setHeader("content-encoding", ["gzip", "gzip"]);
      response.setHeader("content-type", "text/html");
      response.end(gzipSync(gzipSync(text)));
    });
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "encoding" });
  });
});

describe("more than 5 MB", () => {
  const zeros = Buffer.alloc(10_000_000);
  test.each([
    ["gzip", gzipSync(zeros)],
    ["br", brotliCompressSync(zeros)],
    ["zstd", zstdCompressSync(zeros)],
    ["deflate", deflateSync(zeros)],
    ["identity", zeros],
  ])("of zeros in %s", async (encoding, body) => {
    const site = await siteOf((_request, response) => html(response, body, { "content-encoding": encoding }));
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "tooLarge", code: "tooLarge" });
  });

  test("exactly the limit is read, one more is not", async () => {
    const site = await siteOf((request, response) =>
      html(response, gzipSync(Buffer.alloc(Number(request.url?.slice(1)))), { "content-encoding": "gzip" }),
    );
    expect((await fetchFrom(site, "/5000000")).bytes).toHaveLength(5_000_000);
    expect(await refused(fetchFrom(site, "/5000001"))).toMatchObject({ reason: "tooLarge" });
    const limits = { bytes: 100 };
    expect((await fetchFrom(site, "/100", { limits })).bytes).toHaveLength(100);
    expect(await refused(fetchFrom(site, "/101", { limits }))).toMatchObject({ reason: "tooLarge" });
    expect(await refused(fetchFrom(site, "/5000001", { limits: { bytes: 9e9 } }))).toMatchObject({
      reason: "tooLarge",
    });
  });

  test("a body without an end is cut off, and its connection with it", async () => {
    const { promise: cutOff, resolve } = Promise.withResolvers<void>();
    const site = await siteOf((_request, response) => {
      response.once("close", resolve);
      response.writeHead(200, { "content-type": "text/html" });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, "na")));
        response.once("drain", more);
      };
      more();
    });
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "tooLarge" });
    await cutOff;
  });

  test("a packed body that goes on for ever and unpacks into nothing", async () => {
    const emptyBlocks = Buffer.alloc(50_000, Buffer.from([0, 0, 0, 0xff, 0xff]));
    const site = await siteOf((_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
      response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]));
      const more = () => {
        while (!response.destroyed && response.write(emptyBlocks));
        response.once("drain", more);
      };
      more();
    });
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "tooLarge" });
  });

  test("a length over the limit is refused before the body comes", async () => {
    const site = await rawSite((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000001\r\n\r\n"),
    );
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "tooLarge" });
  });
});

describe("lying lengths", () => {
  const answer = (length: number, body: string) =>
    rawSite((socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
      ),
    );

  test("longer than what comes: the page broke off", async () => {
    expect(await refused(fetchFrom(await answer(100, "Only this.")))).toMatchObject({ reason: "connection" });
  });

  test("shorter than what comes: the message ends where it says", async () => {
    const { bytes } = await fetchFrom(await answer(4, "Only this."));
    expect(bytes.toString()).toBe("Only");
  });

  test.each(["-1", "5, 6", "ten", "99999999999999999999999"])("%s is no length", async (length) => {
    const site = await rawSite((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\n\r\nhello`),
    );
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "connection" });
  });

  test("a length beside chunks, as smugglers send it", async () => {
    const site = await rawSite((socket) =>
      socket.end(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
      ),
    );
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "connection" });
  });
});

describe("time", () => {
  const limits = { milliseconds: 300 };
  const slowly = (response: ServerResponse, write: () => void) => {
    const timer = setInterval(write, 20);
    response.once("close", () => clearInterval(timer));
  };

  test("a body of one byte at a time ends with the time, and its connection with it", async () => {
    const { promise: cutOff, resolve } = Promise.withResolvers<void>();
    const site = await siteOf((_request, response) => {
      response.once("close", resolve);
      response.writeHead(200, { "content-type": "text/html" });
      slowly(response, () => response.write("a"));
    });
    const { message, ...rest } = await refused(fetchFrom(site, "/", { limits }));
    expect(rest).toEqual({ reason: "timeout", code: "unusable" });
    expect(message).toMatch(/within 1 seconds?\./);
    await cutOff;
  });

  test("headers that never end", async () => {
    const site = await rawSite((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => socket.write("X: a\r\n"), 20);
      socket.once("close", () => clearInterval(timer));
    });
    expect(await refused(fetchFrom(site, "/", { limits }))).toMatchObject({ reason: "timeout" });
  });

  test("a server that says nothing, and a name server that says nothing", async () => {
    const site = await rawSite(() => {});
    expect(await refused(fetchFrom(site, "/", { limits }))).toMatchObject({ reason: "timeout" });
    const fetch = createFetcher({ ...reaching(site), resolve: () => new Promise(() => {}) });
    expect(await refused(fetch("http://paper.test/", { accepts: PAGE_TYPES, limits }))).toMatchObject({
      reason: "timeout",
    });
  });

  test("all redirects share it", async () => {
    const site = await siteOf((request, response) => {
      const step = Number(request.url?.slice(1));
      setTimeout(() => response.writeHead(302, { location: `/${step + 1}` }).end(), 120);
    });
    expect(await refused(fetchFrom(site, "/0", { limits }))).toMatchObject({ reason: "timeout" });
    expect(site.hits.length).toBeLessThanOrEqual(3);
  });

  test("the caller may stop it, with a reason of its own", async () => {
    const site = await rawSite(() => {});
    const stop = new AbortController();
    const work = fetchFrom(site, "/", { signal: stop.signal });
    stop.abort(new Error("The job was cancelled."));
    await expect(work).rejects.toThrow("The job was cancelled.");
  });
});

describe("redirects", () => {
  const chain = () =>
    siteOf((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) html(response, "Arrived.");
      else response.writeHead(left % 2 ? 301 : 307, { location: `/${left - 1}` }).end("Moved.");
    });

  test("five are followed, and told", async () => {
    const site = await chain();
    const { url, redirects } = await fetchFrom(site, "/5");
    const at = (path: string) => `http://paper.test:${site.port}${path}`;
    expect(url).toBe(at("/0"));
    expect(redirects[0]).toEqual({ from: at("/5"), to: at("/4"), status: 301 });
    expect(redirects.map(({ status }) => status)).toEqual([301, 307, 301, 307, 301]);
  });

  test("six are not", async () => {
    const site = await chain();
    expect(await refused(fetchFrom(site, "/6"))).toMatchObject({ reason: "redirects", code: "unusable" });
    expect(site.hits).not.toContain("/0");
  });

  test.each([
    ["/itself", "/itself"],
    ["/a", "/b"],
    ["/a", "/a#again"],
  ])("in a circle: %s, %s", async (...way) => {
    const site = await siteOf((request, response) =>
      response.writeHead(302, { location: way[(way.indexOf(request.url ?? "") + 1) % 2] ?? "" }).end(),
    );
    const { reason, message } = await refused(fetchFrom(site, way[0]));
    expect(reason).toBe("redirects");
    expect(message).toMatch(/circle/);
    expect(site.hits.length).toBeLessThanOrEqual(2);
  });

  test("an address in UTF-8, relative, with a fragment", async () => {
    const site = await siteOf((request, response) => {
      const location = Buffer.from("/Überfahrt#später").toString("latin1");
      if (request.url === "/") response.writeHead(302, { location }).end();
      else html(response, "Arrived.");
    });
    expect((await fetchFrom(site)).url).toBe(`http://paper.test:${site.port}/%C3%9Cberfahrt`);
  });

  test("one that leads nowhere is an answer without a page", async () => {
    const site = await siteOf((_request, response) => response.writeHead(302).end());
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "status", status: 302 });
  });

  test.each([
    ["http://10.0.0.1/", "privateAddress"],
    ["//169.254.169.254/latest/meta-data/", "privateAddress"],
    ["http://paper.test:22/", "privateAddress"],
    ["file:///etc/passwd", "address"],
    ["http://editor:word@paper.test/", "address"],
  ])("from https to %s", async (location, reason) => {
    const keys = {
      key: readFileSync("lib/net/testdata/site.test.key.pem", "utf8"),
      cert: readFileSync("lib/net/testdata/site.test.pem", "utf8"),
    };
    const site = await startTlsSite(
      (_request, response) => response.writeHead(302, { location }).end(),
      keys,
    );
    open.push(site);
    const fetch = createFetcher({ ...reaching(site), ca: keys.cert });
    const asked = fetch(`https://site.test:${site.port}/`, { accepts: PAGE_TYPES });
    expect(await refused(asked)).toMatchObject({ reason });
    expect(site.hits).toEqual(["/"]);
  });
});

describe("certificates", () => {
  const keys = {
    key: readFileSync("lib/net/testdata/site.test.key.pem", "utf8"),
    cert: readFileSync("lib/net/testdata/site.test.pem", "utf8"),
  };

  test("are checked against the host's name, though an address is connected to", async () => {
    const site = await startTlsSite((_request, response) => html(response, "Sealed."), keys);
    open.push(site);
    const fetch = createFetcher({ ...reaching(site), ca: keys.cert });
    const asked = { accepts: PAGE_TYPES };
    expect((await fetch(`https://site.test:${site.port}/`, asked)).bytes.toString()).toBe("Sealed.");
    expect((await fetch(`https://site.test.:${site.port}/`, asked)).bytes.toString()).toBe("Sealed.");
    expect(await refused(fetch(`https://other.test:${site.port}/`, asked))).toMatchObject({
      reason: "certificate",
    });
    expect(await refused(fetch(`https://127.0.0.1:${site.port}/`, asked))).toMatchObject({
      reason: "certificate",
    });
    const distrusting = createFetcher(reaching(site));
    expect(await refused(distrusting(`https://site.test:${site.port}/`, asked))).toMatchObject({
      reason: "certificate",
    });
    expect(site.hits).toHaveLength(2);
  });

  test("http on the https port, and the other way round, are no page", async () => {
    const site = await siteOf((_request, response) => html(response, "Plain."));
    const fetch = createFetcher(reaching(site));
    const { reason } = await refused(fetch(`https://site.test:${site.port}/`, { accepts: PAGE_TYPES }));
    expect(reason).toMatch(/certificate|connection/);
  });
});

describe("what the page says it is", () => {
  test.each([
    [undefined],
    [""],
    ["application/pdf"],
    ["image/png"],
    ["application/octet-stream"],
    ["text/html-evil"],
    ["multipart/x-mixed-replace; boundary=text/html"],
    ["application/json"],
    ["text"],
  ])("%s is no page, whatever its bytes look like", async (type) => {
    const site = await siteOf((_request, response) =>
      response
        .writeHead(200, type === undefined ? {} : { "content-type": type })
        .end("<!doctype html><p>Hello.</p>"),
    );
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "contentType", code: "unusable" });
  });

  test("what is no page may be a feed", async () => {
    const site = await siteOf((_request, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end("{}"),
    );
    expect((await fetchFrom(site, "/", { accepts: FEED_TYPES })).bytes.toString()).toBe("{}");
  });
});

describe("validators", () => {
  const guarded = () =>
    siteOf((request, response) => {
      if (request.url === "/old") response.writeHead(301, { location: "/" }).end();
      else if (
        request.headers["if-none-match"] === '"é1"' ||
        request.headers["if-modified-since"] !== undefined
      )
        response.writeHead(304, { etag: '"é1"' }).end();
      else html(response, "News.", { etag: '"é1"', "last-modified": "Mon, 02 Mar 2026 10:00:00 GMT" });
    });

  test("go back as they came, and save the page", async () => {
    const site = await guarded();
    const { url, etag, lastModified } = await fetchFrom(site);
    for (const known of [{ etag }, { lastModified }, { url, etag, lastModified }]) {
      const again = await fetchFrom(site, "/", { known });
      expect(again).toMatchObject({ status: 304, notModified: true, etag: '"é1"' });
      expect(again.bytes).toHaveLength(0);
    }
  });

  test("go to the address they came from, and to no other", async () => {
    const site = await guarded();
    const { url, etag } = await fetchFrom(site, "/old");
    expect(await fetchFrom(site, "/old", { known: { url, etag } })).toMatchObject({ notModified: true });
    expect(await fetchFrom(site, "/old", { known: { etag } })).toMatchObject({ notModified: false });
  });

  test("304 without having been asked is an answer without a page", async () => {
    const site = await siteOf((_request, response) => response.writeHead(304).end());
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "status", status: 304 });
  });
});

describe("answers without a page", () => {
  test.each([400, 401, 403, 404, 410, 418, 451, 500, 502, 504, 204, 206])("%i", async (status) => {
    const site = await siteOf((_request, response) =>
      response.writeHead(status, { "content-type": "text/html" }).end(),
    );
    const { reason, code, message, ...facts } = await refused(fetchFrom(site));
    expect({ reason, code, ...facts }).toEqual({ reason: "status", code: "unusable", status });
    expect(message).toMatch(new RegExp(`paper\\.test.*\\(${status}\\)\\. .*paste the text\\.$`));
  });

  test.each([
    [429, "120", 120],
    [503, "0", 0],
    [503, "999999999", 86_400],
    [429, undefined, 60],
    [503, undefined, undefined],
    [503, "soon", undefined],
  ])("%i with Retry-After %s", async (status, header, retryAfter) => {
    const site = await siteOf((_request, response) =>
      response.writeHead(status, header === undefined ? {} : { "retry-after": header }).end(),
    );
    const { message: _, ...error } = await refused(fetchFrom(site));
    expect(error).toEqual({
      reason: "busy",
      code: "tooMany",
      status,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  });

  test("nobody listens, and nobody has the name", async () => {
    const site = await siteOf(() => {});
    await site.close();
    expect(await refused(fetchFrom(site))).toMatchObject({ reason: "connection" });
    for (const resolve of [async () => [], async () => Promise.reject(new Error("no such name"))]) {
      const fetch = createFetcher({ ...reaching(site), resolve });
      const asked = fetch("http://nobody.test/", { accepts: PAGE_TYPES });
      expect(await refused(asked)).toMatchObject({ reason: "dns", code: "unusable" });
    }
  });

  test("a port that is none of the web's", async () => {
    const fetch = createFetcher({ ...reaching(), mayConnect: () => false, resolve: async () => ["1.1.1.1"] });
    const asked = fetch("http://paper.test:25/", { accepts: PAGE_TYPES });
    expect(await refused(asked)).toMatchObject({ reason: "port", code: "invalid" });
  });
});

test.each([
  ["one line of 40 kB", `X-Long: ${"a".repeat(40_000)}\r\n`],
  ["4,000 lines", "X-Many: aaaaaa\r\n".repeat(4_000)],
])("headers of %s are refused", async (_what, lines) => {
  const site = await rawSite((socket) =>
    socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${lines}Content-Length: 2\r\n\r\nhi`),
  );
  expect(await refused(fetchFrom(site))).toMatchObject({ reason: "headers" });
});

test("what speaks no HTTP is no page", async () => {
  const site = await rawSite((socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"));
  expect(await refused(fetchFrom(site))).toMatchObject({ reason: "connection" });
});

test("every connection is closed behind us, read or not, though the site would keep it", async () => {
  const closed: Promise<unknown>[] = [];
  const site = await siteOf((request, response) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    request.socket.once("close", resolve);
    closed.push(promise);
    if (request.url === "/") response.writeHead(302, { location: "/next" }).end("Moved.");
    else html(response, "Arrived.");
  });
  await fetchFrom(site);
  expect(closed).toHaveLength(2);
  await Promise.all(closed);
});

test("the socket itself is asked whom it reached", async () => {
  const site = await siteOf((_request, response) => html(response, "Never read."));
  let checks = 0;
  const fetch = createFetcher({ ...reaching(site), mayConnect: () => ++checks === 1 });
  const asked = fetch(`http://paper.test:${site.port}/`, { accepts: PAGE_TYPES });
  expect(await refused(asked)).toMatchObject({ reason: "privateAddress" });
  expect(site.hits).toEqual([]);
});

test("every visit goes through what stands around it, redirects too, one after the other", async () => {
  const site = await siteOf((request, response) =>
    request.url === "/" ? response.writeHead(302, { location: "/next" }).end() : html(response, "Arrived."),
  );
  const log: string[] = [];
  await fetchFrom(site, "/", {
    around: async (url, work) => {
      log.push(`to ${url.pathname}`);
      const found = await work();
      log.push(`from ${url.pathname}`);
      return found;
    },
  });
  expect(log).toEqual(["to /", "from /", "to /next", "from /next"]);
});
