import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeViewer } from "#prisma/seed/factories.ts";
import { storedAuthority } from "../actor/authority.server.ts";
import {
  articlesQuoting,
  identifiedAs,
  unnamedIdentifiedAs,
} from "../actor/published-identification.server.ts";
import { findActors } from "../actor/read.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db } from "../db.server.ts";
import { searchStatements } from "../search/published.server.ts";
import { readSearch } from "../search/query.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const desk = (name: string, input: unknown) =>
  runDeskWrite(db(), editor, name, input) as Promise<Record<string, string>>;
const refused = (code: string, message: RegExp = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });
const lastSeq = async () => String((await db().decision.findFirstOrThrow({ orderBy: { seq: "desc" } })).seq);

const PARAGRAPHS = [
  "“The dredger will not come this year,” a senior harbour official said on Monday.",
  "The board had no money left, the senior harbour official said.",
  "“Nobody asked the pilots,” said another senior harbour official.",
];
const article = () => makeArticle(db(), editor, { headline: "Dredger in doubt", paragraphs: PARAGRAPHS });
const open = async (articleId: string) => readDeskArticle(db(), editor, articleId);

/** Adds a statement of somebody described, as an editor marks it. */
const say = async (made: Awaited<ReturnType<typeof article>>, words: string, name: string) => {
  const { statementId = "" } = await desk("add-statement", {
    revisionId: made.revisionId,
    spans: { content: [made.span(words)] },
    actor: { name, kind: "unnamedSource" },
  });
  const { attributedToId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
  return { statementId, actorId: attributedToId };
};
const signedOff = async (made: Awaited<ReturnType<typeof article>>) => {
  const { lastSeq: seen } = await open(made.articleId);
  await desk("sign-off", { articleId: made.articleId, lastSeq: seen });
};

describe("an unnamed source", () => {
  it("is one record for each article and wording", async () => {
    const made = await article();
    const one = await say(made, "The dredger will not come this year", "a senior harbour official");
    const again = await say(made, "The board had no money left", "The senior harbour official");
    const another = await say(made, "Nobody asked the pilots", "another senior harbour official");
    expect(again.actorId).toBe(one.actorId);
    expect(another.actorId).not.toBe(one.actorId);
    const elsewhere = await say(await article(), "Nobody asked the pilots", "a senior harbour official");
    expect(elsewhere.actorId).not.toBe(one.actorId);
    expect(await db().actor.findUniqueOrThrow({ where: { id: one.actorId } })).toMatchObject({
      articleId: made.articleId,
      wording: "senior harbour official",
    });
  });

  it("is made once when two editors add it at once", async () => {
    const made = await article();
    const outcomes = await Promise.all([
      say(made, "The dredger will not come this year", "a senior harbour official"),
      say(made, "The board had no money left", "a senior harbour official"),
      say(made, "Nobody asked the pilots", "A senior harbour official"),
    ]);
    expect(new Set(outcomes.map(({ actorId }) => actorId)).size).toBe(1);
  });

  it("comes with an accepted suggestion, and with the next one again; no editor has to say who it is", async () => {
    const made = await article();
    const { suggestions } = await open(made.articleId);
    const unnamed = suggestions.filter(({ actor, speaker }) => actor === null && speaker.length > 0);
    expect(unnamed.length).toBeGreaterThan(1);
    const ids: string[] = [];
    for (const { id, version } of unnamed) {
      const { statementId = "" } = await desk("accept-suggestion", { suggestionId: id, version });
      const { attributedTo } = await db().statement.findUniqueOrThrow({
        where: { id: statementId },
        include: { attributedTo: true },
      });
      expect(attributedTo).toMatchObject({ kind: "unnamedSource", articleId: made.articleId });
      ids.push(attributedTo.id);
    }
    const records = await db().actor.findMany({ where: { articleId: made.articleId } });
    expect(records.map(({ id }) => id).sort()).toEqual([...new Set(ids)].sort());
    expect(new Set(records.map(({ wording }) => wording)).size).toBe(records.length);
  });

  it("is found by no name: not by the engine, not by the picker elsewhere, not by the public search", async () => {
    const made = await article();
    const { actorId } = await say(made, "The dredger will not come this year", "a senior harbour official");
    await signedOff(made);
    const found = async (articleId: string | null) =>
      (await findActors(db(), editor, "senior harbour", { articleId })).map(({ id }) => id);
    expect(await found(made.articleId)).toContain(actorId);
    expect(await found(null)).toEqual([]);
    expect(await found((await article()).articleId)).toEqual([]);
    expect((await storedAuthority(db())).find("a senior harbour official")).toEqual([]);
    const { query } = readSearch({ actor: "a senior harbour official" });
    expect((await searchStatements(query)).total).toBe(0);
    // Its words are found, like all others.
    expect((await searchStatements(readSearch({ words: "dredger" }).query)).total).toBeGreaterThan(0);
  });

  it("is chosen in no other article, added by no list and merged with nobody", async () => {
    const made = await article();
    const { actorId } = await say(made, "The dredger will not come this year", "a senior harbour official");
    const other = await article();
    const { id: person } = await desk("add-actor", { name: `Person ${randomUUID()}`, kind: "person" });
    await expect(
      desk("add-statement", {
        revisionId: other.revisionId,
        spans: { content: [other.span("Nobody asked the pilots")] },
        actor: { id: actorId },
      }),
    ).rejects.toEqual(refused("unusable", /another article/));
    await expect(desk("add-actor", { name: "a source", kind: "unnamedSource" })).rejects.toEqual(
      refused("unusable", /belongs to the article/),
    );
    const { version } = await db().actor.findUniqueOrThrow({ where: { id: actorId } });
    await expect(desk("edit-actor", { actorId, version, kind: "person" })).rejects.toEqual(
      refused("unusable", /stays one/),
    );
    await expect(desk("edit-actor", { actorId, version, partOfId: person })).rejects.toEqual(
      refused("unusable", /part of nothing/),
    );
    await expect(desk("edit-actor", { actorId: person, version: 2, partOfId: actorId })).rejects.toEqual(
      refused("unusable", /part of an unnamed source/),
    );
  });

  it("says in public in which article it is quoted", async () => {
    const made = await article();
    const { actorId } = await say(made, "The dredger will not come this year", "a senior harbour official");
    expect(await articlesQuoting(actorId)).toEqual([]);
    await signedOff(made);
    expect(await articlesQuoting(actorId)).toMatchObject([
      { headline: "Dredger in doubt", outlet: { name: "Test Harbour Courier" } },
    ]);
  });

  it("a new person takes along what the text says, unless the editor says otherwise", async () => {
    const made = await article();
    const detected = {
      speaker: [],
      cue: [],
      content: [made.span("Nobody asked the pilots")],
      kind: "indirect",
      mode: "said",
      mention: "name",
      negatedCue: false,
      hedgedCue: false,
      dateSaid: null,
      via: [],
      confidence: 1,
      reason: "test",
    };
    const accepted = async (position: number, name: string, more: object) => {
      const proposal = { kind: "person", description: "a professor at Port Halden" };
      const suggestion = await db().suggestion.create({
        data: {
          articleId: made.articleId,
          revisionId: made.revisionId,
          position,
          engine: "test",
          confidence: 1,
          reason: "test",
          detected: { ...detected, actor: { name, reason: "not on record", proposal } },
        },
      });
      const { statementId = "" } = await desk("accept-suggestion", {
        suggestionId: suggestion.id,
        version: 1,
        actor: { name, kind: "person", ...more },
      });
      return db().actor.findFirstOrThrow({ where: { statements: { some: { id: statementId } } } });
    };
    expect((await accepted(101, "Liv Ormond", {})).description).toBe("a professor at Port Halden");
    expect((await accepted(102, "Jon Ormond", { description: null })).description).toBeNull();
    expect((await accepted(103, "Una Ormond", { description: "a poet" })).description).toBe("a poet");
  });
});

describe("identify", () => {
  const source = (more: object = {}) => ({
    url: "https://ledger.example/who-it-was",
    title: "The official behind the dredger",
    date: "2025-03",
    note: "read in print",
    ...more,
  });
  async function identified(more: object = {}) {
    const made = await article();
    const { actorId: unnamedId, statementId } = await say(
      made,
      "The dredger will not come this year",
      "a senior harbour official",
    );
    const { id: actorId = "" } = await desk("add-actor", { name: `Ida ${randomUUID()}`, kind: "person" });
    const { identificationId = "" } = await desk("identify", {
      unnamedId,
      actor: { id: actorId },
      ...source(more),
    });
    return { made, unnamedId, statementId, actorId, identificationId };
  }

  it("is no merge: the statement stays attributed to the unnamed source, in public too", async () => {
    const { made, unnamedId, statementId, actorId } = await identified();
    await signedOff(made);
    expect((await db().statement.findUniqueOrThrow({ where: { id: statementId } })).attributedToId).toBe(
      unnamedId,
    );
    expect((await db().signedStatement.findFirstOrThrow({ where: { statementId } })).attributedToId).toBe(
      unnamedId,
    );
    const { name } = await db().actor.findUniqueOrThrow({ where: { id: actorId } });
    expect((await searchStatements(readSearch({ actor: name }).query)).total).toBe(0);
  });

  it("is shown where its statements are public, and only then", async () => {
    const { made, unnamedId, actorId } = await identified();
    expect(await identifiedAs(unnamedId)).toEqual([]);
    expect(await unnamedIdentifiedAs(actorId)).toEqual([]);
    await signedOff(made);
    expect(await identifiedAs(unnamedId)).toMatchObject([
      { actor: { id: actorId }, title: "The official behind the dredger", date: "2025-03" },
    ]);
    // Nothing public is attributed to whom the source names.
    expect((await identifiedAs(unnamedId))[0]?.actor.slug).toBeNull();
    expect(await unnamedIdentifiedAs(actorId)).toMatchObject([
      { unnamed: { id: unnamedId, name: "a senior harbour official" } },
    ]);
    const { lastSeq: seen } = await open(made.articleId);
    await desk("retract", { articleId: made.articleId, lastSeq: seen });
    expect(await identifiedAs(unnamedId)).toEqual([]);
    expect(await unnamedIdentifiedAs(actorId)).toEqual([]);
  });

  it("is taken back, undone and done again", async () => {
    const { made, unnamedId, identificationId } = await identified();
    await signedOff(made);
    const row = () => db().identification.findUniqueOrThrow({ where: { id: identificationId } });
    const before = await row();
    await desk("withdraw-identification", { identificationId, version: before.version });
    expect(await identifiedAs(unnamedId)).toEqual([]);
    const { seq = "" } = await desk("undo", { seq: await lastSeq() });
    expect(await row()).toEqual({ ...before, version: 3 });
    expect(await identifiedAs(unnamedId)).toHaveLength(1);
    await desk("undo", { seq });
    expect(await identifiedAs(unnamedId)).toEqual([]);
    // And the identification itself.
    const other = await identified({ url: "https://ledger.example/other" });
    await signedOff(other.made);
    const made2 = await db().decision.findFirstOrThrow({
      where: { action: "link" },
      orderBy: { seq: "desc" },
    });
    await desk("undo", { seq: String(made2.seq) });
    expect(await identifiedAs(other.unnamedId)).toEqual([]);
  });

  it("two sources may name two persons: both stand there with their source", async () => {
    const { made, unnamedId } = await identified();
    const { id: second = "" } = await desk("add-actor", { name: `Ola ${randomUUID()}`, kind: "person" });
    await desk("identify", {
      unnamedId,
      actor: { id: second },
      ...source({ url: "https://gazette.example/no" }),
    });
    await signedOff(made);
    expect((await identifiedAs(unnamedId)).map(({ url }) => url).sort()).toEqual([
      "https://gazette.example/no",
      "https://ledger.example/who-it-was",
    ]);
  });

  it.each<[string, object, string, RegExp]>([
    ["no address", { url: "" }, "invalid", /address/],
    ["an address that runs", { url: "javascript:alert(1)" }, "invalid", /address/],
    ["an address with a password", { url: "https://a:b@x.example/" }, "invalid", /address/],
    ["no title", { title: " " }, "invalid", /title/],
    ["a date that is none", { date: "2024-13" }, "invalid", /not a date/],
    ["a day that is none", { date: "2024-02-30" }, "invalid", /not a date/],
    ["somebody who is gone", { actor: { id: randomUUID() } }, "missing", /on record/],
  ])("refuses %s", async (_, more, code, message) => {
    const { unnamedId, actorId } = await identified();
    const input = { unnamedId, actor: { id: actorId }, ...source({ url: "https://x.example/" }), ...more };
    await expect(desk("identify", input)).rejects.toEqual(refused(code, message));
  });

  it("refuses one who is named, another unnamed source, and the same source twice", async () => {
    const { unnamedId, actorId } = await identified();
    const other = await identified();
    const outcome = (input: object) =>
      desk("identify", { unnamedId, actor: { id: actorId }, ...source(), ...input });
    await expect(outcome({ unnamedId: actorId, actor: { id: other.actorId } })).rejects.toEqual(
      refused("unusable", /is no unnamed source/),
    );
    await expect(outcome({ actor: { id: other.unnamedId } })).rejects.toEqual(
      refused("unusable", /another unnamed/),
    );
    await expect(outcome({})).rejects.toEqual(refused("conflict", /stands here already/));
  });
});
