import { setTimeout as pause } from "node:timers/promises";
import type { JobResult, PgBoss, Job as Taken } from "pg-boss";
import type { Db } from "../db.server.ts";
import { log } from "../log.server.ts";
import { parse } from "../parse.ts";
import { openWorkerBoss } from "../queue/boss.server.ts";
import { giveBack } from "../queue/give-back.server.ts";
import { JOBS, type JobData, type JobName } from "../queue/names.ts";
import { startClock } from "./clock.server.ts";
import { HANDLERS, type Handler, type Handlers } from "./handlers.server.ts";
import { failureOf } from "./outcome.ts";
import {
  mayWaitAgain,
  sendIfItWaits,
  sendUnfinished,
  UNFINISHED,
  type Unfinished,
} from "./unfinished.server.ts";

/** A new job waits so long at most; after a job the next is taken at once. */
const LOOK_EVERY_SECONDS = 1;
/** What waits without a job is looked for so often: the database may be restored while a worker runs. */
const UNFINISHED_EVERY_MS = 10 * 60_000;
/** A stop lets jobs run on so long before it tells them to end ... */
const FINISH_WITHIN_MS = 2_500;
/** ... and so long again before it gives them back. All in all less than five seconds. */
const END_WITHIN_MS = 1_000;

export interface WorkerOptions {
  /** Address of the database that `client` is connected to. */
  readonly url: string;
  readonly client: Db;
  readonly handlers?: Handlers;
  readonly unfinished?: Unfinished;
}

export interface Worker {
  /** Takes nothing more, lets what runs finish or gives it back; resolves within five seconds. */
  stop(): Promise<void>;
}

/** Starts working on the queues of all jobs that have a handler. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { url, client, handlers = HANDLERS, unfinished = UNFINISHED } = options;
  const names = Object.keys(handlers) as JobName[];
  const boss = await openWorkerBoss(url);
  const ending = new AbortController();
  const running = new Set<Taken>();

  const attempt = async (job: Taken): Promise<JobResult> => {
    running.add(job);
    try {
      await handle(client, handlers, job, AbortSignal.any([job.signal, ending.signal]));
      if (mayWaitAgain(job.name as JobName)) await settle(client, boss, job);
      return { id: job.id, status: "completed" };
    } catch (error) {
      if (!ending.signal.aborted) return failed(job, error);
      await giveBack(client, job);
      return { id: job.id, status: "failed" }; // No longer this try's to settle: nothing comes of it.
    } finally {
      running.delete(job);
    }
  };
  const workOn = async (name: JobName) => {
    const how = { perJobResults: true, pollingIntervalSeconds: LOOK_EVERY_SECONDS } as const;
    const id: string = await boss.work(name, how, (jobs: Taken[]) => {
      boss.notifyWorker(id); // There may be more: look again at once when this one has ended.
      return Promise.all(jobs.map(attempt));
    });
  };

  await sendUnfinished(client, unfinished);
  for (const name of names) for (let n = 0; n < JOBS[name].atOnce; n++) await workOn(name);
  const stopClock = startClock(client, names);
  const lookAfter = setInterval(() => {
    sendUnfinished(client, unfinished).catch((error: Error) =>
      log().error({ reason: error.message }, "what waits without a job was not sent"),
    );
  }, UNFINISHED_EVERY_MS);
  return {
    stop: async () => {
      stopClock();
      clearInterval(lookAfter);
      const stopped = boss.stop({ graceful: true, timeout: FINISH_WITHIN_MS + END_WITHIN_MS + 500 });
      await Promise.race([stopped, pause(FINISH_WITHIN_MS, undefined, { ref: false })]);
      ending.abort(new Error("The worker stops."));
      await Promise.race([stopped, pause(END_WITHIN_MS, undefined, { ref: false })]);
      for (const job of running) await giveBack(client, job);
      await stopped;
    },
  };
}

async function handle(client: Db, handlers: Handlers, job: Taken, signal: AbortSignal): Promise<void> {
  const name = job.name as JobName;
  const handler = handlers[name] as Handler<JobName>;
  await handler(client, parse(JOBS[name].data, job.data) as JobData<JobName>, signal);
}

/** Settles a job that is done, before pg-boss does: what waits anew by then can only be sent afterwards. */
async function settle(client: Db, boss: PgBoss, job: Taken): Promise<void> {
  await boss.complete(job.name, job); // One that was put off, or is another's by now, stays as it is.
  const name = job.name as JobName;
  await sendIfItWaits(client, name, parse(JOBS[name].data, job.data) as JobData<JobName>).catch(
    (error: Error) =>
      log().error({ reason: error.message, job: name, id: job.id }, "what may wait anew was not looked at"),
  );
}

function failed(job: Taken, error: unknown): JobResult {
  const { again, reason } = failureOf(error);
  log().warn({ job: job.name, id: job.id, reason, again }, "a job failed");
  return { id: job.id, status: again ? "failed" : "deadletter", output: { reason } };
}
