"use client";

import { Button } from "#components/ui/button.tsx";
import { useDeskContext } from "./desk-context.ts";

/** What went wrong on the way to the record, with what can be done about it. Nothing is lost without being said. */
export function Notices() {
  const { state } = useDeskContext();
  const [conflict] = state.conflicts;
  return (
    <>
      {state.stopped === null ? null : <Unsent message={state.stopped} />}
      {state.refusal === null ? null : (
        <section aria-label="Not saved" className="mb-4 border-l-2 border-accent py-1 pl-3 text-small">
          <p className="font-medium">Not saved</p>
          <p>{state.refusal}</p>
          {state.refusedByWaiting ? (
            <p>
              <a href={`/desk/articles/${state.article.id}/texts`}>See what waits</a>
            </p>
          ) : null}
        </section>
      )}
      {conflict ? <ConflictNotice /> : null}
    </>
  );
}

function Unsent({ message }: { readonly message: string }) {
  const { state, dispatch } = useDeskContext();
  const { queue } = state;
  return (
    <section
      aria-label="Not saved yet"
      className="mb-4 grid grid-cols-[minmax(0,1fr)] gap-2 border-l-2 border-accent py-1 pl-3 text-small"
    >
      <p className="font-medium">
        {queue.length === 1 ? "1 decision is not saved yet" : `${queue.length} decisions are not saved yet`}
      </p>
      <p>{message}</p>
      <ul className="text-muted">
        {queue.slice(0, 5).map((write) => (
          <li key={write.number} className="truncate">
            {write.words}
          </li>
        ))}
        {queue.length > 5 ? <li>and {queue.length - 5} more</li> : null}
      </ul>
      <div className="flex gap-2">
        <Button size="small" look="primary" onClick={() => dispatch({ type: "resume" })}>
          Try again
        </Button>
        <Button size="small" look="quiet" onClick={() => dispatch({ type: "dropQueue" })}>
          Drop {queue.length === 1 ? "it" : "them"}
        </Button>
      </div>
    </section>
  );
}

function ConflictNotice() {
  const { state, decisions } = useDeskContext();
  const [conflict] = state.conflicts;
  if (!conflict) return null;
  const more = state.conflicts.length - 1;
  return (
    <section
      aria-label="Conflict"
      className="mb-4 grid grid-cols-[minmax(0,1fr)] gap-2 border-l-2 border-accent py-1 pl-3 text-small"
    >
      <p className="font-medium">{conflict.message}</p>
      <dl className="grid gap-x-3 gap-y-1">
        <dt className="text-muted">Yours, not saved</dt>
        <dd className="border-l border-dashed pl-2">{conflict.yours}</dd>
        {conflict.theirs.length > 0 ? (
          <>
            <dt className="text-muted">On record now</dt>
            <dd className="border-l pl-2">
              <ul>
                {conflict.theirs.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => decisions.settle(conflict, false)}>
          Keep what is on record
        </Button>
        {conflict.again ? (
          <Button size="small" look="quiet" onClick={() => decisions.settle(conflict, true)}>
            Apply mine to it
          </Button>
        ) : null}
      </div>
      {more > 0 ? <p className="text-muted">{more} more to look at.</p> : null}
    </section>
  );
}
