"use client";

import { Button } from "#components/ui/button.tsx";
import { inLanguage } from "#lib/text/direction.ts";
import { useDeskContext } from "./desk-context.ts";
import { draftOf } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { Claims } from "./entry-claims.tsx";
import { Details } from "./entry-details.tsx";
import { KeyHint } from "./key-hint.tsx";
import { wordsIn } from "./passage-words.ts";
import { sureWords } from "./sure-words.ts";

const TITLES = {
  open: "Suggested",
  accepted: "Accepted",
  added: "Added by hand",
  rejected: "Rejected",
  takenBack: "Taken back",
} as const;

/** All about the chosen entry, and what can be done with it. */
export function EntryPanel({ entry }: { readonly entry: Entry }) {
  const { index, state: desk } = useDeskContext();
  const { state, suggestion, content } = entry;
  return (
    <>
      <h2 className="rubric flex items-baseline justify-between gap-3 max-lg:pr-10">
        <span>{TITLES[state]}</span>
        {suggestion ? (
          <span className="text-small font-medium tracking-normal text-ink normal-case">
            {sureWords(suggestion.confidence)}
          </span>
        ) : null}
      </h2>
      {suggestion ? <p className="mt-0.5 text-small text-muted">Because: {suggestion.reason}</p> : null}
      <blockquote
        {...inLanguage(desk.article.revision.language)}
        className="quotation mt-2 line-clamp-6 text-read"
      >
        {wordsIn(index, content)}
      </blockquote>
      <Details entry={entry} />
      <Actions entry={entry} />
      <Claims entry={entry} />
    </>
  );
}

function Actions({ entry }: { readonly entry: Entry }) {
  const { mayDecide, decisions, dispatch, state } = useDeskContext();
  if (!mayDecide) return null;
  const busy = state.queue.some((write) => write.entry === entry.key);
  const correct = (
    <Button
      size="small"
      disabled={busy}
      aria-keyshortcuts="e"
      onClick={() => dispatch({ type: "draft", draft: draftOf(entry) })}
    >
      Correct <KeyHint command="correct" />
    </Button>
  );
  if (entry.state === "open")
    return (
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          look="primary"
          size="small"
          disabled={busy}
          aria-keyshortcuts="a"
          onClick={() => decisions.accept(entry)}
        >
          {acceptWords(entry)} <KeyHint command="accept" />
        </Button>
        <Button size="small" disabled={busy} aria-keyshortcuts="x" onClick={() => decisions.reject(entry)}>
          Reject <KeyHint command="reject" />
        </Button>
        {correct}
      </div>
    );
  if (!entry.statement) return <UndoDecided entry={entry} />;
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {correct}
      <Button size="small" look="quiet" disabled={busy} onClick={() => decisions.takeBack(entry)}>
        Take back
      </Button>
    </div>
  );
}

function acceptWords({ suggestion }: Entry): string {
  if (suggestion?.actor) return "Accept";
  return suggestion?.proposal ? "Accept with a new actor" : "Accept with an actor";
}

/** A suggestion that was decided against leads to its decision, where that can be undone. */
function UndoDecided({ entry }: { readonly entry: Entry }) {
  const { state, decisions } = useDeskContext();
  const decision = state.article.history.find(
    (row) =>
      row.undoneBy === null &&
      row.action !== "undo" &&
      row.after.some(({ id }) => id === entry.key || id === entry.suggestion?.statementId),
  );
  if (!decision) return null;
  return (
    <div className="mt-4 grid justify-items-start gap-2 text-small">
      <p className="text-muted">By {decision.by}.</p>
      <Button size="small" disabled={state.queue.length > 0} onClick={() => decisions.undo(decision)}>
        Undo that
      </Button>
    </div>
  );
}
