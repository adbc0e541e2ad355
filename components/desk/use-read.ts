"use client";

import { useEffect, useState } from "react";
import { DeskRefusal, deskRead } from "./request.ts";

export interface ReadState<Answer> {
  /** The latest answer, also while another is on its way. */
  readonly answer: Answer | null;
  readonly problem: string | null;
  readonly reading: boolean;
}

const TYPING_PAUSE_MS = 150;

/** What a door of the desk answers, read again when its path changes (a little after, for paths that are typed). */
export function useRead<Answer>(path: string | null): ReadState<Answer> {
  const [state, setState] = useState<ReadState<Answer>>({ answer: null, problem: null, reading: false });
  useEffect(() => {
    if (path === null) {
      setState({ answer: null, problem: null, reading: false });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      deskRead<Answer>(path, stop.signal).then(
        (answer) => setState({ answer, problem: null, reading: false }),
        (error) => {
          if (stop.signal.aborted) return;
          const problem = error instanceof DeskRefusal ? error.message : "The search failed. Try again.";
          setState((before) => ({ ...before, problem, reading: false }));
        },
      );
    }, TYPING_PAUSE_MS);
    setState((before) => ({ ...before, reading: true }));
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path]);
  return state;
}
