import type { z } from "zod";
import { PREPARED, Prisma, type Reader, type Tx } from "../db.server.ts";
import { compareCopies, copyText } from "../matching/copy/compare.ts";
import { likeness } from "../matching/likeness.ts";
import type { OutletChoice } from "../outlet/schema.ts";
import { isChosen } from "../outlet/write.server.ts";
import { addressKey } from "./canonical-url.ts";

/** What an arrival is, measured against the record. */
export type Known =
  | { readonly kind: "new" }
  /** The text is on record as that revision. */
  | { readonly kind: "seen"; readonly articleId: string; readonly revisionId: string }
  /** The article is on record with another text. */
  | { readonly kind: "otherText"; readonly articleId: string };

/**
 * Finds the article an arrival belongs to: by its address; else, within its outlet, by its text. An article pasted
 * without an address meets the one that was fetched with it, and the other way round; a text that an editor took off the
 * record is met under whatever address it comes.
 */
export async function findKnown(
  tx: Tx,
  arrival: { readonly url: string | null; readonly outletId: string; readonly sha256: string },
): Promise<Known> {
  const { url, outletId, sha256 } = arrival;
  const [found] = await tx.$queryRaw<{ articleId: string; revisionId: string | null }[]>`${PREPARED}
    SELECT article_id AS "articleId", revision_id AS "revisionId" FROM (
      SELECT CASE WHEN a.canonical_url = ${url} THEN 0 ELSE 1 END AS place, a.id AS article_id, r.id AS revision_id, a.created_at,
        a.deleted_reason IS NOT NULL AS deleted
      FROM article a LEFT JOIN revision r ON r.article_id = a.id AND r.sha256 = ${sha256}
      WHERE address_key(a.canonical_url) = address_key(${url})
      UNION ALL
      SELECT 2, a.id, r.id, a.created_at, a.deleted_reason IS NOT NULL FROM article a JOIN revision r ON r.article_id = a.id AND r.sha256 = ${sha256}
      WHERE a.outlet_id = ${outletId}::uuid ${url === null ? Prisma.empty : Prisma.sql`AND (a.canonical_url IS NULL OR a.deleted_reason IS NOT NULL)`}
    ) known
    ORDER BY place, deleted, created_at LIMIT 1`;
  if (!found) return { kind: "new" };
  const { articleId, revisionId } = found;
  return revisionId === null ? { kind: "otherText", articleId } : { kind: "seen", articleId, revisionId };
}

/** Ids of the articles at these addresses: of those that were brought in before `addressKey` held, an address may have two. */
export async function articlesAt(reader: Reader, urls: readonly string[]): Promise<string[]> {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT id FROM article WHERE address_key(canonical_url) = ANY (${urls.map(addressKey)})`;
  return rows.map(({ id }) => id);
}

/**
 * The article at one of the addresses that led to a page, where the page is like it: moved, or kept at another address
 * than it says of itself. A page that is nothing like it has taken its place. Null: there is none.
 */
export async function findLedFrom(
  tx: Tx,
  arrival: { readonly alsoAt: readonly string[]; readonly headline: string; readonly text: string },
): Promise<{ readonly articleId: string } | null> {
  const { alsoAt, headline, text } = arrival;
  if (alsoAt.length === 0) return null;
  const articles = await tx.article.findMany({
    where: { id: { in: await articlesAt(tx, alsoAt) } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, headline: true, currentRevision: { select: { text: true } } },
  });
  const now = copyText(text);
  const same = articles.find(
    (article) =>
      compareCopies(copyText(article.currentRevision?.text ?? ""), now).oneText ||
      likeness(article.headline, headline).score >= LIKE_HEADLINES,
  );
  return same ? { articleId: same.id } : null;
}

/** Two headlines of one article: most of the words of the shorter one. */
const LIKE_HEADLINES = 0.6;

/** Whether that article has this text. */
export async function inArticle(tx: Tx, articleId: string, sha256: string): Promise<Known> {
  const revision = await tx.revision.findUnique({
    where: { articleId_sha256: { articleId, sha256 } },
    select: { id: true },
  });
  return revision ? { kind: "seen", articleId, revisionId: revision.id } : { kind: "otherText", articleId };
}

/** What one arrival is known by; of two that share it the second waits, then finds the first. */
export interface Identity {
  readonly url: string | null;
  readonly alsoAt: readonly string[];
  readonly sha256: string;
}

/**
 * One arrival of the same address or the same text of an outlet at a time: the second waits here, then finds the first.
 * Addresses are locked before texts, everywhere, so that no two wait for each other.
 * @returns the outlet; null where it is not on record, and nothing is locked
 */
export async function lockIdentity(
  tx: Tx,
  { url, alsoAt, sha256 }: Identity,
  outlet: z.output<typeof OutletChoice>,
): Promise<{ readonly id: string; readonly name: string } | null> {
  // In one order, so that of two arrivals with the same addresses neither waits for the other.
  if (alsoAt.length > 0)
    await tx.$executeRaw`
      SELECT pg_advisory_xact_lock(hashtextextended('address ' || a, 0))
      FROM (SELECT DISTINCT a FROM unnest(${[...alsoAt, ...(url === null ? [] : [url])].map(addressKey)}::text[]) a ORDER BY a) every`;
  // Columns are worked out from left to right.
  const [found] = await tx.$queryRaw<{ id: string; name: string }[]>`${PREPARED}
    SELECT outlet.id, outlet.name,
      CASE WHEN ${url}::text IS NOT NULL
        THEN pg_advisory_xact_lock(hashtextextended('address ' || address_key(${url}::text), 0))::text END AS address,
      pg_advisory_xact_lock(hashtextextended('text ' || outlet.id || ' ' || ${sha256}::text, 0))::text AS text
    FROM outlet WHERE ${isChosen(outlet)}`;
  return found ?? null;
}
