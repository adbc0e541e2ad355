import { readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { db, Prisma } from "./db.server.ts";

/** Where a built app finds its migrations: it is started in the project's folder. */
const MIGRATIONS = path.join(process.cwd(), "prisma", "migrations");

/**
 * Why pages can't be served yet, or null when they can: the database answers and has every migration of this
 * version, finished.
 */
export async function notReadyBecause(): Promise<string | null> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  try {
    const rows = await db().$queryRaw(
      Prisma.sql`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    const there = new Set(
      z
        .array(z.object({ migration_name: z.string() }))
        .parse(rows)
        .map((row) => row.migration_name),
    );
    return wanted.every((name) => there.has(name)) ? null : "migrations are missing";
  } catch {
    return "the database does not answer as it should";
  }
}
