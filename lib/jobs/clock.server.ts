import { type Db, inTransaction } from "../db.server.ts";
import { log } from "../log.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import { JOBS, type JobName } from "../queue/names.ts";

type Clocked = "poll-feeds" | "check-articles";

const everyOf = (name: JobName): number | undefined => JOBS[name].every;
const isClocked = (name: JobName): name is Clocked => everyOf(name) !== undefined;

/**
 * Sends the jobs among `names` that run by the clock, now and at their times; all workers together send each once.
 * @returns stops it
 */
export function startClock(client: Db, names: readonly JobName[]): () => void {
  const timers = names.filter(isClocked).map((name) => {
    const every = everyOf(name) ?? 0;
    const send = () =>
      inTransaction(client, (tx) => enqueue(tx, name, {}, { onceInSeconds: every })).catch((error: Error) =>
        log().error({ reason: error.message, job: name }, "a job of the clock was not sent"),
      );
    void send();
    return setInterval(send, every * 1_000);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
