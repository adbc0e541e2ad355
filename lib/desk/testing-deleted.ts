import { randomUUID } from "node:crypto";
import { expect, vi } from "vitest";
import { makeViewer } from "#prisma/seed/factories.ts";
import { deleteArticle } from "../article/write.server.ts";
import { freshDatabase } from "../database/testing.ts";
import { db, inTransaction, Prisma } from "../db.server.ts";
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

/** Brings the page in, as it was read at an hour, by whatever door. */
export function bring(
  url: string,
  paragraphs: readonly string[],
  hour: number,
  source: "url" | "feed" | "bulk" = "url",
) {
  return inTransaction(db(), (tx) =>
    bringIn(tx, editor, {
      source,
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

/** Everything that hangs on an article, whatever tables there are. */
export async function everythingOn({ articleId, statementId }: Whole): Promise<unknown> {
  const tables = await db().$queryRaw<{ name: string; key: string }[]>`
    SELECT c.table_name AS name, c.column_name AS key
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name IN ('article_id', 'statement_id')
    UNION ALL SELECT 'article', 'id' ORDER BY 1, 2`;
  const rows = tables.map(({ name, key }) => {
    const id = key === "statement_id" ? statementId : articleId;
    const [table, column] = [Prisma.raw(`"${name}"`), Prisma.raw(`"${key}"`)];
    return db().$queryRaw`
      SELECT ${name} AS name, to_jsonb(t)::text AS row FROM ${table} t WHERE ${column} = ${id}::uuid ORDER BY 2`;
  });
  return Promise.all(rows);
}

/** Deletes the article while `work` is sent: it is held until `work` waits for it, or has come to its end. */
export async function deletedMeanwhile<T>({ articleId }: Whole, work: () => Promise<T>): Promise<T> {
  const [held, enough] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { version } = await read(articleId);
  const deleting = inTransaction(db(), async (tx) => {
    await deleteArticle(tx, editor, { articleId, version, reason: "Twice on record" });
    held.resolve();
    await enough.promise;
  });
  await held.promise;
  let ended = false;
  const working = work().finally(() => {
    ended = true;
  });
  // Looked at below, once the deletion is done.
  working.catch(() => undefined);
  await vi.waitFor(
    async () => {
      const waits = await db().$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(ended || waits.length > 0).toBe(true);
    },
    { timeout: 10_000, interval: 20 },
  );
  enough.resolve();
  await deleting;
  return working;
}
