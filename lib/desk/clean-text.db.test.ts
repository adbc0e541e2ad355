import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { endExtraction } from "../article/extract/run.server.ts";
import { rawOf } from "../article/raw.server.ts";
import { deleteArticle } from "../article/write.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { bringInPage, type CamePage } from "./bring-in-page.server.ts";
import { type Cleaning, cleanText, readTextLines, type TextLines } from "./clean-text.server.ts";
import { ingest } from "./ingest.server.ts";
import { undo } from "./undo.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(async () => {
  await endExtraction();
  await db().$disconnect();
});

const QUOTE = "“The lock gates will hold until spring,” said Ilse Varn, who runs the canal at Marrow.";
const BARGES = "Barges pass the gates twice a day in summer and once in winter, the port office noted.";
const WORK = "The work is to begin in the autumn, when the water stands low and few barges are under way.";
const CAPTION = "The gates at Marrow, seen from the towpath in June.";

const html = (paragraphs: readonly string[] = [QUOTE, BARGES, WORK]) =>
  `<!doctype html><html lang="en"><head><title>Canal gates to be rebuilt</title>
  <meta property="og:site_name" content="Canal Gazette"></head><body><article><h1>Canal gates to be rebuilt</h1>
  <figure><img src="a.jpg"><figcaption>${CAPTION}</figcaption></figure>
  ${paragraphs.map((words) => `<p>${words}</p>`).join("")}</article></body></html>`;
const page = (over: Partial<CamePage> = {}): CamePage => ({
  url: `https://gazette.example/${randomUUID()}`,
  bytes: Buffer.from(html()),
  contentType: "text/html; charset=utf-8",
  fetchedAt: new Date(),
  source: "url",
  outlet: null,
  ...over,
});
const numbers = ({ lines }: TextLines, role: string) =>
  lines.filter((line) => line.role === role).map(({ line }) => line);
const numberOf = ({ lines }: TextLines, text: string) =>
  lines.find((line) => line.text === text)?.line ?? Number.NaN;
const asItIs = (read: TextLines): Cleaning => ({
  articleId: read.articleId,
  revisionId: read.revision.id,
  proof: read.proof,
  headline: numbers(read, "headline"),
  standfirst: numbers(read, "standfirst"),
  paragraphs: numbers(read, "paragraph"),
});
const textNow = async (articleId: string) =>
  db().revision.findFirstOrThrow({ where: { currentOf: { some: { id: articleId } } } });

describe("the lines of a fetched page", () => {
  it("are kept and left out as its text was made", async () => {
    const { articleId } = await bringInPage(db(), editor, page());
    const read = await readTextLines(db(), editor, articleId);
    expect(read.lines.map(({ role, text }) => [role, text])).toEqual([
      ["headline", "Canal gates to be rebuilt"],
      ["dropped", CAPTION],
      ["paragraph", QUOTE],
      ["paragraph", BARGES],
      ["paragraph", WORK],
    ]);
    expect(read.lines[1]?.reason).toBe("photo caption or credit");
  });

  it("make another text by an editor's choice: no sighting of the outlet, no change of its, and the words are the page's", async () => {
    const came = page();
    const { articleId, revisionId } = await bringInPage(db(), editor, came);
    const read = await readTextLines(db(), editor, articleId);
    const caption = numberOf(read, CAPTION);
    const paragraphs = [caption, numberOf(read, QUOTE), numberOf(read, BARGES)];
    await cleanText(db(), editor, { ...asItIs(read), paragraphs });
    const now = await textNow(articleId);
    expect(now).toMatchObject({
      text: ["Canal gates to be rebuilt", CAPTION, QUOTE, BARGES].join("\n\n"),
      cause: "editorCleaning",
      extractor: "clean/1",
      language: "en",
      number: 2,
    });
    expect(rawOf(now)).toEqual(Buffer.from(came.bytes));
    expect(await db().sighting.count({ where: { revisionId: now.id } })).toBe(0);
    expect(await db().outletChange.count({ where: { articleId } })).toBe(0);

    const again = await readTextLines(db(), editor, articleId);
    expect(again.lines.map(({ role }) => role)).toEqual([
      "headline",
      "paragraph",
      "paragraph",
      "paragraph",
      "dropped",
    ]);

    // The same page once more: the cleaned text stays.
    expect(await bringInPage(db(), editor, came)).toMatchObject({ outcome: "seen", revisionId });
    expect((await textNow(articleId)).id).toBe(now.id);
    // Another text at the outlet is its change, and turns the article.
    const bytes = Buffer.from(html([QUOTE.replace("spring", "summer"), BARGES, WORK]));
    expect(await bringInPage(db(), editor, page({ url: came.url, bytes }))).toMatchObject({
      outcome: "revised",
    });
    expect(await db().outletChange.findMany({ where: { articleId } })).toMatchObject([
      { beforeId: revisionId },
    ]);
  });

  it("are one decision, which can be undone; the same choice again is the same revision", async () => {
    const { articleId, revisionId } = await bringInPage(db(), editor, page());
    const read = await readTextLines(db(), editor, articleId);
    const choice = { ...asItIs(read), paragraphs: [numberOf(read, QUOTE), numberOf(read, BARGES)] };
    await cleanText(db(), editor, choice);
    const cleaned = await textNow(articleId);
    const { seq } = await db().decision.findFirstOrThrow({
      where: { articleId, action: "revise" },
      orderBy: { seq: "desc" },
    });
    await inTransaction(db(), (tx) => undo(tx, editor, { seq: String(seq) }));
    expect((await textNow(articleId)).id).toBe(revisionId);
    await cleanText(db(), editor, choice);
    expect((await textNow(articleId)).id).toBe(cleaned.id);
    expect(await db().revision.count({ where: { articleId } })).toBe(2);
  });
});

