import type { Dispatch } from "react";
import { unprovedWords } from "#components/article/texts/words.ts";
import type { DeskRequest } from "#components/desk/request.ts";
import type { ArticleEdit } from "#lib/article/schema.ts";
import type { Stance } from "#lib/claim/schema.ts";
import type { DecisionRow } from "#lib/decision/read.server.ts";
import type { DeskActor } from "#lib/desk/desk-article.ts";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import { actorOf, asMembers, othersOfChain, othersToFollow } from "./chain.ts";
import { canUndo, lastToUndo } from "./decision-words.ts";
import { asAcceptance, asCorrection, asNewStatement, asPlacing, type Draft, draftOf } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { wordsIn } from "./passage-words.ts";
import { type DeskEvent, type DeskState, entriesIn } from "./state.ts";
import type { ClaimTie, Conflict, Write } from "./write.ts";

/** Suggestions surer than this are accepted in one go. */
const SURE = 0.9;

/**
 * The undecided suggestions the engine is surest of: which are accepted together, unread, and why the others of them are
 * not. Never one whose speaker is not on record, or whose cue denies or doubts.
 */
export function surestOf(entries: readonly Entry[]): Surest {
  const surest = entries.filter(
    ({ state, suggestion }) => state === "open" && (suggestion?.confidence ?? 0) > SURE,
  );
  const {
    together = [],
    noActor = [],
    doubted = [],
  } = Object.groupBy(surest, ({ suggestion }) =>
    !suggestion?.actor ? "noActor" : suggestion.negatedCue || suggestion.hedgedCue ? "doubted" : "together",
  );
  return { together, noActor: noActor.length, doubted: doubted.length };
}

export interface Surest {
  readonly together: readonly Entry[];
  readonly noActor: number;
  /** A cue that denies ("denied that") or doubts. */
  readonly doubted: number;
}

/** Everything a person can decide about an article, as functions that put writes on their way. */
export type Decisions = ReturnType<typeof decisionsOn>;

interface Ground {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskEvent>;
  readonly index: CodePointIndex;
  readonly viewerId: string;
  /** Counts up. */
  readonly number: () => number;
}

