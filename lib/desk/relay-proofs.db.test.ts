import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import type { Viewer } from "../auth/viewer.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import type { Placed } from "../statement/reanchoring.server.ts";
import { CodePointIndex } from "../text/code-points.ts";
import type { Span } from "../text/span.ts";
import { runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { bringIn } from "./bring-in.server.ts";
import { readInbox } from "./inbox.server.ts";
import { readPlacing } from "./placing.server.ts";

await freshDatabase();
let editor: Viewer;
beforeAll(async () => {
  editor = await makeViewer(db(), "editor");
});
afterAll(() => db().$disconnect());

const desk = <T>(name: string, input: unknown) => runDeskWrite(db(), editor, name, input) as Promise<T>;
const read = (articleId: string) => readDeskArticle(db(), editor, articleId);

const QUOTE =
  "“The swing bridge will open in May,” said Runa Teig, who keeps the bridge, in a call cited by Harbour Wire.";
const CHANGED = QUOTE.replace("will open", "will not open");
const RADIO = "Coast Radio sent the call on Monday evening.";
const [FIRST, SECOND] = ["cited by Harbour Wire", "Coast Radio sent the call"];

function bring(url: string, paragraphs: readonly string[], hour: number) {
  return inTransaction(db(), (tx) =>
    bringIn(tx, editor, {
      source: "url",
      extractor: "html/1",
      outlet: { name: "Bridge Gazette" },
      headline: "Swing bridge of Holm 🌊",
      standfirst: null,
      byline: null,
      publishedAt: null,
      zone: null,
      publishedSource: null,
      url,
      language: "en",
      raw: { bytes: Buffer.from(paragraphs.join("\n")), type: "text/html" },
      paragraphs: [...paragraphs],
      seenAt: new Date(Date.UTC(2024, 6, 2, hour)),
    }),
  );
}

function spanIn(text: string, words: string): Span {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`“${words}” is not in the text.`);
  const index = new CodePointIndex(text);
  return { start: index.fromUtf16(at), end: index.fromUtf16(at + words.length) };
}

/** A statement that two passed on, each with its words, whose article then has another text. */
async function relayed(then: readonly string[]) {
  const url = `https://bridge.example/${randomUUID()}`;
  const { articleId, revisionId } = await bring(url, [QUOTE, RADIO], 8);
  const { text } = (await read(articleId)).revision;
  const mark = randomUUID().slice(0, 8);
  const [wire, radio] = [`Harbour Wire ${mark}`, `Coast Radio ${mark}`];
  const { statementId } = await desk<{ statementId: string }>("add-statement", {
    revisionId,
    actor: { name: `Runa Teig ${mark}`, kind: "person" },
    spans: {
      content: [spanIn(text, "“The swing bridge will open in May,”")],
      speaker: [spanIn(text, "Runa Teig")],
    },
    via: [
      { actor: { name: wire, kind: "company" }, proof: spanIn(text, FIRST) },
      { actor: { name: radio, kind: "company" }, proof: spanIn(text, SECOND) },
    ],
  });
  await bring(url, then, 10);
  const { id: reanchoringId, version } = await db().reanchoring.findFirstOrThrow({ where: { statementId } });
  return { url, articleId, statementId, wire, radio, waiting: { reanchoringId, version } };
}
type Relayed = Awaited<ReturnType<typeof relayed>>;

/** Who passed it on, with the words of the present text that prove it. */
async function chainOf({ articleId, statementId }: Relayed) {
  const { statements, revision } = await read(articleId);
  const index = new CodePointIndex(revision.text);
  const via = statements.find(({ id }) => id === statementId)?.via ?? [];
  return via.map(({ name, proof }) => [name, proof && index.slice(proof.start, proof.end)]);
}
async function placeByHand(made: Relayed, words = "“The swing bridge will not open in May,”") {
  const { text } = (await read(made.articleId)).revision;
  const spans = { content: [spanIn(text, words)], speaker: [spanIn(text, "Runa Teig")] };
  const input = { ...made.waiting, spans };
  return desk<Placed>("place-statement", input);
}
const signOff = async ({ articleId }: Relayed) =>
  desk("sign-off", { articleId, lastSeq: (await read(articleId)).lastSeq });
const toLook = async ({ articleId }: Relayed) =>
  (await readInbox(db(), editor)).rows.find(({ id }) => id === articleId)?.toLook;

