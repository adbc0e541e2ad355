import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Db, Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import { openArticle } from "./state.server.ts";
import { nextLook } from "./watch.ts";

/** Has the article's page looked at again from time to time. Nothing happens where it has no address or is watched. */
export async function watchArticle(tx: Tx, articleId: string): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } });
  if (article.canonicalUrl === null || article.sample) return;
  const nextAt = nextLook({ ...ages(article), changed: false, failures: 0, hasStatements: false });
  await tx.articleWatch.createMany({
    data: [{ articleId, nextAt: nextAt === null ? null : new Date(nextAt) }],
    skipDuplicates: true,
  });
}

const ages = ({ createdAt }: { readonly createdAt: Date }) => ({
  now: Date.now(),
  broughtInAt: createdAt.getTime(),
});

/** How a look went. Nothing is noted of an article deleted meanwhile. @param problem in words; null: the page was read */
export async function noteLook(
  tx: Tx,
  articleId: string,
  look: { readonly changed: boolean; readonly problem: string | null },
): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, include: { watch: true } });
  if (article.deletedReason !== null) return;
  const failures = look.problem === null ? 0 : (article.watch?.failures ?? 0) + 1;
  const statement = await tx.statement.findFirst({
    where: { articleId, withdrawn: false },
    select: { id: true },
  });
  const hasStatements = statement !== null;
  const next = nextLook({ ...ages(article), changed: look.changed, failures, hasStatements });
  const data = {
    nextAt: next === null ? null : new Date(next),
    lookedAt: new Date(),
    failures,
    problem: look.problem?.slice(0, 500) ?? null,
  };
  await tx.articleWatch.upsert({ where: { articleId }, create: { articleId, ...data }, update: data });
}

/** Articles whose next look is due, the longest due first. A deleted one is due when it is on record again. */
export async function dueArticles(client: Db | Tx, most: number): Promise<readonly string[]> {
  const rows = await client.articleWatch.findMany({
    where: { nextAt: { lte: new Date() }, article: { deletedReason: null } },
    orderBy: { nextAt: "asc" },
    take: most,
    select: { articleId: true },
  });
  return rows.map(({ articleId }) => articleId);
}

export const LookAgainInput = z.object({ articleId: z.uuid() }).strict();
export type LookAgainInput = z.input<typeof LookAgainInput>;

/**
 * An editor wants the page looked at now.
 * @throws OnRecordError "unusable" for an article without an address, "conflict" for a deleted one
 */
export async function lookAgain(tx: Tx, viewer: Viewer | null, input: LookAgainInput): Promise<void> {
  allow(viewer, "ingest");
  const { articleId } = parse(LookAgainInput, input);
  const article = await openArticle(tx, articleId);
  if (article.canonicalUrl === null)
    throw new OnRecordError("unusable", "This article has no address: there is no page to look at.");
  await enqueue(tx, "refetch-article", { articleId }, { priority: 10 });
}
