import type { DecisionAction } from "../../prisma/generated/enums.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Prisma, Tx } from "../db.server.ts";
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
  const { seq } = await tx.decision.create({
    data: {
      userId: decision.viewer.userId,
      action: decision.action,
      articleId: decision.article?.id ?? null,
      summary: decision.summary.slice(0, 500),
      before: decision.before as unknown as Prisma.InputJsonValue,
      after: decision.after as unknown as Prisma.InputJsonValue,
      undoes: decision.undoes ?? null,
      sample: decision.article?.sample ?? decision.sample ?? false,
    },
    select: { seq: true },
  });
  return seq;
}
