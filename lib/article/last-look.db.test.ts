import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { bringInAddress } from "../desk/bring-in-page.server.ts";
import { completeEnv } from "../env.ts";
import { refetchArticle } from "../jobs/refetch-article.server.ts";
import { startSite } from "../net/testing.ts";
import { endExtraction } from "./extract/run.server.ts";
import { readLastLook } from "./last-look.server.ts";
import { putOffLook } from "./watch.server.ts";

await freshDatabase();
let editor: Viewer;
/** What the site says, by path. */
const pages = new Map<string, string>();
const site = await startSite((request, response) => {
  const body = pages.get(request.url ?? "");
  if (body === undefined) return response.writeHead(404).end();
  return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
});
completeEnv({ fetchLoopback: [{ address: "127.0.0.1", port: site.port }] });
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(async () => {
  await endExtraction();
  await site.close();
  await db().$disconnect();
});

const page = (title: string, depth: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${Array.from(
    { length: 6 },
    (_, n) =>
      `<p>The harbour office noted ${title} at quarter ${n + 1}, in ${depth}, and boats that wait at the pier were told by lamp.</p>`,
  ).join("")}</article></body></html>`;

async function bring(title: string): Promise<{ readonly path: string; readonly articleId: string }> {
  const path = `/${randomUUID()}`;
  pages.set(path, page(title, "deep water"));
  const url = `http://127.0.0.1:${site.port}${path}`;
  const outlet = { name: "Tide Bulletin" };
  const { articleId } = await bringInAddress(db(), editor, { url, source: "url", outlet, polite: false });
  return { path, articleId };
}
const look = (articleId: string) => refetchArticle(db(), { articleId }, new AbortController().signal);
const told = (articleId: string) => readLastLook(db(), editor, articleId);

it("says that nobody has looked, that one is about to, what came of it, and that the page is gone", async () => {
  const { path, articleId } = await bring("Heron nests at the lock");
  const first = { lookedAt: null, problem: null, brought: null, nextAt: expect.any(String) };
  expect(await told(articleId)).toEqual({ ...first, pending: false });
  await runDeskWrite(db(), editor, "look-again", { articleId });
  expect(await told(articleId)).toEqual({ ...first, pending: true });
  // The worker has done it.
  await db().$executeRaw`DELETE FROM pgboss.job WHERE singleton_key = ${articleId}`;
  await look(articleId);
  const looked = { ...first, lookedAt: expect.any(String), pending: false };
  expect(await told(articleId)).toEqual(looked);
  pages.set(path, page("Heron nests at the lock", "shallow water"));
  await look(articleId);
  expect(await told(articleId)).toEqual({ ...looked, brought: 2 });
  await look(articleId);
  expect(await told(articleId)).toEqual(looked);
  pages.delete(path);
  await look(articleId);
  expect(await told(articleId)).toEqual({ ...looked, problem: expect.stringContaining("(404)") });
});

it("is not about to look where a try failed and the next is hours away", async () => {
  const { articleId } = await bring("Egret nests at the weir");
  await runDeskWrite(db(), editor, "look-again", { articleId });
  await db()
    .$executeRaw`UPDATE pgboss.job SET state = 'retry', start_after = now() + interval '1 hour' WHERE singleton_key = ${articleId}`;
  expect(await told(articleId)).toMatchObject({ pending: false });
});

it("keeps why a look was put off", async () => {
  const { articleId } = await bring("Stork stands on the mast");
  await inTransaction(db(), (tx) =>
    putOffLook(tx, articleId, { seconds: 60, problem: "The site asks for time." }),
  );
  expect(await told(articleId)).toMatchObject({ lookedAt: null, problem: "The site asks for time." });
});

it("has nothing to say of an article without an address", async () => {
  const { articleId } = await bring("Plover runs on the sand");
  await db().article.update({ where: { id: articleId }, data: { canonicalUrl: null } });
  expect(await told(articleId)).toBeNull();
});
