import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { OnRecordError } from "../errors.ts";

/** What decisions change of a claim. */
export interface ClaimState extends State {
  readonly sentence: string;
}

/** A claim for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockClaim(tx: Tx, claimId: string) {
  await tx.$queryRaw`SELECT 1 FROM claim WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  return readClaim(tx, claimId);
}

/** A claim that is tied, not changed: two articles tied to the same claims don't wait for each other. @throws OnRecordError "missing". */
export async function readClaim(tx: Tx, claimId: string) {
  const claim = await tx.claim.findUnique({ where: { id: claimId } });
  if (!claim) throw new OnRecordError("missing", "That claim is not on record any more: choose it again.");
  return claim;
}

export function claimState(row: { readonly sentence: string }): ClaimState {
  return { sentence: row.sentence };
}

/** Sets the claim's state and counts its version up. */
export async function setClaimState(tx: Tx, claimId: string, state: ClaimState): Promise<void> {
  await tx.claim.update({
    where: { id: claimId },
    data: { sentence: state.sentence, version: { increment: 1 } },
  });
}
