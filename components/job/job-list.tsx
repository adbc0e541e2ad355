import type { ReactNode } from "react";
import type { JobsDesk } from "#lib/jobs/read.server.ts";
import type { JobNow } from "#lib/queue/jobs-now.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { KIND_WORDS } from "./words.ts";

interface JobListProps<Job extends JobNow> {
  readonly label: string;
  readonly jobs: readonly Job[];
  readonly about: JobsDesk["about"];
  /** What is said of a job beside its name. */
  readonly say: (job: Job) => ReactNode;
  /** What can be done with it. */
  readonly act?: (job: Job) => ReactNode;
}

/** Jobs as a list: what each does with which record, and what is to be said of it. */
export function JobList<Job extends JobNow>({ label, jobs, about, say, act }: JobListProps<Job>) {
  return (
    <ul aria-label={label} className="divide-y border-t">
      {jobs.map((job) => (
        <li
          key={job.id}
          data-id={job.id}
          className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 py-2.5"
        >
          <div className="min-w-0">
            <p>
              {KIND_WORDS[job.name]}
              <Subject of={about[job.key]} id={job.key} />
            </p>
            <p className="text-small break-words text-muted">{say(job)}</p>
          </div>
          {act?.(job)}
        </li>
      ))}
    </ul>
  );
}

/** The record by its name; by the first signs of its id where it has none (any more). */
function Subject({ of, id }: { readonly of: JobsDesk["about"][string] | undefined; readonly id: string }) {
  if (id === "") return null;
  if (!of) return <span className="text-muted"> ({id.slice(0, 8)})</span>;
  const words = <span {...inLanguage(of.language ?? null)}>{of.words}</span>;
  return <>: {of.href ? <a href={of.href}>{words}</a> : words}</>;
}
