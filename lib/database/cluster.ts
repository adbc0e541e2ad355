import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { childEnvironment } from "../env.ts";
import { OnRecordError } from "../errors.ts";
import { type Binaries, postgresBinaries } from "./binaries.ts";
import { type DataFolder, secretIn } from "./data-folder.ts";
import { commandOf, ended, processToken, signal } from "./running.ts";

/** A running embedded PostgreSQL. */
export interface Cluster {
  /** Address of On Record's database, with the password of its user, who is no superuser. */
  readonly url: string;
  /** Whether this start made the cluster. */
  readonly isNew: boolean;
  readonly pid: number;
  /** Settles when the server ends, for whatever reason, with words for it. */
  readonly ended: Promise<string>;
  /** Closes all connections and shuts down with nothing left to repair at the next start. */
  stop(): Promise<void>;
}

/** For throwaway clusters: speed instead of safety. */
export interface ClusterOptions {
  readonly throwaway?: boolean;
}

/** The user and the database of On Record in its cluster. */
const NAME = "on_record";
const LOOPBACK = "127.0.0.1";
const LARGEST_LOG = 10_000_000;
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 30_000;

/**
 * Starts the embedded PostgreSQL of a data folder, making it first if need be. It listens on a loopback port only,
 * asks for a password, stores UTF-8 whatever the machine's locale, and leads its own process group, so that Ctrl-C
 * reaches On Record alone, which then stops things in order.
 * The caller makes sure that it is the folder's only user (`claimDataFolder`): a server that an earlier, killed
 * start left behind is stopped first.
 * @throws OnRecordError "unusable" with one line that says why it doesn't start
 */
export async function startCluster(folder: DataFolder, options: ClusterOptions = {}): Promise<Cluster> {
  const binaries = postgresBinaries(folder.postgresUser);
  const files = path.join(folder.path, "cluster");
  const password = secretIn(folder.path, "password");
  const isNew = !existsSync(files);
  if (isNew) makeCluster(folder, binaries, files, options);
  else await stopLeftover(files);
  const port = await choosePort(path.join(folder.path, "port"));
  const server = await startServer(folder, binaries, files, port, options);
  const address = (user: string, database: string) =>
    `postgresql://${user}:${password}@${LOOPBACK}:${port}/${database}?sslmode=disable`;
  const cluster: Cluster = {
    url: address(NAME, NAME),
    isNew,
    pid: server.pid,
    ended: server.ended,
    stop: () => stopServer(server.pid, server.token),
  };
  try {
    await makeDatabase(address("postgres", "postgres"), password);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

/** The address of a running server's database in a data folder, undefined when none runs. */
export function runningCluster(folder: DataFolder): string | undefined {
  const files = path.join(folder.path, "cluster");
  const pid = serverOf(files);
  if (pid === undefined || !isReady(files)) return undefined;
  const port = readFileSync(path.join(folder.path, "port"), "utf8").trim();
  return `postgresql://${NAME}:${secretIn(folder.path, "password")}@${LOOPBACK}:${port}/${NAME}?sslmode=disable`;
}

function makeCluster(folder: DataFolder, binaries: Binaries, files: string, options: ClusterOptions): void {
  // Made beside its place and renamed when complete, so that a start killed half-way leaves no half cluster.
  const half = `${files}.new`;
  const passwordFile = path.join(folder.path, "password.new");
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, secretIn(folder.path, "password"), { mode: 0o600 });
  if (folder.postgresUser) {
    for (const own of [half, passwordFile]) chownSync(own, folder.postgresUser.uid, folder.postgresUser.gid);
  }
  const made = initdb(folder, binaries, half, passwordFile, options);
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new OnRecordError(
      "unusable",
      `PostgreSQL could not make its files in ${folder.path}: ${reason(made)}`,
    );
  }
  renameSync(half, files);
}

/**
 * The kind of letters comes from PostgreSQL's own C.UTF-8, the same on every machine and under LC_ALL=C. Only
 * pg_trgm still asks the machine: under plain C it takes no Cyrillic or Korean letter for one, so that is the last choice.
 */
const LETTERS = ["C.UTF-8", "en_US.UTF-8", "C"];

