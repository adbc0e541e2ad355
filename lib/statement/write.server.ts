import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { keepRecord, keepRecords } from "../actor/canonical.server.ts";
import { chosenOrProposed } from "../actor/proposed.ts";
import { type ChosenActor, chooseActor } from "../actor/write.server.ts";
import type { ArticleRow } from "../article/state.server.ts";
import { openArticle } from "../article/state.server.ts";
import type { DetectedRelay, StatementKind, StatementMode } from "../attribution/statement.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { CodePointIndex } from "../text/code-points.ts";
import { type AnchorSpans, checkSpans, readAnchor, writeAnchor } from "./anchor.server.ts";
import { kindOfContent } from "./kind.ts";
import { Acceptance, Correction, NewStatement, Rejection, type Via, Withdrawal } from "./schema.ts";
import {
  checkStatement,
  lockStatement,
  openStatement,
  type StatementState,
  setStatementState,
  statementState,
} from "./state.server.ts";
import {
  actorsOfRelays,
  checkOpen,
  lockSuggestion,
  setSuggestionState,
  suggestionState,
} from "./suggestion.server.ts";

interface Draft {
  readonly article: ArticleRow;
  readonly revision: { readonly id: string; readonly text: string };
  readonly spans: AnchorSpans;
  readonly actor: ChosenActor;
  readonly kind: StatementKind;
  readonly mode: StatementMode;
  readonly via: readonly string[];
}

async function createStatement(
  tx: Tx,
  draft: Draft,
): Promise<{ readonly id: string; readonly state: StatementState }> {
  const id = randomUUID();
  const { article, kind, mode } = draft;
  // The statement points at its anchor and the anchor at its statement: both references are looked at at the end.
  const anchorId = randomUUID();
  await tx.statement.create({
    data: {
      id,
      articleId: article.id,
      kind,
      mode,
      attributedToId: draft.actor.id,
      anchorId,
      sample: article.sample,
    },
  });
  await writeAnchor(
    tx,
    {
      id: anchorId,
      statementId: id,
      articleId: article.id,
      revision: draft.revision,
      sample: article.sample,
    },
    draft.spans,
  );
  await tx.relay.createMany({
    data: draft.via.map((actorId, position) => ({ statementId: id, position, actorId })),
  });
  return { id, state: statementState(await lockStatement(tx, id)) };
}

/**
 * Accepts a suggestion, corrected on the way where the input says so: a statement is made. Returns its id.
 * @throws OnRecordError "conflict" when it is decided already, "invalid" when nobody is named as speaker.
 */
export async function acceptSuggestion(
  tx: Tx,
  viewer: Viewer | null,
  input: Acceptance,
): Promise<{ statementId: string }> {
  allow(viewer, "decide");
  const acceptance = parse(Acceptance, input);
  const { article, row } = await openSuggestion(tx, acceptance.suggestionId);
  checkOpen(row, acceptance.version);
  const suggested = row.chosenActorId ?? row.actorId;
  const known = suggested === null ? undefined : { id: suggested };
  const choice = chosenOrProposed(acceptance.actor ?? known, row.detected.actor);
  if (!choice)
    throw new OnRecordError("invalid", "Choose who speaks: the engine knows no actor for this speaker.");
  const { detected } = row;
  const spans = acceptance.spans ?? detected;
  const via = acceptance.via ?? (await relaysOnRecord(tx, detected));
  checkSpans(row.revision.text, { ...spans, relay: via.map((relay) => relay.proof) });
  const actor = await chooseActor(tx, viewer, choice, article);
  const relays = await chooseRelays(tx, viewer, via, article);
  const kind =
    acceptance.kind ??
    (acceptance.spans ? kindOfContent(row.revision.text, spans.content ?? []) : detected.kind);
  const statement = await createStatement(tx, {
    article,
    revision: row.revision,
    spans: {
      speaker: spans.speaker ?? [],
      cue: spans.cue ?? [],
      content: spans.content,
      relay: via.map((relay) => relay.proof),
    },
    actor,
    kind,
    mode: acceptance.mode ?? detected.mode,
    via: relays,
  });
  const accepted = { ...suggestionState(row), state: "accepted" as const, statementId: statement.id };
  await setSuggestionState(tx, row.id, accepted);
  await recordDecision(tx, {
    viewer,
    action: "accept",
    article,
    summary: `accepted: ${actor.name}, ${words(row.revision.text, spans.content)}`,
    before: [
      { noun: "suggestion", id: row.id, state: suggestionState(row) },
      { noun: "statement", id: statement.id, state: null },
    ],
    after: [
      { noun: "suggestion", id: row.id, state: accepted },
      { noun: "statement", id: statement.id, state: statement.state },
    ],
  });
  return { statementId: statement.id };
}

