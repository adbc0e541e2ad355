import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import type { DetectedStatement } from "../attribution/statement.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, type Prisma } from "../db.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

await freshDatabase();
let editor: Viewer;
let other: Viewer;
let town: string;
let council: string;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  other = await makeViewer(db(), "editor");
  town = (await desk<{ id: string }>("add-actor", { name: "Town of Kelm", kind: "state" })).id;
  council = (await desk<{ id: string }>("add-actor", { name: "Kelm Council", kind: "governmentBody" })).id;
});
afterAll(() => db().$disconnect());

const desk = <T>(name: string, input: unknown, viewer = editor) =>
  runDeskWrite(db(), viewer, name, input) as Promise<T>;
const read = (articleId: string) => readDeskArticle(db(), editor, articleId);

/** An article where the town is said to speak four times; the engine takes three of them for one chain. */
async function mentions() {
  const { articleId } = await makeArticle(db(), editor, {
    paragraphs: [
      "“The pier stays open,” Kelm said on Monday.",
      "Kelm said the pier would be mended in the spring.",
      "Kelm said the bill had not been paid.",
      "“The quay is closed,” Kelm said of the quay.",
    ],
  });
  const rows = await db().suggestion.findMany({ where: { articleId }, orderBy: { position: "asc" } });
  expect(rows).toHaveLength(4);
  for (const [at, row] of rows.entries()) {
    const detected = row.detected as unknown as DetectedStatement;
    const actor = { name: "Town of Kelm", actorId: town, reason: "metonym", chain: at === 3 ? 1 : 0 };
    await db().suggestion.update({
      where: { id: row.id },
      data: { actorId: town, detected: { ...detected, actor } as unknown as Prisma.InputJsonValue },
    });
  }
  const [first, second, third, apart] = rows.map(({ id }) => id) as [string, string, string, string];
  return { articleId, first, second, third, apart };
}
const accept = (suggestionId: string) =>
  desk<{ statementId: string }>("accept-suggestion", { suggestionId, version: 1 });
/** Who speaks in each suggestion or its statement, by suggestion. */
async function whoIn(articleId: string) {
  const { suggestions, statements } = await read(articleId);
  return Object.fromEntries(
    suggestions.map(({ id, actor, statementId, state }) => {
      const statement = statements.find((one) => one.id === statementId);
      return [id, `${state}: ${(statement?.actor ?? actor)?.name}`];
    }),
  );
}

describe("a chain of mentions gets another actor", () => {
  it("open suggestions and statements alike, in one decision; what is not of the chain stays, here and elsewhere", async () => {
    const { articleId, first, second, third, apart } = await mentions();
    const elsewhere = await mentions();
    await accept(first);
    await accept(elsewhere.first);
    const untouched = JSON.stringify(await read(elsewhere.articleId));
    const { history } = await read(articleId);
    const members = [
      { suggestionId: first, version: 2, statementVersion: 1 },
      { suggestionId: second, version: 1 },
      { suggestionId: third, version: 1 },
    ];
    expect(await desk("reassign-chain", { articleId, members, actor: { id: council } })).toEqual({
      changed: 3,
    });
    expect(await whoIn(articleId)).toEqual({
      [first]: "accepted: Kelm Council",
      [second]: "open: Kelm Council",
      [third]: "open: Kelm Council",
      [apart]: "open: Town of Kelm",
    });
    const now = await read(articleId);
    expect(now.history).toHaveLength(history.length + 1);
    expect(now.history[0]?.summary).toBe("of one chain, 3 mentions to Kelm Council");
    expect(now.suggestions[1]).toMatchObject({ chosenByEditor: true, actorReason: null });
    expect(JSON.stringify(await read(elsewhere.articleId))).toBe(untouched);

    // Accepting takes the editor's actor over, and no other.
    await desk("accept-suggestion", { suggestionId: second, version: 2 });
    expect((await whoIn(articleId))[second]).toBe("accepted: Kelm Council");
  });

  it("is undone exactly, and done again", async () => {
    const { articleId, first, second } = await mentions();
    await accept(first);
    const before = await read(articleId);
    const members = [
      { suggestionId: first, version: 2, statementVersion: 1 },
      { suggestionId: second, version: 1 },
    ];
    await desk("reassign-chain", { articleId, members, actor: { id: council } });
    const done = await whoIn(articleId);
    const { seq } = await desk<{ seq: string }>("undo", { seq: (await read(articleId)).lastSeq });
    const plain = ({ suggestions, statements }: typeof before) =>
      [...suggestions, ...statements].map(({ version: _, ...row }) => row);
    expect(plain(await read(articleId))).toEqual(plain(before));
    await desk("undo", { seq });
    expect(await whoIn(articleId)).toEqual(done);
  });

  it("may be an actor that is made with it", async () => {
    const { articleId, second } = await mentions();
    await desk("reassign-chain", {
      articleId,
      members: [{ suggestionId: second, version: 1 }],
      actor: { name: "Kelm Harbour Office", kind: "governmentBody" },
    });
    expect((await whoIn(articleId))[second]).toBe("open: Kelm Harbour Office");
  });

  it("given back to the engine's own choice, a suggestion is as it was suggested", async () => {
    const { articleId, second } = await mentions();
    const to = (id: string, version: number) =>
      desk("reassign-chain", { articleId, members: [{ suggestionId: second, version }], actor: { id } });
    await to(council, 1);
    await to(town, 2);
    expect((await read(articleId)).suggestions.find(({ id }) => id === second)).toMatchObject({
      chosenByEditor: false,
      actorReason: "metonym",
      actor: { id: town },
    });
  });
});

