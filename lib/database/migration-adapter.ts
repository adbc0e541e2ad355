import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { dropDatabase } from "./drop-database.ts";

/** Catalog type "char", which `@prisma/adapter-pg` refuses, and the blank-padded char it knows. */
const OID_CHAR = 18;
const OID_BPCHAR = 1042;

/**
 * Connects the schema engine to PostgreSQL through `@prisma/adapter-pg`, mending what that adapter gets wrong here:
 * 1. a script is cut at every ";", also inside comments, strings and $$ bodies. Sent whole it is also one implicit
 *    transaction, so a migration that fails leaves nothing behind;
 * 2. columns of the catalog type "char" are refused, but introspecting a schema selects them;
 * 3. the shadow database is dropped while its own pool is still connected.
 *
 * The engine doesn't always give back what it opened: `close` does, once it has finished.
 */
export interface MigrationAdapter {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  /** PostgreSQL's own words for the script it refused last, which the engine doesn't pass on. */
  refusal(): string | undefined;
  close(): Promise<void>;
}

export function migrationAdapter(url: string): MigrationAdapter {
  const opened: SqlDriverAdapter[] = [];
  let refusal: string | undefined;
  const refused = (error: unknown) => {
    refusal = isDriverAdapterError(error) ? error.cause.originalMessage : undefined;
  };
  const open = async (to: string, afterClose: () => Promise<void>) => {
    const adapter = await connectTo(to, refused, afterClose);
    opened.push(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: "postgres",
      adapterName: "@prisma/adapter-pg",
      connect: () => open(url, async () => {}),
      connectToShadowDb: async () => {
        const name = `shadow_${randomUUID().replaceAll("-", "")}`;
        const admin = new pg.Client({ connectionString: url });
        await admin.connect();
        await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
        return open(withDatabase(url, name), async () => {
          await dropDatabase(admin, name);
          await admin.end();
        });
      },
    },
    refusal: () => refusal,
    close: async () => {
      for (const adapter of opened) await adapter.dispose();
    },
  };
}

/** The same server, user and options, another database. */
export function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${encodeURIComponent(database)}` }).href;
}

async function connectTo(
  url: string,
  refused: (error: unknown) => void,
  afterClose: () => Promise<void>,
): Promise<SqlDriverAdapter> {
  // One connection: the engine's advisory lock, its SETs and its scripts must share a session.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on("error", () => {}); // A server that goes away shows as the next query's error.
  const charColumns = relabelCatalogChars(pool);
  const adapter = await new PrismaPg(pool).connect();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: async (query: SqlQuery): Promise<SqlResultSet> => {
      const found = await adapter.queryRaw(query);
      const columnTypes = found.columnTypes.map((type, i) =>
        charColumns.has(i) ? ColumnTypeEnum.Character : type,
      );
      return { ...found, columnTypes };
    },
    executeRaw: (query) => adapter.executeRaw(query),
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    executeScript: async (script) => {
      // Without parameters the driver sends the text as it is, in one simple query.
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] }).catch((error: unknown) => {
        refused(error);
        throw error;
      });
    },
    dispose: async () => {
      if (pool.ending) return;
      await pool.end();
      await afterClose();
    },
  };
}

/**
 * Lets "char" columns pass the adapter as blank-padded ones. Returns the positions of such columns in the latest
 * result; the engine runs one query at a time on a connection.
 */
function relabelCatalogChars(pool: pg.Pool): ReadonlySet<number> {
  const charColumns = new Set<number>();
  const query = pool.query.bind(pool) as (
    config: pg.QueryConfig,
  ) => Promise<pg.QueryResult | pg.QueryResult[]>;
  const relabelled = async (config: pg.QueryConfig) => {
    const result = await query(config);
    charColumns.clear();
    for (const { fields } of [result].flat()) {
      for (const [i, field] of fields.entries()) {
        if (field.dataTypeID !== OID_CHAR) continue;
        field.dataTypeID = OID_BPCHAR;
        charColumns.add(i);
      }
    }
    return result;
  };
  Object.assign(pool, { query: relabelled });
  return charColumns;
}
