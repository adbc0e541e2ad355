"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const EVERY_MS = 1_500;

/**
 * Reads the page again every moment while it is seen and something on it goes on: the worker reads a feed, or looks at an
 * article's page. For what the server shows alone; a part that keeps its own answer follows a door instead.
 */
export function useFollowPage(goesOn: boolean): void {
  const router = useRouter();
  const [reading, startReading] = useTransition();
  useEffect(() => {
    // The next one waits for the one before: on a slow machine they would pile up.
    if (!goesOn || reading) return;
    const stop = new AbortController();
    const timer = setInterval(async () => {
      // A page that is read again from a server that is away leaves for the browser's own page of errors.
      if (document.hidden || !(await isThere(stop.signal)) || stop.signal.aborted) return;
      startReading(() => router.refresh());
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [goesOn, reading, router]);
}

const isThere = (signal: AbortSignal): Promise<boolean> =>
  fetch("/healthz", { cache: "no-store", signal }).then(
    ({ ok }) => ok,
    () => false,
  );
