import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { Named, type Page, readRow, readRows } from "../read-rows.server.ts";
import type { PublicationDate } from "./publication-date.ts";

const ArticleRow = z.object({
  id: z.string(),
  slug: z.string(),
  headline: z.string(),
  language: z.string().nullable(),
  byline: z.string().nullable(),
  canonical_url: z.string().nullable(),
  local: z.string().nullable(),
  zone: z.string().nullable(),
  revision_number: z.number(),
  sha256: z.string(),
  signed_off_at: z.date(),
  sample: z.boolean(),
  outlet: Named,
  statements: z.number(),
});

/** What the public reads of an article: never its text. */
export interface PublicArticle {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  /** Of the text that was signed off; null: not told. */
  readonly language: string | null;
  readonly byline: string | null;
  readonly canonicalUrl: string | null;
  readonly published: PublicationDate | null;
  readonly revision: number;
  /** Hash of the frozen text, in hex. */
  readonly sha256: string;
  readonly signedOffAt: Date;
  readonly sample: boolean;
  readonly outlet: Named;
  /** How many of its statements are public. */
  readonly statements: number;
}

const ARTICLE = Prisma.sql`
  SELECT p.id, p.slug, p.headline, p.language, p.byline, p.canonical_url, p.published_zone AS zone, p.revision_number, p.sha256,
    p.signed_off_at, p.sample, json_build_object('name', o.name, 'slug', o.slug) AS outlet,
    to_char(p.published_local, CASE p.published_precision WHEN 'minute' THEN 'YYYY-MM-DD"T"HH24:MI'
      WHEN 'day' THEN 'YYYY-MM-DD' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END) AS local,
    (SELECT count(*)::int FROM published_statement st WHERE st.article_id = p.id) AS statements
  FROM published_article p JOIN published_outlet o ON o.id = p.outlet_id`;

/** The public article at a current address, or null. */
export async function publishedArticle(slug: string): Promise<PublicArticle | null> {
  const row = await readRow(ArticleRow, Prisma.sql`${ARTICLE} WHERE p.slug = ${slug}`);
  return row && articleOf(row);
}

/** Public articles of an outlet, the latest published first. */
export async function articlesOfOutlet(outletId: string, page: Page): Promise<readonly PublicArticle[]> {
  const rows = await readRows(
    ArticleRow,
    Prisma.sql`${ARTICLE} WHERE p.outlet_id = ${outletId}::uuid ORDER BY p.published_local DESC NULLS LAST, p.slug
      LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`,
  );
  return rows.map(articleOf);
}

function articleOf(row: z.output<typeof ArticleRow>): PublicArticle {
  const { canonical_url, local, zone, revision_number, signed_off_at, ...same } = row;
  return {
    ...same,
    canonicalUrl: canonical_url,
    published: local === null ? null : { local, zone },
    revision: revision_number,
    signedOffAt: signed_off_at,
  };
}
