"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { JobsDesk } from "#lib/jobs/read.server.ts";
import type { DeadJob } from "#lib/queue/jobs-now.ts";
import type { WhichDead } from "#lib/queue/write.server.ts";
import { focusPage } from "../desk/focus-page.ts";
import { type Leaving, leavingFrom, placeAfter } from "../desk/leaving.ts";
import { DeskRefusal, deskWrite } from "../desk/request.ts";
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
  const { add } = useToast();
  const list = useRef<HTMLDivElement>(null);
  /** What is replayed or discarded, and what stood below it: the focus goes with its buttons. */
  const leaving = useRef<(Leaving & { readonly id: string }) | null>(null);
  const many = jobs.kinds.filter(({ dead }) => dead > 1);

  const shown = [...many.map(({ name }) => name), ...jobs.dead.map(({ id }) => id)].join();
  // Before anything is drawn: a key that is pressed right then is not lost.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when others are laid aside
  useLayoutEffect(() => {
    const left = leaving.current;
    const items = itemsIn(list.current);
    if (left === null || items.some(({ dataset }) => dataset.id === left.id)) return;
    leaving.current = null;
    // Who went elsewhere meanwhile stays there.
    if (document.activeElement !== document.body) return;
    const item = items[Math.min(placeAfter(items, left), items.length - 1)];
    if (!item) return focusPage();
    item.querySelector<HTMLElement>("button")?.focus();
  }, [shown]);

  // The last one has gone, and the list with it.
  useEffect(
    () => () => {
      if (leaving.current !== null) focusPage();
    },
    [],
  );

  async function run(action: Action, which: WhichDead) {
    const items = itemsIn(list.current);
    const id = "id" in which ? which.id : which.name;
    const left = leavingFrom(
      items,
      items.findIndex(({ dataset }) => dataset.id === id),
    );
    leaving.current = left && { ...left, id };
    setBusy(true);
    setProblem(undefined);
    try {
      const { jobs: count } = await deskWrite(action, which);
      add({ title: `${count === 1 ? "1 job" : `${count} jobs`} ${DONE[action]}` });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "It did not work. Try again.");
      // One that somebody else has dealt with goes all the same.
      if (!(error instanceof DeskRefusal && error.code === "conflict")) leaving.current = null;
    }
    await onDone();
    setBusy(false);
  }

  return (
    <div ref={list}>
      {problem ? (
        <p role="alert" className="mb-4 border-l-2 border-accent pl-3">
          {problem}
        </p>
      ) : null}
      {mayRun
        ? many.map(({ name, dead }) => (
            <div
              key={name}
              data-id={name}
              className="mb-3 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2"
            >
              <p className="font-medium">
                {KIND_WORDS[name]}: {dead} jobs
              </p>
              <Choice what="all of them" disabled={busy} onRun={(action) => run(action, { name })} />
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
                <Choice what="this job" disabled={busy} onRun={(action) => run(action, { id })} />
              ),
            }
          : {})}
      />
    </div>
  );
}

const itemsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[data-id]") ?? [])];

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
      <Button size="small" disabled={disabled} focusableWhenDisabled onClick={() => onRun("replay-job")}>
        {all ? "Replay all" : "Replay"}
        <span className="sr-only"> {what}</span>
      </Button>
      <Button
        size="small"
        look={asked ? "danger" : "plain"}
        disabled={disabled}
        focusableWhenDisabled
        onBlur={() => setAsked(false)}
        onClick={() => (asked ? onRun("discard-job") : setAsked(true))}
      >
        {asked ? "Discard for good" : all ? "Discard all" : "Discard"}
        <span className="sr-only"> {what}</span>
      </Button>
    </div>
  );
}
