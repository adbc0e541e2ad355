import pg from "pg";

/** One table of the schema public, with the columns that hold what was put in. */
export interface Table {
  readonly name: string;
  /** Stored columns, without those the database computes itself; `type` as SQL writes it. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns of the primary key, so that the same rows come in the same order. */
  readonly key: readonly string[];
}

/** Prisma's list of applied migrations is no content: a database has its own. */
const MIGRATIONS_TABLE = "_prisma_migrations";
/** The comment on tables that triggers fill from the others: a restored row makes them anew. */
const COMPUTED = "computed";

/**
 * All tables, each after those its rows point at. References that are looked at only when the transaction ends
 * (DEFERRABLE) don't count, so circles may go through them.
 * @throws Error when tables point at each other in a circle of other references
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<{
    name: string;
    columns: Table["columns"];
    key: string[] | null;
  }>(
    `SELECT c.relname AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
          FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum)
          FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
         WHERE i.indrelid = c.oid AND i.indisprimary) AS key
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
       AND obj_description(c.oid, 'pg_class') IS DISTINCT FROM '${COMPUTED}'
     ORDER BY c.relname`,
    [MIGRATIONS_TABLE],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT f.relname AS "from", t.relname AS "to"
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND NOT k.condeferrable AND f.relnamespace = 'public'::regnamespace`,
  );
  return sorted(
    tables.map(({ name, columns, key }) => ({
      name,
      columns,
      key: key ?? columns.map((column) => column.name),
    })),
    references,
  );
}

function sorted(
  tables: readonly Table[],
  references: readonly { from: string; to: string }[],
): readonly Table[] {
  const done = new Set<string>();
  const order: Table[] = [];
  while (order.length < tables.length) {
    const ready = tables.filter(
      ({ name }) => !done.has(name) && references.every(({ from, to }) => from !== name || done.has(to)),
    );
    if (ready.length === 0) {
      const circle = tables.map(({ name }) => name).filter((name) => !done.has(name));
      throw new Error(`Tables point at each other in a circle that is not DEFERRABLE: ${circle.join(", ")}`);
    }
    for (const table of ready) {
      done.add(table.name);
      order.push(table);
    }
  }
  return order;
}

/** A migration as the database remembers it. */
export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

export async function appliedMigrations(client: pg.ClientBase): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum FROM ${MIGRATIONS_TABLE}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** A name as SQL may hold it. The names come from the database's own catalog. */
export const quoted = (name: string): string => pg.escapeIdentifier(name);
