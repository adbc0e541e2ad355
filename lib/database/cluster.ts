import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { OnRecordError } from "../errors.ts";
import { type Binaries, postgresBinaries } from "./binaries.ts";
import { type DataFolder, secretIn } from "./data-folder.ts";
import { makeCluster } from "./initdb.ts";
import { choosePort, LOOPBACK } from "./port.ts";
import { commandOf, ended, folderOf, processToken, signal } from "./running.ts";
import { runAs } from "./system-user.ts";

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
const LARGEST_LOG = 10_000_000;
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 30_000;
const CHILDREN_GONE_WITHIN = 10_000;

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
  if (isNew) makeCluster(folder, binaries, files, options.throwaway ?? false);
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

interface Server {
  readonly pid: number;
  readonly token: string;
  readonly ended: Promise<string>;
}

/** A server that was killed outright has children that take a moment to notice; until then its memory is in use. */
async function startServer(...settings: Parameters<typeof launchServer>): Promise<Server> {
  const deadline = Date.now() + CHILDREN_GONE_WITHIN;
  for (;;) {
    try {
      return await launchServer(...settings);
    } catch (error) {
      const inUse = error instanceof Error && error.message.includes("shared memory block");
      if (!inUse || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

async function launchServer(
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
    ...runAs(folder.postgresUser, folder.path),
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
  if (pid === undefined || processToken(pid) === undefined) return undefined;
  // The folder may have been renamed since; the server works inside it.
  return commandOf(pid)?.includes(files) || folderOf(pid) === realpathSync(files) ? pid : undefined;
}

async function stopLeftover(files: string): Promise<void> {
  const pid = serverPid(files);
  if (pid === undefined) return;
  const token = processToken(pid);
  if (token !== undefined && serverOf(files) === pid) return stopServer(pid, token);
  // PostgreSQL trusts the number in postmaster.pid as long as any process has it. Only where that is certainly
  // none of its own may the file go: it keeps two servers from one folder.
  const another = token !== undefined && commandOf(pid)?.includes("postgres") === false;
  const dead = token === undefined && commandOf(pid) === "";
  if (dead) await pause(1_000); // Its children end when they notice.
  if (another || dead) rmSync(path.join(files, "postmaster.pid"), { force: true });
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
