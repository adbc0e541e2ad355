import pg from "pg";
import { OnRecordError } from "../errors.ts";
import { type BackupHeader, backupRows, verifiedHeader } from "./backup-file.ts";
import { appliedMigrations, quoted, type Table, tablesInOrder } from "./tables.ts";

/** Rows go in by batches of so many characters of JSON, or so many rows, whichever comes first. */
const BATCH_LENGTH = 1_000_000;
const BATCH_ROWS = 500;

/**
 * Puts a backup into a database that has the same migrations and is empty: all of it or nothing. All rules of the
 * database look at every row on its way in. Needs no superuser and little memory.
 * @returns how many rows were restored
 * @throws OnRecordError "invalid" for a damaged file, "conflict" when the database is not empty or of another version
 */
export async function restore(url: string, file: string): Promise<number> {
  const header = await verifiedHeader(file);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    const tables = await tablesInOrder(client);
    await requireSameMigrations(client, header);
    await requireEmpty(client, tables);
    await client.query("SET CONSTRAINTS ALL DEFERRED");
    const restored = await insertRows(client, tables, file);
    for (const { name, rows } of header.tables) {
      if ((restored.get(name) ?? 0) !== rows)
        throw new Error(`${name}: ${rows} rows announced, ${restored.get(name) ?? 0} found`);
    }
    for (const { name, value } of header.sequences) {
      await client.query("SELECT setval($1::regclass, $2::bigint)", [quoted(name), value]);
    }
    await client.query("COMMIT");
    return [...restored.values()].reduce((sum, rows) => sum + rows, 0);
  } finally {
    await client.end(); // Without a COMMIT, that takes everything back.
  }
}

async function requireSameMigrations(client: pg.Client, header: BackupHeader): Promise<void> {
  const here = await appliedMigrations(client);
  const same =
    here.length === header.migrations.length &&
    here.every(
      ({ name, checksum }, i) =>
        header.migrations[i]?.name === name && header.migrations[i].checksum === checksum,
    );
  if (same) return;
  throw new OnRecordError(
    "conflict",
    `The backup was made by On Record ${header.version} with ${header.migrations.length} migrations (last ${header.migrations.at(-1)?.name}), this database has ${here.length} (last ${here.at(-1)?.name}): restore it with that version, then upgrade. Nothing was restored.`,
  );
}

async function requireEmpty(client: pg.Client, tables: readonly Table[]): Promise<void> {
  // From here to the end nobody else writes.
  await client.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(", ")} IN EXCLUSIVE MODE`);
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${quoted(name)} LIMIT 1`);
    if (rowCount === 0) continue;
    throw new OnRecordError(
      "conflict",
      `The database is not empty (${name} has rows): restore into a new one, for example with ON_RECORD_DATA set to a new folder. Nothing was restored.`,
    );
  }
}

async function insertRows(
  client: pg.Client,
  tables: readonly Table[],
  file: string,
): Promise<ReadonlyMap<string, number>> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const restored = new Map<string, number>();
  let current = "";
  let batch: string[] = [];
  let length = 0;
  const flush = async () => {
    const table = byName.get(current);
    if (batch.length > 0 && !table)
      throw new Error(`The backup holds rows of ${current}, which is no table here.`);
    if (batch.length > 0 && table) await insertBatch(client, table, batch);
    restored.set(current, (restored.get(current) ?? 0) + batch.length);
    batch = [];
    length = 0;
  };
  for await (const [table, row] of backupRows(file)) {
    if (table !== current || length > BATCH_LENGTH || batch.length === BATCH_ROWS) await flush();
    current = table;
    batch.push(row);
    length += row.length;
  }
  await flush();
  return restored;
}

async function insertBatch(client: pg.Client, table: Table, batch: readonly string[]): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name));
  const typed = table.columns.map(({ name, type }) => `r.${quoted(name)}::${type}`);
  const insert = `INSERT INTO ${quoted(table.name)} (${names.join(", ")}) OVERRIDING SYSTEM VALUE
    SELECT ${typed.join(", ")} FROM json_to_recordset($1::json) AS r(${names.map((name) => `${name} text`).join(", ")})`;
  await client.query(insert, [`[${batch.join(",")}]`]).catch((error: Error) => {
    throw new OnRecordError(
      "unusable",
      `The database refuses a row of ${table.name}: ${error.message}. Nothing was restored.`,
    );
  });
}
