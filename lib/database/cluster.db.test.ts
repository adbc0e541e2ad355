import { spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test, vi } from "vitest";
import { installedFolder, postgresBinaries } from "./binaries.ts";
import { type Cluster, runningCluster, startCluster } from "./cluster.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { processToken } from "./running.ts";
import { postgresUser, runsAsRoot } from "./system-user.ts";

const root = mkdtempSync(path.join(tmpdir(), "on-record cluster "));
chmodSync(root, 0o711);
afterAll(() => rmSync(root, { recursive: true }));

const THROWAWAY = { throwaway: true };

async function ask<T>(url: string, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: T }>(sql).finally(() => client.end());
  return rows[0]?.answer;
}

/** Runs `work` on a started cluster and stops it, whatever happens. */
async function during<T>(folder: DataFolder, work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const cluster = await startCluster(folder, THROWAWAY);
  return work(cluster).finally(() => cluster.stop());
}

describe("in a folder with spaces, under LC_ALL=C", () => {
  vi.stubEnv("LC_ALL", "C");
  const folder = openDataFolder(path.join(root, "the data"), root);

  test("letters are letters, in every script", async () => {
    await during(folder, async ({ url, isNew }) => {
      expect(isNew).toBe(true);
      expect(await ask(url, "SELECT current_setting('server_encoding') AS answer")).toBe("UTF8");
      expect(await ask(url, "SELECT char_length('é😀') AS answer")).toBe(2);
      expect(await ask(url, "SELECT lower('ÉЁΩ') AS answer")).toBe("éёω");
      await ask(url, "CREATE EXTENSION pg_trgm");
      // Under plain C these have nothing in common: PostgreSQL would take none of them for letters.
      expect(await ask(url, "SELECT similarity('Министерство', 'Министерства') > 0.5 AS answer")).toBe(true);
      expect(await ask(url, "SELECT to_tsvector('simple', '외무성은 말했다')::text AS answer")).toBe(
        "'말했다':2 '외무성은':1",
      );
    });
  });

  test("the second start keeps the data and the address", async () => {
    const url = await during(folder, async (cluster) => {
      await ask(cluster.url, "CREATE TABLE kept AS SELECT 42 AS answer");
      expect(runningCluster(folder)).toBe(cluster.url);
      return cluster.url;
    });
    expect(runningCluster(folder)).toBeUndefined();
    await during(folder, async (cluster) => {
      expect(cluster.isNew).toBe(false);
      expect(cluster.url).toBe(url);
      expect(await ask(cluster.url, "SELECT answer FROM kept")).toBe(42);
    });
  });

  test("another program on its port: it takes another one", async () => {
    const port = Number(readFileSync(path.join(folder.path, "port"), "utf8"));
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    await during(folder, async ({ url }) => expect(new URL(url).port).not.toBe(String(port)));
    other.close();
  });

  test("only this machine gets in, with the password, as no superuser", async () => {
    expect(statSync(path.join(folder.path, "password")).mode & 0o777).toBe(0o600);
    await during(folder, async ({ url }) => {
      expect(await ask(url, "SELECT current_setting('listen_addresses') AS answer")).toBe("127.0.0.1");
      expect(await ask(url, "SELECT rolsuper AS answer FROM pg_roles WHERE rolname = current_user")).toBe(
        false,
      );
      await expect(ask(Object.assign(new URL(url), { password: "guess" }).href, "SELECT 1")).rejects.toThrow(
        /password authentication failed/,
      );
    });
  });

  test("a server that a killed start left behind is stopped and its data is there", async () => {
    const left = await startCluster(folder, THROWAWAY);
    const token = processToken(left.pid);
    await during(folder, async ({ pid, url }) => {
      expect(pid).not.toBe(left.pid);
      expect(processToken(left.pid)).not.toBe(token);
      expect(await ask(url, "SELECT answer FROM kept")).toBe(42);
    });
  });

  test("a server killed outright starts again, also when its number is another process's by now", async () => {
    const { pid, ended } = await startCluster(folder, THROWAWAY);
    process.kill(pid, "SIGKILL");
    await ended;
    const pidFile = path.join(folder.path, "cluster", "postmaster.pid");
    writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid)));
    await during(folder, async ({ url }) => expect(await ask(url, "SELECT answer FROM kept")).toBe(42));
  });

  test("a start that can't be says why, in one line, with the log's place", async () => {
    const config = path.join(folder.path, "cluster", "postgresql.conf");
    const good = readFileSync(config);
    writeFileSync(config, "nonsense = on\n");
    await expect(startCluster(folder, THROWAWAY)).rejects.toThrow(
      /^PostgreSQL doesn't start: .*postgresql\.conf.*postgresql\.log\.$/,
    );
    writeFileSync(config, good);
  });

  test("a cluster half made is made anew", async () => {
    const half = openDataFolder(path.join(root, "half"), root);
    mkdirSync(path.join(half.path, "cluster.new"));
    writeFileSync(path.join(half.path, "cluster.new", "PG_VERSION"), "18\n");
    await during(half, async ({ isNew }) => expect(isNew).toBe(true));
    expect(existsSync(path.join(half.path, "cluster.new"))).toBe(false);
  });
});