function initdb(
  folder: DataFolder,
  binaries: Binaries,
  files: string,
  passwordFile: string,
  options: ClusterOptions,
) {
  const make = (letters: string) =>
    spawnSync(
      binaries.initdb,
      [
        `--pgdata=${files}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        `--lc-ctype=${letters}`,
        "--text-search-config=english",
        "--no-instructions",
        ...(options.throwaway ? ["--no-sync"] : []),
      ],
      { ...asPostgresUser(folder), encoding: "utf8" },
    );
  const [first = "C", ...others] = LETTERS;
  let made = make(first);
  for (const letters of others) {
    if (!made.stderr?.includes("invalid locale name")) break;
    made = make(letters);
  }
  return made;
}

function reason(run: { stderr: string; error?: Error }): string {
  const line = (run.stderr ?? "").split("\n").find((text) => /error|fatal|could not|cannot/i.test(text));
  return (line ?? run.error?.message ?? run.stderr ?? "no reason given")
    .replace(/^initdb: (error: )?/, "")
    .trim();
}

/** Keeps the port of earlier starts while it is free, so that saved addresses stay right. */
async function choosePort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = (await freePort(kept)) ?? (await freePort(0));
  if (port === undefined) throw new OnRecordError("unusable", "This machine has no free port on 127.0.0.1.");
  writeFileSync(file, `${port}\n`);
  return port;
}

/** `port` itself (0: any) if it is free on the loopback address. */
export async function freePort(port: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(port, LOOPBACK);
  const free = await once(server, "listening").then(
    () => true,
    () => false,
  );
  const address = server.address();
  server.close();
  return free && address && typeof address === "object" ? address.port : undefined;
}

interface Server {
  readonly pid: number;
  readonly token: string;
  readonly ended: Promise<string>;
}

async function startServer(
  folder: DataFolder,
  binaries: Binaries,
  files: string,
  port: number,
  options: ClusterOptions,
): Promise<Server> {
  const logFile = path.join(folder.path, "postgresql.log");
  // The log goes to a file, not to a pipe: a server left behind by a killed start must not trip over a closed one.
  const full = existsSync(logFile) && statSync(logFile).size > LARGEST_LOG;
  const log = openSync(logFile, full ? "w" : "a", 0o600);
  const logged = full ? 0 : statSync(logFile).size;
  const settings = {
    port,
    listen_addresses: LOOPBACK,
    unix_socket_directories: "", // The path of a socket is short by law of the system; ours may not be.
    timezone: "UTC",
    ...(options.throwaway ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", files, ...flags], {
    ...asPostgresUser(folder),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const failure = await readyOrFailed(child, files);
  const token = child.pid === undefined ? undefined : processToken(child.pid);
  if (failure === undefined && child.pid !== undefined && token !== undefined) {
    child.unref();
    const ended = once(child, "exit").then(() => `PostgreSQL ended. Its log is ${logFile}.`);
    return { pid: child.pid, token, ended };
  }
  const lines = readFileSync(logFile).subarray(logged).toString().split("\n");
  const fatal = lines.findLast((line) => line.includes("FATAL:"))?.replace(/^.*FATAL:\s*/, "");
  throw new OnRecordError(
    "unusable",
    `PostgreSQL doesn't start: ${fatal ?? failure}. Its log is ${logFile}.`,
  );
}

async function readyOrFailed(child: ChildProcess, files: string): Promise<string | undefined> {
  const failed = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, by) => resolve(`it ended with ${by ?? `code ${code}`}`));
  });
  const deadline = Date.now() + READY_WITHIN;
  for (;;) {
    const failure = await Promise.race([failed, pause(10, undefined)]);
    if (failure !== undefined) return failure;
    if (serverPid(files) === child.pid && isReady(files)) return undefined;
    if (Date.now() > deadline) {
      child.kill("SIGQUIT");
      return `it was not ready after ${READY_WITHIN / 1000} seconds`;
    }
  }
}

/** postmaster.pid: the server's process number in the first line, its state in the eighth. */
function pidFileLines(files: string): readonly string[] {
  try {
    return readFileSync(path.join(files, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

const serverPid = (files: string): number | undefined => Number(pidFileLines(files)[0]) || undefined;
const isReady = (files: string): boolean => pidFileLines(files)[7]?.trim() === "ready";

/** The process of the server that runs on these files, undefined when none does (whatever postmaster.pid says). */
function serverOf(files: string): number | undefined {
  const pid = serverPid(files);
  return pid !== undefined && commandOf(pid)?.includes(files) ? pid : undefined;
}

async function stopLeftover(files: string): Promise<void> {
  const pid = serverOf(files);
  const token = pid === undefined ? undefined : processToken(pid);
  if (pid !== undefined && token !== undefined) await stopServer(pid, token);
  // A number that by now is another process's would keep PostgreSQL from starting.
  else rmSync(path.join(files, "postmaster.pid"), { force: true });
}

async function stopServer(pid: number, token: string): Promise<void> {
  if (processToken(pid) !== token) return;
  signal(pid, "SIGINT"); // "Fast": no new connections, the old ones are closed, everything is written.
  if (await ended(pid, token, STOPPED_WITHIN)) return;
  signal(pid, "SIGQUIT"); // "Immediate": the next start repairs.
  await ended(pid, token, 5_000);
}

/** Makes On Record's user and database where they are missing. */
async function makeDatabase(url: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const role = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [NAME]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${NAME} LOGIN CREATEDB PASSWORD ${pg.escapeLiteral(password)}`);
    }
    const database = await client.query("SELECT FROM pg_database WHERE datname = $1", [NAME]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  } finally {
    await client.end();
  }
}

function asPostgresUser(folder: DataFolder) {
  const user = folder.postgresUser;
  return {
    cwd: folder.path,
    env: childEnvironment({
      LC_ALL: "C",
      LANG: "C",
      PGDATA: undefined,
      PGPORT: undefined,
      PGOPTIONS: undefined,
    }),
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  };
}
