import { z } from "zod";
import {
  type DistinctionState,
  distinctionState,
  lockDistinction,
  setDistinctionActive,
} from "../actor/distinction.server.ts";
import {
  type IdentificationState,
  identificationState,
  lockIdentification,
  setIdentificationState,
} from "../actor/identify.server.ts";
import { lockMerge, type MergeState, mergeState, setMergeActive } from "../actor/merge-state.server.ts";
import { lockOffice, type OfficeState, officeState, setOfficeState } from "../actor/office-state.server.ts";
import { type ActorState, actorState, lockActor, setActorState } from "../actor/state.server.ts";
import { giveAddress } from "../address/write.server.ts";
import { noteCopies } from "../article/copies.server.ts";
import { lockAddresses, refuseTaken } from "../article/known.server.ts";
import {
  lockOutletChange,
  type OutletChangeState,
  outletChangeState,
  setOutletChangeState,
} from "../article/outlet-change.server.ts";
import {
  type ArticleState,
  articleState,
  deletedArticle,
  lockArticle,
  setArticleState,
} from "../article/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { type ClaimState, claimState, lockClaim, setClaimState } from "../claim/state.server.ts";
import type { Tx } from "../db.server.ts";
import { goesWhenUndone, type Noun, type State, type Subject, sameState } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { type FeedState, feedState, lockFeed, setFeedState } from "../feed/state.server.ts";
import { parse } from "../parse.ts";
import {
  lockReanchoring,
  type ReanchoringState,
  reanchoringState,
  setReanchoringState,
} from "../statement/reanchoring.server.ts";
import {
  lockStatement,
  type StatementState,
  setStatementState,
  statementState,
} from "../statement/state.server.ts";
import {
  lockSuggestion,
  type SuggestionState,
  setSuggestionState,
  suggestionState,
} from "../statement/suggestion.server.ts";
import {
  lockMember,
  lockStory,
  type MemberState,
  memberState,
  type StoryState,
  setMemberState,
  setStoryState,
  storyState,
} from "../story/state.server.ts";
import { compareAnew } from "./compare.server.ts";

export const UndoInput = z.object({ seq: z.string().regex(/^\d{1,18}$/) }).strict();
export type UndoInput = z.input<typeof UndoInput>;

interface Restorer {
  read(tx: Tx, id: string): Promise<State>;
  /** Null: the record did not exist before. It is not deleted; it goes back to where nothing leads to it. */
  restore(tx: Tx, id: string, state: State | null, current: State): Promise<void>;
}

const keep = async () => undefined;

