"use client";

import { useState } from "react";
import type { JobsDesk } from "#lib/jobs/read.server.ts";
import type { DeadJob } from "#lib/queue/jobs-now.ts";
import type { WhichDead } from "#lib/queue/write.server.ts";
import { deskWrite } from "../desk/request.ts";
import { useHydrated } from "../desk/use-hydrated.ts";
import { Button } from "../ui/button.tsx";
import { useToast } from "../ui/toast.tsx";
import { JobList } from "./job-list.tsx";
import { KIND_WORDS, stretchWords, triesWords } from "./words.ts";

interface DeadLettersProps {
  readonly jobs: JobsDesk;
  readonly mayRun: boolean;
  readonly onDone: () => Promise<void>;
}

const DONE = { "replay-job": "sent again", "discard-job": "discarded" } as const;
type Action = keyof typeof DONE;

/** Jobs that are not tried again: replayed or discarded, alone or all of a kind. */
export function DeadLetters({ jobs, mayRun, onDone }: DeadLettersProps) {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const hydrated = useHydrated();
  const { add } = useToast();

  async function run(action: Action, which: WhichDead) {
    setBusy(true);
    setProblem(undefined);
    try {
      const { jobs: count } = await deskWrite(action, which);
      add({ title: `${count === 1 ? "1 job" : `${count} jobs`} ${DONE[action]}` });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work. Try again.");
    }
    await onDone();
    setBusy(false);
  }

  const many = jobs.kinds.filter(({ dead }) => dead > 1);
  return (
    <>
      {problem ? (
        <p role="alert" className="mb-4 border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      {mayRun
        ? many.map(({ name, dead }) => (
            <div key={name} className="mb-3 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2">
              <p className="font-medium">
                {KIND_WORDS[name]}: {dead} jobs
              </p>
              <Choice
                what="all of them"
                disabled={busy || !hydrated}
                onRun={(action) => run(action, { name })}
              />
            </div>
          ))
        : null}
      <JobList<DeadJob>
        label="Laid aside"
        jobs={jobs.dead}
        about={jobs.about}
        say={({ reason, tries, diedAt }) => (
          <>
            {reason} <span className="whitespace-nowrap">({triesWords(tries)},</span>{" "}
            <span className="whitespace-nowrap">{stretchWords(diedAt, jobs.at)} ago)</span>
          </>
        )}
        {...(mayRun
          ? {
              act: ({ id }: DeadJob) => (
                <Choice
                  what="this job"
                  disabled={busy || !hydrated}
                  onRun={(action) => run(action, { id })}
                />
              ),
            }
          : {})}
      />
    </>
  );
}

interface ChoiceProps {
  readonly all?: boolean;
  readonly what: string;
  readonly disabled: boolean;
  readonly onRun: (action: Action) => void;
}

/** Replay, or discard, which is asked once more. */
function Choice({ all = false, what, disabled, onRun }: ChoiceProps) {
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex gap-2">
      <Button size="small" disabled={disabled} onClick={() => onRun("replay-job")}>
        {all ? "Replay all" : "Replay"}
        <span className="sr-only"> {what}</span>
      </Button>
      <Button
        size="small"
        look={asked ? "danger" : "plain"}
        disabled={disabled}
        onBlur={() => setAsked(false)}
        onClick={() => (asked ? onRun("discard-job") : setAsked(true))}
      >
        {asked ? "Discard for good" : all ? "Discard all" : "Discard"}
        <span className="sr-only"> {what}</span>
      </Button>
    </div>
  );
}
