import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { EXTRACTOR } from "../article/extract/extract.ts";
import { endExtraction } from "../article/extract/run.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { bringInAddress, bringInPage, type CamePage } from "./bring-in-page.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(async () => {
  await endExtraction();
  await db().$disconnect();
});

function html(over: { body?: string; canonical?: string } = {}): string {
  const body =
    over.body ?? "“The lock gates will hold until spring,” said Ilse Varn, who runs the canal at Marrow.";
  return `<!doctype html><html lang="en"><head><title>Canal gates to be rebuilt - Canal Gazette</title>
    <meta property="og:site_name" content="Canal Gazette">
    ${over.canonical ? `<link rel="canonical" href="${over.canonical}">` : ""}
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Canal gates to be rebuilt",
      "datePublished":"2024-07-02T08:30:00+02:00","author":{"@type":"Person","name":"Odo Fenn"}}</script></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Canal gates to be rebuilt</h1>
    <p>${body}</p><p>Barges pass the gates twice a day in summer and once in winter, the port office noted.</p>
    <p>The work is to begin in the autumn, when the water stands low and few barges are under way.</p></article></body></html>`;
}
const page = (over: Partial<CamePage> = {}): CamePage => ({
  url: `https://gazette.example/${randomUUID()}`,
  bytes: Buffer.from(html()),
  contentType: "text/html; charset=utf-8",
  fetchedAt: new Date(),
  source: "url",
  outlet: null,
  ...over,
});

describe("a page", () => {
  it("becomes an article of the outlet it names, with date, byline and where they were read", async () => {
    const { articleId } = await bringInPage(db(), editor, page());
    const article = await db().article.findUniqueOrThrow({
      where: { id: articleId },
      include: { outlet: true, currentRevision: true },
    });
    expect(article).toMatchObject({
      headline: "Canal gates to be rebuilt",
      byline: "Odo Fenn",
      publishedLocal: new Date("2024-07-02T08:30:00Z"),
      publishedZone: "+02:00",
      publishedSource: "jsonLd",
      outlet: { name: "Canal Gazette", homepage: "https://gazette.example" },
      currentRevision: { extractor: EXTRACTOR, language: "en" },
    });
  });

  it("under another address of the same article is the same article", async () => {
    const canonical = `https://gazette.example/canal-${randomUUID()}`;
    const bytes = Buffer.from(html({ canonical }));
    const one = await bringInPage(db(), editor, page({ bytes }));
    const two = await bringInPage(db(), editor, page({ bytes, url: `${canonical}?utm_source=feed#top` }));
    expect(two).toMatchObject({ articleId: one.articleId, outcome: "seen" });
  });

  it("is of the outlet on record that has this site", async () => {
    const { articleId } = await bringInPage(db(), editor, page());
    const other = await bringInPage(
      db(),
      editor,
      page({ url: `https://www.gazette.example/${randomUUID()}` }),
    );
    const [a, b] = await Promise.all(
      [articleId, other.articleId].map((id) => db().article.findUniqueOrThrow({ where: { id } })),
    );
    expect(a?.outletId).toBe(b?.outletId);
  });

  it("that changed is a change of the outlet's, for the bytes differ under one extractor", async () => {
    const url = `https://gazette.example/${randomUUID()}`;
    const at = (hour: number) => new Date(Date.UTC(2024, 6, 2, hour));
    const { articleId } = await bringInPage(db(), editor, page({ url, fetchedAt: at(8) }));
    const body = "“The lock gates will not hold until spring,” said Ilse Varn, who runs the canal at Marrow.";
    const again = await bringInPage(
      db(),
      editor,
      page({ url, fetchedAt: at(9), bytes: Buffer.from(html({ body })) }),
    );
    expect(again.outcome).toBe("revised");
    expect(await db().outletChange.findMany({ where: { articleId } })).toMatchObject([
      { seenBefore: at(8), seenAfter: at(9), state: "open" },
    ]);
  });

  it("marks what it came for in the same transaction: if that fails, nothing was brought in", async () => {
    const wanted = page();
    await expect(
      bringInPage(db(), editor, wanted, () => Promise.reject(new Error("the item is gone"))),
    ).rejects.toThrow("the item is gone");
    expect(await db().article.count({ where: { canonicalUrl: wanted.url } })).toBe(0);
  });

  it("without an article says what was got of it", async () => {
    const bytes = Buffer.from("<title>Sign in</title><p>Please sign in.</p>");
    await expect(bringInPage(db(), editor, page({ bytes }))).rejects.toMatchObject({
      code: "unusable",
      detail: { reason: "noArticle", got: { title: "Sign in", lines: ["Please sign in."] } },
    });
  });

  it("is fetched for those who may bring in, from public addresses only", async () => {
    const wanted = { url: "http://127.0.0.1:9/", source: "url", outlet: null, polite: false } as const;
    await expect(bringInAddress(db(), editor, wanted)).rejects.toMatchObject({ code: "invalid" });
    await expect(bringInAddress(db(), null, wanted)).rejects.toMatchObject({ code: "signedOut" });
    const reader = await makeViewer(db(), "reader");
    await expect(bringInAddress(db(), reader, wanted)).rejects.toMatchObject({ code: "forbidden" });
  });
});
