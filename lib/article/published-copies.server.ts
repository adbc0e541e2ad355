import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { Named, readRows } from "../read-rows.server.ts";

const CopyRow = z.object({
  slug: z.string(),
  headline: z.string(),
  outlet: Named,
  earliest: z.boolean(),
  own: z.boolean(),
});

/** A public article whose text is one text with another's. */
export interface PublicCopy {
  readonly slug: string;
  readonly headline: string;
  readonly outlet: Named;
  /** Computed: likely the earliest on record. */
  readonly earliest: boolean;
}

export interface PublicCopies {
  /** The other public articles with the same text. */
  readonly others: readonly PublicCopy[];
  /** Whether this one is likely the earliest on record: computed. */
  readonly earliest: boolean;
}

/** The public articles with the same text as this public one; none: an empty list. All of it is computed. */
export async function publishedCopies(articleId: string): Promise<PublicCopies> {
  const rows = await readRows(
    CopyRow,
    Prisma.sql`
      SELECT p.slug, p.headline, json_build_object('name', o.name, 'slug', o.slug) AS outlet, c.earliest,
        c.article_id = own.article_id AS own
      FROM published_copy own
      JOIN published_copy c ON c.group_id = own.group_id
      JOIN published_article p ON p.id = c.article_id
      JOIN published_outlet o ON o.id = p.outlet_id
      WHERE own.article_id = ${articleId}::uuid
      ORDER BY c.earliest DESC, p.published_local NULLS LAST, p.slug`,
  );
  return {
    others: rows.filter(({ own }) => !own).map(({ own: _, ...copy }) => copy),
    earliest: rows.some(({ own, earliest }) => own && earliest),
  };
}
