import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { SHOWN_FROM } from "../attribution/cut.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { COUNTED, INBOX_PAGE, readInbox } from "./inbox.server.ts";
import { readInboxQuery } from "./inbox-query.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const inbox = (params: Readonly<Record<string, string>> = {}) =>
  readInbox(db(), editor, readInboxQuery(params));
const idsOf = async (params: Readonly<Record<string, string>>) =>
  (await inbox(params)).rows.map(({ id }) => id);

/** Articles of an outlet of their own, one a second, the first the oldest. Returns their ids, the newest first. */
async function make(count: number, outlet: string, headline = (n: number) => `Buoy ${n} is painted`) {
  const { id: outletId } = await db().outlet.create({ data: { name: outlet, kind: "newspaper" } });
  const from = Date.UTC(2024, 5, 30);
  const rows = Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    outletId,
    headline: headline(n),
    firstSha256: randomUUID(),
    createdAt: new Date(from + n * 1_000),
  }));
  await db().article.createMany({ data: rows });
  return rows.map(({ id }) => id).reverse();
}

describe("pages", () => {
  it("hold every article once, also while others arrive, and lead back to what they were", async () => {
    const outlet = `Buoy Post ${randomUUID()}`;
    const ids = await make(2 * INBOX_PAGE + 7, outlet);
    const first = await inbox({ outlet });
    expect(first.before).toBeNull();
    const { outletId } = await db().article.findUniqueOrThrow({ where: { id: ids[0] ?? "" } });
    await db().article.create({ data: { outletId, headline: "Just in", firstSha256: randomUUID() } });
    const second = await inbox({ outlet, after: first.after ?? "" });
    const third = await inbox({ outlet, after: second.after ?? "" });
    expect(third.after).toBeNull();
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
    expect(await idsOf({ outlet, before: third.before ?? "" })).toEqual(second.rows.map(({ id }) => id));
    // Back at the beginning stands what has arrived, in a page that is full.
    const again = await inbox({ outlet, before: second.before ?? "" });
    expect(again.rows).toEqual(first.rows);
    const beginning = await inbox({ outlet, before: again.before ?? "" });
    expect(beginning.rows.map(({ headline }) => headline)).toEqual(
      ["Just in", ...first.rows.map(({ headline }) => headline)].slice(0, INBOX_PAGE),
    );
    expect(beginning.before).toBeNull();
  });

  it("of articles of one moment hold each once", async () => {
    const outlet = `Buoy Moment ${randomUUID()}`;
    const ids = await make(INBOX_PAGE + 3, outlet);
    await db()
      .$executeRaw`UPDATE article_work SET brought_in_at = '2024-06-30' WHERE article_id = ANY(${ids}::uuid[])`;
    const first = await inbox({ outlet });
    const second = await idsOf({ outlet, after: first.after ?? "" });
    expect(new Set([...first.rows.map(({ id }) => id), ...second])).toEqual(new Set(ids));
    expect(second).toHaveLength(3);
  });

  it.each([
    "nonsense",
    "1.x.y",
    `1.${randomUUID()}.99999999999999999999`,
    `1.${randomUUID()}.253402300900000`,
    `1.${randomUUID()}.-99999999999999`,
    `9.${randomUUID()}.`,
  ])("after a place that is none (%s) are pages all the same", async (after) =>
    expect((await inbox({ after })).counts[""]).toBeGreaterThan(0),
  );
});

describe("a search", () => {
  it("finds each word in headline or outlet, in any order, without capitals and accents", async () => {
    const mark = randomUUID().slice(0, 8);
    const [id] = await make(1, `Crónica ${mark}`, () => "Le café “Élan” 100% full, US says_so, 한국어 신문");
    for (const words of [
      `café ${mark}`,
      `ELAN cronica ${mark}`,
      `afe ${mark}`,
      `us ${mark}`,
      `100% ${mark}`,
      `says_so ${mark}`,
      `신문 ${mark}`,
    ])
      expect(await idsOf({ words }), words).toEqual([id]);
    for (const words of [`tea ${mark}`, `saysXso ${mark}`, `100%full ${mark}`, `so ${mark}`, `\\ ${mark}`])
      expect(await idsOf({ words }), words).toEqual([]);
  });

  it("follows a corrected headline and a renamed outlet", async () => {
    const mark = randomUUID().slice(0, 8);
    const [id = ""] = await make(1, `Before ${mark}`, () => "Gull lands");
    await db().article.update({ where: { id }, data: { headline: "Tern lands" } });
    const { outletId } = await db().article.findUniqueOrThrow({ where: { id } });
    await db().outlet.update({ where: { id: outletId }, data: { name: `After ${mark}` } });
    expect(await idsOf({ words: `tern after ${mark}` })).toEqual([id]);
    expect(await idsOf({ words: `gull ${mark}` })).toEqual([]);
    expect(await idsOf({ words: `before ${mark}` })).toEqual([]);
  });

  it("by an outlet that is not there says so, and by one that is takes its name in any case", async () => {
    const name = `Lamp Gazette ${randomUUID()}`;
    const ids = await make(2, name);
    expect(await idsOf({ outlet: name.toUpperCase() })).toEqual(ids);
    expect(await inbox({ outlet: `${name} of old` })).toMatchObject({ outletKnown: false, rows: [] });
  });
});

