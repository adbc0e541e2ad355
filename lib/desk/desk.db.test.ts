import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  articleInput,
  type MadeArticle,
  makeArticle,
  makeStatement,
  makeViewer,
} from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { claimCandidates } from "../claim/candidates.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { DESK_WRITES, previewPaste, runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { readInbox } from "./inbox.server.ts";

await freshDatabase();
let editor: Viewer;
let reader: Viewer;
let admin: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
  reader = await makeViewer(db(), "reader");
  admin = await makeViewer(db(), "admin");
});
afterAll(() => db().$disconnect());

const desk = (name: string, input: unknown, viewer: Viewer | null = editor) =>
  runDeskWrite(db(), viewer, name, input);
const look = (article: MadeArticle) => readDeskArticle(db(), editor, article.articleId);
const refusedAs = (code: string) => expect.objectContaining({ code });

async function lastSeq(article: MadeArticle) {
  return (await look(article)).lastSeq;
}
async function signOff(article: MadeArticle) {
  return desk("sign-off", { articleId: article.articleId, lastSeq: await lastSeq(article) });
}
const published = (articleId: string) =>
  db().$queryRaw<{ id: string; kind: string; attributed_to_id: string }[]>`
    SELECT id, kind::text, attributed_to_id FROM published_statement WHERE article_id = ${articleId}::uuid`;

describe("who may", () => {
  it.each(DESK_WRITES)("%s refuses a reader and someone not signed in, whatever the input", async (name) => {
    await expect(desk(name, {}, reader)).rejects.toEqual(refusedAs("forbidden"));
    await expect(desk(name, {}, null)).rejects.toEqual(refusedAs("signedOut"));
  });
  it("only an administrator removes the sample newsroom", async () => {
    await expect(desk("remove-sample", undefined)).rejects.toEqual(refusedAs("forbidden"));
    await expect(desk("remove-sample", undefined, admin)).resolves.toEqual({ articles: 0 });
  });
  it("the desk is closed to people not signed in and open to readers", async () => {
    const article = await makeArticle(db(), editor);
    await expect(readDeskArticle(db(), null, article.articleId)).rejects.toEqual(refusedAs("signedOut"));
    await expect(readInbox(db(), null)).rejects.toEqual(refusedAs("signedOut"));
    await expect(claimCandidates(db(), null, "x", null)).rejects.toEqual(refusedAs("signedOut"));
    expect(() => previewPaste(reader, "x")).toThrow(/role/);
    expect((await readInbox(db(), reader)).rows).not.toHaveLength(0);
  });
  it("an unknown action and unknown fields are refused", async () => {
    await expect(desk("toString", {})).rejects.toEqual(refusedAs("missing"));
    await expect(
      desk("sign-off", { articleId: crypto.randomUUID(), lastSeq: "1", sample: true }),
    ).rejects.toEqual(refusedAs("invalid"));
  });
});