/** Rejects a suggestion. @throws OnRecordError "conflict" when it is decided already. */
export async function rejectSuggestion(tx: Tx, viewer: Viewer | null, input: Rejection): Promise<void> {
  allow(viewer, "decide");
  const { suggestionId, version } = parse(Rejection, input);
  const { article, row } = await openSuggestion(tx, suggestionId);
  checkOpen(row, version);
  const rejected = { ...suggestionState(row), state: "rejected" as const, statementId: null };
  await setSuggestionState(tx, row.id, rejected);
  await recordDecision(tx, {
    viewer,
    action: "reject",
    article,
    summary: `rejected: ${words(row.revision.text, row.detected.content)}`,
    before: [{ noun: "suggestion", id: row.id, state: suggestionState(row) }],
    after: [{ noun: "suggestion", id: row.id, state: rejected }],
  });
}

/** Adds a statement marked by hand. Returns its id. */
export async function addStatement(
  tx: Tx,
  viewer: Viewer | null,
  input: NewStatement,
): Promise<{ statementId: string }> {
  allow(viewer, "decide");
  const { revisionId, spans, actor: choice, via, ...reading } = parse(NewStatement, input);
  const revision = await tx.revision.findUnique({ where: { id: revisionId } });
  if (!revision) throw new OnRecordError("missing", "That revision is not on record.");
  checkSpans(revision.text, { ...spans, relay: via.map((relay) => relay.proof) });
  const article = await openArticle(tx, revision.articleId);
  const actor = await chooseActor(tx, viewer, choice, article);
  const relays = await chooseRelays(tx, viewer, via, article);
  const statement = await createStatement(tx, {
    article,
    revision,
    spans: { ...spans, relay: via.map((relay) => relay.proof) },
    actor,
    kind: reading.kind ?? kindOfContent(revision.text, spans.content),
    mode: reading.mode ?? "said",
    via: relays,
  });
  await recordDecision(tx, {
    viewer,
    action: "add",
    article,
    summary: `added: ${actor.name}, ${words(revision.text, spans.content)}`,
    before: [{ noun: "statement", id: statement.id, state: null }],
    after: [{ noun: "statement", id: statement.id, state: statement.state }],
  });
  return { statementId: statement.id };
}

