import type { DecisionAction } from "../../prisma/generated/enums.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Tx } from "../db.server.ts";
import type { Subject } from "./subject.ts";

export interface NewDecision {
  readonly viewer: Viewer;
  readonly action: DecisionAction;
  /** The article in whose history it is shown. */
  readonly article?: { readonly id: string; readonly sample: boolean };
  /** Whether the record is sample, where there is no article. */
  readonly sample?: boolean;
  /** One line for a person. */
  readonly summary: string;
  readonly before: readonly Subject[];
  readonly after: readonly Subject[];
  readonly undoes?: bigint;
}

/** Writes a decision row, in the transaction of the change it signs. Returns its number. */
export async function recordDecision(tx: Tx, decision: NewDecision): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>(decisionInsert(decision));
  if (!row) throw new Error("A decision was not written.");
  return row.seq;
}

/**
 * The statement that writes a decision row, for one that writes what it signs as well.
 * @param after " FROM name" of what has to be written before it
 */
export function decisionInsert(decision: NewDecision, after = Prisma.empty): Prisma.Sql {
  const { viewer, action, article, summary, undoes = null } = decision;
  return Prisma.sql`
    INSERT INTO decision (at, user_id, action, article_id, summary, before, after, undoes, sample)
    SELECT ${new Date().toISOString()}::timestamptz, ${viewer.userId}::text, ${action}::decision_action, ${article?.id ?? null}::uuid,
      ${summary.slice(0, 500)}::text, ${JSON.stringify(decision.before)}::jsonb, ${JSON.stringify(decision.after)}::jsonb,
      ${undoes}::bigint, ${article?.sample ?? decision.sample ?? false}::boolean
    ${after} RETURNING seq`;
}
