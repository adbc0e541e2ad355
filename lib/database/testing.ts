import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { completeEnv } from "../env.ts";
import { withDatabase } from "./migration-adapter.ts";

/**
 * Gives a test file a database of its own: migrated, empty, gone after the file's last test. `db()` and `auth()`
 * lead to it. For files named *.db.test.ts, once, at their top: `const url = await freshDatabase()`.
 * @returns its address
 */
export async function freshDatabase(): Promise<string> {
  const url = await anotherDatabase();
  completeEnv({ databaseUrl: url, secret: randomBytes(32).toString("base64url") });
  return url;
}

/** One more database like it, which `db()` does not lead to. */
export async function anotherDatabase(): Promise<string> {
  const templateUrl = inject("templateUrl");
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  // Nobody may be connected to the template while it is copied.
  const maintenance = withDatabase(templateUrl, "postgres");
  await statement(maintenance, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  afterAll(() => statement(maintenance, `DROP DATABASE ${name} WITH (FORCE)`));
  return withDatabase(templateUrl, name);
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
