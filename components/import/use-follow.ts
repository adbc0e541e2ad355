"use client";

import { useEffect, useState } from "react";
import { deskRead } from "../desk/request.ts";

const EVERY_MS = 1_500;

/** What a door says as it goes on: asked every moment while the page is seen and there is something to wait for. */
export function useFollow<Answer>(path: string, first: Answer, goesOn: (answer: Answer) => boolean): Answer {
  const [answer, setAnswer] = useState(first);
  useEffect(() => setAnswer(first), [first]);
  const going = goesOn(answer);
  useEffect(() => {
    if (!going) return;
    const stop = new AbortController();
    const timer = setInterval(async () => {
      if (document.hidden) return;
      try {
        setAnswer(await deskRead<Answer>(path, stop.signal));
      } catch {
        // The next look may find it again; what is shown is from before.
      }
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [going, path]);
  return answer;
}