it("where nobody speaks, open ones are rejected and statements taken back; an undo brings all back", async () => {
  const { articleId, first, second, third } = await mentions();
  await accept(first);
  const before = await whoIn(articleId);
  await desk("reassign-chain", {
    articleId,
    members: [
      { suggestionId: first, version: 2, statementVersion: 1 },
      { suggestionId: second, version: 1 },
      { suggestionId: third, version: 1 },
    ],
    actor: null,
  });
  const now = await read(articleId);
  expect(now.statements).toEqual([]);
  expect(now.suggestions.map(({ state }) => state)).toEqual(["accepted", "rejected", "rejected", "open"]);
  expect(now.history[0]?.summary).toBe("of one chain, 3 mentions: nobody speaks");
  await desk("undo", { seq: now.lastSeq });
  expect(await whoIn(articleId)).toEqual(before);
});

describe("is refused, and changes nothing,", () => {
  const refused = async (articleId: string, input: object, code: string) => {
    const before = await whoIn(articleId);
    await expect(
      desk("reassign-chain", { articleId, actor: { id: council }, ...input }),
    ).rejects.toMatchObject({ code });
    expect(await whoIn(articleId)).toEqual(before);
  };

  it("for mentions of two chains, or of two articles", async () => {
    const { articleId, first, apart } = await mentions();
    const elsewhere = await mentions();
    for (const foreign of [apart, elsewhere.first])
      await refused(
        articleId,
        {
          members: [
            { suggestionId: first, version: 1 },
            { suggestionId: foreign, version: 1 },
          ],
        },
        "invalid",
      );
    await refused(articleId, { members: [{ suggestionId: elsewhere.first, version: 1 }] }, "invalid");
    await refused(
      articleId,
      {
        members: [
          { suggestionId: first, version: 1 },
          { suggestionId: first, version: 1 },
        ],
      },
      "invalid",
    );
  });

  it("for a mention that is in no chain", async () => {
    const { articleId, first } = await mentions();
    const { detected } = await db().suggestion.findUniqueOrThrow({ where: { id: first } });
    const { chain: _, ...actor } = (detected as unknown as DetectedStatement).actor ?? {};
    await db().suggestion.update({
      where: { id: first },
      data: { detected: { ...(detected as object), actor } as unknown as Prisma.InputJsonValue },
    });
    await refused(articleId, { members: [{ suggestionId: first, version: 1 }] }, "invalid");
  });

  it("when one of them was decided since: with what is on record now", async () => {
    const { articleId, first, second } = await mentions();
    await accept(first);
    const members = [
      { suggestionId: second, version: 1 },
      { suggestionId: first, version: 1 },
    ];
    await refused(articleId, { members }, "conflict");
    const stale = [{ suggestionId: first, version: 2, statementVersion: 7 }];
    await refused(articleId, { members: stale }, "conflict");
  });

  it("for readers", async () => {
    const { articleId, first } = await mentions();
    const reader = await makeViewer(db(), "reader");
    await expect(
      desk(
        "reassign-chain",
        { articleId, members: [{ suggestionId: first, version: 1 }], actor: null },
        reader,
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("two editors at once: each mention is decided by one of them, and the other is told", async () => {
  const { articleId, first, second, third } = await mentions();
  const members = [first, second, third].map((suggestionId) => ({ suggestionId, version: 1 }));
  const outcomes = await Promise.allSettled([
    desk("reassign-chain", { articleId, members, actor: { id: council } }),
    desk("reassign-chain", { articleId, members, actor: null }, other),
    accept(second),
    desk("reject-suggestion", { suggestionId: third, version: 1 }, other),
  ]);
  const refusals = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(refusals.length).toBeGreaterThanOrEqual(2);
  for (const reason of refusals) expect(reason).toMatchObject({ code: "conflict" });
  const [all, none] = outcomes;
  expect([all?.status, none?.status]).not.toEqual(["fulfilled", "fulfilled"]);
});
