"use client";

import { useCallback, useEffect, useState } from "react";
import { deskRead } from "../desk/request.ts";

const EVERY_MS = 1_500;

/**
 * What a door says as it goes on: asked every moment while the page is seen and there is something to wait for, and when
 * the second of what is returned is called.
 */
export function useFollow<Answer>(
  path: string,
  first: Answer,
  goesOn: (answer: Answer) => boolean,
): readonly [Answer, () => Promise<void>] {
  const [answer, setAnswer] = useState(first);
  useEffect(() => setAnswer(first), [first]);
  const going = goesOn(answer);
  const look = useCallback(
    async (signal?: AbortSignal) => {
      try {
        setAnswer(await deskRead<Answer>(path, signal));
      } catch {
        // The next look may find it again; what is shown is from before.
      }
    },
    [path],
  );
  useEffect(() => {
    if (!going) return;
    const stop = new AbortController();
    const timer = setInterval(() => document.hidden || look(stop.signal), EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [going, look]);
  return [answer, look];
}
