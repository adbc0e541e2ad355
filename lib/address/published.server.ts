import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { readRow, readRows } from "../read-rows.server.ts";
import type { AddressNoun } from "./write.server.ts";

/** Where a public noun stands now, asked by any address it ever had; null when none of it is public. */
export async function currentAddress(noun: AddressNoun, slug: string): Promise<string | null> {
  const row = await readRow(
    z.object({ current_slug: z.string() }),
    Prisma.sql`SELECT current_slug FROM published_address WHERE slug = ${slug} AND noun = ${noun}`,
  );
  return row?.current_slug ?? null;
}

/** Whether an address leads to something of the sample newsroom. */
export async function isSampleAddress(slug: string): Promise<boolean> {
  const row = await readRow(
    z.object({ sample: z.boolean() }),
    Prisma.sql`SELECT sample FROM published_address WHERE slug = ${slug}`,
  );
  return row?.sample ?? false;
}

const Listed = z.object({ noun: z.enum(["article", "claim", "actor", "outlet"]), slug: z.string() });

/** The current addresses of all that is public and no sample, for search engines; at most `limit`. */
export async function listedAddresses(limit: number): Promise<readonly z.output<typeof Listed>[]> {
  return readRows(
    Listed,
    Prisma.sql`SELECT noun, slug FROM published_address WHERE slug = current_slug AND NOT sample ORDER BY noun, slug LIMIT ${limit}`,
  );
}
