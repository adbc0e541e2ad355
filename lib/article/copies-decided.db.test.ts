import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { undo } from "../desk/undo.server.ts";
import { HARBOUR, ORCHARD } from "../matching/copy/testing-texts.ts";
import { readCopies } from "./copies.server.ts";
import type { ArticleEdit } from "./schema.ts";
import { bringPage, groupOf, marked, type Printed } from "./testing-copies.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const bring = (printed: Printed) => bringPage(editor, printed);
const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const copies = (articleId: string) => readCopies(db(), editor, articleId);
const membersOf = async (articleId: string) =>
  ((await copies(articleId))?.members ?? []).map((member) => member.articleId);
/** As noted with the group: what public pages show. */
async function earliestOf(articleId: string): Promise<string | null> {
  const id = (await groupOf(articleId)) ?? "";
  return (await db().copyGroup.findUniqueOrThrow({ where: { id } })).earliestId;
}

const lastSeq = async (articleId: string) => (await readDeskArticle(db(), editor, articleId)).lastSeq;
const undoLast = async (articleId: string) => desk("undo", { seq: await lastSeq(articleId) });

async function correct(articleId: string, over: Partial<ArticleEdit>): Promise<void> {
  const { version, headline, byline, outlet, canonicalUrl, publishedAt, zone } = await readDeskArticle(
    db(),
    editor,
    articleId,
  );
  const now = { headline, byline, outlet: { id: outlet.id }, url: canonicalUrl, publishedAt, zone };
  await desk("edit-article", { articleId, version, ...now, ...over });
}

async function remove(articleId: string): Promise<void> {
  const { version } = await readDeskArticle(db(), editor, articleId);
  await desk("delete-article", { articleId, version, reason: "brought in by mistake" });
}

describe("an undo", () => {
  it("that turns an article back to an earlier text puts it back among that text's copies, and again", async () => {
    const url = "https://undo.example/pier";
    const [text, other] = [marked(HARBOUR, "a"), marked(ORCHARD, "a")];
    const one = await bring({ outlet: "Undo Post", paragraphs: text });
    const elsewhere = await bring({ outlet: "Undo Orchard", paragraphs: other });
    const turned = await bring({ outlet: "Undo Mail", paragraphs: text, url });
    const before = await db().copyText.findUniqueOrThrow({ where: { articleId: turned } });
    await bring({ outlet: "Undo Mail", paragraphs: other, url });
    expect(await membersOf(turned)).toEqual([elsewhere]);
    await undoLast(turned);
    expect(await membersOf(turned)).toEqual([one]);
    expect(await membersOf(elsewhere)).toEqual([]);
    expect(await db().copyText.findUniqueOrThrow({ where: { articleId: turned } })).toMatchObject({
      revisionId: before.revisionId,
      keys: before.keys,
    });
    await undoLast(turned);
    expect(await membersOf(turned)).toEqual([elsewhere]);
    expect(await groupOf(one)).toBeNull();
  });

  it("that is refused, or taken back with its transaction, leaves the group as it was", async () => {
    const text = marked(HARBOUR, "b");
    const one = await bring({ outlet: "Kept Post", paragraphs: text });
    const other = await bring({ outlet: "Kept Mail", paragraphs: text });
    await remove(other);
    const seq = await lastSeq(other);
    const trouble = inTransaction(db(), async (tx) => {
      await undo(tx, editor, { seq });
      throw new Error("Something else went wrong.");
    });
    await expect(trouble).rejects.toThrow(/went wrong/);
    expect([await groupOf(one), await groupOf(other)]).toEqual([null, null]);
    await desk("undo", { seq });
    await expect(desk("undo", { seq })).rejects.toMatchObject({ code: "conflict" });
    expect(await membersOf(one)).toEqual([other]);
  });
});

