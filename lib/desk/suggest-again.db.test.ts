import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { ENGINE_VERSION } from "../attribution/detect.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import type { SuggestedAgain } from "./suggest-again.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const desk = <T>(name: string, input: unknown) => runDeskWrite(db(), editor, name, input) as Promise<T>;
const again = (articleId: string) => desk<SuggestedAgain>("suggest-again", { articleId });
const read = (articleId: string) => readDeskArticle(db(), editor, articleId);
const SPEAKER = { name: "Ines Halloran", kind: "person" };

/** An article of three suggestions, made by an engine of before. */
async function readLongAgo() {
  const { articleId, span } = await makeArticle(db(), editor, {
    paragraphs: [
      "“The night boat loses money on every crossing,” said Ines Halloran, who runs the ferry line.",
      "The harbour council said it would look at the figures in the autumn.",
      "“The island needs its boat,” said Odran Pell, the mayor.",
    ],
  });
  await db().suggestion.updateMany({ where: { articleId }, data: { engine: "before-1" } });
  const { suggestions } = await read(articleId);
  expect(suggestions.map(({ state }) => state)).toEqual(["open", "open", "open"]);
  const [first, second, third] = suggestions.map(({ id }) => id) as [string, string, string];
  return { articleId, span, first, second, third };
}
const accept = (suggestionId: string) =>
  desk("accept-suggestion", { suggestionId, version: 1, actor: SPEAKER });
const statesOf = async (articleId: string) =>
  Object.fromEntries(
    (await db().suggestion.findMany({ where: { articleId } })).map(({ id, state }) => [id, state]),
  );

describe("suggesting again", () => {
  it("replaces what is open, keeps what is decided, and does not ask about that a second time", async () => {
    const { articleId, first, second, third } = await readLongAgo();
    await accept(first);
    await desk("reject-suggestion", { suggestionId: second, version: 1 });
    expect((await read(articleId)).readByOlderEngine).toBe(true);
    expect(await again(articleId)).toEqual({ engine: ENGINE_VERSION, added: 1, replaced: 1, known: 2 });
    const now = await read(articleId);
    expect(now.readByOlderEngine).toBe(false);
    expect(now.suggestions.map(({ state, engine }) => [state, engine])).toEqual([
      ["accepted", "before-1"],
      ["rejected", "before-1"],
      ["open", ENGINE_VERSION],
    ]);
    expect(now.suggestions.some(({ id }) => id === third)).toBe(false);
    expect(now.statements).toHaveLength(1);
    expect(now.history.filter(({ summary }) => summary.startsWith("suggested again"))).toHaveLength(1);
    expect(now.history[0]?.summary).toBe(`suggested again with ${ENGINE_VERSION}: 1 new, 1 replaced`);
  });

  it("does not suggest what was added by hand, where an editor drew the borders a little otherwise", async () => {
    const { articleId, first, span } = await readLongAgo();
    await desk("reject-suggestion", { suggestionId: first, version: 1 });
    const { revision } = await read(articleId);
    await desk("add-statement", {
      revisionId: revision.id,
      actor: SPEAKER,
      spans: { content: [span("look at the figures in the autumn")] },
    });
    expect(await again(articleId)).toMatchObject({ added: 1, known: 2 });
    const open = (await read(articleId)).suggestions.filter(({ state }) => state === "open");
    expect(open.map(({ content }) => content)).toEqual([[span("“The island needs its boat,”")]]);
  });

  it("twice is once, also at once; an undo brings the old ones back, and its undo the new ones", async () => {
    const { articleId, first } = await readLongAgo();
    await accept(first);
    const before = await statesOf(articleId);
    const outcomes = await Promise.all([again(articleId), again(articleId), again(articleId)]);
    expect(outcomes.map(({ added }) => added).sort()).toEqual([0, 0, 2]);
    const { lastSeq, suggestions } = await read(articleId);
    const after = await statesOf(articleId);

    const undone = await desk<{ seq: string }>("undo", { seq: lastSeq });
    const now = await statesOf(articleId);
    expect(now).toMatchObject(before);
    expect(Object.entries(now).filter(([id, state]) => !(id in before) && state !== "superseded")).toEqual(
      [],
    );
    expect((await read(articleId)).readByOlderEngine).toBe(true);

    await desk("undo", { seq: undone.seq });
    expect(await statesOf(articleId)).toEqual(after);
    expect((await read(articleId)).suggestions.map(({ id }) => id)).toEqual(suggestions.map(({ id }) => id));
  });

  it("can be asked for again after an undo, with the same engine", async () => {
    const { articleId } = await readLongAgo();
    await again(articleId);
    await desk("undo", { seq: (await read(articleId)).lastSeq });
    expect(await again(articleId)).toMatchObject({ added: 3, replaced: 3 });
  });

  it("is not undone when a new suggestion was decided since", async () => {
    const { articleId } = await readLongAgo();
    await again(articleId);
    const { lastSeq, suggestions } = await read(articleId);
    await accept(suggestions[0]?.id ?? "");
    await expect(desk("undo", { seq: lastSeq })).rejects.toMatchObject({ code: "conflict" });
  });

  it("keeps whom an editor gave to a chain", async () => {
    const { articleId, third } = await readLongAgo();
    const { id } = await desk<{ id: string }>("add-actor", { name: "Mayor of Pell", kind: "person" });
    await db().suggestion.update({ where: { id: third }, data: { chosenActorId: id } });
    await again(articleId);
    const [, , last] = (await read(articleId)).suggestions;
    expect(last).toMatchObject({ actor: { id }, chosenByEditor: true, engine: ENGINE_VERSION });
  });

  it("while others decide: nobody's decision is lost, and who comes late is told that it was replaced", async () => {
    for (let round = 0; round < 4; round++) {
      const { articleId, first, second, third } = await readLongAgo();
      const outcomes = await Promise.allSettled([
        accept(first),
        again(articleId),
        desk("reject-suggestion", { suggestionId: second, version: 1 }),
        accept(third),
      ]);
      const late = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      for (const reason of late) {
        expect(reason).toMatchObject({ code: "conflict", detail: { theirs: { state: "superseded" } } });
        expect(reason.message).toContain("replaced");
      }
      const now = await read(articleId);
      const decided = outcomes.filter((one, n) => n !== 1 && one.status === "fulfilled").length;
      expect(now.suggestions.filter(({ state }) => state !== "open")).toHaveLength(decided);
      // Each passage is there once: decided under the old engine, or open under the new one.
      expect(now.suggestions).toHaveLength(3);
    }
  });

  it("is refused to readers, and for an article that is not there", async () => {
    const { articleId } = await readLongAgo();
    const reader = await makeViewer(db(), "reader");
    await expect(runDeskWrite(db(), reader, "suggest-again", { articleId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(again("00000000-0000-7000-8000-000000000000")).rejects.toMatchObject({ code: "missing" });
  });
});
