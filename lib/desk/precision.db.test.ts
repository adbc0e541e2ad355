import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { NO_ENGINE, type PrecisionRange, readTallies } from "../statement/precision.server.ts";
import { precisionOf } from "../statement/precision.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

await freshDatabase();
let editor: Viewer;
let ines: string;
let council: string;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  ines = (await desk<{ id: string }>("add-actor", { name: "Ines Halloran", kind: "person" })).id;
  council = (await desk<{ id: string }>("add-actor", { name: "Pier Council", kind: "governmentBody" })).id;
});
afterAll(() => db().$disconnect());

const desk = <T>(name: string, input: unknown) => runDeskWrite(db(), editor, name, input) as Promise<T>;
const ALL: PrecisionRange = { from: null, to: null, sample: false };
let made = 0;

/** An article of an outlet of its own with one sure suggestion on record, of which everything is known. */
async function suggested(over: { actorId?: string | null; confidence?: number } = {}) {
  const outlet = `Counting Courier ${++made}`;
  const article = await makeArticle(db(), editor, {
    outlet: { name: outlet },
    paragraphs: ["“The night boat loses money,” said Ines Halloran.", "It rained on the coast."],
  });
  const rows = await db().suggestion.findMany({ where: { articleId: article.articleId } });
  expect(rows).toHaveLength(1);
  const { actorId = ines, confidence = 0.95 } = over;
  const suggestion = await db().suggestion.update({
    where: { id: rows[0]?.id ?? "" },
    data: { actorId, confidence },
  });
  const tallies = async (range = ALL) =>
    (await readTallies(editor, range)).filter((tally) => tally.outlet === outlet);
  const outcomes = async () =>
    Object.fromEntries(Object.entries(precisionOf(await tallies()).counts).filter(([, count]) => count > 0));
  const accept = (more: object = {}) =>
    desk<{ statementId: string }>("accept-suggestion", {
      suggestionId: suggestion.id,
      version: suggestion.version,
      ...more,
    });
  const undoLast = async () =>
    desk("undo", { seq: (await readDeskArticle(db(), editor, article.articleId)).lastSeq });
  return { ...article, outlet, suggestion, tallies, outcomes, accept, undoLast };
}

describe("what became of a suggestion", () => {
  it("accepted as it was proposed", async () => {
    const one = await suggested();
    await one.accept();
    expect(await one.tallies()).toMatchObject([
      { outcome: "asProposed", kind: "direct", band: 9, count: 1, confidence: 0.95 },
    ]);
  });

  it("a corrected kind or mode is no fault of who or which words", async () => {
    const one = await suggested();
    await one.accept({ kind: "mixed", mode: "attributedView" });
    expect(await one.outcomes()).toEqual({ asProposed: 1 });
    expect(await one.tallies()).toMatchObject([{ kind: "direct" }]);
  });

  it.each([
    ["with another actor", async () => ({ actor: { id: council } }), { otherActor: 1 }],
    [
      "with other words",
      async (span: (words: string) => object) => ({
        spans: { content: [span("“The night boat loses money,”")] },
      }),
      { otherWords: 1 },
    ],
    [
      "with both",
      async (span: (words: string) => object) => ({
        actor: { id: council },
        spans: { content: [span("night boat")] },
      }),
      { otherBoth: 1 },
    ],
  ])("accepted %s", async (_, more, counts) => {
    const one = await suggested();
    await one.accept(await more(one.span));
    expect(await one.outcomes()).toEqual(counts);
  });

  it("corrected after it was accepted: the final state counts, and its undo counts again", async () => {
    const one = await suggested();
    const { statementId } = await one.accept();
    await desk("correct-statement", { statementId, version: 1, actor: { id: council } });
    expect(await one.outcomes()).toEqual({ otherActor: 1 });
    await one.undoLast();
    expect(await one.outcomes()).toEqual({ asProposed: 1 });
  });

  it("rejected, or taken back; undone, it is open again", async () => {
    const one = await suggested();
    const { id: suggestionId, version } = one.suggestion;
    expect(await one.outcomes()).toEqual({ open: 1 });
    await desk("reject-suggestion", { suggestionId, version });
    expect(await one.outcomes()).toEqual({ rejected: 1 });
    await one.undoLast();
    expect(await one.outcomes()).toEqual({ open: 1 });
    const { statementId } = await one.accept({ version: version + 2 });
    await desk("withdraw-statement", { statementId, version: 1 });
    expect(await one.outcomes()).toEqual({ rejected: 1 });
    await one.undoLast();
    expect(await one.outcomes()).toEqual({ asProposed: 1 });
  });

  it("undone acceptance leaves no statement behind that would count as missed", async () => {
    const one = await suggested();
    await one.accept();
    await one.undoLast();
    expect(await one.outcomes()).toEqual({ open: 1 });
  });

  it("undecided and less certain: nobody was asked", async () => {
    const one = await suggested({ confidence: 0.12 });
    expect(await one.outcomes()).toEqual({ unasked: 1 });
    expect(await one.tallies()).toMatchObject([{ band: 1 }]);
  });

  it("of somebody who was not on record: right when the editor's new actor bears the name", async () => {
    const right = await suggested({ actorId: null });
    const wrong = await suggested({ actorId: null });
    await right.accept({ actor: { id: ines } });
    await wrong.accept({ actor: { id: council } });
    expect(await right.outcomes()).toEqual({ asProposed: 1 });
    expect(await wrong.outcomes()).toEqual({ otherActor: 1 });
  });

  it("of a record that is merged with the one an editor took: the same actor, until they are split", async () => {
    const { id: twin } = await desk<{ id: string }>("add-actor", { name: "I. Halloran", kind: "person" });
    const one = await suggested({ actorId: twin });
    await one.accept({ actor: { id: ines } });
    expect(await one.outcomes()).toEqual({ otherActor: 1 });
    const versionOf = async (id: string) => (await db().actor.findUniqueOrThrow({ where: { id } })).version;
    const { mergeId } = await desk<{ mergeId: string }>("merge-actors", {
      actorId: twin,
      version: await versionOf(twin),
      intoId: ines,
      intoVersion: await versionOf(ines),
    });
    expect(await one.outcomes()).toEqual({ asProposed: 1 });
    await desk("split-actors", { mergeId, version: 1 });
    expect(await one.outcomes()).toEqual({ otherActor: 1 });
  });

  it("replaced by a later engine's: it is counted no more", async () => {
    const one = await suggested();
    await db().suggestion.update({ where: { id: one.suggestion.id }, data: { engine: "before-1" } });
    await desk("suggest-again", { articleId: one.articleId });
    expect((await one.tallies()).map(({ engine, outcome }) => [engine, outcome])).toEqual([
      [expect.not.stringContaining("before-1"), "open"],
    ]);
  });
});

