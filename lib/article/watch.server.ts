import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Db, Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import { openArticle } from "./state.server.ts";
import { lookPutOff, nextLook, type Watched } from "./watch.ts";

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
  const next = nextLook({ ...(await watched(tx, article)), changed: look.changed, failures });
  const data = {
    nextAt: next === null ? null : new Date(next),
    lookedAt: new Date(),
    failures,
    problem: look.problem?.slice(0, 500) ?? null,
  };
  await tx.articleWatch.upsert({ where: { articleId }, create: { articleId, ...data }, update: data });
}

/** No look came about because the site asked for time: it is put off. How the looks before it went still stands. */
export async function putOffLook(
  tx: Tx,
  articleId: string,
  wait: { readonly seconds: number; readonly problem: string },
): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({ where: { id: articleId }, include: { watch: true } });
  if (article.deletedReason !== null) return;
  const failures = article.watch?.failures ?? 0;
  const next = lookPutOff({ ...(await watched(tx, article)), changed: false, failures }, wait.seconds);
  const data = { nextAt: next === null ? null : new Date(next), problem: wait.problem.slice(0, 500) };
  await tx.articleWatch.upsert({ where: { articleId }, create: { articleId, ...data }, update: data });
}

async function watched(
  tx: Tx,
  article: { readonly id: string; readonly createdAt: Date },
): Promise<Pick<Watched, "now" | "broughtInAt" | "hasStatements">> {
  const statement = await tx.statement.findFirst({
    where: { articleId: article.id, withdrawn: false },
    select: { id: true },
  });
  return { ...ages(article), hasStatements: statement !== null };
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
