import type { Tx } from "../db.server.ts";
import type { Composed } from "./compose.ts";

/** What an arrival is, measured against the record. */
export type Known =
  | { readonly kind: "new" }
  /** The text is on record as that revision. */
  | { readonly kind: "seen"; readonly articleId: string; readonly revisionId: string }
  /** The article is on record with another text. */
  | { readonly kind: "otherText"; readonly articleId: string };

/**
 * Finds the article an arrival belongs to: by its address; else, within its outlet, by its text. An article pasted
 * without an address meets the one that was fetched with it, and the other way round.
 */
export async function findKnown(
  tx: Tx,
  arrival: { readonly url: string | null; readonly outletId: string; readonly sha256: string },
): Promise<Known> {
  const { url, outletId, sha256 } = arrival;
  if (url !== null) {
    const byUrl = await tx.article.findUnique({ where: { canonicalUrl: url }, select: { id: true } });
    if (byUrl) return inArticle(tx, byUrl.id, sha256);
  }
  const revision = await tx.revision.findFirst({
    where: { sha256, article: { outletId, ...(url === null ? {} : { canonicalUrl: null }) } },
    // The one whose text it is now, before one that had it once.
    orderBy: [{ article: { createdAt: "asc" } }],
    select: { id: true, articleId: true },
  });
  return revision
    ? { kind: "seen", articleId: revision.articleId, revisionId: revision.id }
    : { kind: "new" };
}

/** Whether that article has this text. */
export async function inArticle(tx: Tx, articleId: string, sha256: string): Promise<Known> {
  const revision = await tx.revision.findUnique({
    where: { articleId_sha256: { articleId, sha256 } },
    select: { id: true },
  });
  return revision ? { kind: "seen", articleId, revisionId: revision.id } : { kind: "otherText", articleId };
}

/**
 * One arrival of the same address or the same text of an outlet at a time: the second waits here, then finds the first.
 * Addresses are locked before texts, everywhere, so that no two wait for each other.
 */
export async function lockIdentity(
  tx: Tx,
  url: string | null,
  outletId: string,
  { sha256 }: Composed & { readonly sha256: string },
): Promise<void> {
  if (url !== null)
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${url}`}, 0))`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`text ${outletId} ${sha256}`}, 0))`;
}
