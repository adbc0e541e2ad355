"use client";

import { useCallback, useEffect, useState } from "react";
import type { JobsDesk } from "#lib/jobs/read.server.ts";
import { inOrder } from "../desk/in-order.ts";
import { DeskRefusal, deskRead } from "../desk/request.ts";

const EVERY_MS = 3_000;

export interface FollowedJobs {
  readonly jobs: JobsDesk;
  /** Why the latest look failed; the jobs are those of the one before. */
  readonly problem: string | null;
  lookAgain(): Promise<void>;
}

/** The queue as it goes on: looked at every few seconds while the page is seen, not while it is hidden. */
export function useJobs(first: JobsDesk): FollowedJobs {
  const [jobs, setJobs] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  // A look from before a replay that answers after the one that follows it would bring the job's line back.
  const [begin] = useState(inOrder);
  const look = useCallback(
    async (signal?: AbortSignal) => {
      const isLatest = begin();
      try {
        const answer = await deskRead<JobsDesk>("/api/desk/jobs", signal);
        if (!isLatest()) return;
        setJobs(answer);
        setProblem(null);
      } catch (error) {
        if (signal?.aborted || !isLatest()) return;
        setProblem(error instanceof DeskRefusal ? error.message : "The jobs were not read.");
      }
    },
    [begin],
  );
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      if (!stop.signal.aborted && !document.hidden)
        timer = setTimeout(() => look(stop.signal).then(later), EVERY_MS);
    };
    const turned = () => {
      clearTimeout(timer);
      if (!document.hidden) void look(stop.signal).then(later);
    };
    document.addEventListener("visibilitychange", turned);
    later();
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", turned);
    };
  }, [look]);
  return { jobs, problem, lookAgain: () => look() };
}