/** Corrects a statement: actor, kind, mode, spans or relays. @throws OnRecordError "conflict" on a stale version. */
export async function correctStatement(tx: Tx, viewer: Viewer | null, input: Correction): Promise<void> {
  allow(viewer, "decide");
  const correction = parse(Correction, input);
  const { article, row } = await openStatement(tx, correction.statementId);
  checkStatement(row, correction.version, correction);
  const before = statementState(row);
  const actor = correction.actor
    ? await chooseActor(tx, viewer, correction.actor, article)
    : row.attributedTo;
  const attributedToId = await keepRecord(tx, actor.id, before.attributedToId);
  let { anchorId, via } = before;
  let kind = correction.kind ?? before.kind;
  if (correction.spans || correction.via) {
    const old = await readAnchor(tx, row.anchorId);
    const revision = await tx.revision.findUniqueOrThrow({ where: { id: old.revisionId } });
    const spans = { ...old, ...correction.spans };
    if (correction.via)
      via = await keepRecords(tx, await chooseRelays(tx, viewer, correction.via, article), before.via);
    anchorId = randomUUID();
    await writeAnchor(
      tx,
      { id: anchorId, statementId: row.id, articleId: article.id, revision, sample: article.sample },
      { ...spans, relay: correction.via?.map((relay) => relay.proof) ?? old.relay },
    );
    if (correction.spans && !correction.kind) kind = kindOfContent(revision.text, spans.content);
  }
  const after = {
    ...before,
    anchorId,
    via,
    kind,
    mode: correction.mode ?? before.mode,
    attributedToId,
  };
  await setStatementState(tx, row.id, after);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article,
    summary: `corrected: ${changes(before, after, actor.name).join(", ") || "nothing"}`,
    before: [{ noun: "statement", id: row.id, state: before }],
    after: [{ noun: "statement", id: row.id, state: after }],
  });
}

/** Takes a statement back: it stays in the history and leaves the next sign-off. */
export async function withdrawStatement(tx: Tx, viewer: Viewer | null, input: Withdrawal): Promise<void> {
  allow(viewer, "decide");
  const { statementId, version } = parse(Withdrawal, input);
  const { article, row } = await openStatement(tx, statementId);
  checkStatement(row, version, { withdrawn: true });
  const before = statementState(row);
  const after = { ...before, withdrawn: true };
  await setStatementState(tx, row.id, after);
  await recordDecision(tx, {
    viewer,
    action: "retract",
    article,
    summary: `took back a statement of ${row.attributedTo.name}`,
    before: [{ noun: "statement", id: row.id, state: before }],
    after: [{ noun: "statement", id: row.id, state: after }],
  });
}

/** The ids of the actors that are chosen as relays, one after another: a new one is added. */
async function chooseRelays(
  tx: Tx,
  viewer: Viewer,
  via: z.output<typeof Via>,
  article: ArticleRow,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const relay of via) ids.push((await chooseActor(tx, viewer, relay.actor, article)).id);
  return ids;
}

/** The relays the engine named and knew, as far as they are on record still. */
async function relaysOnRecord(
  tx: Tx,
  { via }: { readonly via: readonly DetectedRelay[] },
): Promise<z.output<typeof Via>> {
  const known = await actorsOfRelays(tx, via);
  return via.flatMap(({ actorId, proof }) =>
    actorId !== undefined && known.has(actorId) ? [{ actor: { id: actorId }, proof }] : [],
  );
}

// The article is held first, everywhere, so that no two writers block each other.
async function openSuggestion(tx: Tx, suggestionId: string) {
  const found = await tx.suggestion.findUnique({ where: { id: suggestionId }, select: { articleId: true } });
  if (!found) throw new OnRecordError("missing", "That suggestion is gone: reload the article.");
  const article = await openArticle(tx, found.articleId);
  return { article, row: await lockSuggestion(tx, suggestionId) };
}

function words(text: string, content: readonly { readonly start: number; readonly end: number }[]): string {
  const index = new CodePointIndex(text);
  const whole = content.map((span) => index.slice(span.start, Math.min(span.end, index.length))).join(" … ");
  return whole.length > 160 ? `${whole.slice(0, 160)}…` : whole;
}

function changes(before: StatementState, after: StatementState, actorName: string): string[] {
  return [
    ...(before.attributedToId === after.attributedToId ? [] : [`actor is ${actorName}`]),
    ...(before.kind === after.kind ? [] : [`kind is ${after.kind}`]),
    ...(before.mode === after.mode
      ? []
      : [after.mode === "said" ? "it was said" : "it is an attributed view"]),
    ...(before.anchorId === after.anchorId ? [] : ["passage"]),
    ...(before.via.join() === after.via.join() ? [] : ["relays"]),
  ];
}
