import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { localDateText, readLocalDate } from "./publication-date.ts";
import type { DateSource } from "./schema.ts";

/** What decisions change of an article. */
export interface ArticleState extends State {
  readonly headline: string;
  readonly byline: string | null;
  readonly outletId: string;
  readonly canonicalUrl: string | null;
  /** As in publication-date: "2024-06-30T10:41". */
  readonly publishedAt: string | null;
  readonly zone: string | null;
  readonly publishedSource: DateSource | null;
  readonly signOffId: string | null;
  /** The text the outlet showed when it was seen last. */
  readonly currentRevisionId: string | null;
  /** Why it was taken off the record; null: it is on record. */
  readonly deletedReason: string | null;
}

/** Holds the article for the rest of the transaction, so that decisions on it come one after another. */
export async function lockArticle(tx: Tx, articleId: string) {
  await tx.$queryRaw`SELECT 1 FROM article WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
  const article = await tx.article.findUnique({ where: { id: articleId } });
  if (!article) throw new OnRecordError("missing", "That article is not on record.");
  return article;
}

export type ArticleRow = Awaited<ReturnType<typeof lockArticle>>;

/**
 * Holds the article for a write that changes it or what hangs on it. Looked at under the lock: a deletion that comes at
 * the same time is seen, or waits. @throws OnRecordError "missing", "conflict" for a deleted article
 */
export async function openArticle(tx: Tx, articleId: string): Promise<ArticleRow> {
  const article = await lockArticle(tx, articleId);
  if (article.deletedReason !== null) throw deletedArticle(article);
  return article;
}

/** Nothing of a deleted article is changed: first it comes back, with all it had. */
export function deletedArticle({ id, headline, deletedReason }: ArticleRow): OnRecordError {
  return new OnRecordError(
    "conflict",
    `An editor took “${headline}” off the record. Undo that in its history to bring it back.`,
    { articleId: id, deletedReason },
  );
}

type Stated = Omit<ArticleRow, "id" | "firstSha256" | "sample" | "version" | "createdAt">;

export function articleState(row: Stated): ArticleState {
  return {
    headline: row.headline,
    byline: row.byline,
    outletId: row.outletId,
    canonicalUrl: row.canonicalUrl,
    publishedAt:
      row.publishedLocal && row.publishedPrecision
        ? localDateText(row.publishedLocal, row.publishedPrecision)
        : null,
    zone: row.publishedZone,
    publishedSource: row.publishedSource,
    signOffId: row.signOffId,
    currentRevisionId: row.currentRevisionId,
    deletedReason: row.deletedReason,
  };
}

/** The columns of a publication date. */
export function dateColumns(publishedAt: string | null, zone: string | null, source: DateSource | null) {
  const date = publishedAt === null ? null : readLocalDate(publishedAt);
  return {
    publishedLocal: date?.at ?? null,
    publishedPrecision: date?.precision ?? null,
    publishedZone: date ? zone : null,
    publishedSource: date ? source : null,
  };
}

/** Sets the article's state and counts its version up. */
export async function setArticleState(tx: Tx, articleId: string, state: ArticleState): Promise<void> {
  const { publishedAt, zone, publishedSource, ...columns } = state;
  await tx.article.update({
    where: { id: articleId },
    data: { ...columns, ...dateColumns(publishedAt, zone, publishedSource), version: { increment: 1 } },
  });
}