describe("what was missed", () => {
  it("is what an editor added by hand, under the engine that had read the article; not what was undone", async () => {
    const one = await suggested();
    const add = () =>
      desk("add-statement", {
        revisionId: one.revisionId,
        actor: { id: council },
        spans: { content: [one.span("It rained on the coast")] },
      });
    await add();
    const missed = (await one.tallies()).filter(({ outcome }) => outcome === "missed");
    expect(missed).toMatchObject([{ kind: "indirect", band: null, engine: one.suggestion.engine, count: 1 }]);
    await one.undoLast();
    expect(await one.outcomes()).toEqual({ open: 1 });
  });

  it("has no engine where nothing had been suggested", async () => {
    const outlet = "Silent Courier";
    const { revisionId, span } = await makeArticle(db(), editor, {
      outlet: { name: outlet },
      paragraphs: ["It rained on the coast."],
      headline: "Rain",
    });
    await desk("add-statement", {
      revisionId,
      actor: { id: council },
      spans: { content: [span("It rained")] },
    });
    const tallies = (await readTallies(editor, ALL)).filter((tally) => tally.outlet === outlet);
    expect(tallies).toMatchObject([{ engine: NO_ENGINE, outcome: "missed" }]);
  });
});

describe("which articles are counted", () => {
  it("those brought in from one day to another, both inclusive", async () => {
    const one = await suggested();
    await db().article.update({
      where: { id: one.articleId },
      data: { createdAt: new Date("2024-03-10T23:30:00Z") },
    });
    const counted = async (from: string | null, to: string | null) =>
      (await one.tallies({ from, to, sample: false })).length;
    expect(await counted("2024-03-10", "2024-03-10")).toBe(1);
    expect(await counted(null, "2024-03-09")).toBe(0);
    expect(await counted("2024-03-11", null)).toBe(0);
    expect(await counted(null, null)).toBe(1);
  });

  it("the sample newsroom's are apart from one's own", async () => {
    const one = await suggested();
    await db().article.update({ where: { id: one.articleId }, data: { sample: true } });
    expect(await one.tallies()).toEqual([]);
    expect(await one.tallies({ ...ALL, sample: true })).toHaveLength(1);
  });

  it("is for those who may see the desk", async () => {
    await expect(readTallies(null, ALL)).rejects.toMatchObject({ code: "signedOut" });
  });
});
