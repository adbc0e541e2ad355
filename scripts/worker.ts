/**
 * A worker: does the jobs that wait in the queue (lib/jobs), in a process of its own. The start command keeps one running
 * beside the app; `npm run on-record -- worker` runs another one, on this machine or on another.
 */
import { env } from "../lib/env.ts";
import { OnRecordError } from "../lib/errors.ts";

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Works until it is told to end. Returns what to print then. */
export async function workUntilStopped(note: (line: string) => void): Promise<string> {
  const { databaseUrl = "" } = env();
  const stopping = new Promise<void>((resolve) => {
    // npm passes Ctrl-C on, so it comes twice; once is enough.
    for (const name of STOPS) process.on(name, () => resolve());
  });
  const { db } = await import("../lib/db.server.ts");
  const { startWorker } = await import("../lib/jobs/run.server.ts");
  const worker = await startWorker({ url: databaseUrl, client: db() });
  note("The worker runs. Ctrl-C stops it: what it does is finished or given back.");
  await stopping;
  await worker.stop();
  return "The worker has stopped.";
}

if (import.meta.main) {
  try {
    await workUntilStopped(() => undefined);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof OnRecordError ? error.message : error);
    process.exit(1);
  }
}
