import { LaterDecisions } from "./later-decisions.tsx";
import type { DecisionProblem as Problem } from "./use-decisions.ts";

/** Why a decision was not stored: both sides where another one is in its way. */
export function DecisionProblem({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null;
  const { message, wanted, theirs, later } = problem;
  return (
    <section aria-label="Not stored" className="mt-6 max-w-measure border-l-2 border-accent py-0.5 pl-3">
      <p role="alert" className="font-medium">
        {message}
      </p>
      {theirs === null ? null : (
        <dl className="mt-2 grid gap-x-6 gap-y-1 text-small sm:grid-cols-2">
          <div className="border-l border-dashed pl-2">
            <dt className="text-micro text-muted">Yours, not stored</dt>
            <dd className="break-words">{wanted}</dd>
          </div>
          <div className="border-l pl-2">
            <dt className="text-micro text-muted">On record now</dt>
            <dd className="break-words">{theirs}</dd>
          </div>
        </dl>
      )}
      <LaterDecisions later={later} />
    </section>
  );
}