describe("an article comes in", () => {
  it("once, however often: the same address or the same outlet and text is a sighting", async () => {
    const input = articleInput();
    const first = (await desk("ingest", input)) as { articleId: string };
    await expect(desk("ingest", input)).resolves.toEqual({
      articleId: first.articleId,
      added: false,
      suggestions: 0,
    });
    const { url: _, ...pasted } = articleInput();
    const both = await Promise.all([desk("ingest", pasted), desk("ingest", pasted), desk("ingest", pasted)]);
    expect(new Set(both.map((saved) => (saved as { articleId: string }).articleId)).size).toBe(1);
    const { articleId } = both[0] as { articleId: string };
    expect(await db().sighting.count({ where: { revision: { articleId } } })).toBe(3);
    expect(await db().revision.count({ where: { articleId } })).toBe(1);
  });
  it("the same text in another outlet is another article", async () => {
    const { url: _, ...text } = articleInput({ headline: "Reprinted" });
    const one = (await desk("ingest", text)) as { articleId: string };
    const two = (await desk("ingest", { ...text, outlet: { name: "Another Courier" } })) as {
      articleId: string;
    };
    expect(two.articleId).not.toBe(one.articleId);
  });
  it("pasted without its address and again with it, it learns the address", async () => {
    const { url, ...pasted } = articleInput();
    const { articleId } = (await desk("ingest", pasted)) as { articleId: string };
    await expect(desk("ingest", { ...pasted, url })).resolves.toMatchObject({ articleId, added: false });
    expect((await readDeskArticle(db(), editor, articleId)).canonicalUrl).toBe(url);
  });
  it("an address on record with another text is a conflict and changes nothing", async () => {
    const input = articleInput();
    await desk("ingest", input);
    const before = await db().article.count();
    await expect(desk("ingest", { ...input, headline: "Another text" })).rejects.toEqual(
      refusedAs("conflict"),
    );
    expect(await db().article.count()).toBe(before);
  });
  it("its text is normalised at the door and its raw paste kept", async () => {
    const article = await makeArticle(db(), editor, {
      headline: "Cafe\u0301\r\n\u0000 opens",
      raw: "Cafe\u0301\r\n raw",
    });
    const revision = await db().revision.findUniqueOrThrow({ where: { id: article.revisionId } });
    expect(revision.text.startsWith("Café opens\n\n")).toBe(true);
    expect(Buffer.from(revision.raw).toString()).toBe("Cafe\u0301\r\n raw");
  });
  it("a date is kept as printed and a wrong one refused", async () => {
    const article = await makeArticle(db(), editor, { publishedAt: "2024-06", zone: null });
    expect((await look(article)).publishedAt).toBe("2024-06");
    await expect(desk("ingest", articleInput({ publishedAt: "2024-02-30" }))).rejects.toEqual(
      refusedAs("invalid"),
    );
  });
});

describe("decisions", () => {
  it("accepting makes a statement at exactly the suggested characters; a second decision is a conflict", async () => {
    const article = await makeArticle(db(), editor);
    const [suggestion] = (await look(article)).suggestions;
    if (!suggestion) throw new Error("the engine suggested nothing");
    const input = {
      suggestionId: suggestion.id,
      version: suggestion.version,
      actor: { name: "Ines Halloran", kind: "person" },
    };
    const results = await Promise.allSettled([
      desk("accept-suggestion", input),
      desk("reject-suggestion", { suggestionId: suggestion.id, version: suggestion.version }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });
  it("accepting without a known speaker asks who speaks", async () => {
    const article = await makeArticle(db(), editor);
    const suggestion = (await look(article)).suggestions.find((one) => one.actor === null);
    if (!suggestion) throw new Error("every speaker is known");
    await expect(desk("accept-suggestion", { suggestionId: suggestion.id, version: 1 })).rejects.toEqual(
      refusedAs("invalid"),
    );
  });
  it("spans outside the text and overlapping pieces are refused and nothing is left behind", async () => {
    const article = await makeArticle(db(), editor);
    const before = await db().statement.count();
    const add = (content: { start: number; end: number }[]) =>
      desk("add-statement", {
        revisionId: article.revisionId,
        spans: { content },
        actor: { name: "X Y", kind: "person" },
      });
    await expect(add([{ start: 0, end: 99_999 }])).rejects.toEqual(refusedAs("invalid"));
    await expect(
      add([
        { start: 0, end: 9 },
        { start: 5, end: 12 },
      ]),
    ).rejects.toEqual(refusedAs("invalid"));
    await expect(add([])).rejects.toEqual(refusedAs("invalid"));
    await expect(add([{ start: 4, end: 4 }])).rejects.toEqual(refusedAs("invalid"));
    expect(await db().statement.count()).toBe(before);
    expect(await db().actor.count({ where: { name: "X Y" } })).toBe(0);
  });
  it("a span that begins at character 0 is a span", async () => {
    const article = await makeArticle(db(), editor);
    await desk("add-statement", {
      revisionId: article.revisionId,
      spans: { content: [{ start: 0, end: 5 }] },
      actor: { name: "Zero Offset", kind: "person" },
    });
    expect((await look(article)).statements.map((statement) => statement.content)).toContainEqual([
      { start: 0, end: 5 },
    ]);
  });
  it("a stale version gets a conflict that shows both sides", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article);
    await desk("correct-statement", { statementId, version: 1, mode: "attributedView" });
    await expect(
      desk("correct-statement", { statementId, version: 1, kind: "indirect" }),
    ).rejects.toMatchObject({
      code: "conflict",
      detail: { yours: { kind: "indirect" }, theirs: { mode: "attributedView", kind: "direct" }, version: 2 },
    });
  });
  it("each change is a decision row with who, when, before and after", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article);
    await desk(
      "tie-claim",
      { statementId, version: 1, claim: { sentence: "The night boat makes a loss." }, stance: "asserts" },
      admin,
    );
    const [tied, added, broughtIn] = (await look(article)).history;
    expect(tied).toMatchObject({ action: "link", by: admin.name });
    expect(tied?.before[0]?.state).toMatchObject({ stances: {} });
    expect(Object.values(tied?.after[0]?.state?.stances ?? {})).toEqual(["asserts"]);
    expect([added?.action, broughtIn?.action]).toEqual(["add", "add"]);
    expect(new Date(tied?.at ?? 0).getTime()).toBeGreaterThan(Date.now() - 60_000);
  });
  it("headline, outlet and date are corrected the same way; the text stays", async () => {
    const article = await makeArticle(db(), editor);
    const { version, outlet } = await look(article);
    const edit = {
      articleId: article.articleId,
      version,
      outlet: { id: outlet.id },
      headline: "Corrected",
      publishedAt: "2024-07-03",
    };
    await desk("edit-article", edit);
    const after = await look(article);
    expect(after).toMatchObject({
      headline: "Corrected",
      publishedAt: "2024-07-03",
      publishedSource: "editor",
    });
    expect(after.revision.text).toBe(article.text);
    await expect(desk("edit-article", edit)).rejects.toEqual(refusedAs("conflict"));
  });
});

