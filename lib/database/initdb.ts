import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OnRecordError } from "../errors.ts";
import type { Binaries } from "./binaries.ts";
import { type DataFolder, secretIn } from "./data-folder.ts";
import { runAs } from "./system-user.ts";

/**
 * Makes the files of a new cluster: UTF-8, passwords asked for, owned by PostgreSQL's user.
 * @param files folder they go to; it must not exist
 * @param throwaway don't wait for the disk
 * @throws OnRecordError "unusable" with initdb's own reason
 */
export function makeCluster(folder: DataFolder, binaries: Binaries, files: string, throwaway: boolean): void {
  // Made beside its place and renamed when complete, so that a start killed half-way leaves no half cluster.
  const half = `${files}.new`;
  const passwordFile = path.join(folder.path, "password.new");
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, secretIn(folder.path, "password"), { mode: 0o600 });
  if (folder.postgresUser) {
    for (const own of [half, passwordFile]) chownSync(own, folder.postgresUser.uid, folder.postgresUser.gid);
  }
  const made = initdb(folder, binaries, half, passwordFile, throwaway);
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
  throwaway: boolean,
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
        ...(throwaway ? ["--no-sync"] : []),
      ],
      { ...runAs(folder.postgresUser, folder.path), encoding: "utf8" },
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
