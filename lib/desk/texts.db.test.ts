import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { publishedChanges } from "../article/published-changes.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { publishedStatements } from "../statement/published.server.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { bringIn } from "./bring-in.server.ts";
import { readInbox } from "./inbox.server.ts";
import { readPlacing } from "./placing.server.ts";
import { readTexts } from "./texts.server.ts";

await freshDatabase();
let editor: Viewer;
let reader: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  reader = await makeViewer(db(), "reader");
});
afterAll(() => db().$disconnect());

const QUOTE = "“The swing bridge will open in May,” said Runa Teig, who keeps the bridge.";
const CHANGED = QUOTE.replace("will open", "will not open");
const LAST = "Boats wait at the pier until noon.";
const at = (hour: number) => new Date(Date.UTC(2024, 6, 2, hour));

function bring(url: string, paragraphs: readonly string[], hour: number) {
  return inTransaction(db(), (tx) =>
    bringIn(tx, editor, {
      source: "url",
      extractor: "html/1",
      outlet: { name: "Bridge Gazette" },
      headline: "Swing bridge of Holm to be mended",
      standfirst: null,
      byline: null,
      publishedAt: "2024-07-02T08:30",
      zone: "+02:00",
      publishedSource: "jsonLd",
      url,
      language: "en",
      raw: { bytes: Buffer.from(`<p>${paragraphs.join("</p><p>")}</p>`), type: "text/html" },
      paragraphs: [...paragraphs],
      seenAt: at(hour),
    }),
  );
}

const desk = (name: string, input: unknown) => runDeskWrite(db(), editor, name, input);
const texts = (articleId: string, pair?: { from?: number; to?: number }) =>
  readTexts(db(), reader, articleId, pair);

/** An article with one accepted statement, whose page then has other words. */
async function changed(paragraphs: readonly string[]) {
  const url = `https://bridge.example/${randomUUID()}`;
  const { articleId } = await bring(url, [QUOTE, LAST], 8);
  const [suggestion] = (await readDeskArticle(db(), editor, articleId)).suggestions;
  if (!suggestion) throw new Error("The engine suggests nothing.");
  await desk("accept-suggestion", {
    suggestionId: suggestion.id,
    version: suggestion.version,
    actor: { name: `Runa Teig ${randomUUID().slice(0, 4)}`, kind: "person" },
  });
  await bring(url, paragraphs, 10);
  return { articleId, url };
}

async function theOneWaiting(articleId: string) {
  const [waiting, ...others] = (await texts(articleId)).waiting;
  if (!waiting || others.length > 0) throw new Error("One statement is to wait.");
  return waiting;
}

async function signOff(articleId: string) {
  const { lastSeq } = await readDeskArticle(db(), editor, articleId);
  await desk("sign-off", { articleId, lastSeq });
}

it("a statement accepted from a suggestion stays that in another text; one marked by an editor is told apart", async () => {
  const { articleId } = await changed([QUOTE, `${LAST} The ferry waits.`]);
  const { revision, statements } = await readDeskArticle(db(), editor, articleId);
  expect(statements.map(({ byHand }) => byHand)).toEqual([false]);
  const start = [...revision.text].length - [...`${LAST} The ferry waits.`].length;
  await desk("add-statement", {
    revisionId: revision.id,
    actor: { name: "Port office", kind: "organisation" },
    spans: { speaker: [], cue: [], content: [{ start, end: start + 10 }] },
  });
  const after = await readDeskArticle(db(), editor, articleId);
  expect(after.statements.map(({ byHand }) => byHand)).toEqual([false, true]);
});

