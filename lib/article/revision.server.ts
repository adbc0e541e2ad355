import type { RevisionCause } from "../../prisma/generated/enums.ts";
import { Prisma, type Reader, type Tx } from "../db.server.ts";
import { newId } from "../new-id.ts";
import { detectLanguage } from "../text/language.ts";
import type { Composed } from "./compose.ts";
import { keepRaw, sha256 } from "./raw.server.ts";
import type { SightingSource } from "./schema.ts";

/** A text with what it was read from. */
export interface Reading extends Composed {
  readonly sha256: string;
  readonly raw: { readonly bytes: Uint8Array; readonly type: string };
  readonly extractor: string;
  readonly language: string | null;
}

export const hashed = (composed: Composed) => ({ ...composed, sha256: sha256(composed.text) });

/** Freezes a text as the article's next revision. Returns its id. */
export async function addRevision(
  tx: Tx,
  article: { readonly id: string; readonly sample: boolean },
  reading: Reading,
  cause: RevisionCause,
): Promise<string> {
  const id = newId();
  const before = cause === "first" ? 0 : await lastNumber(tx, article.id);
  await tx.$executeRaw(
    revisionInsert({ id, number: before + 1, cause }, article, reading, languageOf(reading)),
  );
  return id;
}

/** The language a text is told to be in. */
export const languageOf = ({ text, language }: Reading): string => detectLanguage(text, language);

/**
 * The statement that freezes a text, for one that writes the article as well.
 * @param after " FROM name" of what has to be written before it
 */
export function revisionInsert(
  { id, number, cause }: { readonly id: string; readonly number: number; readonly cause: RevisionCause },
  article: { readonly id: string; readonly sample: boolean },
  { text, sha256, parts, raw, extractor }: Reading,
  language: string,
  after = Prisma.empty,
): Prisma.Sql {
  const kept = keepRaw(raw.bytes, raw.type);
  return Prisma.sql`
    INSERT INTO revision (id, article_id, number, text, sha256, parts, raw, raw_coding, raw_type, raw_sha256, extractor,
      language, cause, sample)
    SELECT ${id}::uuid, ${article.id}::uuid, ${number}::int, ${text}::text, ${sha256}::text, ${JSON.stringify(parts)}::jsonb,
      ${kept.raw}::bytea, ${kept.rawCoding}::raw_coding, ${kept.rawType}::text, ${kept.rawSha256}::text, ${extractor}::text,
      ${language}::text, ${cause}::revision_cause, ${article.sample}::boolean
    ${after} RETURNING id`;
}

async function lastNumber(tx: Tx, articleId: string): Promise<number> {
  const { _max } = await tx.revision.aggregate({ where: { articleId }, _max: { number: true } });
  return _max.number ?? 0;
}

/** The text the outlet showed when it was seen last, without the bytes it was read from; null: no such article. */
export async function currentRevision(reader: Reader, articleId: string) {
  return reader.revision.findFirst({
    where: { currentOf: { some: { id: articleId } } },
    omit: { raw: true },
  });
}

/** Notes that the text was seen, where, when and in which bytes. */
export async function addSighting(tx: Tx, revision: SeenRevision, seen: Seen): Promise<void> {
  await tx.$executeRaw(sightingInsert(revision, seen));
}

interface SeenRevision {
  readonly id: string;
  readonly sample: boolean;
}
export interface Seen {
  readonly source: SightingSource;
  readonly extractor: string;
  readonly rawSha256: string;
  readonly at: Date;
}

/**
 * The statement that notes a sighting, for one that writes the text as well.
 * @param after " FROM name" of what has to be written before it
 */
export function sightingInsert(
  { id, sample }: SeenRevision,
  { source, extractor, rawSha256, at }: Seen,
  after = Prisma.empty,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO sighting (id, revision_id, source, extractor, raw_sha256, seen_at, sample)
    SELECT ${newId()}::uuid, ${id}::uuid, ${source}::sighting_source, ${extractor}::text, ${rawSha256}::text,
      ${at.toISOString()}::timestamptz, ${sample}::boolean
    ${after}`;
}

/** The text that readers of one kind ("html", "paste", "list") saw last in an article, and when. */
export async function lastSeenBy(tx: Tx, articleId: string, extractor: string) {
  return tx.sighting.findFirst({
    where: { revision: { articleId }, extractor: { startsWith: `${familyOf(extractor)}/` } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    include: { revision: { omit: { raw: true, text: true } } },
  });
}

/** "html" of "html/2": versions of one extractor are compared with each other, different extractors never. */
export const familyOf = (extractor: string): string => extractor.split("/")[0] ?? extractor;
