import pg from "pg";
import { expect, test } from "vitest";
import { driftFromSchema, migrateDeploy, migrationStatus, newMigrationSql } from "./migrate.ts";
import { anotherDatabase } from "./testing.ts";

const url = await anotherDatabase();

test("migrations build exactly the schema", async () => {
  expect(await driftFromSchema(url)).toBe("");
  expect(await newMigrationSql(url)).toBe("");
  expect(await migrationStatus(url)).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
  expect(await migrateDeploy(url)).toEqual([]);
});

test("a column dropped by hand is drift", async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE stray (id int)");
  await client.end();
  expect(await driftFromSchema(url)).toContain('DROP TABLE "stray"');
});
