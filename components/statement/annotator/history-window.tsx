"use client";

import { Button } from "#components/ui/button.tsx";
import { DialogContent } from "#components/ui/dialog.tsx";
import type { DecisionRow } from "#lib/decision/read.server.ts";
import { canUndo, changesOf } from "./decision-words.ts";
import { useDeskContext } from "./desk-context.ts";
import { Notices } from "./notices.tsx";

/** Every decision on this article, newest first: who, when, what, before and after. */
export function HistoryWindow() {
  const { state } = useDeskContext();
  return (
    <DialogContent
      title="History"
      description="Nothing is overwritten: an undo is a decision of its own."
      className="sm:inset-y-0 sm:right-0 sm:left-auto sm:h-dvh sm:max-h-dvh sm:w-[34rem] sm:max-w-full sm:translate-x-0 sm:translate-y-0"
    >
      <Notices />
      <ol className="mt-2">
        {state.article.history.map((row) => (
          <Decision key={row.seq} row={row} />
        ))}
      </ol>
    </DialogContent>
  );
}

function Decision({ row }: { readonly row: DecisionRow }) {
  const { state, mayDecide, decisions } = useDeskContext();
  const changes = changesOf(row, state.article.names);
  const at = new Date(row.at);
  return (
    <li className="border-t py-2.5 text-small">
      <p className="flex flex-wrap justify-between gap-x-3 text-micro text-muted">
        <span>
          {row.seq} · {row.by}
        </span>
        <time dateTime={row.at} title={at.toISOString()}>
          {at.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" })}
        </time>
      </p>
      <p id={`summary-${row.seq}`} className={row.undoneBy === null ? "" : "line-through"}>
        {row.summary}
      </p>
      {row.undoneBy === null ? null : <p className="text-muted">undone by {row.undoneBy}</p>}
      {changes.length > 0 ? (
        <details className="mt-1">
          <summary className="text-muted">before and after</summary>
          <dl className="mt-1 grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1">
            {changes.map(({ what, before, after }) => (
              <div key={`${what} ${before} ${after}`} className="contents">
                <dt className="text-muted">{what}</dt>
                <dd>
                  {before} <span className="text-muted">→</span> {after}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {mayDecide && canUndo(row) ? (
        <Button
          size="small"
          look="quiet"
          className="mt-1 -ml-2"
          disabled={state.queue.length > 0}
          aria-describedby={`summary-${row.seq}`}
          onClick={() => decisions.undo(row)}
        >
          {row.action === "undo" ? "Do it again" : "Undo"}
        </Button>
      ) : null}
    </li>
  );
}
