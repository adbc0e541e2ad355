import { z } from "zod";
import { keepRecord } from "../actor/canonical.server.ts";
import { ActorChoice } from "../actor/schema.ts";
import { chooseActor } from "../actor/write.server.ts";
import { openArticle } from "../article/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { Subject } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { readDetected } from "../statement/detected.ts";
import {
  checkStatement,
  lockStatement,
  type StatementState,
  setStatementState,
  statementState,
} from "../statement/state.server.ts";
import {
  checkOpen,
  lockSuggestion,
  type SuggestionState,
  setSuggestionState,
  suggestionState,
} from "../statement/suggestion.server.ts";

const version = z.int().positive();

/**
 * Members of one chain of mentions as the editor saw them: undecided suggestions, and accepted ones with the version of
 * their statement. `actor` null: nobody speaks there, it is only a place.
 */
export const ChainReassignment = z
  .object({
    articleId: z.uuid(),
    members: z
      .array(z.object({ suggestionId: z.uuid(), version, statementVersion: version.nullish() }).strict())
      .min(1, "The chain has no other mention.")
      .max(500),
    actor: ActorChoice.nullable(),
  })
  .strict();
export type ChainReassignment = z.input<typeof ChainReassignment>;

/**
 * Gives mentions that stand for the same one, in one article, another actor; or says of all of them that nobody speaks:
 * open ones are rejected, statements taken back. Never touches the same words elsewhere. One decision.
 * @throws OnRecordError "invalid" when they are not one chain of this article, "conflict" when one was decided since.
 */
export async function reassignChain(
  tx: Tx,
  viewer: Viewer | null,
  input: ChainReassignment,
): Promise<{ changed: number }> {
  allow(viewer, "decide");
  const { articleId, members, actor: choice } = parse(ChainReassignment, input);
  const article = await openArticle(tx, articleId);
  await checkOneChain(
    tx,
    articleId,
    members.map(({ suggestionId }) => suggestionId),
  );
  const actor = choice && (await chooseActor(tx, viewer, choice, article));
  const before: Subject[] = [];
  const after: Subject[] = [];
  for (const member of members) {
    const changed = member.statementVersion
      ? await changeStatement(tx, member.suggestionId, member.statementVersion, actor?.id ?? null)
      : await changeSuggestion(tx, member.suggestionId, member.version, actor?.id ?? null);
    before.push(changed.before);
    after.push(changed.after);
  }
  const count = members.length === 1 ? "1 mention" : `${members.length} mentions`;
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article,
    summary: actor ? `of one chain, ${count} to ${actor.name}` : `of one chain, ${count}: nobody speaks`,
    before,
    after,
  });
  return { changed: members.length };
}

/** @throws OnRecordError "invalid" unless the suggestions are of this article and one run of an engine calls them one. */
async function checkOneChain(tx: Tx, articleId: string, ids: readonly string[]): Promise<void> {
  const rows = await tx.suggestion.findMany({ where: { id: { in: [...ids] }, articleId } });
  const chains = new Set(
    rows.map(({ revisionId, engine, detected }) => {
      const chain = readDetected(detected).actor?.chain;
      return chain === undefined ? null : `${revisionId} ${engine} ${chain}`;
    }),
  );
  if (
    rows.length !== new Set(ids).size ||
    ids.length !== rows.length ||
    chains.size !== 1 ||
    chains.has(null)
  )
    throw new OnRecordError("invalid", "These mentions are not one chain of this article.");
}

interface Changed {
  readonly before: Subject;
  readonly after: Subject;
}

async function changeSuggestion(tx: Tx, id: string, seen: number, actorId: string | null): Promise<Changed> {
  const row = await lockSuggestion(tx, id);
  checkOpen(row, seen);
  const before = suggestionState(row);
  const { chosenActorId: _, ...plain } = before;
  const after: SuggestionState =
    actorId === null
      ? { ...before, state: "rejected" }
      : actorId === row.actorId
        ? (plain as SuggestionState)
        : { ...before, chosenActorId: actorId };
  await setSuggestionState(tx, id, after);
  return {
    before: { noun: "suggestion", id, state: before },
    after: { noun: "suggestion", id, state: after },
  };
}

async function changeStatement(
  tx: Tx,
  suggestionId: string,
  seen: number,
  actorId: string | null,
): Promise<Changed> {
  const { state, statementId } = await lockSuggestion(tx, suggestionId);
  if (statementId === null)
    throw new OnRecordError("conflict", `Someone else has changed this suggestion: it is ${state}.`);
  const row = await lockStatement(tx, statementId);
  checkStatement(row, seen, actorId === null ? { withdrawn: true } : { attributedToId: actorId });
  const before = statementState(row);
  const after: StatementState =
    actorId === null
      ? { ...before, withdrawn: true }
      : { ...before, attributedToId: await keepRecord(tx, actorId, before.attributedToId) };
  await setStatementState(tx, statementId, after);
  return {
    before: { noun: "statement", id: statementId, state: before },
    after: { noun: "statement", id: statementId, state: after },
  };
}