describe("undo", () => {
  it("takes back an acceptance: the suggestion is open again and the statement gone", async () => {
    const article = await makeArticle(db(), editor);
    const [suggestion] = (await look(article)).suggestions;
    await desk("accept-suggestion", {
      suggestionId: suggestion?.id,
      version: 1,
      actor: { name: "Ines Halloran", kind: "person" },
    });
    await desk("undo", { seq: await lastSeq(article) });
    const after = await look(article);
    expect(after.statements).toHaveLength(0);
    expect(after.suggestions.find((one) => one.id === suggestion?.id)?.state).toBe("open");
    await desk("undo", { seq: after.lastSeq });
    expect((await look(article)).statements).toHaveLength(1);
  });
  it("is refused while later decisions build on it, and names them; twice is refused too", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article);
    const added = await lastSeq(article);
    await desk("correct-statement", { statementId, version: 1, kind: "mixed" });
    const corrected = await lastSeq(article);
    await expect(desk("undo", { seq: added })).rejects.toMatchObject({
      code: "conflict",
      detail: { later: [{ seq: corrected }] },
    });
    await desk("undo", { seq: corrected });
    expect((await look(article)).statements[0]?.kind).toBe("direct");
    await expect(desk("undo", { seq: corrected })).rejects.toEqual(refusedAs("conflict"));
    await desk("undo", { seq: added });
    expect((await look(article)).statements).toHaveLength(0);
  });
  it("unties a claim, puts an article's fields back and takes a sign-off back", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article);
    await desk("tie-claim", {
      statementId,
      version: 1,
      claim: { sentence: "The ferry is late again." },
      stance: "denies",
    });
    await desk("undo", { seq: await lastSeq(article) });
    expect((await look(article)).statements[0]?.claims).toEqual([]);
    await signOff(article);
    expect(await published(article.articleId)).toHaveLength(1);
    await desk("undo", { seq: await lastSeq(article) });
    expect(await published(article.articleId)).toHaveLength(0);
  });
});

