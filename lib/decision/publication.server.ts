import { z } from "zod";
import { Prisma } from "../db.server.ts";
import { readRow } from "../read-rows.server.ts";

/** The number that differs whenever something public may differ (view `publication`). */
export async function publicationNumber(): Promise<string> {
  const row = await readRow(z.object({ number: z.string() }), Prisma.sql`SELECT number FROM publication`);
  return row?.number ?? "";
}

/**
 * Keeps what `load` reads from the public views for as long as the publication number stays the same: each call
 * asks for the number, and only another number loads again. No process has to tell another that something changed.
 * What `load` gives must depend on nothing but the public views: no viewer, no clock.
 */
export function keptWhileUnchanged<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly number: string; readonly data: Promise<T> } | undefined;
  return async () => {
    // Asked before loading: a change in between is then loaded too early, never missed.
    const number = await publicationNumber();
    if (kept?.number === number) return kept.data;
    const loading = { number, data: load() };
    kept = loading;
    try {
      return await loading.data;
    } catch (error) {
      if (kept === loading) kept = undefined;
      throw error;
    }
  };
}
