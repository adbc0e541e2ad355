import pg from "pg";
import { afterAll, expect, inject, test } from "vitest";
import { withDatabase } from "./migration-adapter.ts";
import { checkServer, requireUsable } from "./server.ts";

const good = inject("templateUrl");
const maintenance = withDatabase(good, "postgres");

async function run(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenance });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
afterAll(() => run("DROP DATABASE IF EXISTS latin"));

test("a good server is taken", async () => {
  await expect(checkServer(maintenance)).resolves.toBeUndefined();
});

test.each([
  [
    "nobody listens",
    "postgresql://a:hidden@127.0.0.1:1/x",
    /^No PostgreSQL answers at 127\.0\.0\.1:1: start it, or mend DATABASE_URL\.$/,
  ],
  [
    "no such host",
    "postgresql://a:hidden@nowhere.invalid/x",
    /^There is no host named nowhere\.invalid: mend DATABASE_URL\.$/,
  ],
  [
    "wrong password",
    Object.assign(new URL(maintenance), { password: "hidden" }).href,
    /refuses the user on_record .*mend user and password in DATABASE_URL\.$/,
  ],
  [
    "no such database",
    withDatabase(good, "nothing here"),
    /has no database nothing here: create it .*or mend DATABASE_URL\.$/,
  ],
])("%s: one line that says what to do and hides the password", async (_, url, says) => {
  const message = await checkServer(url).then(
    () => "",
    (error: Error) => error.message,
  );
  expect(message).toMatch(says);
  expect(message).not.toMatch(/\n|hidden/);
});

test("a database that isn't UTF-8 is refused", async () => {
  await run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0");
  await expect(checkServer(withDatabase(good, "latin"))).rejects.toThrow(
    /^The database latin at .* is encoded in LATIN1, On Record needs UTF8/,
  );
});

test("version 15 is the oldest", () => {
  const url = new URL(good);
  expect(() => requireUsable(140_013, "UTF8", url)).toThrow(/is version 14, On Record needs 15 or newer/);
  expect(() => requireUsable(150_000, "UTF8", url)).not.toThrow();
});
