import { fromPrisma } from "pg-boss";
import { z } from "zod";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { log } from "../log.server.ts";
import { parse } from "../parse.ts";
import { sender } from "./boss.server.ts";
import { DEAD_LETTERS, JOB_NAMES } from "./names.ts";

/** Which dead letters: one, or all of a kind. */
const Which = z.union([
  z.object({ id: z.uuid() }).strict(),
  z.object({ name: z.enum(JOB_NAMES as [string, ...string[]]) }).strict(),
]);
export type WhichDead = z.input<typeof Which>;

/** More than anybody lets lie. */
const AT_A_TIME = 100_000;

/**
 * Sends dead letters again, with all their tries before them. One whose work waits again anyway just goes.
 * @throws OnRecordError "missing" when there is none any more
 */
export async function replayJob(tx: Tx, viewer: Viewer | null, input: WhichDead): Promise<{ jobs: number }> {
  allow(viewer, "runJobs");
  const which = parse(Which, input);
  const boss = await sender();
  const filter = "id" in which ? { ids: [which.id] } : { sourceName: which.name };
  const sent = await boss.redrive(DEAD_LETTERS, { ...filter, limit: AT_A_TIME, db: fromPrisma(tx) });
  const doubles = await tx.$executeRaw`
    DELETE FROM pgboss.job
     WHERE ${matching(which)} AND state = 'failed' AND output->>'reason' = 'redrive_conflict'`;
  return counted(viewer, "replayed", which, sent + doubles);
}

/** Takes dead letters away for good. @throws OnRecordError "missing" when there is none any more */
export async function discardJob(tx: Tx, viewer: Viewer | null, input: WhichDead): Promise<{ jobs: number }> {
  allow(viewer, "runJobs");
  const which = parse(Which, input);
  const gone = await tx.$executeRaw`DELETE FROM pgboss.job WHERE ${matching(which)}`;
  return counted(viewer, "discarded", which, gone);
}

const matching = (which: z.output<typeof Which>): Prisma.Sql =>
  "id" in which
    ? Prisma.sql`name = ${DEAD_LETTERS} AND id = ${which.id}::uuid`
    : Prisma.sql`name = ${DEAD_LETTERS} AND source_name = ${which.name}`;

function counted(viewer: Viewer, done: string, which: object, jobs: number): { jobs: number } {
  if (jobs === 0)
    throw new OnRecordError("missing", "It is no longer here: somebody else has replayed or discarded it.");
  log().info({ user: viewer.userId, ...which, jobs }, `failed jobs ${done}`);
  return { jobs };
}
