import { PgBoss } from "pg-boss";
import { env } from "../env.ts";
import { log } from "../log.server.ts";

/** Connections a worker holds for its jobs' states, beside those its work needs. */
const WORKER_CONNECTIONS = 3;
/** A worker says so often that it lives; the desk calls it gone after three times that. */
const SIGN_OF_LIFE_SECONDS = 5;
/** So often somebody looks for jobs whose worker has died or whose time is over. */
const LOOK_AFTER_SECONDS = 5;

const SAY_AGAIN_MS = 60_000;

/** The schema comes from a migration: at run time nothing is created, and another version's schema is refused. */
const AS_MIGRATED = { migrate: false, createSchema: false, schedule: false } as const;

// Development reloads modules; one must outlive them.
const held = globalThis as { onRecordSender?: Promise<PgBoss> };

/**
 * What this process sends jobs with. Each call brings its transaction; one connection of its own is open only while it
 * reads which queues there are.
 */
export function sender(): Promise<PgBoss> {
  const connectionString = env().databaseUrl ?? "";
  held.onRecordSender ??= started(
    new PgBoss({ ...AS_MIGRATED, connectionString, max: 1, supervise: false, registerInstance: false }),
  ).catch((error: unknown) => {
    delete held.onRecordSender;
    throw error;
  });
  return held.onRecordSender;
}

/** What a worker takes jobs with, on a few connections of its own. Whoever opens it stops it. */
export function openWorkerBoss(url: string): Promise<PgBoss> {
  return started(
    new PgBoss({
      ...AS_MIGRATED,
      connectionString: url,
      max: WORKER_CONNECTIONS,
      instanceName: WORKER_NAME,
      instanceHeartbeatSeconds: SIGN_OF_LIFE_SECONDS,
      superviseIntervalSeconds: LOOK_AFTER_SECONDS,
      monitorIntervalSeconds: LOOK_AFTER_SECONDS,
      persistWarnings: false,
    }),
  );
}

/** How workers are called in pg-boss's list of who is there. */
export const WORKER_NAME = "worker";

async function started(boss: PgBoss): Promise<PgBoss> {
  const worthSaying = oncePerWhile();
  // Without somebody who listens, an error of its timers would end the process. The error itself may hold the address.
  boss.on("error", ({ message }) => worthSaying(message) && log().error({ reason: message }, "job queue"));
  boss.on("warning", ({ message }) => worthSaying(message) && log().warn({ reason: message }, "job queue"));
  return boss.start();
}

/** A database that is away is met by every look into the queue, some times a second: it is said once in a while. */
function oncePerWhile(): (message: string) => boolean {
  const saidAt = new Map<string, number>();
  return (message) => {
    // The same trouble of another queue is the same trouble.
    const trouble = message.replace(/ \(Queue: .*$/, "");
    const now = Date.now();
    if (now - (saidAt.get(trouble) ?? 0) < SAY_AGAIN_MS) return false;
    saidAt.set(trouble, now);
    return true;
  };
}
