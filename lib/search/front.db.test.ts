import { afterAll, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { keptWhileUnchanged, publicationNumber } from "../decision/publication.server.ts";
import { runDeskWrite } from "../desk/actions.server.ts";
import { readDeskArticle } from "../desk/article.server.ts";
import { front } from "./front.server.ts";

await freshDatabase();
afterAll(() => db().$disconnect());

const editor = await makeViewer(db());

async function publish(): Promise<string> {
  const { articleId, ...article } = await makeArticle(db(), editor);
  await makeStatement(db(), editor, { articleId, ...article });
  const { lastSeq } = await readDeskArticle(db(), editor, articleId);
  await runDeskWrite(db(), editor, "sign-off", { articleId, lastSeq });
  return articleId;
}

/** While it runs, the views that hold public data are out of reach: only the number can be asked for. */
async function withoutData<T>(work: () => Promise<T>): Promise<T> {
  const views = ["published_claim", "published_statement", "published_article"] as const;
  const rename = async (from: string, to: string) => {
    await db().$executeRawUnsafe(`ALTER VIEW ${from} RENAME TO ${to}`);
  };
  for (const view of views) await rename(view, `${view}_away`);
  try {
    return await work();
  } finally {
    for (const view of views) await rename(`${view}_away`, view);
  }
}

it("reads nothing but the number while nothing public changed, and everything anew when something did", async () => {
  await publish();
  const first = await front();
  expect(first.statements).toHaveLength(1);

  expect(await withoutData(front)).toBe(first);

  const id = await publish();
  await expect(withoutData(front)).rejects.toThrow(/published_/);
  const second = await front();
  expect(second.statements).toHaveLength(2);

  await runDeskWrite(db(), editor, "retract", {
    articleId: id,
    lastSeq: (await readDeskArticle(db(), editor, id)).lastSeq,
  });
  expect((await front()).statements).toHaveLength(1);
});

it("sees a decision that was numbered earlier and committed later", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const decide = { userId: editor.userId, action: "add" as const, summary: "test", before: [], after: [] };
  let written = () => {};
  const numbered = new Promise<void>((resolve) => {
    written = resolve;
  });
  const slow = db().$transaction(async (tx) => {
    await tx.decision.create({ data: decide });
    written();
    await held;
  });
  await numbered;
  await db().decision.create({ data: decide });
  const before = await publicationNumber();
  release();
  await slow;
  expect(await publicationNumber()).not.toBe(before);
});

it("tells when the sample newsroom came or left, however long ago it was decided", async () => {
  const before = await publicationNumber();
  const sampleDesk = await makeViewer(db(), "editor", true);
  await makeArticle(db(), sampleDesk, { outlet: { name: "Sample Gazette", kind: "newspaper" } });
  const decide = { userId: editor.userId, action: "add" as const, summary: "test", before: [], after: [] };
  await db().decision.createMany({ data: Array.from({ length: 250 }, () => decide) });
  const withSample = await publicationNumber();
  await runDeskWrite(db(), await makeViewer(db(), "admin"), "remove-sample", undefined);
  expect(withSample).not.toBe(before);
  expect(await publicationNumber()).not.toBe(withSample);
});

it("loads once for many who ask at the same time, and again after a failure", async () => {
  let loads = 0;
  const kept = keptWhileUnchanged(async () => ++loads);
  expect(await Promise.all([kept(), kept(), kept()])).toEqual([1, 1, 1]);
  let fails = true;
  const shaky = keptWhileUnchanged(async () => {
    if (fails) throw new Error("gone");
    return "there";
  });
  await expect(shaky()).rejects.toThrow("gone");
  fails = false;
  expect(await shaky()).toBe("there");
});
