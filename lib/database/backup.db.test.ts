import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadPackagedAuthority } from "#prisma/seed/authority.ts";
import { seedSampleNewsroom } from "#prisma/seed/newsroom.ts";
import { backup } from "./backup.server.ts";
import { restore } from "./restore.server.ts";
import { tablesInOrder } from "./tables.ts";
import { anotherDatabase, freshDatabase } from "./testing.ts";

const url = await freshDatabase();
const folder = await mkdtemp(path.join(tmpdir(), "on-record-backup-"));
const file = path.join(folder, "newsroom.gz");
let written = 0;

/** Runs SQL on a connection of its own. */
async function query<T extends pg.QueryResultRow>(
  on: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  return client
    .query<T>(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** A hash over all rows of each table, as the database writes them. */
async function contents(on: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  const hashes: Record<string, string> = {};
  for (const { name } of await tablesInOrder(client)) {
    const sql = `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS hash FROM ${pg.escapeIdentifier(name)} t`;
    hashes[name] = (await client.query<{ hash: string }>(sql)).rows[0]?.hash ?? "";
  }
  await client.end();
  return hashes;
}

beforeAll(async () => {
  await loadPackagedAuthority();
  await seedSampleNewsroom();
  const awkward = `O'Hara \\"quoted\\" \u2028 line \r\n tab\t 😀 한국 \\\\x00`;
  await query(
    url,
    `INSERT INTO "user" (id, name, email, created_at) VALUES ('awkward', $1, 'awkward@on-record.invalid', '0044-03-15 12:00:00.123 BC')`,
    [awkward],
  );
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const [article] = await query<{ id: string }>(
    url,
    "INSERT INTO article (id, outlet_id, headline, first_sha256) SELECT gen_random_uuid(), id, 'A', 'x' FROM outlet LIMIT 1 RETURNING id",
  );
  await query(
    url,
    `INSERT INTO revision (id, article_id, number, text, sha256, parts, raw, extractor, cause)
     VALUES (gen_random_uuid(), $1, 1, $2, encode(sha256(convert_to($2, 'UTF8')), 'hex'), 'null', $3, 'test', 'first')`,
    [article?.id, "Words 😀\n\n\u2028 und Wörter", everyByte],
  );
  await query(url, "SELECT setval('decision_seq_seq', 90071992547409931)");
  written = await backup(url, file);
});
afterAll(() => rm(folder, { recursive: true }));

test("what was restored is what was backed up, to the last byte", async () => {
  const other = await anotherDatabase();
  expect(await restore(other, file)).toBe(written);
  const before = await contents(url);
  expect(await contents(other)).toEqual(before);
  expect(before.revision).not.toMatch(/^0 /);
  expect(before.decision).not.toMatch(/^0 /);
});

test("what triggers keep beside the rows is made anew as it was", async () => {
  const other = await anotherDatabase();
  await restore(other, file);
  const work = "SELECT * FROM article_work ORDER BY article_id";
  const before = await query(url, work);
  expect(before.map(({ state }) => state)).toContain("signedOff");
  expect(before.map(({ state }) => state)).toContain("new");
  expect(await query(other, work)).toEqual(before);
});

test("every text still has its hash, and numbers go on where they stopped", async () => {
  const other = await anotherDatabase();
  await restore(other, file);
  const hashes =
    "SELECT id, sha256, encode(sha256(convert_to(text, 'UTF8')), 'hex') AS actual FROM revision ORDER BY id";
  const texts = await query<{ sha256: string; actual: string }>(other, hashes);
  expect(texts.length).toBeGreaterThan(8);
  for (const { sha256, actual } of texts) expect(actual).toBe(sha256);
  expect(texts).toEqual(await query(url, hashes));
  expect(await query(other, "SELECT nextval('decision_seq_seq')")).toEqual([
    { nextval: "90071992547409932" },
  ]);
});

test("a database that holds something is left alone", async () => {
  const other = await anotherDatabase();
  await query(other, `INSERT INTO outlet (id, name, kind) VALUES (gen_random_uuid(), 'Kept', 'newspaper')`);
  const before = await contents(other);
  await expect(restore(other, file)).rejects.toThrow(/not empty \(outlet has rows\)/);
  expect(await contents(other)).toEqual(before);
});

test.each([
  ["a changed letter", (lines: string) => lines.replace("😀", "😁")],
  ["a missing row", (lines: string) => lines.replace(/\n\["sighting".*/, "")],
  ["a missing end", (lines: string) => lines.replace(/\n[^\n]*\n$/, "\n")],
])("%s is noticed before anything is restored", async (_, change) => {
  const changed = path.join(folder, "changed.gz");
  const lines = gunzipSync(await readFile(file)).toString();
  expect(change(lines)).not.toBe(lines);
  await writeFile(changed, gzipSync(change(lines)));
  const other = await anotherDatabase();
  const before = await contents(other);
  await expect(restore(other, changed)).rejects.toThrow(/damaged or cut off/);
  expect(await contents(other)).toEqual(before);
});

test("a file cut off, no backup at all, no file: each is said in one line", async () => {
  const cut = path.join(folder, "cut.gz");
  await writeFile(cut, await readFile(file));
  await truncate(cut, Math.floor((await stat(file)).size / 2));
  await expect(restore(url, cut)).rejects.toThrow(/cut off/);
  const text = path.join(folder, "letter.txt");
  await writeFile(text, "Dear editor");
  await expect(restore(url, text)).rejects.toThrow(/no backup of On Record/);
  await expect(restore(url, path.join(folder, "nothing.gz"))).rejects.toThrow(/There is no file/);
});

test("a backup of other migrations is refused", async () => {
  const other = await anotherDatabase();
  await query(other, "UPDATE _prisma_migrations SET checksum = 'other'");
  await expect(restore(other, file)).rejects.toThrow(/restore it with that version/);
});

test("a row the rules refuse takes all others back", async () => {
  const other = await anotherDatabase();
  await query(other, "ALTER TABLE sighting ADD CONSTRAINT none CHECK (false)");
  const before = await contents(other);
  await expect(restore(other, file)).rejects.toThrow(/refuses a row of sighting/);
  expect(await contents(other)).toEqual(before);
});

test("a backup is for its owner's eyes, and never written over", async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  await expect(backup(url, file)).rejects.toThrow(/exists already/);
  await expect(backup(url, path.join(folder, "none", "x.gz"))).rejects.toThrow(/can't be written/);
});
