import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { completeEnv } from "../env.ts";
import { dropDatabase } from "./drop-database.ts";
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
  await during(maintenance, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  afterAll(() => during(maintenance, (admin) => dropDatabase(admin, name)));
  return withDatabase(templateUrl, name);
}

async function during(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}
