"use client";

import { LaterDecisions } from "#components/desk/later-decisions.tsx";
import { changesOf } from "#components/statement/annotator/decision-words.ts";
import { Button } from "#components/ui/button.tsx";
import type { Noun } from "#lib/decision/subject.ts";
import type { Problem, RecordConflict } from "./use-save.ts";

/** Why nothing was saved, and what to do. */
export function ProblemNotice({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null;
  return (
    <div role="alert" className="border-l-2 border-accent py-0.5 pl-3">
      <p className="font-medium">Not saved</p>
      <p>{problem.message}</p>
      <LaterDecisions later={problem.later} />
    </div>
  );
}

interface ConflictNoticeProps {
  readonly noun: Noun;
  readonly conflict: RecordConflict | null;
  readonly onKeepTheirs: () => void;
  /** Null: what was decided can't be decided over. */
  readonly onSaveMine: ((version: number) => void) | null;
}

/** Both sides of a change that met another, field by field. */
export function ConflictNotice({ noun, conflict, onKeepTheirs, onSaveMine }: ConflictNoticeProps) {
  if (conflict === null) return null;
  const { yours, theirs, names, version } = conflict;
  const differing = changesOf(
    {
      before: [{ noun, id: "", state: theirs }],
      after: [{ noun, id: "", state: { ...theirs, ...yours } }],
    },
    names,
  );
  return (
    <section aria-label="Conflict" className="grid gap-3 border-l-2 border-accent py-0.5 pl-3">
      <p role="alert" className="font-medium">
        {conflict.message}
      </p>
      {differing.length === 0 ? <p className="text-small">Both say the same now.</p> : null}
      {differing.map(({ what, before, after }) => (
        <div key={what} className="text-small">
          <p className="text-muted">{what}</p>
          <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
            <div className="border-l border-dashed pl-2">
              <dt className="text-micro text-muted">Yours, not saved</dt>
              <dd className="break-words">{after}</dd>
            </div>
            <div className="border-l pl-2">
              <dt className="text-micro text-muted">On record now</dt>
              <dd className="break-words">{before}</dd>
            </div>
          </dl>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onKeepTheirs}>
          Keep what is on record
        </Button>
        {onSaveMine && differing.length > 0 ? (
          <Button size="small" look="quiet" onClick={() => onSaveMine(version)}>
            Save mine over it
          </Button>
        ) : null}
      </div>
    </section>
  );
}
