"use client";

import { canUndo, changesOf } from "#components/statement/annotator/decision-words.ts";
import { Button } from "#components/ui/button.tsx";
import { momentWords } from "#lib/article/date-words.ts";
import type { DecisionRow } from "#lib/decision/read.server.ts";
import type { DeskActorRecord } from "#lib/desk/desk-actor.ts";
import { ProblemNotice } from "./notices.tsx";
import { useSave } from "./use-save.ts";

interface HistoryProps {
  readonly actor: DeskActorRecord;
  readonly mayDecide: boolean;
}

/** Every decision on this record and on what points at it, newest first, with what it changed. */
export function History({ actor, mayDecide }: HistoryProps) {
  const { busy, problem, save } = useSave();
  return (
    <section aria-labelledby="history" className="border-t pt-3 pb-8">
      <h2 id="history" className="rubric mb-3">
        History
      </h2>
      <ProblemNotice problem={problem} />
      {actor.history.length === 0 ? (
        <p className="text-small text-muted">
          {actor.key === null ? "No decision yet." : "As it came with the package; no editor has changed it."}
        </p>
      ) : null}
      <ol>
        {actor.history.map((row) => (
          <Decision
            key={row.seq}
            row={row}
            names={actor.names}
            undo={
              mayDecide && canUndo(row)
                ? () => save({ action: "undo", input: { seq: row.seq } }, `Undone: ${row.summary}`)
                : null
            }
            busy={busy}
          />
        ))}
      </ol>
    </section>
  );
}

interface DecisionProps {
  readonly row: DecisionRow;
  readonly names: DeskActorRecord["names"];
  readonly undo: (() => void) | null;
  readonly busy: boolean;
}

function Decision({ row, names, undo, busy }: DecisionProps) {
  const changes = changesOf(row, names);
  return (
    <li className="border-t py-2 text-small first:border-t-0 first:pt-0">
      <p className="text-micro text-muted">
        {row.seq} · {row.by} · <time dateTime={row.at}>{momentWords(new Date(row.at))}</time>
      </p>
      <p
        id={`decision-${row.seq}`}
        className={row.undoneBy === null ? "break-words" : "break-words line-through"}
      >
        {row.summary}
      </p>
      {row.undoneBy === null ? null : <p className="text-muted">undone by {row.undoneBy}</p>}
      {changes.length > 0 ? (
        <details className="mt-0.5">
          <summary className="w-fit text-muted">before and after</summary>
          <dl className="mt-1 grid gap-1.5">
            {changes.map(({ what, before, after }) => (
              <div key={what}>
                <dt className="text-micro text-muted">{what}</dt>
                <dd className="break-words">
                  {before} <span className="text-muted">→</span> {after}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {undo ? (
        <Button
          size="small"
          look="quiet"
          className="mt-0.5 -ml-2"
          disabled={busy}
          aria-describedby={`decision-${row.seq}`}
          onClick={undo}
        >
          {row.action === "undo" ? "Do it again" : "Undo"}
        </Button>
      ) : null}
    </li>
  );
}
