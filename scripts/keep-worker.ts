import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { PROJECT } from "../lib/database/open.ts";
import { childEnvironment } from "../lib/env.ts";
import { killGroup } from "./build.ts";

/** A worker that is started again whenever it ends. */
export interface KeptWorker {
  stop(): Promise<void>;
}

export interface KeepOptions {
  readonly dev?: boolean;
  readonly variables: Readonly<Record<string, string>>;
  /** Gets a line when it ends and is started again. */
  readonly note: (line: string) => void;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** One that ran so long was well: the next pause is the first again. */
const WELL_AFTER_MS = 60_000;
/** It gives back what it does within five seconds. */
const STOPPED_WITHIN_MS = 6_000;

/**
 * Keeps a worker running in a process of its own. It waits longer before each start while the worker ends soon, so that
 * a broken one does not keep the machine busy. The pages don't need it: its end ends nothing else.
 */
export function keepWorker({ dev = false, variables, note }: KeepOptions): KeptWorker {
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  const kept = (async () => {
    for (let wait = FIRST_PAUSE_MS; !stopping.signal.aborted; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      const began = Date.now();
      child = spawnWorker(dev, variables);
      const how = await endOf(child);
      if (stopping.signal.aborted) break;
      if (Date.now() - began > WELL_AFTER_MS) wait = FIRST_PAUSE_MS;
      note(`The worker ended with ${how}: started again in ${wait / 1_000} s, its jobs are not lost.`);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      if (child) killGroup(child, "SIGTERM");
      const done = await Promise.race([
        kept.then(() => true),
        pause(STOPPED_WITHIN_MS, false, { ref: false }),
      ]);
      if (!done && child) killGroup(child, "SIGKILL");
      await kept;
    },
  };
}

function spawnWorker(dev: boolean, variables: Readonly<Record<string, string>>): ChildProcess {
  const file = (name: string) => path.join(import.meta.dirname, name);
  const leave = pathToFileURL(file("leave-with-parent.ts")).href;
  const quiet = "--disable-warning=DeprecationWarning"; // As for the app (serve.ts).
  const child = spawn(process.execPath, [quiet, "--import", leave, file("worker.ts")], {
    cwd: PROJECT,
    detached: true, // Ctrl-C goes to the start command, which stops things in order.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: childEnvironment({ NODE_ENV: dev ? "development" : "production", ...variables }),
  });
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  return child;
}

async function endOf(child: ChildProcess): Promise<string> {
  const [code, signal] = await once(child, "exit").catch((error: Error) => [error.message, null]);
  return signal ?? `code ${code}`;
}
