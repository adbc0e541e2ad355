import type { z } from "zod";
import { giveAddress } from "../address/write.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { Subject } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import {
  checkStatement,
  openStatement,
  setStatementState,
  statementState,
} from "../statement/state.server.ts";
import { type ClaimChoice, ClaimEdit, type Stance, Tie, Untie } from "./schema.ts";
import { claimState, lockClaim, readClaim, setClaimState } from "./state.server.ts";

/** How a stance is said in a decision's one line. */
const STANCE_WORDS: Record<Stance, string> = {
  asserts: "asserts",
  denies: "denies",
  questions: "questions",
  relays: "relays",
};

/**
 * Ties a statement to a claim with a stance: the claim is one on record or made now. One decision row.
 * @throws OnRecordError "conflict" on a stale version.
 */
export async function tieClaim(tx: Tx, viewer: Viewer | null, input: Tie): Promise<{ claimId: string }> {
  allow(viewer, "decide");
  const { statementId, version, claim: choice, stance } = parse(Tie, input);
  const { article, row } = await openStatement(tx, statementId);
  checkStatement(row, version, { claim: choice, stance });
  const { claim, made } = await chooseClaim(tx, viewer, choice, article.sample);
  const before = statementState(row);
  const after = { ...before, stances: { ...before.stances, [claim.id]: stance } };
  await setStatementState(tx, row.id, after);
  const ofClaim = (state: Subject["state"]): Subject[] =>
    made ? [{ noun: "claim", id: claim.id, state }] : [];
  await recordDecision(tx, {
    viewer,
    action: "link",
    article,
    summary: `${row.attributedTo.name} ${STANCE_WORDS[stance]}: ${claim.sentence}`,
    before: [{ noun: "statement", id: row.id, state: before }, ...ofClaim(null)],
    after: [{ noun: "statement", id: row.id, state: after }, ...ofClaim(claimState(claim))],
  });
  return { claimId: claim.id };
}

/** Takes the tie between a statement and a claim away. @throws OnRecordError "conflict" on a stale version. */
export async function untieClaim(tx: Tx, viewer: Viewer | null, input: Untie): Promise<void> {
  allow(viewer, "decide");
  const { statementId, version, claimId } = parse(Untie, input);
  const { article, row } = await openStatement(tx, statementId);
  checkStatement(row, version, { untie: claimId });
  const before = statementState(row);
  const { [claimId]: gone, ...stances } = before.stances;
  if (gone === undefined) throw new OnRecordError("missing", "The statement is not tied to that claim.");
  const claim = await readClaim(tx, claimId);
  await setStatementState(tx, row.id, { ...before, stances });
  await recordDecision(tx, {
    viewer,
    action: "unlink",
    article,
    summary: `no longer tied: ${row.attributedTo.name}, ${claim.sentence}`,
    before: [{ noun: "statement", id: row.id, state: before }],
    after: [{ noun: "statement", id: row.id, state: { ...before, stances } }],
  });
}

/** Rewords a claim; its old address stays and redirects. @throws OnRecordError "conflict" on a stale version. */
export async function editClaim(tx: Tx, viewer: Viewer | null, input: ClaimEdit): Promise<void> {
  allow(viewer, "decide");
  const { claimId, version, sentence } = parse(ClaimEdit, input);
  const row = await lockClaim(tx, claimId);
  if (row.version !== version)
    throw new OnRecordError(
      "conflict",
      "Someone else has reworded this claim. Look at both and save again.",
      {
        yours: { sentence },
        theirs: claimState(row),
        version: row.version,
      },
    );
  await setClaimState(tx, claimId, { sentence });
  await giveAddress(tx, "claim", claimId, sentence, row.sample);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    sample: row.sample,
    summary: `reworded: ${sentence}`,
    before: [{ noun: "claim", id: claimId, state: claimState(row) }],
    after: [{ noun: "claim", id: claimId, state: { sentence } }],
  });
}

async function chooseClaim(tx: Tx, viewer: Viewer, choice: z.output<typeof ClaimChoice>, sample: boolean) {
  if ("id" in choice) return { claim: await readClaim(tx, choice.id), made: false };
  const claim = await tx.claim.create({
    data: { sentence: choice.sentence, sample: sample || viewer.sample },
  });
  await giveAddress(tx, "claim", claim.id, claim.sentence, claim.sample);
  return { claim, made: true };
}