describe("sign-off", () => {
  it("freezes what is public: later decisions wait for the next one", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article);
    await signOff(article);
    await desk("correct-statement", {
      statementId,
      version: 1,
      kind: "indirect",
      actor: { name: "Draft Actor", kind: "group" },
    });
    const { version, outlet } = await look(article);
    await desk("edit-article", {
      articleId: article.articleId,
      version,
      outlet: { id: outlet.id },
      headline: "Draft headline",
    });
    expect((await published(article.articleId)).map((row) => row.kind)).toEqual(["direct"]);
    const names = await db().$queryRaw<{ name: string }[]>`SELECT name FROM published_actor`;
    expect(names.map((row) => row.name)).not.toContain("Draft Actor");
    const [shown] = await db().$queryRaw<
      { headline: string }[]
    >`SELECT headline FROM published_article WHERE id = ${article.articleId}::uuid`;
    expect(shown?.headline).toBe("Ferry line drops the night boat 🚢");
    expect((await look(article)).changedSinceSignOff).toBe(true);
    await signOff(article);
    expect((await published(article.articleId)).map((row) => row.kind)).toEqual(["indirect"]);
  });
  it("is refused without statements and when decisions were made that the editor has not seen", async () => {
    const article = await makeArticle(db(), editor);
    await expect(signOff(article)).rejects.toEqual(refusedAs("unusable"));
    const seen = await lastSeq(article);
    await makeStatement(db(), admin, article);
    await expect(desk("sign-off", { articleId: article.articleId, lastSeq: seen })).rejects.toMatchObject({
      code: "conflict",
      detail: { newer: [{ by: admin.name }] },
    });
  });
  it("can be taken back, and a statement taken back leaves with the next one", async () => {
    const article = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, article);
    const other = await inTransaction(db(), async (tx) => tx.statement.count());
    await desk("add-statement", {
      revisionId: article.revisionId,
      spans: { content: [article.span("look at the figures")] },
      actor: { name: "Harbour council", kind: "group" },
    });
    expect(await db().statement.count()).toBe(other + 1);
    await signOff(article);
    await desk("withdraw-statement", { statementId, version: 1 });
    await signOff(article);
    expect(await published(article.articleId)).toHaveLength(1);
    await desk("retract", { articleId: article.articleId, lastSeq: await lastSeq(article) });
    expect(await published(article.articleId)).toHaveLength(0);
  });
});

describe("the cross-link", () => {
  it("offers the claim on record by likeness of words and actor, with its reason", async () => {
    const words = "“The old crane stands on rotten piles,” said Ines Halloran in a letter.";
    const first = await makeArticle(db(), editor, { paragraphs: [words] });
    await desk("add-statement", {
      revisionId: first.revisionId,
      spans: { content: [first.span("“The old crane stands on rotten piles,”")] },
      actor: { name: "Ines Halloran of the crane", kind: "person" },
    });
    const statementId = (await look(first)).statements[0]?.id;
    const { claimId } = (await desk("tie-claim", {
      statementId,
      version: 1,
      claim: { sentence: "The piles under the harbour crane are rotten." },
      stance: "asserts",
    })) as { claimId: string };
    await desk("tie-claim", {
      statementId,
      version: 2,
      claim: { sentence: "Gulls have learnt to open lunch boxes." },
      stance: "asserts",
    });
    const actorId = (await look(first)).statements[0]?.actor.id ?? null;
    const found = await claimCandidates(db(), editor, "rotten piles, the old crane stands on them", actorId);
    expect(found[0]).toMatchObject({ outlets: 1 });
    expect(found.map((claim) => claim.id)).toContain(claimId);
    expect(found[0]?.reason).toMatch(/shares “.+” with Test Harbour Courier; same actor/);
    expect(found[0]?.score).toBeLessThanOrEqual(1);
    expect(await claimCandidates(db(), editor, "Carrots were cheap at the market on Monday", null)).toEqual(
      [],
    );
  });
});
