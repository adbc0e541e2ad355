"use client";

import { useCallback, useEffect, useState } from "react";
import { inOrder } from "../desk/in-order.ts";
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
  // A late answer from before an import went on would call it paused again, and end the following for a while.
  const [begin] = useState(inOrder);
  const look = useCallback(
    async (signal?: AbortSignal) => {
      const isLatest = begin();
      try {
        const read = await deskRead<Answer>(path, signal);
        if (!signal?.aborted && isLatest()) setAnswer(read);
      } catch {
        // The next look may find it again; what is shown is from before.
      }
    },
    [begin, path],
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