describe("a statement placed by hand", () => {
  it("keeps its chain; proofs whose sentences stand in the new text go with it, each to its relay", async () => {
    const made = await relayed(["The tide is low. 🌊", RADIO, CHANGED]);
    const placing = await readPlacing(db(), editor, made.articleId, made.waiting.reanchoringId);
    const { text } = (await read(made.articleId)).revision;
    expect(placing?.via).toEqual([
      { name: made.wire, proof: null },
      { name: made.radio, proof: spanIn(text, SECOND) },
    ]);
    expect(await placeByHand(made)).toMatchObject({ unproved: [made.wire] });
    expect(await chainOf(made)).toEqual([
      [made.wire, null],
      [made.radio, SECOND],
    ]);
    expect((await read(made.articleId)).history[0]?.summary).toBe(
      `placed in revision 2: ${(await read(made.articleId)).statements[0]?.actor.name}; no words there prove the relay ${made.wire}`,
    );
  });

  it("whose one relay is proved in the new text has nothing to look at any more, and can be signed off", async () => {
    const whole = await relayed([CHANGED, RADIO]);
    const { text } = (await read(whole.articleId)).revision;
    await desk("correct-statement", {
      statementId: whole.statementId,
      version: 1,
      via: [{ actor: { name: whole.radio, kind: "company" }, proof: spanIn(await oldText(whole), SECOND) }],
    });
    expect(await placeByHand(whole)).toMatchObject({ unproved: [] });
    expect(await chainOf(whole)).toEqual([[whole.radio, SECOND]]);
    expect(await toLook(whole)).toBe(1);
    await signOff(whole);
    const spans = await db().$queryRaw`
      SELECT exact, start FROM published_span WHERE statement_id = ${whole.statementId}::uuid AND role = 'relay'`;
    expect(spans).toEqual([{ exact: SECOND, start: spanIn(text, SECOND).start }]);
  });

  it("waits for the sign-off, and in the inbox, until an editor proves each relay or takes it out", async () => {
    const made = await relayed([CHANGED, RADIO]);
    await placeByHand(made);
    // The relay, and the outlet's change.
    expect(await toLook(made)).toBe(2);
    await expect(signOff(made)).rejects.toMatchObject({
      code: "unusable",
      message: expect.stringContaining(made.wire),
    });
    const [statement] = (await read(made.articleId)).statements;
    const { text } = (await read(made.articleId)).revision;
    await desk("correct-statement", {
      statementId: made.statementId,
      version: statement?.version,
      kind: "mixed",
    });
    expect(await chainOf(made)).toEqual([
      [made.wire, null],
      [made.radio, SECOND],
    ]);
    await desk("correct-statement", {
      statementId: made.statementId,
      version: (statement?.version ?? 0) + 1,
      via: statement?.via.map(({ id }, at) => ({
        actor: { id },
        proof: spanIn(text, at === 0 ? FIRST : SECOND),
      })),
    });
    expect(await toLook(made)).toBe(1);
    await signOff(made);
  });

  it("with a relay without proof is carried on as it is: no proof moves to another relay", async () => {
    const made = await relayed([CHANGED, RADIO]);
    await placeByHand(made);
    await bring(made.url, ["The tide is high.", CHANGED, RADIO], 12);
    expect(await chainOf(made)).toEqual([
      [made.wire, null],
      [made.radio, SECOND],
    ]);
  });

  it("has its proofs again once that is undone", async () => {
    const made = await relayed([CHANGED, RADIO]);
    const before = await anchorOf(made);
    const { seq } = await placeByHand(made);
    expect(await anchorOf(made)).not.toEqual(before);
    await desk("undo", { seq });
    expect(await anchorOf(made)).toEqual(before);
    expect(before.filter(({ role }) => role === "relay").map(({ exact }) => exact)).toEqual([FIRST, SECOND]);
  });
});

it("placed as the machine proposes, a chain of which one proof is lost keeps no proof at another relay", async () => {
  const made = await relayed([CHANGED.replace(`, in a call ${FIRST}`, ""), RADIO]);
  const placed = await desk<Placed>("place-statement", made.waiting);
  expect(placed.unproved).toEqual([made.wire]);
  expect(await chainOf(made)).toEqual([
    [made.wire, null],
    [made.radio, SECOND],
  ]);
});

it("placed as the machine proposes, it has the proofs that were shown", async () => {
  const made = await relayed([CHANGED, RADIO]);
  const placed = await desk<Placed>("place-statement", made.waiting);
  expect(placed.unproved).toEqual([]);
  expect(await chainOf(made)).toEqual([
    [made.wire, FIRST],
    [made.radio, SECOND],
  ]);
});

it("placed as the machine proposes after its chain was corrected, it has the proofs of the corrected chain", async () => {
  const made = await relayed([CHANGED, RADIO]);
  const text = await oldText(made);
  const { relays } = await db().statement.findUniqueOrThrow({
    where: { id: made.statementId },
    include: { relays: { orderBy: { position: "asc" } } },
  });
  const [wire, radio] = relays.map(({ actorId }) => ({ id: actorId }));
  await desk("correct-statement", {
    statementId: made.statementId,
    version: 1,
    via: [
      { actor: radio, proof: spanIn(text, SECOND) },
      { actor: wire, proof: spanIn(text, FIRST) },
    ],
  });
  const placing = await readPlacing(db(), editor, made.articleId, made.waiting.reanchoringId);
  expect(placing?.via.map(({ name, proof }) => [name, proof !== null])).toEqual([
    [made.radio, true],
    [made.wire, false],
  ]);
  await desk("place-statement", made.waiting);
  expect(await chainOf(made)).toEqual([
    [made.radio, SECOND],
    [made.wire, null],
  ]);
});

async function anchorOf({ statementId }: Relayed) {
  const { anchorId } = await db().statement.findUniqueOrThrow({ where: { id: statementId } });
  return db().span.findMany({ where: { anchorId }, orderBy: [{ role: "asc" }, { position: "asc" }] });
}
async function oldText({ articleId }: Relayed): Promise<string> {
  return (await db().revision.findFirstOrThrow({ where: { articleId, number: 1 } })).text;
}