const RESTORERS: Record<Noun, Restorer> = {
  article: {
    read: async (tx, id) => articleState(await lockArticle(tx, id)),
    // A decision of an earlier version said less of an article: what it did not say stays as it is.
    restore: async (tx, id, state, current) => {
      if (state === null) return;
      const { canonicalUrl: url } = state as Partial<ArticleState>;
      if (url && url !== (current as ArticleState).canonicalUrl) await refuseTaken(tx, url, id);
      await setArticleState(tx, id, { ...current, ...state } as ArticleState);
    },
  },
  statement: {
    read: async (tx, id) => statementState(await lockStatement(tx, id)),
    restore: (tx, id, state, current) =>
      setStatementState(tx, id, (state ?? { ...current, withdrawn: true }) as StatementState),
  },
  suggestion: {
    read: async (tx, id) => suggestionState(await lockSuggestion(tx, id)),
    // One that was not there before the engine read again goes back to where nobody is asked about it.
    restore: (tx, id, state, current) =>
      setSuggestionState(tx, id, (state ?? { ...current, state: "superseded" }) as SuggestionState),
  },
  claim: {
    read: async (tx, id) => claimState(await lockClaim(tx, id)),
    restore: async (tx, id, state) => {
      if (state === null) return;
      const { sentence } = state as ClaimState;
      await setClaimState(tx, id, { sentence });
      await giveAddress(tx, "claim", id, sentence, (await lockClaim(tx, id)).sample);
    },
  },
  actor: {
    read: async (tx, id) => actorState(await lockActor(tx, id)),
    restore: async (tx, id, state, current) => {
      if (state === null) return;
      const { name } = state as ActorState;
      await setActorState(tx, id, state as ActorState);
      if (name !== (current as ActorState).name)
        await giveAddress(tx, "actor", id, name, (await lockActor(tx, id)).sample);
    },
  },
  merge: {
    read: async (tx, id) => mergeState(await lockMerge(tx, id)),
    restore: async (tx, id, state) =>
      setMergeActive(tx, await lockMerge(tx, id), (state as MergeState | null)?.active ?? false),
  },
  distinction: {
    read: async (tx, id) => distinctionState(await lockDistinction(tx, id)),
    restore: async (tx, id, state) =>
      setDistinctionActive(
        tx,
        await lockDistinction(tx, id),
        (state as DistinctionState | null)?.active ?? false,
      ),
  },
  office: {
    read: async (tx, id) => officeState(await lockOffice(tx, id)),
    restore: (tx, id, state, current) =>
      setOfficeState(tx, id, (state ?? { ...current, tenures: [], withdrawn: true }) as OfficeState),
  },
  identification: {
    read: async (tx, id) => identificationState(await lockIdentification(tx, id)),
    restore: (tx, id, state, current) =>
      setIdentificationState(tx, id, (state ?? { ...current, withdrawn: true }) as IdentificationState),
  },
  reanchoring: {
    read: async (tx, id) => reanchoringState(await lockReanchoring(tx, id)),
    // One that was not there before goes back to where nobody is asked about it.
    restore: (tx, id, state) =>
      setReanchoringState(tx, id, (state ?? { state: "superseded" }) as ReanchoringState),
  },
  outletChange: {
    read: async (tx, id) => outletChangeState(await lockOutletChange(tx, id)),
    restore: (tx, id, state) =>
      setOutletChangeState(tx, id, (state ?? { state: "dismissed" }) as OutletChangeState),
  },
  feed: {
    read: async (tx, id) => feedState(await lockFeed(tx, id)),
    // One that was not there before goes back to where nobody polls it; what it brought stays.
    restore: async (tx, id, state, current) =>
      setFeedState(tx, await lockFeed(tx, id), (state ?? { ...current, state: "removed" }) as FeedState),
  },
  story: {
    read: async (tx, id) => storyState(await lockStory(tx, id)),
    restore: (tx, id, state, current) =>
      setStoryState(tx, id, (state ?? { ...current, withdrawn: true }) as StoryState),
  },
  storyMember: {
    read: async (tx, id) => memberState(await lockMember(tx, id)),
    restore: (tx, id, state) => setMemberState(tx, id, (state ?? { state: "removed" }) as MemberState),
  },
  // Outlets are only ever added.
  outlet: { read: async (_tx, _id) => ({}), restore: keep },
};

/**
 * Undoes a decision by a new one. Undoing an undo does it again.
 * @throws OnRecordError "conflict" when it is undone already, later decisions build on it (detail names them), or its
 *   article is deleted and this does not bring it back
 */
