import { OR_PASTE, refusal } from "./refusal.ts";

/** A stretch of time that several pieces of work share; what lies between them (waiting for a turn) costs nothing. */
export interface TimeBudget {
  /** @throws OnRecordError with reason timeout when it is used up; the reason of `outer` when that is aborted. */
  spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

export function timeBudget(milliseconds: number, outer: AbortSignal | undefined): TimeBudget {
  let left = milliseconds;
  return {
    async spend(work) {
      const timer = new AbortController();
      const signal = outer === undefined ? timer.signal : AbortSignal.any([outer, timer.signal]);
      const begun = performance.now();
      const timeout = setTimeout(() => timer.abort(tooSlow(milliseconds)), Math.max(left, 0));
      try {
        signal.throwIfAborted();
        return await unlessAborted(work(signal), signal);
      } finally {
        clearTimeout(timeout);
        left -= performance.now() - begun;
      }
    },
  };
}

const tooSlow = (milliseconds: number) =>
  refusal("timeout", {
    fault: `The site did not deliver within ${Math.ceil(milliseconds / 1_000)} seconds.`,
    advice: "Try again later",
    paste: OR_PASTE,
  });

/** Ends with the signal even where the work does not heed it. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const stop = () => aborted.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