it.each([
  ["named further down, stands where a paragraph about others is dropped", "Runa Teig", "person", 1, 0],
  ["named further down, waits where that paragraph is dropped", "Runa Teig", "person", 2, 1],
  ["without a name, waits where a paragraph with names is dropped", "an official", "unnamedSource", 1, 1],
] as const)("a headline’s statement, of somebody %s", async (_, name, kind, dropped, waiting) => {
  const url = `https://bridge.example/${randomUUID()}`;
  const paragraphs = [LAST, "The Opposition called that a scandal, with Odo Fenn.", QUOTE];
  const { articleId } = await bring(url, paragraphs, 8);
  const { revision } = await readDeskArticle(db(), editor, articleId);
  await desk("add-statement", {
    revisionId: revision.id,
    actor: { name, kind },
    spans: { speaker: [], cue: [], content: [{ start: 0, end: 12 }] },
  });
  await bring(
    url,
    paragraphs.filter((__, place) => place !== dropped),
    10,
  );
  expect((await texts(articleId)).waiting).toHaveLength(waiting);
});

describe("the texts of an article", () => {
  it("are read by a reader, and by nobody who is signed out", async () => {
    const { articleId } = await bring(`https://bridge.example/${randomUUID()}`, [QUOTE], 8);
    expect(await texts(articleId)).toMatchObject({
      revisions: [
        {
          number: 1,
          current: true,
          cause: "first",
          extractor: "html/1",
          language: "en",
          rawType: "text/html",
        },
      ],
      changes: [],
      waiting: [],
      earlier: [],
      compared: null,
    });
    await expect(readTexts(db(), null, articleId)).rejects.toMatchObject({ code: "signedOut" });
    await expect(texts(randomUUID())).rejects.toMatchObject({ code: "missing" });
  });

  it("say when and where each was seen, and which one stands", async () => {
    const { articleId, url } = await changed([CHANGED, LAST]);
    await bring(url, [QUOTE, LAST], 12);
    const { revisions, changes, compared } = await texts(articleId);
    expect(revisions.map(({ number, current, sightings }) => [number, current, sightings])).toEqual([
      [1, true, { count: 2, first: at(8).toISOString(), last: at(12).toISOString(), sources: ["url"] }],
      [2, false, { count: 1, first: at(10).toISOString(), last: at(10).toISOString(), sources: ["url"] }],
    ]);
    expect(changes.map(({ from, to, state }) => [from, to, state])).toEqual([
      [2, 1, "open"],
      [1, 2, "open"],
    ]);
    expect(compared).toMatchObject({ from: 2, to: 1 });
    // Back to the second by way of a third: what the outlet had before its present text, not the number before.
    await bring(url, [QUOTE, LAST, "The bar is open."], 14);
    await bring(url, [CHANGED, LAST], 16);
    expect((await texts(articleId)).compared).toMatchObject({ from: 3, to: 2 });
  });

  it("show two of them word by word: the one before and the current one, or any two", async () => {
    const { articleId } = await changed([CHANGED, LAST]);
    const { compared } = await texts(articleId);
    expect(compared).toMatchObject({
      from: 1,
      to: 2,
      summary: { leftOut: 0, added: 1, changes: [{ kind: "negation", before: "", after: "not" }] },
    });
    expect(compared?.segments.filter(({ kind }) => kind === "added").map(({ text }) => text.trim())).toEqual([
      "not",
    ]);
    const back = await texts(articleId, { from: 2, to: 1 });
    expect(back.compared?.summary).toMatchObject({ leftOut: 1, added: 0 });
    // One that is not there is as good as none.
    expect((await texts(articleId, { from: 7 })).compared).toMatchObject({ from: 1, to: 2 });
  });
});

