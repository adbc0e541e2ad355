import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";
import { dateOf, dayOf } from "./state.server.ts";

export interface TenureState extends State {
  readonly holderId: string;
  readonly from: string;
  readonly to: string | null;
}

/** What decisions change of an office: who held it belongs to it, since its ranges exclude each other. */
export interface OfficeState extends State {
  readonly bodyId: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** In order of time. */
  readonly tenures: readonly TenureState[];
  /** Taken off the record; then it has no tenures. */
  readonly withdrawn: boolean;
}

/** An office for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockOffice(tx: Tx, officeId: string) {
  await tx.$queryRaw`SELECT 1 FROM office WHERE id = ${officeId}::uuid FOR NO KEY UPDATE`;
  const office = await tx.office.findUnique({
    where: { id: officeId },
    include: { tenures: { orderBy: { from: "asc" } }, body: { select: { name: true } } },
  });
  if (!office) throw new OnRecordError("missing", "That office is not on record any more.");
  return office;
}

export function officeState(row: Awaited<ReturnType<typeof lockOffice>>): OfficeState {
  const { bodyId, title, aliases, withdrawn } = row;
  const tenures = row.tenures.map((tenure) => ({
    holderId: tenure.holderId,
    from: tenure.from.toISOString().slice(0, 10),
    to: dayOf(tenure.to),
  }));
  return { bodyId, title, aliases, tenures, withdrawn };
}

/** Sets the office's state, its tenures with it, and counts its version up. */
export async function setOfficeState(tx: Tx, officeId: string, state: OfficeState): Promise<void> {
  const { tenures, aliases, bodyId, title, withdrawn } = state;
  await tx.office.update({
    where: { id: officeId },
    data: { bodyId, title, aliases: [...aliases], withdrawn, version: { increment: 1 } },
  });
  // All away first: a moved border must not meet the old one.
  await tx.tenure.deleteMany({ where: { officeId } });
  await tx.tenure.createMany({
    data: tenures.map(({ holderId, from, to }) => ({
      officeId,
      holderId,
      from: new Date(from),
      to: dateOf(to),
    })),
  });
}
