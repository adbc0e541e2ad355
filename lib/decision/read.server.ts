import type { DecisionAction } from "../../prisma/generated/enums.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Prisma, Reader } from "../db.server.ts";
import type { Json, Subject } from "./subject.ts";

/** A decision as the desk shows it. `seq` is a string: JSON has no 64-bit numbers. */
export interface DecisionRow {
  readonly seq: string;
  readonly at: string;
  /** Who signed it: the id tells namesakes apart, the name is shown. */
  readonly userId: string;
  readonly by: string;
  readonly action: DecisionAction;
  readonly summary: string;
  readonly before: readonly Subject[];
  readonly after: readonly Subject[];
  readonly undoes: string | null;
  readonly undoneBy: string | null;
}

/** The decisions of one article, newest first. @throws OnRecordError without permission to see the desk. */
export async function articleHistory(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
): Promise<readonly DecisionRow[]> {
  allow(viewer, "readDesk");
  const rows = await reader.decision.findMany({
    where: { articleId },
    orderBy: { seq: "desc" },
    include: INCLUDED,
  });
  return rows.map(shown);
}

/** How many of a record's decisions are shown. */
const LATEST = 100;

/**
 * The decisions that touched a record, newest first, at most 100. `touching`: what one of a decision's subjects holds,
 * before or after: {noun, id} of the record itself, {noun, state: {...}} of what points at it.
 */
export async function recordHistory(
  reader: Reader,
  viewer: Viewer | null,
  touching: readonly { readonly [key: string]: Json }[],
): Promise<readonly DecisionRow[]> {
  allow(viewer, "readDesk");
  const patterns = touching.map((subject) => JSON.stringify([subject]));
  const found = await reader.$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM decision WHERE (before || after) @> ANY (${patterns}::jsonb[]) ORDER BY seq DESC LIMIT ${LATEST}`;
  const rows = await reader.decision.findMany({
    where: { seq: { in: found.map(({ seq }) => seq) } },
    orderBy: { seq: "desc" },
    include: INCLUDED,
  });
  return rows.map(shown);
}

const INCLUDED = { user: { select: { name: true } }, undoneBy: { select: { seq: true } } } as const;

function shown(row: Prisma.DecisionGetPayload<{ include: typeof INCLUDED }>): DecisionRow {
  return {
    seq: String(row.seq),
    at: row.at.toISOString(),
    userId: row.userId,
    by: row.user.name,
    action: row.action,
    summary: row.summary,
    before: row.before as unknown as readonly Subject[],
    after: row.after as unknown as readonly Subject[],
    undoes: row.undoes === null ? null : String(row.undoes),
    undoneBy: row.undoneBy ? String(row.undoneBy.seq) : null,
  };
}
