import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { rawOf, sha256 } from "../article/raw.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { type BringInOptions, bringIn, type Incoming } from "./bring-in.server.ts";
import { readInbox } from "./inbox.server.ts";

await freshDatabase();
let editor: Viewer;
let reader: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  reader = await makeViewer(db(), "reader");
});
afterAll(() => db().$disconnect());

const QUOTE = "“The lock gates will hold until spring,” said Ilse Varn, who runs the canal.";

/** Long enough to be somebody's copy. */
const LONG =
  "Barges pass the gates twice a day in summer and once in winter, when the water stands low and the keeper opens only the smaller pair. The port office has counted fewer boats each year since the bridge was built, and the towns along the bank have asked for a plan that keeps the towpath open while the work goes on.";

function incoming(over: Partial<Incoming> = {}): Incoming {
  const paragraphs = over.paragraphs ?? [QUOTE, "Barges pass the gates twice a day."];
  return {
    source: "url",
    outlet: { name: "Canal Gazette" },
    headline: "Canal gates to be rebuilt",
    standfirst: null,
    byline: null,
    publishedAt: "2024-07-02T08:30",
    zone: "+02:00",
    publishedSource: "jsonLd",
    url: null,
    language: "en",
    raw: { bytes: Buffer.from(`<p>${paragraphs.join("</p><p>")}</p>`), type: "text/html; charset=utf-8" },
    extractor: "html/1",
    ...over,
    paragraphs,
  };
}
const address = () => `https://canal.example/${randomUUID()}`;
const bring = (over: Partial<Incoming>, options: BringInOptions = {}) =>
  inTransaction(db(), (tx) => bringIn(tx, editor, incoming(over), options));
const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const look = (articleId: string) => readDeskArticle(db(), editor, articleId);
const counts = async (articleId: string) => ({
  revisions: await db().revision.count({ where: { articleId } }),
  sightings: await db().sighting.count({ where: { revision: { articleId } } }),
});

/** Accepts the first suggestion, signed to a new actor. */
async function accept(articleId: string): Promise<string> {
  const [suggestion] = (await look(articleId)).suggestions;
  if (!suggestion) throw new Error("The engine suggests nothing.");
  const { statementId } = (await desk("accept-suggestion", {
    suggestionId: suggestion.id,
    version: suggestion.version,
    actor: { name: `Ilse Varn ${randomUUID().slice(0, 4)}`, kind: "person" },
  })) as { statementId: string };
  return statementId;
}

it("a source whose clock is ahead keeps no later change from being noticed", async () => {
  const url = address();
  const { articleId } = await bring({ url, seenAt: new Date("2099-01-01T00:00:00Z") });
  expect(await bring({ url, paragraphs: [QUOTE, "Barges pass once a day."] })).toMatchObject({
    articleId,
    outcome: "revised",
  });
  const sightings = await db().sighting.findMany({ where: { revision: { articleId } } });
  for (const { seenAt } of sightings) expect(seenAt.getTime()).toBeLessThanOrEqual(Date.now());
});

/** Two articles at these addresses, which became two before spellings were known as one. The second one is the older. */
async function pairAt(...urls: readonly [string, string]): Promise<[string, string]> {
  const ids = [];
  for (const [n, url] of urls.toReversed().entries()) {
    const { articleId } = await bring({ url: address(), paragraphs: [QUOTE, `Barges pass ${n} times.`] });
    await db().article.update({ where: { id: articleId }, data: { canonicalUrl: url } });
    ids.unshift(articleId);
  }
  return ids as [string, string];
}

/** An editor gives an article another address. */
async function correctAddress(articleId: string, url: string): Promise<{ readonly seq: string }> {
  const { version, headline, outletId } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  const same = { byline: null, publishedAt: null, zone: null };
  await desk("edit-article", { articleId, version, headline, outlet: { id: outletId }, url, ...same });
  const { seq } = await db().decision.findFirstOrThrow({ where: { articleId }, orderBy: { seq: "desc" } });
  return { seq: String(seq) };
}

