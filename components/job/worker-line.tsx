import type { JobsNow } from "#lib/queue/jobs-now.ts";
import { stretchWords } from "./words.ts";

/** Whether somebody does the jobs, and what to do if nobody does. */
export function WorkerLine({ jobs: { at, workers, lastSeen } }: { readonly jobs: JobsNow }) {
  const [freshest] = workers;
  if (!freshest)
    return (
      <p role="status" className="border-l-2 border-accent pl-3">
        <strong className="font-medium">No worker is running.</strong> Jobs wait and are not lost.{" "}
        {lastSeen ? `The last one was seen ${stretchWords(lastSeen, at)} ago. ` : ""}
        Start On Record again (<code>npm start</code> runs one beside the pages), or run{" "}
        <code>npm run on-record -- worker</code>.
      </p>
    );
  return (
    <p className="text-small text-muted">
      {workers.length === 1 ? "Worker" : `${workers.length} workers, the latest`} seen{" "}
      {stretchWords(freshest.seen, at)} ago on {freshest.host}.
    </p>
  );
}
