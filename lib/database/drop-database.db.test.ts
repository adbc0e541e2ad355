import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Cluster } from "./cluster.ts";
import { dropDatabase } from "./drop-database.ts";
import { withDatabase } from "./migration-adapter.ts";
import { startThrowawayCluster } from "./throwaway.ts";

// A server of its own: its autovacuum looks every second.
let cluster: Cluster;
let admin: pg.Client;

beforeAll(async () => {
  cluster = await startThrowawayCluster("drop");
  const superuser = await connected(
    Object.assign(new URL(withDatabase(cluster.url, "postgres")), { username: "postgres" }).href,
  );
  await superuser.query("ALTER SYSTEM SET autovacuum_naptime = 1");
  await superuser.query("SELECT pg_reload_conf()");
  await superuser.end();
  admin = await connected(withDatabase(cluster.url, "postgres"));
});

afterAll(async () => {
  await admin.end();
  await cluster.stop();
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

const exists = async (name: string) =>
  (await admin.query("SELECT FROM pg_database WHERE datname = $1", [name])).rowCount === 1;

test("a database is dropped while its autovacuum works", async () => {
  await admin.query("CREATE DATABASE busy");
  const inside = await connected(withDatabase(cluster.url, "busy"));
  // Autovacuum always finds something here and takes its time over it.
  await inside.query(`
    CREATE TABLE rows (n int, words text) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1);
    INSERT INTO rows SELECT n, repeat('word', 100) FROM generate_series(1, 50000) n;
    DELETE FROM rows WHERE n % 2 = 0`);
  await inside.end();
  await vi.waitFor(
    async () => {
      const at = await admin.query(
        "SELECT FROM pg_stat_activity WHERE datname = 'busy' AND usename IS NULL AND pid <> pg_backend_pid()",
      );
      expect(at.rowCount).toBe(1);
    },
    { timeout: 50_000, interval: 20 },
  );
  await dropDatabase(admin, "busy");
  expect(await exists("busy")).toBe(false);
});

test("a database is dropped while a pool is connected to it and connects again", async () => {
  await admin.query("CREATE DATABASE pooled");
  const pool = new pg.Pool({ connectionString: withDatabase(cluster.url, "pooled"), max: 4 });
  pool.on("error", () => {});
  let dropped = false;
  await Promise.all(Array.from({ length: 4 }, () => pool.query("SELECT pg_sleep(0.1)")));
  expect(pool.totalCount).toBe(4);
  const asking = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!dropped) await pool.query("SELECT pg_sleep(0.01)").catch(() => {});
    }),
  );
  await dropDatabase(admin, "pooled").finally(() => {
    dropped = true;
  });
  await asking;
  await pool.end();
  expect(await exists("pooled")).toBe(false);
});
