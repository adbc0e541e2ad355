import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * A token that says which process `pid` is: a later process with the same number has another one. Undefined when
 * no such process runs (one that ended and waits to be collected doesn't run).
 */
export function processToken(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") return tokenFromProc(pid);
  if (process.platform === "win32") return signalReaches(pid) ? "running" : undefined;
  return (
    spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() || undefined
  );
}

function tokenFromProc(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The second field is the command in brackets and may hold spaces; state is the third field, start time the 22nd.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (!fields || fields[0] === "Z" || fields[0] === "X") return undefined;
  return fields[19];
}

/** The folder a process works in, undefined when it can't be read. */
export function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** The command line of a process: empty for one that ended and waits to be collected, undefined when it can't be read. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === "linux") return readIfThere(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ");
  if (process.platform === "win32") return undefined;
  return (
    spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim() || undefined
  );
}

/** Waits until `pid` is no longer the process of `token`. Returns whether that came before `milliseconds` had passed. */
export async function ended(pid: number, token: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (processToken(pid) === token) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function signalReaches(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
