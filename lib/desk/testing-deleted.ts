import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction } from "../db.server.ts";
import { type DeskWrite, runDeskWrite } from "./actions.server.ts";
import { readDeskArticle } from "./article.server.ts";
import { bringIn } from "./bring-in.server.ts";

// For tests that delete articles: the importing file gets a database of its own.
await freshDatabase();
export const editor = await makeViewer(db(), "editor");
export const desk = <T>(name: DeskWrite, input: unknown) =>
  runDeskWrite(db(), editor, name, input) as Promise<T>;
export const read = (articleId: string) => readDeskArticle(db(), editor, articleId);

const QUOTE = "“The swing bridge will open in May,” said Runa Teig, who keeps the bridge.";
const LATER = [
  QUOTE.replace("will open", "will not open"),
  "“The pier is closed,” said Odran Pell, the mayor.",
];

function bring(url: string, paragraphs: readonly string[], hour: number) {
  return inTransaction(db(), (tx) =>
    bringIn(tx, editor, {
      source: "url",
      extractor: "html/1",
      outlet: { name: "Bridge Gazette" },
      headline: `Swing bridge ${url.slice(-12)}`,
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

/** An article with all that can hang on one: a statement tied to a claim that waits in a changed text, an open suggestion. */
export async function wholeArticle() {
  const url = `https://bridge.example/${randomUUID()}`;
  const { articleId } = await bring(url, [QUOTE], 8);
  const [first] = (await read(articleId)).suggestions;
  const actor = { name: `Runa Teig ${randomUUID().slice(0, 8)}`, kind: "person" };
  const { statementId } = await desk<{ statementId: string }>("accept-suggestion", {
    suggestionId: first?.id,
    version: first?.version,
    actor,
  });
  const claim = { sentence: `The swing bridge opens in May ${randomUUID()}.` };
  const tie = { statementId, version: 1, claim, stance: "asserts" };
  const { claimId } = await desk<{ claimId: string }>("tie-claim", tie);
  await bring(url, LATER, 10);
  return { articleId, url, statementId, claimId };
}
export type Whole = Awaited<ReturnType<typeof wholeArticle>>;

export const refusal = ({ articleId }: Whole) =>
  expect.objectContaining({
    code: "conflict",
    message: expect.stringMatching(/off the record\. Undo that in its history to bring it back\.$/),
    detail: { articleId, deletedReason: "Twice on record" },
  });

export async function undoDeletion({ articleId }: Whole): Promise<void> {
  const { seq } = await db().decision.findFirstOrThrow({ where: { articleId, action: "delete" } });
  await desk("undo", { seq: String(seq) });
}
