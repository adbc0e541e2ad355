"use client";

import type { JobsDesk } from "#lib/jobs/read.server.ts";
import type { FailingJob, RunningJob } from "#lib/queue/jobs-now.ts";
import { Section } from "../site/section.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { JobList } from "./job-list.tsx";
import { KindsTable } from "./kinds-table.tsx";
import { useJobs } from "./use-jobs.ts";
import { nextTryWords, stretchWords, triesWords } from "./words.ts";
import { WorkerLine } from "./worker-line.tsx";

interface JobsViewProps {
  readonly first: JobsDesk;
  readonly mayRun: boolean;
}

/** The queue, followed as it goes on. */
export function JobsView({ first, mayRun }: JobsViewProps) {
  const { jobs, problem, lookAgain } = useJobs(first);
  const laidAside = jobs.kinds.reduce((sum, { dead }) => sum + dead, 0);
  return (
    <>
      {problem ? (
        <p role="alert" className="mb-4 border-l-2 border-accent pl-3">
          {problem} What stands here is from before.
        </p>
      ) : null}
      <WorkerLine jobs={jobs} />
      {jobs.dead.length === 0 ? (
        <Nothing title="Laid aside">Nothing: every job has been done or will be tried again.</Nothing>
      ) : (
        <Section title="Laid aside" note={cutWords(jobs.dead.length, laidAside)}>
          <DeadLetters jobs={jobs} mayRun={mayRun} onDone={lookAgain} />
        </Section>
      )}
      {jobs.failing.length === 0 ? (
        <Nothing title="Failed, tried again">No job waits for another try.</Nothing>
      ) : (
        <Section title="Failed, tried again">
          <JobList<FailingJob>
            label="Failed, tried again"
            jobs={jobs.failing}
            about={jobs.about}
            say={({ reason, tries, nextTry }) => (
              <>
                {reason} <span className="whitespace-nowrap">({triesWords(tries)},</span>{" "}
                <span className="whitespace-nowrap">next try {nextTryWords(jobs.at, nextTry)})</span>
              </>
            )}
          />
        </Section>
      )}
      {jobs.running.length === 0 ? (
        <Nothing title="Running now">Nothing at this moment.</Nothing>
      ) : (
        <Section title="Running now">
          <JobList<RunningJob>
            label="Running now"
            jobs={jobs.running}
            about={jobs.about}
            say={({ since }) => `for ${stretchWords(since, jobs.at)}`}
          />
        </Section>
      )}
      <Section title="All kinds">
        <KindsTable kinds={jobs.kinds} />
      </Section>
    </>
  );
}

interface NothingProps {
  readonly title: string;
  readonly children: string;
}

/** A part with nothing in it: one line. */
function Nothing({ title, children }: NothingProps) {
  return (
    <section
      aria-label={title}
      className="mt-3 grid items-baseline gap-x-6 border-t pt-3 sm:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <h2 className="rubric">{title}</h2>
      <p className="text-small text-muted">{children}</p>
    </section>
  );
}

const cutWords = (shown: number, all: number): string | null =>
  all > shown ? `the latest ${shown} of ${all}` : null;
