import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { type Page, readRow, readRows } from "../read-rows.server.ts";

const Outlet = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(["newspaper", "broadcaster", "agency", "stateMedium", "primary", "other"]),
  homepage: z.string().nullable(),
  sample: z.boolean(),
  articles: z.number(),
});
/** What the public reads of an outlet; `articles` counts the public ones. */
export type PublicOutlet = z.output<typeof Outlet>;

const OUTLET = Prisma.sql`SELECT o.id, o.slug, o.name, o.kind::text, o.homepage, o.sample, o.articles FROM published_outlet o`;

/** The public outlet at a current address, or null. */
export async function publishedOutlet(slug: string): Promise<PublicOutlet | null> {
  return readRow(Outlet, Prisma.sql`${OUTLET} WHERE o.slug = ${slug}`);
}

/** Public outlets by name. */
export async function publishedOutlets(page: Page): Promise<readonly PublicOutlet[]> {
  return readRows(
    Outlet,
    Prisma.sql`${OUTLET} ORDER BY lower(o.name) LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}`,
  );
}

/** How many outlets are public. */
export async function countOutlets(): Promise<number> {
  const row = await readRow(
    z.object({ count: z.number() }),
    Prisma.sql`SELECT count(*)::int AS count FROM published_outlet`,
  );
  return row?.count ?? 0;
}
