import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { OnRecordError } from "../errors.ts";
import { processToken } from "./running.ts";

/** A data folder belongs to one process at a time; this file says to which. */
const CLAIM = "running.json";

interface Holder {
  readonly pid: number;
  /** See `processToken`: the number alone may by now be another process's. */
  readonly token: string;
  /** Where On Record answers while it runs; null: a command that only uses the database. */
  readonly url: string | null;
}

/**
 * Takes the data folder for this process. A claim whose process is gone counts for nothing.
 * @param url where On Record will answer, for commands that print links
 * @returns what gives the folder back
 * @throws OnRecordError "conflict" when a running process holds it
 */
export function claimDataFolder(folder: string, url: string | null = null): () => void {
  const file = path.join(folder, CLAIM);
  const mine: Holder = { pid: process.pid, token: processToken(process.pid) ?? "", url };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(folder);
    if (holder !== undefined) throw taken(folder, holder.pid);
    // Renaming before removing: of two that find the same stale claim, only one moves it.
    const stale = `${file}.${process.pid}`;
    try {
      renameSync(file, stale);
      rmSync(stale);
    } catch {
      // The other one moved it.
    }
  }
  throw taken(folder, undefined);
}

/** The running process that holds the data folder, undefined when none does. */
export function holderOf(folder: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(path.join(folder, CLAIM), "utf8")) as Holder;
    return processToken(holder.pid) === holder.token ? holder : undefined;
  } catch {
    return undefined; // No claim, or one cut off while it was being written.
  }
}

function taken(folder: string, holder: number | undefined): OnRecordError {
  const who = holder === undefined ? "" : ` (process ${holder})`;
  return new OnRecordError(
    "conflict",
    `On Record already runs with the data folder ${folder}${who}: stop it first, or set ON_RECORD_DATA to another folder.`,
  );
}