describe("a paste", () => {
  it("is cleaned again from what was pasted, with what an editor had written over it", async () => {
    const raw = ["Menu", "Canal gates to be rebuilt", QUOTE, BARGES, WORK].join("\n\n");
    const { articleId } = await inTransaction(db(), (tx) =>
      ingest(tx, editor, {
        outlet: { name: "Marrow Mail", kind: "newspaper" },
        headline: "Gates rebuilt, by hand",
        paragraphs: [QUOTE, BARGES],
        raw,
      }),
    );
    const read = await readTextLines(db(), editor, articleId);
    expect(read.lines.map(({ role, text }) => [role, text])).toEqual([
      ["headline", "Gates rebuilt, by hand"],
      ["dropped", "Menu"],
      ["dropped", "Canal gates to be rebuilt"],
      ["paragraph", QUOTE],
      ["paragraph", BARGES],
      ["dropped", WORK],
    ]);
    await cleanText(db(), editor, {
      ...asItIs(read),
      headline: [2],
      paragraphs: [...numbers(read, "paragraph"), 5],
    });
    expect((await textNow(articleId)).text).toBe(
      ["Canal gates to be rebuilt", QUOTE, BARGES, WORK].join("\n\n"),
    );
  });
});

describe("a cleaning is refused", () => {
  it("where the article has another text by now, and where it changes nothing", async () => {
    const { articleId } = await bringInPage(db(), editor, page());
    const read = await readTextLines(db(), editor, articleId);
    await expect(cleanText(db(), editor, asItIs(read))).rejects.toThrow("nothing would change");
    const fewer = { ...asItIs(read), paragraphs: [numberOf(read, QUOTE), numberOf(read, BARGES)] };
    await expect(cleanText(db(), editor, { ...fewer, proof: "0".repeat(64) })).rejects.toThrow("Reload");
    const both = await Promise.allSettled([
      cleanText(db(), editor, fewer),
      cleanText(db(), editor, { ...fewer, paragraphs: [numberOf(read, QUOTE)] }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(cleanText(db(), editor, fewer)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["no paragraph", { paragraphs: [] }],
    ["no headline", { headline: [] }],
    ["a line that is not there", { paragraphs: [99] }],
    ["a line in two parts", { standfirst: [0] }],
  ])("for %s", async (_, wrong) => {
    const { articleId } = await bringInPage(db(), editor, page());
    const read = await readTextLines(db(), editor, articleId);
    await expect(cleanText(db(), editor, { ...asItIs(read), ...wrong })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await db().revision.count({ where: { articleId } })).toBe(1);
  });

  it("to those who may not bring in, and for a deleted article", async () => {
    const { articleId } = await bringInPage(db(), editor, page());
    const read = await readTextLines(db(), editor, articleId);
    const reader = await makeViewer(db(), "reader");
    const choice = { ...asItIs(read), paragraphs: [numberOf(read, QUOTE)] };
    for (const [viewer, code] of [
      [null, "signedOut"],
      [reader, "forbidden"],
    ] as const) {
      await expect(readTextLines(db(), viewer, articleId)).rejects.toMatchObject({ code });
      await expect(cleanText(db(), viewer, choice)).rejects.toMatchObject({ code });
    }
    const { version } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
    await inTransaction(db(), (tx) =>
      deleteArticle(tx, editor, { articleId, version, reason: "Twice on record." }),
    );
    await expect(cleanText(db(), editor, choice)).rejects.toThrow("off the record");
    expect(await db().revision.count({ where: { articleId } })).toBe(1);
  });
});