describe("a statement that waits", () => {
  it("has both passages with their marks, and names what changed", async () => {
    const { articleId } = await changed([LAST, CHANGED]);
    const waiting = await theOneWaiting(articleId);
    expect(waiting).toMatchObject({
      found: "changed",
      from: { revision: 1 },
      to: { revision: 2 },
      changes: [{ kind: "negation", before: "", after: "not" }],
    });
    const wordsOf = (paragraphs: typeof waiting.from.paragraphs) =>
      paragraphs.map(({ pieces }) => pieces.map(({ text }) => text).join(""));
    expect(wordsOf(waiting.from.paragraphs)).toEqual([QUOTE]);
    expect(waiting.places.map(({ candidate, paragraphs }) => [candidate, wordsOf(paragraphs)])).toEqual([
      [null, [CHANGED]],
    ]);
    const pieces = waiting.places[0]?.paragraphs[0]?.pieces ?? [];
    expect(pieces.filter(({ differs }) => differs).map(({ text, roles }) => [text.trim(), roles])).toEqual([
      ["not", ["content"]],
    ]);
    expect(pieces.some(({ roles }) => roles.includes("speaker"))).toBe(true);
  });

  it("counts as work in the inbox until it is placed; placing says its decision, undo takes it back", async () => {
    const { articleId } = await changed([CHANGED, LAST]);
    const inInbox = async () => (await readInbox(db(), editor)).rows.find(({ id }) => id === articleId);
    expect(await inInbox()).toMatchObject({ toLook: 2, state: "begun" });
    const { reanchoringId, version } = await theOneWaiting(articleId);
    const { seq } = (await desk("place-statement", { reanchoringId, version })) as { seq: string };
    expect((await texts(articleId)).waiting).toEqual([]);
    expect(await inInbox()).toMatchObject({ toLook: 1 });
    await expect(desk("leave-statement", { reanchoringId, version })).rejects.toMatchObject({
      code: "conflict",
      detail: { theirs: { state: "placed", by: editor.name } },
    });
    await desk("undo", { seq });
    expect((await theOneWaiting(articleId)).reanchoringId).toBe(reanchoringId);
  });

  it("is marked by hand from what is proposed, and by nobody once it is placed", async () => {
    const { articleId } = await changed([CHANGED, LAST]);
    const { reanchoringId, version } = await theOneWaiting(articleId);
    const placing = await readPlacing(db(), reader, articleId, reanchoringId);
    expect(placing).toMatchObject({ version, revision: 1, words: "“The swing bridge will open in May,”" });
    await expect(readPlacing(db(), null, articleId, reanchoringId)).rejects.toMatchObject({
      code: "signedOut",
    });
    await desk("place-statement", { reanchoringId, version, spans: placing?.spans });
    expect(await readPlacing(db(), reader, articleId, reanchoringId)).toBeNull();
  });

  it("left where it stood is public as of that revision, with its language", async () => {
    const { articleId } = await changed([LAST, "The bridge stays shut."]);
    const { reanchoringId, version, found, places } = await theOneWaiting(articleId);
    expect([found, places]).toEqual(["orphan", []]);
    await desk("leave-statement", { reanchoringId, version });
    expect((await texts(articleId)).earlier).toMatchObject([{ revision: 1, language: "en" }]);
    await signOff(articleId);
    const [statement] = await publishedStatements({ article: articleId }, { number: 1, size: 5 });
    expect(statement).toMatchObject({ earlierRevision: 1, language: "en" });
    // Words that the source no longer has are not searched for in it.
    expect(statement?.source).not.toContain("#");
  });
});

it("a change by the outlet is public once it is confirmed, and asks for no other sign-off", async () => {
  const { articleId } = await changed([QUOTE, `${LAST} The bar is open.`]);
  await signOff(articleId);
  expect(await publishedChanges(articleId)).toEqual([]);
  const state = async () => (await readInbox(db(), editor)).rows.find(({ id }) => id === articleId)?.state;
  expect(await state()).toBe("changed");
  const [change] = (await texts(articleId)).changes;
  await desk("judge-outlet-change", {
    outletChangeId: change?.id,
    version: change?.version,
    state: "confirmed",
  });
  expect(await publishedChanges(articleId)).toEqual([
    { before: 1, after: 2, seenBefore: at(8), seenAfter: at(10) },
  ]);
  expect(await state()).toBe("signedOff");
  expect((await readDeskArticle(db(), editor, articleId)).changedSinceSignOff).toBe(false);
  const [statement] = await publishedStatements({ article: articleId }, { number: 1, size: 5 });
  expect(statement?.earlierRevision).toBeNull();
  expect(statement?.source).toContain("#:~:text=");
});
