import type { DeskArticle } from "#lib/desk/desk-article.ts";
import type { Draft } from "./draft.ts";
import { type Entry, entriesOf, listed, nextOpen, progressOf, toGoWords } from "./entry.ts";
import type { Conflict, Write } from "./write.ts";

export type Window = "keys" | "history" | "signOff" | "article" | "takeBack" | "retract";

export interface DeskState {
  readonly article: DeskArticle;
  /** Key of the entry the panel shows. */
  readonly selected: string | null;
  /** Decisions on their way, in order; the first is being sent. */
  readonly queue: readonly Write[];
  /** Why nothing is being sent at the moment; null: sending. */
  readonly stopped: string | null;
  readonly conflicts: readonly Conflict[];
  /** A write that was refused for good, in words. */
  readonly refusal: string | null;
  /** It was refused because statements wait in a changed text. */
  readonly refusedByWaiting: boolean;
  readonly draft: Draft | null;
  /** When the last decision was stored (ms since 1970); null: none on this page yet. */
  readonly savedAt: number | null;
  /** Read out by screen readers. */
  readonly said: string;
  readonly query: string;
  readonly window: Window | null;
  /** What covers the foot of a phone's screen. */
  readonly sheet: "list" | "panel" | null;
  /** The claim picker has been asked for. */
  readonly claiming: boolean;
  /** Less certain suggestions are listed too. */
  readonly lessCertain: boolean;
}

export type DeskEvent =
  | { readonly type: "select"; readonly key: string | null; readonly sheet?: DeskState["sheet"] }
  | {
      readonly type: "decide";
      readonly writes: readonly Write[];
      readonly said?: string;
      readonly next?: boolean;
      /** The form is what is being saved: it closes. */
      readonly saves?: boolean;
    }
  | {
      readonly type: "stored";
      readonly write: Write;
      readonly article: DeskArticle;
      /** Null: there was nothing to store. */
      readonly at: number | null;
      readonly select?: string;
      readonly followUp?: Write;
    }
  | { readonly type: "unsent"; readonly write: Write; readonly message: string }
  | { readonly type: "conflict"; readonly conflict: Conflict; readonly article: DeskArticle }
  | {
      readonly type: "refused";
      readonly write: Write;
      readonly message: string;
      /** How many statements wait, where that is why. */
      readonly waiting?: number;
      readonly article: DeskArticle | null;
    }
  | { readonly type: "resume" }
  | { readonly type: "dropQueue" }
  | { readonly type: "stopAfterThis" }
  | { readonly type: "settleConflict"; readonly again: Write | null }
  | { readonly type: "read"; readonly article: DeskArticle }
  | { readonly type: "draft"; readonly draft: Draft | null }
  | { readonly type: "say"; readonly words: string }
  | { readonly type: "query"; readonly query: string }
  | { readonly type: "window"; readonly window: Window | null }
  | { readonly type: "sheet"; readonly sheet: DeskState["sheet"] }
  | { readonly type: "claiming"; readonly on: boolean }
  | { readonly type: "lessCertain"; readonly on: boolean; readonly said?: string };

/** The page as it opens: at the first entry that is still to be decided. */
export function openDesk(article: DeskArticle): DeskState {
  const entries = listed(entriesOf(article), false);
  return {
    article,
    selected: nextOpen(entries, null) ?? entries[0]?.key ?? null,
    queue: [],
    stopped: null,
    conflicts: [],
    refusal: null,
    refusedByWaiting: false,
    draft: null,
    savedAt: null,
    said: "",
    query: "",
    window: null,
    sheet: null,
    claiming: false,
    lessCertain: false,
  };
}

/** What the list holds, less certain suggestions or not: what is on its way counts as decided. */
export function entriesIn({ article, queue }: Pick<DeskState, "article" | "queue">): readonly Entry[] {
  return entriesOf(
    article,
    queue.flatMap(({ underway }) => (underway ? [underway] : [])),
  );
}

/** The entries that are listed: what j and k go through. */
export function listedIn(state: Pick<DeskState, "article" | "queue" | "lessCertain">): readonly Entry[] {
  return listed(entriesIn(state), state.lessCertain);
}

export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case "select":
      if (state.draft) return { ...state, said: "Save the form or leave it first" };
      return {
        ...state,
        selected: event.key,
        claiming: false,
        sheet: event.sheet === undefined ? state.sheet : event.sheet,
      };
    case "decide":
      return decided(state, event);
    case "stored": {
      const waiting = state.queue.filter((write) => write.number !== event.write.number);
      const queue = event.followUp ? [event.followUp, ...waiting] : waiting;
      return still({
        ...state,
        article: event.article,
        queue,
        savedAt: event.at ?? state.savedAt,
        selected: event.select ?? state.selected,
        said: event.write.done ?? state.said,
      });
    }
    case "unsent":
      return {
        ...state,
        queue: state.queue.map((write) => (write.number === event.write.number ? event.write : write)),
        stopped: event.message,
        said: `Not saved. ${event.message}`,
      };
    case "conflict":
      return still({
        ...state,
        article: event.article,
        queue: state.queue.filter((write) => write.number !== event.conflict.write.number),
        conflicts: [...state.conflicts, event.conflict],
        said: `Not saved: ${event.conflict.message}`,
      });
    case "refused":
      return still({
        ...state,
        article: event.article ?? state.article,
        queue: state.queue.filter((write) => write.number !== event.write.number),
        draft: state.draft ?? event.write.draft ?? null,
        refusal: `${event.write.words}: ${event.message}`,
        refusedByWaiting: (event.waiting ?? 0) > 0,
        said: `Not saved: ${event.message}`,
      });
    case "resume":
      return { ...state, stopped: null, said: "Trying again" };
    case "dropQueue":
      return { ...state, queue: [], stopped: null, said: "What was not saved is dropped" };
    case "stopAfterThis":
      return { ...state, queue: state.queue.slice(0, 1), said: "Stopped" };
    case "settleConflict":
      return {
        ...state,
        conflicts: state.conflicts.slice(1),
        queue: event.again ? [...state.queue, event.again] : state.queue,
      };
    case "read":
      return still({ ...state, article: event.article });
    case "draft":
      return { ...state, draft: event.draft, refusal: null };
    case "say":
      return { ...state, said: event.words };
    case "query":
      return { ...state, query: event.query };
    case "window":
      return { ...state, window: event.window };
    case "sheet":
      return { ...state, sheet: event.sheet };
    case "claiming":
      return { ...state, claiming: event.on };
    case "lessCertain":
      return still({ ...state, lessCertain: event.on, said: event.said ?? state.said });
  }
}

function decided(state: DeskState, event: DeskEvent & { type: "decide" }): DeskState {
  const queued = {
    ...state,
    queue: [...state.queue, ...event.writes],
    draft: event.saves ? null : state.draft,
    claiming: false,
    refusal: null,
  };
  if (!event.next) return { ...queued, said: event.said ?? state.said };
  return {
    ...queued,
    selected: nextOpen(listedIn(queued), state.selected) ?? state.selected,
    said:
      event.said === undefined ? state.said : `${event.said}, ${toGoWords(progressOf(entriesIn(queued)))}`,
  };
}

/** Keeps the selection on something that is there: a statement that was taken back leaves the list. */
function still(state: DeskState): DeskState {
  const entries = listedIn(state);
  if (entries.some((entry) => entry.key === state.selected)) return state;
  return { ...state, selected: nextOpen(entries, null) ?? entries[0]?.key ?? null };
}
