import type { z } from "zod";
import { PREPARED, Prisma, type Reader, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
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
      SELECT ${placeAt([url])} AS place, a.id AS article_id, r.id AS revision_id, a.created_at, a.deleted_reason IS NOT NULL AS deleted
      FROM article a LEFT JOIN revision r ON r.article_id = a.id AND r.sha256 = ${sha256}
      WHERE address_key(a.canonical_url) = address_key(${url})
      UNION ALL
      SELECT 3, a.id, r.id, a.created_at, a.deleted_reason IS NOT NULL FROM article a JOIN revision r ON r.article_id = a.id AND r.sha256 = ${sha256}
      WHERE a.outlet_id = ${outletId}::uuid ${url === null ? Prisma.empty : Prisma.sql`AND (a.canonical_url IS NULL OR a.deleted_reason IS NOT NULL)`}
    ) known
    ORDER BY place, deleted, created_at LIMIT 1`;
  if (!found) return { kind: "new" };
  const { articleId, revisionId } = found;
  return revisionId === null ? { kind: "otherText", articleId } : { kind: "seen", articleId, revisionId };
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
  const now = copyText(text);
  for (const { id } of await articlesAt(tx, alsoAt)) {
    const article = await tx.article.findUniqueOrThrow({
      where: { id },
      select: { headline: true, currentRevision: { select: { text: true } } },
    });
    const isLike =
      compareCopies(copyText(article.currentRevision?.text ?? ""), now).oneText ||
      likeness(article.headline, headline).score >= LIKE_HEADLINES;
    if (isLike) return { articleId: id };
  }
  return null;
}

/**
 * Of articles at one address, which may be several from before `addressKey` held: one on record before one that is not,
 * then the one at that very spelling.
 */
const placeAt = (urls: readonly (string | null)[]): Prisma.Sql => Prisma.sql`
  CASE WHEN a.deleted_reason IS NOT NULL THEN 2 WHEN a.canonical_url = ANY (${urls}::text[]) THEN 0 ELSE 1 END`;

/** The articles at these addresses, that which an arrival would meet first. */
export function articlesAt(
  reader: Reader,
  urls: readonly string[],
): Promise<readonly { readonly id: string; readonly url: string; readonly deleted: boolean }[]> {
  return reader.$queryRaw`
    SELECT a.id, a.canonical_url AS url, a.deleted_reason IS NOT NULL AS deleted
    FROM article a WHERE address_key(a.canonical_url) = ANY (${urls.map(addressKey)})
    ORDER BY ${placeAt(urls)}, a.created_at, a.id`;
}

/**
 * Refuses an address that another article has: one that was taken off the record only in the same spelling. For whoever
 * gives an article an address by a decision, and holds the address (`lockAddresses`). @throws OnRecordError "conflict"
 */
export async function refuseTaken(tx: Tx, url: string, articleId: string): Promise<void> {
  const others = await articlesAt(tx, [url]);
  const other = others.find((one) => one.id !== articleId && (!one.deleted || one.url === url));
  if (other)
    throw new OnRecordError("conflict", "Another article has this address.", { articleId: other.id });
}

/** One at a time at each of these addresses. In one order, so that of two with the same addresses neither waits for the other. */
export async function lockAddresses(tx: Tx, urls: readonly string[]): Promise<void> {
  if (urls.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('address ' || a, 0))
    FROM (SELECT DISTINCT a FROM unnest(${urls.map(addressKey)}::text[]) a ORDER BY a) every`;
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
  if (alsoAt.length > 0) await lockAddresses(tx, url === null ? alsoAt : [...alsoAt, url]);
  // Columns are worked out from left to right.
  const [found] = await tx.$queryRaw<{ id: string; name: string }[]>`${PREPARED}
    SELECT outlet.id, outlet.name,
      CASE WHEN ${url}::text IS NOT NULL
        THEN pg_advisory_xact_lock(hashtextextended('address ' || address_key(${url}::text), 0))::text END AS address,
      pg_advisory_xact_lock(hashtextextended('text ' || outlet.id || ' ' || ${sha256}::text, 0))::text AS text
    FROM outlet WHERE ${isChosen(outlet)}`;
  return found ?? null;
}