describe("twice is once", () => {
  it("paste, address, feed and bulk at once are one article with four sightings", async () => {
    const url = address();
    const paragraphs = [QUOTE, `Notice ${randomUUID()} hangs at the lock.`];
    const doors = [
      { source: "paste", extractor: "paste/1", url: null },
      { source: "url", extractor: "html/1", url },
      { source: "feed", extractor: "html/1", url },
      { source: "bulk", extractor: "list/1", url },
    ] as const;
    const came = await Promise.all(doors.map((door) => bring({ ...door, paragraphs })));
    expect(new Set(came.map(({ articleId }) => articleId)).size).toBe(1);
    expect(came.filter(({ outcome }) => outcome === "added")).toHaveLength(1);
    const [{ articleId } = { articleId: "" }] = came;
    expect(await counts(articleId)).toEqual({ revisions: 1, sightings: 4 });
    expect((await look(articleId)).canonicalUrl).toBe(url);
    const sources = await db().sighting.findMany({ where: { revision: { articleId } } });
    expect(sources.map(({ source }) => source).sort()).toEqual(["bulk", "feed", "paste", "url"]);
  });

  it("http and https, with and without www. and the last slash, at once are one article", async () => {
    const page = `canal.example/${randomUUID()}`;
    const urls = [`https://${page}`, `http://${page}`, `https://www.${page}`, `http://www.${page}/`];
    const paragraphs = [QUOTE, `Notice ${randomUUID()} hangs at the lock.`];
    const came = await Promise.all(urls.map((url) => bring({ url, paragraphs })));
    expect(new Set(came.map(({ articleId }) => articleId)).size).toBe(1);
    const [{ articleId } = { articleId: "" }] = came;
    expect(await counts(articleId)).toEqual({ revisions: 1, sightings: 4 });
    expect(urls).toContain((await look(articleId)).canonicalUrl);
    // Another text at the other spelling is that article's other text.
    expect(await bring({ url: `${urls[0]}/`, paragraphs: [QUOTE, "Barges pass once a day."] })).toMatchObject(
      {
        articleId,
        outcome: "revised",
      },
    );
    const other = await bring({ url: address() });
    await expect(correctAddress(other.articleId, `http://www.${page}`)).rejects.toMatchObject({
      code: "conflict",
      message: "Another article has this address.",
    });
  });

  it("two articles from before at spellings of one address are met each at its own, and one alone when the other is deleted", async () => {
    const page = `canal.example/${randomUUID()}`;
    const [bare, slashed] = await pairAt(`https://${page}`, `https://${page}/`);
    /** Each time with another text: it is the address that they are met by. */
    const metAt = async (url: string, alsoAt: string[] = []) =>
      (
        await bring({
          url,
          alsoAt,
          moved: alsoAt.length > 0,
          paragraphs: [QUOTE, `Barge ${randomUUID()} waits.`],
        })
      ).articleId;
    expect(await metAt(`https://${page}/`)).toBe(slashed);
    expect(await metAt(`https://${page}`)).toBe(bare);
    expect(await metAt(`http://${page}`)).toBe(slashed); // The older one.
    // One that moved is met at the spelling that led to it.
    expect(await metAt(address(), [`https://${page}`])).toBe(bare);
    await db().article.update({ where: { id: bare }, data: { canonicalUrl: `https://${page}` } });
    const { version } = await db().article.findUniqueOrThrow({ where: { id: bare } });
    await desk("delete-article", { articleId: bare, version, reason: "Twice on record." });
    expect(await metAt(`https://${page}`)).toBe(slashed);
    expect(await metAt(address(), [`https://${page}`])).toBe(slashed);
  });

  it("no address is another's by an undo, or while another article comes in at it", async () => {
    const page = `canal.example/${randomUUID()}`;
    const first = await bring({ url: `http://${page}`, paragraphs: [QUOTE, `Barge ${page} waits.`] });
    const { seq } = await correctAddress(first.articleId, address());
    await bring({ url: `https://${page}`, paragraphs: [QUOTE, `Barge ${page} leaves.`] });
    const taken = { code: "conflict", message: "Another article has this address." };
    await expect(desk("undo", { seq })).rejects.toMatchObject(taken);
    const [url, other] = [address(), await bring({ url: address() })];
    let corrected: Promise<unknown> = Promise.resolve();
    await inTransaction(db(), async (tx) => {
      await bringIn(tx, editor, incoming({ url, paragraphs: [QUOTE, "Barges pass at night."] }));
      corrected = correctAddress(other.articleId, url.replace("https", "http"));
      corrected.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await expect(corrected).rejects.toMatchObject(taken);
  });

  it("one text in five outlets at once is five articles and one copy group", async () => {
    const paragraphs = [QUOTE, LONG, `Notice ${randomUUID()} hangs at the lock.`];
    const outlets = ["North", "South", "East", "West", "Middle"].map((side) => ({ name: `${side} Post` }));
    const came = await Promise.all(outlets.map((outlet) => bring({ outlet, url: address(), paragraphs })));
    const ids = came.map(({ articleId }) => articleId);
    expect(new Set(ids).size).toBe(5);
    const texts = await db().copyText.findMany({ where: { articleId: { in: ids } } });
    expect(texts).toHaveLength(5);
    expect(new Set(texts.map(({ groupId }) => groupId)).size).toBe(1);
    expect(texts[0]?.groupId).not.toBeNull();
  });

  it("a paste that is nearly an article of its outlet is offered as that article", async () => {
    const outlet = { name: `Post ${randomUUID().slice(0, 8)}` };
    const one = await bring({ outlet, url: address(), paragraphs: [QUOTE, LONG] });
    const pasted = {
      source: "paste" as const,
      extractor: "paste/1",
      outlet,
      paragraphs: [QUOTE, `${LONG} Read more below.`],
    };
    await expect(bring(pasted)).rejects.toMatchObject({
      code: "conflict",
      detail: { articleId: one.articleId, nearlySame: true },
    });
    expect(await bring({ ...pasted, revisionOf: one.articleId })).toMatchObject({
      articleId: one.articleId,
      outcome: "revised",
    });
    const other = { ...pasted, paragraphs: [QUOTE, `${LONG} See also page two.`], another: true };
    expect((await bring(other)).articleId).not.toBe(one.articleId);
  });

  it("keeps the bytes with their hash, compressed, and tells the language", async () => {
    const bytes = Buffer.from("<p>the same again </p>".repeat(500));
    const { revisionId } = await bring({ url: address(), raw: { bytes, type: "text/html" } });
    const revision = await db().revision.findUniqueOrThrow({ where: { id: revisionId } });
    expect(revision).toMatchObject({ rawCoding: "gzip", rawType: "text/html", language: "en" });
    expect(revision.raw.byteLength).toBeLessThan(bytes.byteLength / 10);
    expect(rawOf(revision)).toEqual(bytes);
  });

  it("a reader may not", async () => {
    await expect(inTransaction(db(), (tx) => bringIn(tx, reader, incoming()))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a page that changes", () => {
  const first = "Barges pass the gates twice a day.";
  const later = "Barges pass the gates three times a day.";
  const at = (hour: number) => new Date(Date.UTC(2024, 6, 2, hour));

  it("A, B, A again: two revisions, three sightings, two changes seen between", async () => {
    const url = address();
    const { articleId } = await bring({ url, seenAt: at(8), paragraphs: [QUOTE, first] });
    const b = await bring({ url, seenAt: at(10), paragraphs: [QUOTE, later] });
    expect(b).toMatchObject({ articleId, outcome: "revised" });
    expect((await look(articleId)).revision).toMatchObject({ id: b.revisionId, number: 2 });
    const a = await bring({ url, seenAt: at(12), paragraphs: [QUOTE, first] });
    expect(a.outcome).toBe("seen");
    expect((await look(articleId)).revision.number).toBe(1);
    expect(await counts(articleId)).toEqual({ revisions: 2, sightings: 3 });
    const changes = await db().outletChange.findMany({ where: { articleId }, orderBy: { seenAfter: "asc" } });
    expect(changes.map(({ seenBefore, seenAfter, state }) => [seenBefore, seenAfter, state])).toEqual([
      [at(8), at(10), "open"],
      [at(10), at(12), "open"],
    ]);
  });

  it("carries a statement whose words stand, and makes no second one of it", async () => {
    const url = address();
    const { articleId } = await bring({ url, paragraphs: [QUOTE, first] });
    const statementId = await accept(articleId);
    await bring({ url, paragraphs: ["Work begins in May.", QUOTE, later] });
    const article = await look(articleId);
    expect(article.statements.map(({ id }) => id)).toEqual([statementId]);
    expect(article).toMatchObject({ waiting: 0, revisions: 2, openChanges: 1 });
    expect(article.suggestions.filter(({ state }) => state === "open")).toEqual([]);
    expect(await db().anchor.count({ where: { statementId } })).toBe(2);
    const [words] = await db().$queryRaw<{ exact: string }[]>`
      SELECT sp.exact FROM statement s JOIN span sp ON sp.anchor_id = s.anchor_id AND sp.role = 'content'
      WHERE s.id = ${statementId}::uuid`;
    expect(words?.exact).toContain("The lock gates will hold until spring");
    expect(article.history[0]).toMatchObject({ action: "revise" });
  });

  it("a statement whose words changed waits, keeps its place, blocks the sign-off, and is placed by an editor", async () => {
    const url = address();
    const { articleId } = await bring({ url, paragraphs: [QUOTE, first] });
    const statementId = await accept(articleId);
    await bring({ url, paragraphs: [QUOTE.replace("will hold", "will not hold"), first] });
    const article = await look(articleId);
    expect(article).toMatchObject({ waiting: 1, statements: [] });
    // The changed sentence is the statement that waits, no further suggestion.
    expect(article.suggestions.filter(({ state }) => state === "open")).toEqual([]);
    await expect(desk("sign-off", { articleId, lastSeq: article.lastSeq })).rejects.toMatchObject({
      code: "unusable",
      detail: { waiting: 1 },
    });
    const waiting = await db().reanchoring.findFirstOrThrow({ where: { statementId, state: "open" } });
    expect(waiting.found).toBe("changed");
    await desk("place-statement", { reanchoringId: waiting.id, version: waiting.version });
    const placed = await db().statement.findUniqueOrThrow({
      where: { id: statementId },
      include: { anchor: { include: { spans: { where: { role: "content" } } } } },
    });
    expect(placed.anchor.state).toBe("changed");
    expect(placed.anchor.spans[0]?.exact).toContain("will not hold");
    await expect(
      desk("place-statement", { reanchoringId: waiting.id, version: waiting.version }),
    ).rejects.toMatchObject({ code: "conflict" });
    await desk("sign-off", { articleId, lastSeq: (await look(articleId)).lastSeq });
  });

  it("what the text no longer has stays on record in the revision that has it, in public too", async () => {
    const url = address();
    const { articleId } = await bring({ url, paragraphs: [QUOTE, first] });
    const statementId = await accept(articleId);
    await bring({ url, paragraphs: [first, "The canal stays open."] });
    const waiting = await db().reanchoring.findFirstOrThrow({ where: { statementId, state: "open" } });
    expect(waiting.found).toBe("orphan");
    await expect(
      desk("place-statement", { reanchoringId: waiting.id, version: waiting.version }),
    ).rejects.toMatchObject({ code: "invalid" });
    await desk("leave-statement", { reanchoringId: waiting.id, version: waiting.version });
    const article = await look(articleId);
    expect(article).toMatchObject({ waiting: 0, earlier: 1 });
    await desk("sign-off", { articleId, lastSeq: article.lastSeq });
    const place = await db().$queryRaw`
      SELECT revision_number, in_signed_revision FROM published_place WHERE statement_id = ${statementId}::uuid`;
    expect(place).toEqual([{ revision_number: 1, in_signed_revision: false }]);
  });

  it("a new text is undone as one decision", async () => {
    const url = address();
    const { articleId } = await bring({ url, paragraphs: [QUOTE, first] });
    const statementId = await accept(articleId);
    const { anchorId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
    await bring({ url, paragraphs: [QUOTE, later] });
    await desk("undo", { seq: (await look(articleId)).lastSeq });
    expect((await look(articleId)).revision.number).toBe(1);
    expect((await db().statement.findUniqueOrThrow({ where: { id: statementId } })).anchorId).toBe(anchorId);
  });

  it("is public only where an editor confirmed it", async () => {
    const url = address();
    const { articleId } = await bring({ url, seenAt: at(8), paragraphs: [QUOTE, first] });
    await accept(articleId);
    await bring({ url, seenAt: at(10), paragraphs: [QUOTE, later] });
    await desk("sign-off", { articleId, lastSeq: (await look(articleId)).lastSeq });
    const shown = () => db().$queryRaw`
      SELECT before_number, after_number FROM published_change WHERE article_id = ${articleId}::uuid`;
    expect(await shown()).toEqual([]);
    const change = await db().outletChange.findFirstOrThrow({ where: { articleId } });
    const judging = { outletChangeId: change.id, version: change.version, state: "confirmed" };
    await desk("judge-outlet-change", judging);
    expect(await shown()).toEqual([{ before_number: 1, after_number: 2 }]);
    await expect(desk("judge-outlet-change", judging)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("another reading is no change of the outlet's", () => {
  it("another extractor keeps its text beside, and the current one stays", async () => {
    const url = address();
    const { articleId, revisionId } = await bring({ url, source: "paste", extractor: "paste/1" });
    const page = await bring({ url, paragraphs: [QUOTE, "Barges pass. Share this."] });
    expect(page.outcome).toBe("otherText");
    expect((await look(articleId)).revision.id).toBe(revisionId);
    expect(await db().outletChange.count({ where: { articleId } })).toBe(0);
    // From now on the page's own texts are compared with each other.
    await bring({ url, paragraphs: [QUOTE, "Barges do not pass. Share this."] });
    expect(await db().outletChange.count({ where: { articleId } })).toBe(1);
  });

  it("a new version of the extractor is said to be that, by reading the earlier bytes again", async () => {
    const url = address();
    const one = await bring({ url, extractor: "html/1", paragraphs: [QUOTE, "Old reading."] });
    const old = await db().revision.findUniqueOrThrow({ where: { id: one.revisionId } });
    const reread = (paragraphs: string[]) => {
      const text = `Canal gates to be rebuilt\n\n${paragraphs.join("\n\n")}`;
      return {
        revisionId: one.revisionId,
        reading: {
          ...incoming({ extractor: "html/2" }),
          ...readingOf(text),
        },
      };
    };
    const same = await bring(
      { url, extractor: "html/2", paragraphs: [QUOTE, "New reading."] },
      { reread: reread([QUOTE, "New reading."]) },
    );
    expect(same.outcome).toBe("revised");
    expect(await db().revision.findUniqueOrThrow({ where: { id: same.revisionId } })).toMatchObject({
      cause: "reExtraction",
    });
    expect(await db().outletChange.count({ where: { articleId: old.articleId } })).toBe(0);
  });

  it("an editor's cleaning is said to be that, and a page seen again does not take it back", async () => {
    const url = address();
    const { articleId } = await bring({ url, paragraphs: [QUOTE, "Barges pass. Share this."] });
    const pasted = {
      source: "paste" as const,
      extractor: "paste/1",
      paragraphs: [QUOTE, "Barges pass."],
    };
    await expect(bring({ ...pasted, url })).rejects.toMatchObject({
      code: "conflict",
      detail: { articleId, sameAddress: true },
    });
    const cleaned = await bring({ ...pasted, url, revisionOf: articleId });
    expect(cleaned.outcome).toBe("revised");
    await bring({ url, paragraphs: [QUOTE, "Barges pass. Share this."] });
    expect((await look(articleId)).revision.id).toBe(cleaned.revisionId);
    expect(await db().outletChange.count({ where: { articleId } })).toBe(0);
  });
});

describe("a deleted article", () => {
  it("leaves the inbox and the public, is not brought in again, and comes back by undo", async () => {
    const url = address();
    const { articleId } = await bring({ url });
    await accept(articleId);
    await desk("sign-off", { articleId, lastSeq: (await look(articleId)).lastSeq });
    const { version } = await look(articleId);
    await expect(desk("delete-article", { articleId, version, reason: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    await desk("delete-article", { articleId, version, reason: "Brought in by mistake" });
    expect((await readInbox(db(), editor)).rows.some(({ id }) => id === articleId)).toBe(false);
    expect(await db().$queryRaw`SELECT 1 FROM published_article WHERE id = ${articleId}::uuid`).toEqual([]);
    expect(await bring({ url })).toMatchObject({ outcome: "deleted", articleId });
    const article = await look(articleId);
    expect(article.history[0]).toMatchObject({
      action: "delete",
      summary: expect.stringContaining("mistake"),
    });
    await desk("undo", { seq: article.lastSeq });
    expect((await readInbox(db(), editor)).rows.some(({ id }) => id === articleId)).toBe(true);
    expect(await db().$queryRaw`SELECT 1 FROM published_article WHERE id = ${articleId}::uuid`).toHaveLength(
      1,
    );
  });
});

function readingOf(text: string) {
  const parts = [{ kind: "headline" as const, start: 0, end: 25 }];
  return { text, parts, sha256: sha256(text) };
}