describe("a correction", () => {
  it("of a date says anew which is likely the earliest; undone, the former is", async () => {
    const text = marked(HARBOUR, "d");
    const one = await bring({ outlet: "Date Post", paragraphs: text, publishedAt: "2024-07-02T08:00" });
    const other = await bring({ outlet: "Date Mail", paragraphs: text, publishedAt: "2024-07-02T09:00" });
    expect(await earliestOf(one)).toBe(one);
    await correct(other, { publishedAt: "2024-07-01T09:00" });
    expect(await earliestOf(one)).toBe(other);
    await correct(other, { publishedAt: null, zone: null });
    expect(await earliestOf(one)).toBeNull();
    await undoLast(other);
    expect(await earliestOf(one)).toBe(other);
    expect((await copies(one))?.earliest).toMatchObject({ id: other, by: "time" });
  });

  it("of a byline reads the credits anew, and of an outlet whose text it is", async () => {
    const text = marked(HARBOUR, "f");
    const wire = { outlet: "Byline Wire", kind: "agency" as const };
    const own = await bring({ ...wire, paragraphs: text });
    const post = await bring({ outlet: "Byline Post", paragraphs: text, byline: "Ann Tarn" });
    expect(await earliestOf(own)).toBeNull();
    await correct(post, { byline: "Ann Tarn, Byline Wire" });
    expect(await earliestOf(own)).toBe(own);
    expect((await copies(post))?.earliest).toMatchObject({ by: "credit" });
    await correct(own, { outlet: { name: "Byline Mail" } });
    expect(await earliestOf(own)).toBeNull();
    await undoLast(own);
    expect(await earliestOf(own)).toBe(own);
    await undoLast(post);
    expect(await earliestOf(own)).toBeNull();
  });

  it("of an outlet to an agency that is new on record finds who has credited it before", async () => {
    const text = marked(HARBOUR, "k");
    const own = await bring({ outlet: "Misfiled Post", paragraphs: text });
    await bring({ outlet: "Crediting Mail", paragraphs: text, byline: "Ann Tarn, Late Wire" });
    await bring({ outlet: "Silent Mail", paragraphs: text });
    expect(await earliestOf(own)).toBeNull();
    await correct(own, { outlet: { name: "Late Wire", kind: "agency" } });
    expect((await copies(own))?.earliest).toEqual({
      id: own,
      by: "credit",
      reason: "1 of 2 other texts credits Late Wire",
    });
    expect(await earliestOf(own)).toBe(own);
  });

  it("of both texts at once counts each", async () => {
    for (let round = 0; round < 5; round++) {
      const text = marked(HARBOUR, `g${round}`);
      const one = await bring({ outlet: "Twice Post", paragraphs: text, publishedAt: "2024-07-02T08:00" });
      const other = await bring({ outlet: "Twice Mail", paragraphs: text, publishedAt: "2024-07-02T09:00" });
      await Promise.all([
        correct(one, { publishedAt: "2024-07-04T08:00" }),
        correct(other, { publishedAt: "2024-07-03T08:00" }),
      ]);
      expect(await earliestOf(one)).toBe(other);
      expect((await copies(one))?.earliest?.reason).toContain("24 hours");
    }
  });
});

describe("a deleted article", () => {
  it("is no copy and not the earliest, nor found by what comes; undone, it is back where it was", async () => {
    const text = marked(HARBOUR, "h");
    const at = (hour: number) => `2024-07-02T0${hour}:00`;
    const first = await bring({ outlet: "Gone Post", paragraphs: text, publishedAt: at(6) });
    const second = await bring({ outlet: "Kept Post", paragraphs: text, publishedAt: at(7) });
    const third = await bring({ outlet: "Kept Mail", paragraphs: text, publishedAt: at(8) });
    const group = await groupOf(first);
    expect(await earliestOf(second)).toBe(first);
    await remove(first);
    expect(await earliestOf(second)).toBe(second);
    expect(await membersOf(second)).toEqual([third]);
    expect(await copies(first)).toBeNull();
    const fourth = await bring({ outlet: "Late Post", paragraphs: text, publishedAt: at(9) });
    expect(await membersOf(fourth)).toEqual([second, third]);
    await undoLast(first);
    expect(await groupOf(first)).toBe(group);
    expect(await earliestOf(fourth)).toBe(first);
    // In the order in which they came, although it was away.
    expect(await membersOf(fourth)).toEqual([first, second, third]);
    expect(await membersOf(first)).toEqual([second, third, fourth]);
  });

  it("holds no group together: one that only it joined falls apart until it is back", async () => {
    const text = marked(HARBOUR, "j");
    const head = await bring({ outlet: "Head Post", paragraphs: text.slice(0, 3) });
    const bridge = await bring({ outlet: "Bridge Post", paragraphs: text });
    const tail = await bring({ outlet: "Tail Post", paragraphs: text.slice(3) });
    await remove(bridge);
    expect([await groupOf(head), await groupOf(bridge), await groupOf(tail)]).toEqual([null, null, null]);
    await undoLast(bridge);
    expect(await membersOf(bridge)).toEqual([head, tail]);
  });

  it("is no passage of another, either", async () => {
    const [item = ""] = marked(HARBOUR, "l");
    const round = Array.from({ length: 60 }, (_, n) => `Item ${n} of the round-up names no harbour ${n}l.`);
    const long = await bring({ outlet: "Round Post", paragraphs: [...round, item] });
    const short = await bring({ outlet: "Item Post", paragraphs: [item] });
    expect((await copies(short))?.passages).toMatchObject([{ articleId: long }]);
    await remove(long);
    expect(await copies(short)).toBeNull();
    await undoLast(long);
    expect((await copies(short))?.passages).toMatchObject([{ articleId: long }]);
  });

  it("that comes back while a copy of it comes in is in one group with it", async () => {
    for (let round = 0; round < 5; round++) {
      const text = marked(HARBOUR, `m${round}`);
      const gone = await bring({ outlet: "Race Post", paragraphs: text });
      await remove(gone);
      const [came] = await Promise.all([bring({ outlet: "Race Mail", paragraphs: text }), undoLast(gone)]);
      expect(await membersOf(came)).toEqual([gone]);
      await Promise.all([remove(gone), bring({ outlet: "Race News", paragraphs: text })]);
      expect(await membersOf(came)).not.toContain(gone);
      expect(await membersOf(came)).toHaveLength(1);
    }
  });
});
