import { setTimeout as pause } from "node:timers/promises";
import { OnRecordError } from "../errors.ts";
import { inWords } from "../net/failure.server.ts";
import { timeAskedFor } from "../net/refusal.ts";
import { TwiceAtOnce } from "./line.server.ts";
import { problemOf } from "./line-problem.ts";

/** Seconds. A site that asks to be left alone for longer is not waited for: the same file again tries its lines anew. */
export const LONGEST_WAIT = 300;
/** A line waits for its site so often, counted anew whenever the site answers anybody. */
export const MOST_WAITS = 5;
/** Where another transaction is in the way, a line is tried so often, after so long. */
const MOST_TRIES = 4;
const TRY_AGAIN_AFTER_MS = 250;

/** Does the work of a line, again where that may help. `site`: the host whose page it fetches; null where it fetches none. */
export type Patience = <T>(site: string | null, work: () => Promise<T>) => Promise<T>;

interface Site {
  /** Anything but that it is busy. */
  answers: number;
  /** It was waited for often enough: until it answers again, its lines are tried once. */
  givenUp: boolean;
}

type Wait = (ms: number, value: undefined, options: { readonly signal: AbortSignal }) => Promise<unknown>;

/**
 * Patience for the lines of one run: a site that asks for time gets it, and all its lines with it. Somebody else who is
 * at the same records, or what goes wrong in a way we don't know, is met by a few tries.
 */
export function openPatience(signal: AbortSignal, wait: Wait = pause): Patience {
  const sites = new Map<string | null, Site>();
  return async (name, work) => {
    const site = sites.get(name) ?? { answers: 0, givenUp: false };
    sites.set(name, site);
    const again = triesOfLine(site);
    for (;;) {
      let ms: number;
      try {
        const done = await work();
        answered(site);
        return done;
      } catch (error) {
        if (signal.aborted) throw error;
        ms = again(error);
      }
      await wait(ms, undefined, { signal });
    }
  };
}

/** Milliseconds after which a line is tried again; throws what is to be said of it where it is not. */
function triesOfLine(site: Site): (error: unknown) => number {
  let tries = 1;
  let waits = 0;
  let heard = site.answers;
  return (error) => {
    const seconds = timeAskedFor(error);
    if (seconds === undefined) {
      answered(site);
      if (tries >= triesFor(error)) throw error;
      return tries++ * TRY_AGAIN_AFTER_MS;
    }
    if (heard !== site.answers) waits = 0;
    heard = site.answers;
    site.givenUp ||= waits >= MOST_WAITS;
    if (site.givenUp) throw tooBusy(error, `It still was after ${MOST_WAITS} waits.`);
    if (seconds > LONGEST_WAIT) throw tooBusy(error, `It asks to be left alone for ${inWords(seconds)}.`);
    waits += 1;
    return seconds * 1_000;
  };
}

function answered(site: Site): void {
  site.answers += 1;
  site.givenUp = false;
}

function tooBusy(error: unknown, why: string): OnRecordError {
  const fault = error instanceof OnRecordError ? error.fault : "";
  return new OnRecordError("tooMany", `${fault} ${why}`);
}

function triesFor(error: unknown): number {
  if (error instanceof TwiceAtOnce) return 1;
  if (error instanceof OnRecordError) return error.code === "conflict" ? MOST_TRIES : 1;
  return problemOf(error) === undefined ? 2 : 1;
}
