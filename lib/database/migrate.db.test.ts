import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
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

const folder = mkdtempSync(path.join(tmpdir(), "on-record migrations "));
cpSync(path.join(import.meta.dirname, "../../prisma/migrations"), path.join(folder, "migrations"), {
  recursive: true,
});
afterAll(() => rmSync(folder, { recursive: true }));

function addMigration(name: string, sql: string): () => void {
  const place = path.join(folder, "migrations", name);
  mkdirSync(place);
  writeFileSync(path.join(place, "migration.sql"), sql);
  return () => rmSync(place, { recursive: true });
}

async function tableIsThere(on: string, name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  const { rows } = await client.query("SELECT to_regclass($1) AS found", [name]).finally(() => client.end());
  return rows[0]?.found !== null;
}

test("a migration with semicolons in strings, comments and bodies goes in whole", async () => {
  const database = await anotherDatabase();
  const remove = addMigration(
    "29990101000000_semicolons",
    `-- one; two
     CREATE TABLE semicolons (text text DEFAULT 'a;b');
     CREATE FUNCTION three() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 3; END $$;
     INSERT INTO semicolons DEFAULT VALUES;`,
  );
  expect(await migrateDeploy(database, folder)).toEqual(["29990101000000_semicolons"]);
  expect(await tableIsThere(database, "semicolons")).toBe(true);
  remove();
  await expect(migrateDeploy(database)).rejects.toThrow(
    /^The database belongs to a newer On Record .*29990101000000_semicolons/,
  );
});

test("a migration the database refuses leaves nothing behind, is said in one line, and is tried again", async () => {
  const database = await anotherDatabase();
  const remove = addMigration("29990101000000_broken", "CREATE TABLE half (id int);\nSELECT * FROM nowhere;");
  await expect(migrateDeploy(database, folder)).rejects.toThrow(
    /^29990101000000_broken can't be applied to the database: relation "nowhere" does not exist$/,
  );
  expect(await tableIsThere(database, "half")).toBe(false);
  expect((await migrationStatus(database, folder)).failed).toEqual(["29990101000000_broken"]);
  remove();
  const removeMended = addMigration("29990101000000_broken", "CREATE TABLE half (id int);");
  expect(await migrateDeploy(database, folder)).toEqual(["29990101000000_broken"]);
  expect(await migrationStatus(database, folder)).toEqual({
    pending: [],
    failed: [],
    edited: [],
    unknown: [],
  });
  removeMended();
});
