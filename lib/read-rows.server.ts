import { z } from "zod";
import { db, type Prisma } from "./db.server.ts";

/** A record a page links to. */
export const Named = z.object({ name: z.string(), slug: z.string() });
export type Named = z.output<typeof Named>;

/** Which part of a list: pages count from 1. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

/** Runs a read and holds every row against its shape. @throws ZodError when the query gives other columns. */
export async function readRows<S extends z.ZodType>(
  row: S,
  query: Prisma.Sql,
): Promise<readonly z.output<S>[]> {
  return z.array(row).parse(await db().$queryRaw(query));
}

/** The first row of a read, or null. */
export async function readRow<S extends z.ZodType>(row: S, query: Prisma.Sql): Promise<z.output<S> | null> {
  return (await readRows(row, query))[0] ?? null;
}
