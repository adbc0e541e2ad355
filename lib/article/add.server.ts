import type { z } from "zod";
import { firstAddressInsert, giveAddress } from "../address/write.server.ts";
import type { Viewer } from "../auth/viewer.ts";
import { PREPARED, Prisma, type Tx } from "../db.server.ts";
import { decisionInsert } from "../decision/write.server.ts";
import { newId } from "../new-id.ts";
import { sha256 } from "./raw.server.ts";
import { languageOf, type Reading, revisionInsert, type Seen, sightingInsert } from "./revision.server.ts";
import type { Arrival } from "./schema.ts";
import { articleState, dateColumns } from "./state.server.ts";

/** An arrival with the text it makes. */
export type Read = z.output<typeof Arrival> & Reading & { readonly seenAt: Date };

/** A new article with its first text. */
export interface Added {
  readonly article: ReturnType<typeof newArticle>;
  readonly outlet: { readonly id: string; readonly name: string };
  readonly revision: Pick<Reading, "text" | "parts"> & { readonly id: string; readonly language: string };
}

/** How an arrival is noted as seen. */
export const seenNow = ({ source, extractor, raw, seenAt }: Read): Seen => ({
  source,
  extractor,
  rawSha256: sha256(raw.bytes),
  at: seenAt,
});

/**
 * Adds an article: its row, its first revision, the sighting, its address and the decision, in one statement, since many
 * articles come in a row and each question to the database costs more than what it does.
 */
export async function addArticle(
  tx: Tx,
  viewer: Viewer,
  reading: Read,
  outlet: { readonly id: string; readonly name: string },
): Promise<Added> {
  const row = newArticle(reading, outlet.id, viewer.sample);
  const { id, sample } = row;
  const revision = { id: row.currentRevisionId, number: 1, cause: "first" } as const;
  const language = languageOf(reading);
  const words = `${outlet.name} ${row.headline}`;
  const decision = {
    viewer,
    action: "add",
    article: row,
    summary: `brought in from ${outlet.name}: ${row.headline}`,
    before: [{ noun: "article", id, state: null }],
    after: [{ noun: "article", id, state: articleState(row) }],
  } as const;
  // Each after the rows its triggers look at.
  const [written] = await tx.$queryRaw<{ slug: string | null }[]>`${PREPARED}
    WITH new_article AS (
      INSERT INTO article (id, outlet_id, canonical_url, headline, byline, published_local, published_precision,
        published_zone, published_source, first_sha256, current_revision_id, sample, created_at)
      VALUES (${id}::uuid, ${row.outletId}::uuid, ${row.canonicalUrl}, ${row.headline}, ${row.byline},
        ${row.publishedLocal?.toISOString().slice(0, 19) ?? null}::timestamp, ${row.publishedPrecision}::"precision",
        ${row.publishedZone}, ${row.publishedSource}::date_source, ${row.firstSha256}, ${revision.id}::uuid, ${sample},
        ${row.createdAt.toISOString()}::timestamptz)
      RETURNING id
    ), new_revision AS (${revisionInsert(revision, row, reading, language, Prisma.sql`FROM new_article`)}
    ), new_sighting AS (${sightingInsert({ id: revision.id, sample }, seenNow(reading), Prisma.sql`FROM new_revision`)}
    ), new_decision AS (${decisionInsert(decision, Prisma.sql`FROM new_article`)}
    ), new_address AS (${firstAddressInsert("article", id, words, sample, Prisma.sql`, new_article`)}
    ) SELECT (SELECT slug FROM new_address) AS slug`;
  if (!written?.slug) await giveAddress(tx, "article", id, words, sample);
  const { text, parts } = reading;
  return { article: row, outlet, revision: { id: revision.id, text, parts, language } };
}

function newArticle(reading: Read, outletId: string, sample: boolean) {
  const { text, parts, url, byline, publishedAt, zone, publishedSource } = reading;
  return {
    id: newId(),
    outletId,
    canonicalUrl: url,
    headline: text.slice(0, parts[0]?.kind === "headline" ? text.indexOf("\n") : 0) || reading.headline,
    byline,
    ...dateColumns(publishedAt, zone, publishedSource),
    firstSha256: reading.sha256,
    currentRevisionId: newId(),
    sample,
    signOffId: null,
    deletedReason: null,
    createdAt: new Date(),
  };
}
