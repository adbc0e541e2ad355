import { fromPrisma } from "pg-boss";
import type { Tx } from "../db.server.ts";
import { parse } from "../parse.ts";
import { sender } from "./boss.server.ts";
import { JOBS, type JobData, type JobName } from "./names.ts";

export interface SendOptions {
  /** Instead of the kind's own key. */
  readonly singletonKey?: string;
  readonly startAfter?: Date;
  /** Higher comes first; 0 if not said. */
  readonly priority?: number;
  /** At most one in each stretch of so many seconds, whether it has ended or not. */
  readonly onceInSeconds?: number;
}

/**
 * Sends a job in the caller's transaction: it is there if and only if what needs it is. A job of the same name and key
 * that waits or runs already stands for it.
 * @throws OnRecordError "invalid" when the data isn't what the job takes
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  data: JobData<Name>,
  options: SendOptions = {},
): Promise<void> {
  const boss = await sender();
  const { onceInSeconds } = options;
  const once = onceInSeconds === undefined ? {} : { singletonSeconds: onceInSeconds };
  await boss.send(name, checked(name, data), {
    ...sendOptions(name, data, options),
    ...once,
    db: fromPrisma(tx),
  });
}

/** The same for many jobs of one name, in one statement. */
export async function enqueueAll<Name extends JobName>(
  tx: Tx,
  name: Name,
  all: readonly JobData<Name>[],
  options: Omit<SendOptions, "singletonKey" | "onceInSeconds"> = {},
): Promise<void> {
  if (all.length === 0) return;
  const boss = await sender();
  const jobs = all.map((data) => ({ data: checked(name, data), ...sendOptions(name, data, options) }));
  await boss.insert(name, jobs, { db: fromPrisma(tx) });
}

const checked = <Name extends JobName>(name: Name, data: JobData<Name>): object =>
  parse(JOBS[name].data, data);

function sendOptions<Name extends JobName>(name: Name, data: JobData<Name>, options: SendOptions) {
  const key = (JOBS[name].key as (data: JobData<Name>) => string)(data);
  return {
    singletonKey: options.singletonKey ?? key,
    ...(options.startAfter ? { startAfter: options.startAfter } : {}),
    ...(options.priority === undefined ? {} : { priority: options.priority }),
  };
}