export function decisionsOn({ state, dispatch, index, viewerId, number }: Ground) {
  const { article } = state;
  const write = (request: DeskRequest, words: string, more: Partial<Write> = {}): Write => ({
    number: number(),
    request,
    words,
    ...more,
  });
  const say = (words: string) => dispatch({ type: "say", words });
  const shortly = (entry: Entry) => {
    const words = wordsIn(index, entry.content);
    return `${entry.actorName ?? "somebody"}, “${words.length > 60 ? `${words.slice(0, 60)}…` : words}”`;
  };
  const acceptance = (entry: Entry, more: Partial<Write> = {}): Write[] => {
    const { suggestion } = entry;
    if (!suggestion || entry.state !== "open" || !suggestion.actor) return [];
    const { id: suggestionId, version } = suggestion;
    return [
      write({ action: "accept-suggestion", input: { suggestionId, version } }, `accept: ${shortly(entry)}`, {
        underway: { key: entry.key, as: "accepted" },
        entry: entry.key,
        ...more,
      }),
    ];
  };

  /** An actor was decided otherwise: the page stays, where other mentions of the chain can be given the same one. */
  const staysFor = (entry: Entry, actorId: string | null) =>
    othersOfChain(entry, entriesIn(state)).some((other) => actorOf(other)?.id !== actorId) &&
    actorOf(entry)?.id !== actorId;

  return {
    /** Accepts as suggested. Where nobody knows the actor, the form opens instead. */
    accept(entry: Entry) {
      if (entry.state !== "open")
        return say(`It is ${entry.state === "takenBack" ? "taken back" : entry.state} already`);
      const writes = acceptance(entry);
      if (writes.length === 0) {
        const draft = draftOf(entry);
        dispatch({ type: "draft", draft });
        dispatch({ type: "sheet", sheet: "panel" });
        const filledIn = draft.actor === null ? "" : `. ${draft.actor.name} is filled in as somebody new`;
        return say(`Choose who speaks: no actor on record fits${filledIn}`);
      }
      dispatch({ type: "decide", writes, said: "Accepted", next: true });
    },

    reject(entry: Entry) {
      const { suggestion } = entry;
      if (!suggestion || entry.state !== "open")
        return say("Only a suggestion can be rejected; a statement is taken back");
      const request: DeskRequest = {
        action: "reject-suggestion",
        input: { suggestionId: suggestion.id, version: suggestion.version },
      };
      const underway = { key: entry.key, as: "rejected" } as const;
      const writes = [write(request, `reject: ${shortly(entry)}`, { underway, entry: entry.key })];
      dispatch({ type: "decide", writes, said: "Rejected", next: true });
    },

    /** Takes another actor: an undecided suggestion is accepted with it, a statement corrected. */
    takeActor(entry: Entry, actor: DeskActor) {
      const { suggestion, statement } = entry;
      const chosen = { id: actor.id };
      const words = `${actor.name} speaks: “${wordsIn(index, entry.content)}”`;
      const stays = staysFor(entry, actor.id);
      const offer = stays ? ". Press o for the others of this chain" : "";
      if (statement) {
        const input = { statementId: statement.id, version: statement.version, actor: chosen };
        const more = { entry: entry.key, done: `Corrected: ${actor.name} speaks${offer}` };
        const writes = [write({ action: "correct-statement", input }, words, more)];
        return dispatch({ type: "decide", writes });
      }
      if (!suggestion || entry.state !== "open") return say("Undo that first");
      const input = { suggestionId: suggestion.id, version: suggestion.version, actor: chosen };
      const underway = { key: entry.key, as: "accepted" } as const;
      const writes = [write({ action: "accept-suggestion", input }, words, { underway, entry: entry.key })];
      dispatch({ type: "decide", writes, said: `Accepted: ${actor.name}${offer}`, next: !stays });
    },

    /** Gives the other mentions of an entry's chain the actor that was decided for it. */
    followChain(entry: Entry) {
      const actor = actorOf(entry);
      const others = othersToFollow(entry, entriesIn(state));
      if (actor === null || others.length === 0)
        return say("No other mention of this chain has another actor");
      const input = { articleId: article.id, members: asMembers(others), actor: { id: actor.id } };
      const words = `${actor.name} in ${others.length} more of this chain`;
      const more = { entry: entry.key, done: `${actor.name} in ${others.length} more of this chain` };
      const writes = [write({ action: "reassign-chain", input }, words, more)];
      dispatch({ type: "decide", writes });
    },

    /** It is only a place: an entry and all others of its chain are rejected or taken back. */
    nobodySpeaks(entry: Entry) {
      const all = [entry, ...othersOfChain(entry, entriesIn(state))];
      const input = { articleId: article.id, members: asMembers(all), actor: null };
      const words = `nobody speaks in ${all.length} mentions of “${wordsIn(index, entry.speaker)}”`;
      const more = { entry: entry.key, done: `Nobody speaks: ${all.length} rejected` };
      const writes = [write({ action: "reassign-chain", input }, words, more)];
      dispatch({ type: "decide", writes });
    },

    /** Has the present engine read the article again. */
    suggestAgain() {
      const input = { articleId: article.id };
      const writes = [write({ action: "suggest-again", input }, "suggest again with the present engine")];
      dispatch({ type: "decide", writes, said: "The engine reads the article again" });
    },

    /** Accepts the given ones, one after another; it can be stopped in between. */
    acceptAll(entries: readonly Entry[]) {
      const writes = entries.flatMap((entry) => acceptance(entry));
      dispatch({ type: "decide", writes, said: `Accepting ${writes.length}`, next: true });
    },

    /** Saves the form: a new statement, a corrected suggestion (accepted with it), or a correction. */
    save(draft: Draft) {
      const { of } = draft;
      const name = draft.actor?.name ?? "";
      if (draft.placing) {
        const input = asPlacing(draft, draft.placing);
        const words = `place in the present text: ${name}, “${wordsIn(index, draft.content)}”`;
        const unproved = draft.placing.via.filter(({ proof }) => proof === null).map((relay) => relay.name);
        const done = [`Placed in the present text: ${name}`, unprovedWords(unproved)]
          .filter(Boolean)
          .join(". ");
        const more = { draft, done };
        const writes = [write({ action: "place-statement", input }, words, more)];
        return dispatch({ type: "decide", writes, saves: true });
      }
      if (of === null) {
        const input = asNewStatement(draft, article.revision.id);
        const request: DeskRequest = { action: "add-statement", input };
        const words = `add: ${name}, “${wordsIn(index, draft.content)}”`;
        return dispatch({
          type: "decide",
          writes: [write(request, words, { draft, done: "Statement added" })],
          saves: true,
        });
      }
      if (of.statement === null && of.suggestion) {
        const input = asAcceptance(draft, of.suggestion);
        const underway = { key: of.key, as: "accepted" } as const;
        const words = `accept, corrected: ${name}, “${wordsIn(index, draft.content)}”`;
        const writes = [
          write({ action: "accept-suggestion", input }, words, { draft, underway, entry: of.key }),
        ];
        const next = !staysFor(of, draft.actor?.id ?? null);
        return dispatch({ type: "decide", writes, said: "Accepted as corrected", next, saves: true });
      }
      const input = of.statement && asCorrection(draft, of.statement);
      if (!input) {
        dispatch({ type: "draft", draft: null });
        return say("Nothing was changed");
      }
      const words = `correct: ${name}, “${wordsIn(index, draft.content)}”`;
      const writes = [
        write({ action: "correct-statement", input }, words, { draft, entry: of.key, done: "Corrected" }),
      ];
      dispatch({ type: "decide", writes, saves: true });
    },

    /** Ties to a claim; a suggestion is accepted first. */
    tie(entry: Entry, tie: ClaimTie) {
      const { statement } = entry;
      const words = `${tie.stance}: ${tie.sentence}`;
      if (!statement) {
        const writes = acceptance(entry, { words: `accept, and ${words}`, thenTie: tie });
        if (writes.length === 0) return say("Choose who speaks first");
        return dispatch({ type: "decide", writes, said: "Accepted" });
      }
      const { claim, stance } = tie;
      const input = { statementId: statement.id, version: statement.version, claim, stance };
      const more = { entry: entry.key, done: "Tied to the claim" };
      dispatch({ type: "decide", writes: [write({ action: "tie-claim", input }, words, more)] });
    },

    restance(entry: Entry, claim: { readonly id: string; readonly sentence: string }, stance: Stance) {
      this.tie(entry, { claim: { id: claim.id }, sentence: claim.sentence, stance });
    },

    untie(entry: Entry, claim: { readonly id: string; readonly sentence: string }) {
      if (!entry.statement) return;
      const { id: statementId, version } = entry.statement;
      const request: DeskRequest = {
        action: "untie-claim",
        input: { statementId, version, claimId: claim.id },
      };
      const more = { entry: entry.key, done: "No longer tied to the claim" };
      dispatch({ type: "decide", writes: [write(request, `untie: ${claim.sentence}`, more)] });
    },

    takeBack(entry: Entry) {
      if (!entry.statement) return;
      const { id: statementId, version } = entry.statement;
      const request: DeskRequest = { action: "withdraw-statement", input: { statementId, version } };
      const more = { entry: entry.key, done: "Taken back" };
      dispatch({ type: "decide", writes: [write(request, `take back: ${shortly(entry)}`, more)] });
    },

    undo(row: DecisionRow) {
      if (!canUndo(row)) return say("That decision can’t be undone");
      const request: DeskRequest = { action: "undo", input: { seq: row.seq } };
      const more = { done: `Undone: ${row.summary}` };
      dispatch({ type: "decide", writes: [write(request, `undo ${row.seq}: ${row.summary}`, more)] });
    },

    /** Undoes the viewer's own last decision on this article. */
    undoLast() {
      if (state.queue.length > 0) return say("Still saving: undo in a moment");
      const row = lastToUndo(article.history, viewerId);
      if (row) this.undo(row);
      else say("Nothing of yours to undo since the last sign-off; the history has the rest");
    },

    signOff() {
      const input = { articleId: article.id, lastSeq: article.lastSeq };
      const more = { done: "Signed off: it is public now" };
      dispatch({ type: "decide", writes: [write({ action: "sign-off", input }, "sign off", more)] });
    },

    retract() {
      const input = { articleId: article.id, lastSeq: article.lastSeq };
      const more = { done: "Taken out of the public pages" };
      const words = "take out of the public pages";
      dispatch({ type: "decide", writes: [write({ action: "retract", input }, words, more)] });
    },

    editArticle(input: ArticleEdit, words: string) {
      const more = { done: "Article corrected" };
      dispatch({ type: "decide", writes: [write({ action: "edit-article", input }, words, more)] });
    },

    /** Ends a conflict: theirs stands, or ours is sent again on top of theirs. */
    settle({ again, write: first }: Conflict, reapply: boolean) {
      const sent = reapply && again ? { ...first, number: number(), request: again } : null;
      dispatch({ type: "settleConflict", again: sent });
    },
  };
}
