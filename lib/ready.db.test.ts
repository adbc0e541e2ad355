import { describe, expect, it } from "vitest";
import { freshDatabase } from "./database/testing.ts";
import { db } from "./db.server.ts";
import { notReadyBecause } from "./ready.server.ts";

await freshDatabase();

describe("notReadyBecause", () => {
  it("finds a migrated database ready", async () => {
    expect(await notReadyBecause()).toBeNull();
  });

  it("sees that a migration is missing or stopped half-way", async () => {
    await db()
      .$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%published'`;
    expect(await notReadyBecause()).toBe("migrations are missing");
  });

  it("says so when the database has none of ours", async () => {
    await db().$executeRaw`DROP TABLE _prisma_migrations`;
    expect(await notReadyBecause()).toMatch(/does not answer/);
  });
});
