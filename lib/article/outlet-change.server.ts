import { z } from "zod";
import type { OutletChangeState as Stage } from "../../prisma/generated/enums.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { whoDecided } from "../decision/who-decided.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { openArticle } from "./state.server.ts";

/** What decisions change of an outlet's change of its text. */
export interface OutletChangeState extends State {
  readonly state: Stage;
}

export const outletChangeState = ({ state }: { readonly state: Stage }): OutletChangeState => ({ state });

/** One for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockOutletChange(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM outlet_change WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.outletChange.findUnique({ where: { id } });
  if (!row) throw new OnRecordError("missing", "That change is not on record.");
  return row;
}

export async function setOutletChangeState(tx: Tx, id: string, { state }: OutletChangeState): Promise<void> {
  await tx.outletChange.update({ where: { id }, data: { state, version: { increment: 1 } } });
}

const Judging = z
  .object({
    outletChangeId: z.uuid(),
    version: z.int().positive(),
    state: z.enum(["confirmed", "dismissed", "open"]),
  })
  .strict();
export type Judging = z.input<typeof Judging>;

/**
 * An editor confirms that the outlet changed its text, or says that it is nothing: only what is confirmed is public.
 * @throws OnRecordError "conflict" on a stale version
 */
export async function judgeOutletChange(
  tx: Tx,
  viewer: Viewer | null,
  input: Judging,
): Promise<{ seq: string }> {
  allow(viewer, "decide");
  const { outletChangeId, version, state } = parse(Judging, input);
  const found = await tx.outletChange.findUnique({
    where: { id: outletChangeId },
    select: { articleId: true },
  });
  if (!found) throw new OnRecordError("missing", "That change is not on record.");
  const article = await openArticle(tx, found.articleId);
  const row = await lockOutletChange(tx, outletChangeId);
  const before = outletChangeState(row);
  if (row.version !== version)
    throw new OnRecordError("conflict", "Someone else has looked at this change. See what they said.", {
      theirs: { ...before, ...(await whoDecided(tx, "outletChange", row.id)) },
      version: row.version,
    });
  await setOutletChangeState(tx, row.id, { state });
  const seq = await recordDecision(tx, {
    viewer,
    action: state === "confirmed" ? "accept" : state === "dismissed" ? "reject" : "edit",
    article,
    summary: SUMMARY[state],
    before: [{ noun: "outletChange", id: row.id, state: before }],
    after: [{ noun: "outletChange", id: row.id, state: outletChangeState({ state }) }],
  });
  return { seq: String(seq) };
}

const SUMMARY: Record<Stage, string> = {
  confirmed: "confirmed that the outlet changed its text",
  dismissed: "a change of the text that says nothing about the outlet",
  open: "took back what was said about a change of the text",
};
