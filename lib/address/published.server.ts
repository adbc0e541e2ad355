import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { readRow, readRows } from "../read-rows.server.ts";
import type { AddressNoun } from "./write.server.ts";

const Current = z.object({ slug: z.string(), sample: z.boolean() });
/** Where a public noun stands now. `sample`: nothing but the sample newsroom leads to it. */
export type CurrentAddress = z.output<typeof Current>;

/** Where a public noun stands now, asked by any address it ever had; null when none of it is public. */
export async function currentAddress(noun: AddressNoun, slug: string): Promise<CurrentAddress | null> {
  return readRow(
    Current,
    Prisma.sql`SELECT current_slug AS slug, sample FROM published_address WHERE slug = ${slug} AND noun = ${noun}`,
  );
}

const Listed = z.object({ noun: z.enum(["article", "claim", "actor", "outlet"]), slug: z.string() });

/** The current addresses of all that is public and no sample, for search engines; at most `limit`. */
export async function listedAddresses(limit: number): Promise<readonly z.output<typeof Listed>[]> {
  return readRows(
    Listed,
    Prisma.sql`SELECT noun, slug FROM published_address WHERE slug = current_slug AND NOT sample ORDER BY noun, slug LIMIT ${limit}`,
  );
}
