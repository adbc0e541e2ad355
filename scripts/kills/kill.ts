import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { PROJECT } from "#lib/database/open.ts";
import type { Db } from "#lib/db.server.ts";
import { childEnvironment } from "#lib/env.ts";
import { type Tally, tally } from "./articles.ts";

export interface Wanted {
  readonly url: string;
  readonly client: Db;
  readonly items: number;
  readonly kills: number;
  /** Worker processes at a time. */
  readonly workers: number;
  /** No longer than this, whatever happens. */
  readonly limitMs: number;
}

const LOOK_EVERY_MS = 200;
/** A kill comes at a random moment within so long of the item that calls for it. */
const WITHIN_MS = 500;

/**
 * Lets worker processes bring the articles in and kills one of them (SIGKILL) again and again, the kills spread over the
 * items; another takes its place at once, as for one that dies by itself. Ends when all is done.
 * @returns what was done, with the kills there were
 */
export async function workUnderKills(wanted: Wanted): Promise<Tally & { readonly killed: number }> {
  const { client, items, kills, limitMs } = wanted;
  const began = Date.now();
  const workers = Array.from({ length: wanted.workers }, () => spawnWorker(wanted.url));
  let killed = 0;
  try {
    for (;;) {
      const now = await tally(client);
      if (now.done + now.dead + now.lost >= items && killed >= kills) return { ...now, killed };
      if (Date.now() - began > limitMs) return { ...now, killed };
      for (const [at, worker] of workers.entries()) if (isGone(worker)) workers[at] = spawnWorker(wanted.url);
      if (killed < kills && now.done >= Math.floor((killed * items) / kills)) {
        await pause(Math.random() * WITHIN_MS);
        const at = Math.floor(Math.random() * workers.length);
        const victim = workers[at];
        if (victim) await kill(victim);
        workers[at] = spawnWorker(wanted.url);
        killed++;
      }
      await pause(LOOK_EVERY_MS);
    }
  } finally {
    await Promise.all(workers.map(kill));
  }
}

function spawnWorker(url: string): ChildProcess {
  const leave = pathToFileURL(path.join(import.meta.dirname, "..", "leave-with-parent.ts")).href;
  const quiet = "--disable-warning=DeprecationWarning";
  return spawn(process.execPath, [quiet, "--import", leave, path.join(import.meta.dirname, "worker.ts")], {
    cwd: PROJECT,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: childEnvironment({ DATABASE_URL: url, LOG_LEVEL: "error" }),
  });
}

/** By its id, without a word before: the machine went off. */
async function kill(child: ChildProcess): Promise<void> {
  if (isGone(child)) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
