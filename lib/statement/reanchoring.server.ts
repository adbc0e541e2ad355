import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { ReanchoringState as ReanchoringStage } from "../../prisma/generated/enums.ts";
import { openArticle } from "../article/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { State } from "../decision/subject.ts";
import { whoDecided } from "../decision/who-decided.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import type { Carried } from "../text/anchor/carry.ts";
import { checkSpans, readAnchor, writeAnchor } from "./anchor.server.ts";
import { kindOfContent } from "./kind.ts";
import { asBefore, carryProofs } from "./relay-proofs.ts";
import { Spans } from "./schema.ts";
import { lockStatement, setStatementState, statementState } from "./state.server.ts";

/** What decisions change of a statement that waits in a new text. */
export interface ReanchoringState extends State {
  readonly state: ReanchoringStage;
}

export const reanchoringState = ({ state }: { readonly state: ReanchoringStage }): ReanchoringState => ({
  state,
});

/** One for the rest of the transaction. @throws OnRecordError "missing". */
export async function lockReanchoring(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM reanchoring WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.reanchoring.findUnique({
    where: { id },
    include: { revision: { omit: { raw: true } } },
  });
  if (!row) throw new OnRecordError("missing", "That statement does not wait any more: reload the article.");
  return row;
}

export async function setReanchoringState(tx: Tx, id: string, { state }: ReanchoringState): Promise<void> {
  await tx.reanchoring.update({ where: { id }, data: { state, version: { increment: 1 } } });
}

const Placing = z
  .object({
    reanchoringId: z.uuid(),
    version: z.int().positive(),
    /** Where it stands in the new text, as an editor marked it; absent: where the machine proposes. */
    spans: Spans.optional(),
    /** Which of the places the machine found, where there are several. */
    candidate: z.int().min(0).max(1_000).optional(),
  })
  .strict();
export type Placing = z.input<typeof Placing>;

export interface Placed {
  /** Number of the decision, to undo it by. */
  readonly seq: string;
  /** Who passed the words on by words that do not stand in the new text: it is still to be said whether they did. */
  readonly unproved: readonly string[];
}

/**
 * An editor says where a statement stands in the new text. Its anchor says that the words were changed, or moved where
 * they are the same. Its chain of relays stays; each is proved by its words where they stand in the new text too, and
 * else by none, until an editor marks others or takes it out.
 * @throws OnRecordError "conflict" when it is decided already; "invalid" without a place
 */
export async function placeStatement(tx: Tx, viewer: Viewer | null, input: Placing): Promise<Placed> {
  allow(viewer, "decide");
  const { reanchoringId, version, spans: marked, candidate } = parse(Placing, input);
  const { article, waiting, row } = await openReanchoring(tx, reanchoringId, version);
  const carried = waiting.carried as unknown as Carried;
  const proposed = candidate === undefined ? carried.spans : carried.candidates[candidate];
  if (!marked && !proposed)
    throw new OnRecordError("invalid", "Mark the words in the new text: nothing like them was found.");
  const old = await readAnchor(tx, row.anchorId);
  const former = await tx.revision.findUniqueOrThrow({
    where: { id: old.revisionId },
    select: { text: true },
  });
  // What was proposed is of the statement as it was then: a chain corrected meanwhile has other proofs.
  const isProposed = !marked && proposed && waiting.fromAnchorId === row.anchorId;
  const shown = isProposed ? asBefore(proposed.relay, old.relay) : null;
  const relay = shown ?? carryProofs(former.text, waiting.revision.text, old.relay);
  const spans = { ...old, ...proposed, ...marked, relay };
  checkSpans(waiting.revision.text, spans);
  const anchorId = randomUUID();
  await writeAnchor(
    tx,
    {
      id: anchorId,
      statementId: row.id,
      articleId: article.id,
      revision: waiting.revision,
      sample: article.sample,
    },
    spans,
    waiting.found === "ambiguous" && !marked ? "moved" : "changed",
  );
  const before = statementState(row);
  const after = { ...before, anchorId, kind: kindOfContent(waiting.revision.text, spans.content) };
  await setStatementState(tx, row.id, after);
  await setReanchoringState(tx, waiting.id, { state: "placed" });
  const unproved = row.relays.filter(({ position }) => !relay[position]).map(({ actor }) => actor.name);
  const seq = await recordDecision(tx, {
    viewer,
    action: "edit",
    article,
    summary: [
      `placed in revision ${waiting.revision.number}: ${row.attributedTo.name}`,
      ...(unproved.length === 0 ? [] : [`no words there prove the relay ${unproved.join(", ")}`]),
    ].join("; "),
    before: [
      { noun: "statement", id: row.id, state: before },
      { noun: "reanchoring", id: waiting.id, state: reanchoringState(waiting) },
    ],
    after: [
      { noun: "statement", id: row.id, state: after },
      { noun: "reanchoring", id: waiting.id, state: reanchoringState({ state: "placed" }) },
    ],
  });
  return { seq: String(seq), unproved };
}

const Leaving = z.object({ reanchoringId: z.uuid(), version: z.int().positive() }).strict();
export type Leaving = z.input<typeof Leaving>;

/**
 * An editor says that the new text no longer holds a statement: it stays on record, in the revision that has it.
 * @throws OnRecordError "conflict" when it is decided already
 */
export async function leaveStatement(
  tx: Tx,
  viewer: Viewer | null,
  input: Leaving,
): Promise<{ seq: string }> {
  allow(viewer, "decide");
  const { reanchoringId, version } = parse(Leaving, input);
  const { article, waiting, row } = await openReanchoring(tx, reanchoringId, version);
  await setReanchoringState(tx, waiting.id, { state: "left" });
  const seq = await recordDecision(tx, {
    viewer,
    action: "edit",
    article,
    summary: `not in revision ${waiting.revision.number} any more: ${row.attributedTo.name}`,
    before: [{ noun: "reanchoring", id: waiting.id, state: reanchoringState(waiting) }],
    after: [{ noun: "reanchoring", id: waiting.id, state: reanchoringState({ state: "left" }) }],
  });
  return { seq: String(seq) };
}

// The article first, then the statement, as everywhere.
async function openReanchoring(tx: Tx, id: string, version: number) {
  const found = await tx.reanchoring.findUnique({
    where: { id },
    select: { articleId: true, statementId: true },
  });
  if (!found)
    throw new OnRecordError("missing", "That statement does not wait any more: reload the article.");
  const article = await openArticle(tx, found.articleId);
  const row = await lockStatement(tx, found.statementId);
  const waiting = await lockReanchoring(tx, id);
  if (waiting.state !== "open" || waiting.version !== version)
    throw new OnRecordError("conflict", "Someone else has decided where this statement stands. Look again.", {
      theirs: { ...reanchoringState(waiting), ...(await whoDecided(tx, "reanchoring", id)) },
      version: waiting.version,
    });
  return { article, waiting, row };
}
