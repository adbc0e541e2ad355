import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { completeEnv } from "../env.ts";
import { startSite } from "../net/testing.ts";
import { findFeeds } from "./find.server.ts";

await freshDatabase();
let editor: Viewer;
/** What the site answers, by path: its type and its body. */
const pages = new Map<string, readonly [type: string, body: string]>();
const site = await startSite((request, response) => {
  const [type, body] = pages.get(request.url ?? "") ?? [];
  if (type === undefined) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": type }).end(body);
}, "0.0.0.0");
/** The same site as another host. */
const host = (n: number) => `http://127.0.0.${n}:${site.port}`;
completeEnv({
  fetchLoopback: Array.from({ length: 12 }, (_, n) => ({ address: `127.0.0.${n + 1}`, port: site.port })),
});
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(async () => {
  await site.close();
  await db().$disconnect();
});

const HASH = "0".repeat(64);
const find = (address: string) => findFeeds(db(), editor, { address });

it.each([
  ["by its type", "application/rss+xml", "<oops", "This is no feed: neither RSS, Atom, RDF nor JSON Feed."],
  ["and empty", "application/atom+xml", "", "The feed is empty."],
  [
    "by its first characters",
    "text/html",
    "<rss version='2.0'><chan",
    "The feed is broken: its XML can’t be read.",
  ],
  [
    "in plain text",
    "text/plain",
    '<?xml version="1.0"?><feed xmlns=',
    "The feed is broken: its XML can’t be read.",
  ],
])("says what is wrong with what was meant to be a feed, %s", async (_how, type, body, message) => {
  const path = `/${randomUUID()}`;
  pages.set(path, [type, body]);
  await expect(find(host(1) + path)).rejects.toMatchObject({ code: "unusable", message });
});

it.each([
  ["a web page", "text/html", "<p>Tides, and how we feed gulls.</p>"],
  ["a web page in XML", "application/xml", '<?xml version="1.0"?><html><body>Tides</body></html>'],
  ["data", "application/json", '{"tides": 4}'],
])("looks for the feeds of a site where %s came", async (_what, type, body) => {
  const path = `/${randomUUID()}`;
  pages.set(path, [type, body]);
  await expect(find(host(2) + path)).rejects.toMatchObject({
    message: expect.stringContaining("names no feed that can be read"),
  });
});

const feedAt = (at: string, link: string | null) =>
  [
    "application/rss+xml",
    `<rss version="2.0"><channel><title>Tides of ${at}</title>${link === null ? "" : `<link>${link}</link>`}<item><title>High</title></item></channel></rss>`,
  ] as const;

it("proposes the outlet on record that has others of the site", async () => {
  const path = `/${randomUUID()}`;
  const [homepage, feeds, articles, unknown] = [host(3), host(4), host(5), host(6)];
  const outlet = (name: string, homepage: string | null = null) =>
    db().outlet.create({ data: { name, kind: "newspaper", homepage } });
  const [courier, post] = await Promise.all([outlet("Tide Courier", homepage), outlet("Tide Post")]);
  const input = { url: `${feeds}/other.xml`, title: "Other", kind: "rss", outlet: { id: post.id } } as const;
  await runDeskWrite(db(), editor, "add-feed", input);
  await db().article.create({
    data: { headline: "High", outletId: post.id, canonicalUrl: `${articles}/high`, firstSha256: HASH },
  });
  pages.set(path, feedAt(path, null));
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => [{ outlet: { id, name } }];
  expect(await find(homepage + path)).toMatchObject(named(courier));
  expect(await find(feeds + path)).toMatchObject(named(post));
  expect(await find(articles + path)).toMatchObject(named(post));
  expect(await find(unknown + path)).toMatchObject([{ outlet: null }]);
  // The site that a feed says it is of, wherever it is served from.
  pages.set(path, feedAt(path, `${homepage}/`));
  expect(await find(feeds + path)).toMatchObject(named(courier));
});

it("proposes none where two have articles of the site", async () => {
  const path = `/${randomUUID()}`;
  const at = host(7);
  for (const name of ["Ebb", "Flood"]) {
    const { id: outletId } = await db().outlet.create({ data: { name, kind: "newspaper" } });
    await db().article.create({
      data: { headline: name, outletId, canonicalUrl: `${at}/${name}`, firstSha256: HASH },
    });
  }
  pages.set(path, feedAt(path, null));
  expect(await find(at + path)).toMatchObject([{ outlet: null }]);
});