test.skipIf(runsAsRoot())("a data folder that can't be written is said in one line", () => {
  const closed = path.join(root, "closed");
  mkdirSync(closed, { mode: 0o500 });
  expect(() => openDataFolder(path.join(closed, "data"), root)).toThrow(
    /can't be written by this user \(EACCES\).*ON_RECORD_DATA/,
  );
});

test("a data folder that is a file is said in one line", () => {
  writeFileSync(path.join(root, "file"), "");
  expect(() => openDataFolder(path.join(root, "file", "data"), root)).toThrow(
    /can't be written by this user \((ENOTDIR|EEXIST)\)/,
  );
});

describe.runIf(runsAsRoot())("as root, in a project only root can enter", () => {
  const shared = path.join(root, "shared");
  const project = path.join(root, "closed project");

  test("the data goes where PostgreSQL's user can go, and stays there", async () => {
    mkdirSync(project, { mode: 0o700 });
    const folder = openDataFolder(undefined, project, shared);
    expect(path.dirname(folder.path)).toBe(shared);
    expect(folder.postgresUser).toEqual(postgresUser());
    await during(folder, async ({ url }) => expect(await ask(url, "SELECT 42 AS answer")).toBe(42));
    expect(statSync(path.join(folder.path, "cluster")).uid).toBe(folder.postgresUser?.uid);
    chmodSync(project, 0o755); // Enterable by now: the newsroom is still the same one.
    expect(openDataFolder(undefined, project, shared).path).toBe(folder.path);
    chmodSync(project, 0o700);
  });

  test("a folder asked for by name is not swapped for another", () => {
    expect(() => openDataFolder(path.join(project, "mine"), project, shared)).toThrow(
      /can't enter .*mine: .*ON_RECORD_DATA/,
    );
  });

  test("PostgreSQL's programs are copied once to where its user can run them", () => {
    const user = postgresUser();
    const installed = path.join(project, "package");
    cpSync(installedFolder(), installed, { recursive: true, verbatimSymlinks: true });
    const { postgres, initdb } = postgresBinaries(user, installed, shared);
    expect(postgres.startsWith(shared)).toBe(true);
    for (const program of [postgres, initdb]) {
      const run = spawnSync(program, ["--version"], {
        uid: user.uid,
        gid: user.gid,
        cwd: "/",
        encoding: "utf8",
      });
      expect(run.stdout).toContain("PostgreSQL) 18");
    }
    const made = statSync(postgres).ino;
    expect(statSync(postgresBinaries(user, installed, shared).postgres).ino).toBe(made);
  });
});
