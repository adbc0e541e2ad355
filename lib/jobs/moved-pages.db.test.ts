import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { bringInAddress } from "../desk/bring-in-page.server.ts";
import { refetchArticle } from "./refetch-article.server.ts";
import { articlePage, startTestSite, type TestPage } from "./testing-site.ts";

await freshDatabase();
let editor: Viewer;
const { pages, host } = await startTestSite();
const AT = host(1);
const leadsTo = (to: string, status: number): TestPage => ({ status, headers: { location: to } });

beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
/** Nothing like the others. */
const council = (): TestPage => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en"><head><title>Council votes on money for bridges</title></head><body><article><h1>Council votes on money for bridges</h1>${[
    "Members of the town council argued until midnight over a loan that would pay for two new bridges and a road.",
    "Those against it say that taxes would have to rise for ten years, and that nobody has asked the people who live there.",
    "A second vote is planned after the summer, when an office in the capital has said what share it would carry.",
  ]
    .map((line) => `<p>${line}</p>`)
    .join("")}</article></body></html>`,
});
const path = () => `/sea/${randomUUID()}`;
const bring = (at: string) =>
  bringInAddress(db(), editor, {
    url: `${AT}${at}`,
    source: "url",
    outlet: { name: "Tide Bulletin" },
    polite: false,
  });
const lookAgain = (articleId: string) => refetchArticle(db(), { articleId }, new AbortController().signal);
const articles = () => db().article.count();
const articleOf = (id: string) =>
  db().article.findUniqueOrThrow({
    where: { id },
    include: { watch: true, _count: { select: { revisions: true } } },
  });

it("is the same article when its page has moved for good, also with a new headline; its address is kept by a decision", async () => {
  const [old, now] = [path(), path()];
  pages.set(old, articlePage("Heron nests at the lock"));
  const { articleId } = await bring(old);
  const before = await articles();
  pages.set(old, leadsTo(now, 301));
  pages.set(now, articlePage("Two herons nest at the lock of Halden", { about: "Heron nests at the lock" }));
  await lookAgain(articleId);
  expect(await articles()).toBe(before);
  expect(await articleOf(articleId)).toMatchObject({
    canonicalUrl: `${AT}${now}`,
    watch: { problem: null, failures: 0 },
    _count: { revisions: 2 },
  });
  expect(await bring(now)).toMatchObject({ articleId, outcome: "seen" });
  expect(await bring(old)).toMatchObject({ articleId, outcome: "seen" });
  const decisions = await db().decision.findMany({ where: { articleId }, orderBy: { seq: "desc" } });
  expect(decisions.map(({ summary }) => summary)).toContain(`its page moved to ${AT}${now}`);
  for (const { seq } of decisions.slice(0, 2)) await runDeskWrite(db(), editor, "undo", { seq: String(seq) });
  expect((await articleOf(articleId)).canonicalUrl).toBe(`${AT}${old}`);
});

it("keeps its address where it leads on for now only", async () => {
  const [old, now] = [path(), path()];
  pages.set(old, articlePage("Egret nests at the weir"));
  const { articleId } = await bring(old);
  pages.set(old, leadsTo(now, 302));
  pages.set(now, articlePage("Egret nests at the weir"));
  await lookAgain(articleId);
  expect(await articleOf(articleId)).toMatchObject({ canonicalUrl: `${AT}${old}`, watch: { problem: null } });
});

it.each([
  ["another article", path(), /leads to another article/],
  ["the section it stood in", "/sea", /not there any more/],
  ["the front page", "/", /not there any more/],
])("brings nothing in when its page leads to %s, and says so", async (_what, to, words) => {
  const old = path();
  pages.set(old, articlePage(`Stork stands on the mast ${old.length}`, { about: `the stork of ${to}` }));
  const { articleId } = await bring(old);
  const before = await articles();
  pages.set(old, leadsTo(to, 301));
  pages.set(to, council());
  await lookAgain(articleId);
  expect(await articles()).toBe(before);
  expect(await articleOf(articleId)).toMatchObject({
    canonicalUrl: `${AT}${old}`,
    watch: { problem: expect.stringMatching(words), failures: 1 },
    _count: { revisions: 1 },
  });
});

it("is another article for an editor where the address leads to one that is nothing like it", async () => {
  const [old, other] = [path(), path()];
  pages.set(old, articlePage("Gulls leave the north pier"));
  const { articleId } = await bring(old);
  pages.set(old, leadsTo(other, 301));
  pages.set(other, council());
  const came = await bring(old);
  expect(came).toMatchObject({ outcome: "added" });
  expect(came.articleId).not.toBe(articleId);
});

it("stays at the address that an editor gave it, whatever its page says of itself", async () => {
  const [main, amp] = [path(), path()];
  const head = `<link rel="canonical" href="${AT}${main}">`;
  pages.set(amp, articlePage("Swans are counted on the canal"));
  const { articleId } = await bring(amp);
  const before = await articles();
  pages.set(amp, articlePage("Swans are counted on the canal", { head }));
  await lookAgain(articleId);
  expect(await articles()).toBe(before);
  expect(await articleOf(articleId)).toMatchObject({ canonicalUrl: `${AT}${amp}`, watch: { problem: null } });
});

it("does not come back by another address once an editor took it off the record", async () => {
  const [old, now, copy] = [path(), path(), path()];
  pages.set(old, articlePage("Otters are seen below the weir"));
  const { articleId } = await bring(old);
  const { version } = await articleOf(articleId);
  await runDeskWrite(db(), editor, "delete-article", {
    articleId,
    version,
    reason: "Brought in by mistake.",
  });
  const before = await articles();
  pages.set(old, leadsTo(now, 301));
  pages.set(
    now,
    articlePage("Otters are seen again below the weir", { about: "Otters are seen below the weir" }),
  );
  expect(await bring(old)).toMatchObject({ articleId, outcome: "deleted" });
  pages.set(copy, articlePage("Otters are seen below the weir"));
  expect(await bring(copy)).toMatchObject({ articleId, outcome: "deleted" });
  expect(await articles()).toBe(before);
});