export async function undo(tx: Tx, viewer: Viewer | null, input: UndoInput): Promise<{ seq: string }> {
  allow(viewer, "decide");
  const seq = BigInt(parse(UndoInput, input).seq);
  // Held before it is read: whoever undoes it at the same time finds it undone.
  await tx.$queryRaw`SELECT 1 FROM decision WHERE seq = ${seq} FOR NO KEY UPDATE`;
  const decision = await tx.decision.findUnique({
    where: { seq },
    include: { undoneBy: true, article: true },
  });
  if (!decision) throw new OnRecordError("missing", "There is no such decision.");
  const before = decision.before as unknown as readonly Subject[];
  const after = decision.after as unknown as readonly Subject[];
  // Addresses before articles, as arrivals do.
  await lockAddresses(tx, addressesOf(before));
  await holdArticles(tx, decision.articleId, before, after);
  if (decision.undoneBy) throw new OnRecordError("conflict", "This decision is undone already.");
  if (decision.action === "add" && !after.some(({ noun }) => goesWhenUndone(noun)))
    throw new OnRecordError(
      "conflict",
      "A record that was added stays; it is public only where something leads to it.",
    );
  const nowBefore: Subject[] = [];
  const nowAfter: Subject[] = [];
  for (const { noun, id, state } of after) {
    const { read, restore } = RESTORERS[noun];
    const current = await read(tx, id);
    if (state !== null && !sameState(asFarAsSaid(current, state), state))
      throw await builtOn(tx, decision.seq, after);
    const earlier = before.find((subject) => subject.noun === noun && subject.id === id)?.state ?? null;
    await restore(tx, id, earlier, current);
    nowBefore.push({ noun, id, state: current });
    nowAfter.push({ noun, id, state: await read(tx, id) });
  }
  const made = await recordDecision(tx, {
    viewer,
    action: "undo",
    ...(decision.article ? { article: decision.article } : { sample: decision.sample }),
    summary: `undid ${decision.seq}: ${decision.summary}`,
    before: nowBefore,
    after: nowAfter,
    undoes: decision.seq,
  });
  for (const [at, { noun, id, state }] of nowAfter.entries()) {
    if (noun !== "article") continue;
    await noteCopies(tx, id);
    await compareAnew(tx, id, nowBefore[at]?.state as ArticleState, state as ArticleState);
  }
  return { seq: String(made) };
}

const addressesOf = (subjects: readonly Subject[]): readonly string[] =>
  subjects.flatMap(({ noun, state }) =>
    noun === "article" ? ((state as Partial<ArticleState> | null)?.canonicalUrl ?? []) : [],
  );

/** Holds the articles that an undo changes, in one order. A deleted one is changed only by what brings it back. */
async function holdArticles(
  tx: Tx,
  articleId: string | null,
  before: readonly Subject[],
  after: readonly Subject[],
): Promise<void> {
  // A whole story that was merged, renamed or called none comes back with the places of deleted articles in it.
  const ofWholeStory = before.some(({ noun, state }) => noun === "story" && state !== null);
  const places = ofWholeStory ? [] : after.filter(({ noun }) => noun === "storyMember");
  const ids = [articleId, ...places.map(({ state }) => state?.articleId as string)].filter(
    (id) => id !== null,
  );
  for (const id of [...new Set(ids)].toSorted()) {
    const article = await lockArticle(tx, id);
    const stateIn = (subjects: readonly Subject[]) => subjects.find((subject) => subject.id === id)?.state;
    const bringsBack = stateIn(after)?.deletedReason != null && stateIn(before)?.deletedReason == null;
    if (article.deletedReason !== null && !bringsBack) throw deletedArticle(article);
  }
}

/** The present state, without fields that records had not got when the decision was signed. */
function asFarAsSaid(current: State, said: State): State {
  return Object.fromEntries(
    Object.entries(current).filter(([field]) => field in said || !LATER_FIELDS.has(field)),
  );
}
const LATER_FIELDS = new Set(["currentRevisionId", "deletedReason"]);

async function builtOn(tx: Tx, seq: bigint, subjects: readonly Subject[]): Promise<OnRecordError> {
  const ids = subjects.map((subject) => subject.id);
  const rows = await tx.$queryRaw<{ seq: bigint; summary: string; name: string }[]>`
    SELECT d.seq, d.summary, u.name FROM decision d JOIN "user" u ON u.id = d.user_id
    WHERE d.seq > ${seq} AND EXISTS (SELECT 1 FROM jsonb_array_elements(d.after) s WHERE s->>'id' = ANY(${ids}))
    ORDER BY d.seq`;
  const later = rows.map((row) => ({ seq: String(row.seq), by: row.name, summary: row.summary }));
  return new OnRecordError("conflict", "Later decisions build on this one. Undo those first.", { later });
}
