"use client";

import { DecisionProblem } from "#components/desk/decision-problem.tsx";
import { useDecisions } from "#components/desk/use-decisions.ts";
import { Button } from "#components/ui/button.tsx";
import { momentWords } from "#lib/article/date-words.ts";

interface DeletedNoticeProps {
  readonly reason: string;
  /** The decision that deleted it; null: none that can be undone. */
  readonly deletion: { readonly seq: string; readonly by: string; readonly at: string } | null;
  readonly mayDecide: boolean;
}

/** Says that an article is off the record, why, and brings it back. */
export function DeletedNotice({ reason, deletion, mayDecide }: DeletedNoticeProps) {
  const { busy, problem, undo } = useDecisions(() => null);
  return (
    <aside aria-label="Deleted" className="mx-auto w-full max-w-[96rem] border-b px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2 border-l-2 border-accent pl-3">
        <p>
          <span className="font-medium">This article is deleted:</span> {reason}
          {deletion ? (
            <span className="text-muted">
              {" "}
              · {deletion.by}, {momentWords(new Date(deletion.at))}
            </span>
          ) : null}
        </p>
        {deletion && mayDecide ? (
          <Button size="small" disabled={busy} focusableWhenDisabled onClick={() => void undo(deletion.seq)}>
            Undo the deletion
          </Button>
        ) : null}
      </div>
      <DecisionProblem problem={problem} />
    </aside>
  );
}