describe("kinds of work", () => {
  it("list what waits of each, and count it", async () => {
    const outlet = { name: `Work Post ${randomUUID()}` };
    const untouched = await makeArticle(db(), editor, { outlet });
    const signed = await makeArticle(db(), editor, { outlet });
    await makeStatement(db(), editor, signed);
    const { lastSeq } = await readDeskArticle(db(), editor, signed.articleId);
    await runDeskWrite(db(), editor, "sign-off", { articleId: signed.articleId, lastSeq });
    const of = (work: string) => idsOf({ work, outlet: outlet.name });
    expect(await of("suggestions")).toEqual([untouched.articleId]);
    expect(await of("signedOff")).toEqual([signed.articleId]);
    expect(await of("changed")).toEqual([]);
    // What waits stands first, though it came earlier.
    expect(await of("")).toEqual([untouched.articleId, signed.articleId]);

    await makeStatement(db(), editor, signed, "Somebody Else");
    expect(await of("changed")).toEqual([signed.articleId]);
    expect(await of("signedOff")).toEqual([]);
    await db().suggestion.updateMany({
      where: { articleId: untouched.articleId },
      data: { confidence: SHOWN_FROM - 0.01 },
    });
    // One that is worked on again after its sign-off waits with what is open of it.
    expect(await of("suggestions")).toEqual([signed.articleId]);
    expect((await inbox({ outlet: outlet.name })).counts).toEqual({
      "": 2,
      waiting: 2,
      suggestions: 1,
      toLook: 0,
      changed: 1,
      signedOff: 0,
    });
  });

  it("tell how an article came first", async () => {
    const article = await makeArticle(db(), editor);
    const { outlet } = await db().article.findUniqueOrThrow({
      where: { id: article.articleId },
      include: { outlet: true },
    });
    await db().sighting.create({ data: { revisionId: article.revisionId, source: "feed" } });
    const found = async (source: string) =>
      (await idsOf({ source, outlet: outlet.name })).includes(article.articleId);
    expect([await found("paste"), await found("feed")]).toEqual([true, false]);
  });

  it("are counted exactly up to a bound, and no further", async () => {
    const outlet = `Many Post ${randomUUID()}`;
    await make(COUNTED, outlet);
    expect((await inbox({ outlet })).counts[""]).toBe(COUNTED);
    const { id: outletId } = await db().outlet.findFirstOrThrow({ where: { name: outlet } });
    for (const headline of ["One more", "Two more"])
      await db().article.create({ data: { outletId, headline, firstSha256: headline } });
    expect((await inbox({ outlet })).counts).toMatchObject({ "": COUNTED + 1, waiting: COUNTED + 1 });
  });
});

describe("what is kept beside an article", () => {
  it("cuts where the desk does", async () => {
    const [row] = await db().$queryRaw<{ cut: number }[]>`SELECT shown_from() AS cut`;
    expect(row?.cut).toBe(SHOWN_FROM);
  });

  it("is right when two decide at the same moment", async () => {
    const { articleId } = await makeArticle(db(), editor);
    const [one, other] = await db().suggestion.findMany({ where: { articleId } });
    const reject = (id = "") => ({ where: { id }, data: { state: "rejected" as const } });
    const total = await db().suggestion.count({ where: { articleId } });
    const { promise: later, resolve: goOn } = Promise.withResolvers<void>();
    const first = db().$transaction(async (tx) => {
      await tx.suggestion.update(reject(one?.id));
      await later;
    });
    const second = db().suggestion.update(reject(other?.id));
    // The second waits at the row of the first, or is not there yet: either way it has to see what the first did.
    await db().$queryRaw`SELECT pg_sleep(0.3)::text`;
    goOn();
    await Promise.all([first, second]);
    const row = await db().articleWork.findUniqueOrThrow({ where: { articleId } });
    expect(row.open + row.lessCertain).toBe(total - 2);
  });

  it("is what a count from nothing gives", async () => {
    const rows = () => db().articleWork.findMany({ orderBy: { articleId: "asc" } });
    await db()
      .$executeRaw`UPDATE article_work w SET brought_in_at = a.created_at FROM article a WHERE a.id = w.article_id`;
    const before = await rows();
    await db().$executeRaw`DELETE FROM article_work`;
    await db().$queryRaw`SELECT refresh_article_work(array_agg(id))::text FROM article`;
    expect(await rows()).toEqual(before);
  });
});

it("is closed to people not signed in", () =>
  expect(readInbox(db(), null, readInboxQuery({}))).rejects.toMatchObject({ code: "signedOut" }));
