import type pg from "pg";

/**
 * Drops a database of ours, whoever of us is still connected to it. `WITH (FORCE)` is not the way: PostgreSQL refuses
 * it to all but superusers for as long as its own autovacuum works in that database, while a plain drop ends
 * autovacuum by itself.
 * @param admin connected, as the database's owner, to another database of the server
 * @param name made by us: it is not quoted
 */
export async function dropDatabase(admin: pg.Client, name: string): Promise<void> {
  // A pool would connect again at once.
  await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = current_user",
    [name],
  );
  await admin.query(`DROP DATABASE ${name}`);
}
