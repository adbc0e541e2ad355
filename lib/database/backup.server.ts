import { existsSync, readFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { OnRecordError } from "../errors.ts";
import { type BackupHeader, FORMAT, lineHash } from "./backup-file.ts";
import { PROJECT } from "./open.ts";
import { appliedMigrations, quoted, type Table, tablesInOrder } from "./tables.ts";

/** Rows fetched at a time: an article's raw source may have two megabytes. */
const ROWS_AT_A_TIME = 50;

/**
 * Writes everything the database holds, as of one moment, to `file` (which only its owner may read: it holds
 * unpublished work and accounts). The database stays usable meanwhile. Needs no superuser and little memory.
 * @returns how many rows were written
 * @throws OnRecordError "conflict" when the file exists, "unusable" when it can't be written
 */
export async function backup(url: string, file: string): Promise<number> {
  if (existsSync(file)) throw new OnRecordError("conflict", `${file} exists already: choose another name.`);
  const half = `${file}.part`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(
      "SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)",
    );
    const tables = await tablesInOrder(client);
    const header = await headerOf(client, tables);
    const target = await open(half, "w", 0o600).catch((error: NodeJS.ErrnoException) => {
      throw new OnRecordError("unusable", `${file} can't be written (${error.code}).`);
    });
    await pipeline(
      Readable.from(linesOf(client, tables, header)),
      createGzip(),
      target.createWriteStream({ flush: true }),
    );
    await rename(half, file);
    return header.tables.reduce((sum, { rows }) => sum + rows, 0);
  } finally {
    await rm(half, { force: true });
    await client.end();
  }
}

async function headerOf(client: pg.Client, tables: readonly Table[]): Promise<BackupHeader> {
  const counts: BackupHeader["tables"] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${quoted(name)}`);
    counts.push({ name, rows: rows[0]?.n ?? 0 });
  }
  const { rows: sequences } = await client.query<{ name: string; value: string }>(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL",
  );
  const { version } = JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")) as {
    version: string;
  };
  return {
    format: FORMAT,
    version,
    createdAt: new Date().toISOString(),
    migrations: [...(await appliedMigrations(client))],
    tables: counts,
    sequences,
  };
}

async function* linesOf(
  client: pg.Client,
  tables: readonly Table[],
  header: BackupHeader,
): AsyncGenerator<string> {
  const hash = lineHash();
  const first = JSON.stringify(header);
  hash.add(first);
  yield `${first}\n`;
  for (const table of tables) {
    for await (const row of rowsOf(client, table)) {
      const line = `[${JSON.stringify(table.name)},${row}]`;
      hash.add(line);
      yield `${line}\n`;
    }
  }
  yield `${JSON.stringify({ sha256: hash.digest() })}\n`;
}

/** Each row as one line of JSON whose values are all text, or null. */
async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<string> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(", ");
  const order = table.key.map(quoted).join(", ");
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR
     SELECT row_to_json(r)::text AS row FROM (SELECT ${values} FROM ${quoted(table.name)} ORDER BY ${order}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_A_TIME} FROM backup_rows`);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await client.query("CLOSE backup_rows");
}
