import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/viewer.ts";
import { freshDatabase } from "#lib/database/testing.ts";
import { db } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import type { TrainingDocument } from "#lib/desk/training.server.ts";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { writeTrainingData } from "./training-data.ts";

await freshDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "on-record-training-"));
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db().$disconnect();
});

const desk = <T>(name: string, input: unknown) => runDeskWrite(db(), editor, name, input) as Promise<T>;
const INES = { name: "Ines Halloran", kind: "person" };
let files = 0;

async function written(over: { since?: string; includeSample?: boolean } = {}) {
  const out = path.join(folder, `decisions-${++files}.jsonl`);
  const { since, includeSample = false } = over;
  const counts = await writeTrainingData(editor, { out, since, includeSample });
  const lines = readFileSync(out, "utf8").split("\n");
  expect(lines.pop()).toBe("");
  const documents = lines.map((line) => JSON.parse(line) as TrainingDocument);
  expect(counts.articles).toBe(documents.length);
  return { out, counts, of: (id: string) => documents.find((document) => document.id === id), documents };
}

/** An article with two sure suggestions and a line nobody suggests. */
async function article() {
  const made = await makeArticle(db(), editor, {
    headline: "Ferry line drops the night boat 🚢",
    paragraphs: [
      "“The night boat loses money,” said Ines Halloran.",
      "The harbour council said it would look at the figures.",
      "It rained on the coast.",
    ],
  });
  await db().suggestion.updateMany({ where: { articleId: made.articleId }, data: { confidence: 0.9 } });
  const { suggestions } = await readDeskArticle(db(), editor, made.articleId);
  const [first, second] = suggestions.map(({ id }) => id) as [string, string];
  expect(suggestions).toHaveLength(2);
  const decide = (name: string, suggestionId: string, more: object = {}) =>
    desk<{ statementId: string }>(name, { suggestionId, version: 1, ...more });
  return { ...made, first, second, decide };
}
/** The words that spans mark, counted in code points. */
const wordsOf = ({ text }: TrainingDocument, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => [...text].slice(start, end).join(""));

describe("what editors decided, as training data", () => {
  it("statements as they stand, rejections apart, spans in code points, nobody's name but the article's", async () => {
    const one = await article();
    await one.decide("accept-suggestion", one.first, { actor: INES });
    await one.decide("reject-suggestion", one.second);
    await desk("add-statement", {
      revisionId: one.revisionId,
      actor: { name: "Coast Weather", kind: "organisation" },
      spans: { content: [one.span("It rained")] },
    });
    const { of, out } = await written();
    const document = of(one.articleId) as TrainingDocument;
    expect(document).toMatchObject({
      outlet: "Test Harbour Courier",
      date: "2024-07-02",
      title: "Ferry line drops the night boat 🚢",
      text: one.text,
      complete: true,
    });
    expect(Object.keys(document)).toEqual([
      ..."id outlet date title text parts statements rejected engine complete".split(" "),
    ]);
    expect(document.statements.map(({ origin, actor, kind }) => [origin, actor, kind])).toEqual([
      ["accepted", "Ines Halloran", "direct"],
      ["added", "Coast Weather", "indirect"],
    ]);
    expect(wordsOf(document, document.statements[0]?.content ?? [])).toEqual([
      "“The night boat loses money,”",
    ]);
    expect(wordsOf(document, document.statements[0]?.speaker ?? [])).toEqual(["Ines Halloran"]);
    expect(document.rejected.map(({ content }) => wordsOf(document, content))).toEqual([
      ["it would look at the figures"],
    ]);
    const whole = readFileSync(out, "utf8");
    expect(whole).not.toContain(editor.name);
    expect(whole).not.toContain(editor.email);
    expect(whole).not.toContain(editor.userId);
    // Whole articles: for nobody else on this machine.
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  it("marks that an editor moved are corrected; a statement taken back is a rejection", async () => {
    const one = await article();
    const { statementId } = await one.decide("accept-suggestion", one.first, {
      actor: INES,
      spans: { speaker: [one.span("Ines Halloran")], content: [one.span("The night boat loses money")] },
    });
    const taken = await one.decide("accept-suggestion", one.second, { actor: INES });
    await desk("withdraw-statement", { statementId: taken.statementId, version: 1 });
    const document = (await written()).of(one.articleId) as TrainingDocument;
    expect(document.statements).toMatchObject([{ id: statementId, origin: "corrected", confidence: 0.9 }]);
    expect(document.rejected).toHaveLength(1);
  });

  it("an article is complete when it is signed off, or nothing that is shown is open", async () => {
    const one = await article();
    const complete = async () => (await written()).of(one.articleId)?.complete;
    expect(await complete()).toBeUndefined();
    await one.decide("accept-suggestion", one.first, { actor: INES });
    expect(await complete()).toBe(false);
    await db().suggestion.update({ where: { id: one.second }, data: { confidence: 0.1 } });
    expect(await complete()).toBe(true);
    await db().suggestion.update({ where: { id: one.second }, data: { confidence: 0.9 } });
    const { lastSeq } = await readDeskArticle(db(), editor, one.articleId);
    await desk("sign-off", { articleId: one.articleId, lastSeq });
    expect(await complete()).toBe(true);
  });

  it("an undone decision leaves nothing", async () => {
    const one = await article();
    await one.decide("reject-suggestion", one.first);
    await desk("undo", { seq: (await readDeskArticle(db(), editor, one.articleId)).lastSeq });
    expect((await written()).of(one.articleId)).toBeUndefined();
  });

  it("since a day: only articles decided on since", async () => {
    const one = await article();
    await one.decide("reject-suggestion", one.first);
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    expect((await written({ since: day(0) })).of(one.articleId)).toBeDefined();
    expect((await written({ since: day(1) })).documents).toEqual([]);
    for (const since of ["yesterday", "2024-06", "2024-02-30"])
      await expect(
        writeTrainingData(editor, { out: path.join(folder, "no.jsonl"), since, includeSample: false }),
      ).rejects.toMatchObject({ code: "invalid" });
  });

  it("the sample newsroom's only when asked for", async () => {
    const one = await article();
    await one.decide("reject-suggestion", one.first);
    await db().article.update({ where: { id: one.articleId }, data: { sample: true } });
    expect((await written()).of(one.articleId)).toBeUndefined();
    expect((await written({ includeSample: true })).of(one.articleId)).toBeDefined();
  });

  it("goes on over more articles than it holds at a time, each once", async () => {
    for (let n = 0; n < 45; n++) {
      const { articleId } = await makeArticle(db(), editor);
      await db().suggestion.updateMany({ where: { articleId }, data: { state: "rejected" } });
    }
    const { documents } = await written();
    expect(documents.length).toBeGreaterThanOrEqual(45);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  });

  it("says so where the file can't be written", async () => {
    const out = path.join(folder, "no such folder", "x.jsonl");
    await expect(
      writeTrainingData(editor, { out, since: undefined, includeSample: false }),
    ).rejects.toMatchObject({ code: "unusable", message: expect.stringContaining(out) });
  });
});
