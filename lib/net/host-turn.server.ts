import { getDomain } from "tldts";
import { log } from "../log.server.ts";
import { inWords } from "./failure.server.ts";
import { OR_PASTE, refusal, timeAskedFor } from "./refusal.ts";
import type { SharedTurns } from "./site-turn.server.ts";

export interface TurnOptions {
  /** Seconds since the last visit's end that must have passed: a Crawl-delay. */
  readonly gap?: number;
  /** Seconds after which waiting is given up. */
  readonly patience: number;
  /** Ends the waiting; the work heeds its own. */
  readonly signal?: AbortSignal | undefined;
}

/** One connection per site at a time. */
export interface HostTurns {
  /**
   * Runs `work` when the site's turn comes. A site that asks for time (Retry-After) is left alone until then.
   * @throws OnRecordError with reason busy and `retryAfter`; whatever `work` throws.
   */
  take<T>(url: URL, work: () => Promise<T>, options: TurnOptions): Promise<T>;
}

interface Waiting {
  readonly gap: number;
  begin(): void;
  refuse(error: Error): void;
}

interface Host {
  running: boolean;
  endedAt: number;
  busyUntil: number;
  /** In the order they came. */
  readonly waiting: Set<Waiting>;
  timer: NodeJS.Timeout | undefined;
}

const MOST_WAITING = 100;
/** Sites remembered before those with nothing left to remember are forgotten. */
const MANY_HOSTS = 5_000;
/** No gap is longer, so a site idle for this long has nothing to remember. */
export const LONGEST_GAP = 30;

/**
 * Turns within this process, in the order they are asked for; whoever's turn it is here then waits for the turn that is
 * `shared` with other processes.
 */
export function createHostTurns(shared?: SharedTurns): HostTurns {
  const hosts = new Map<string, Host>();

  function next(key: string, host: Host): void {
    clearTimeout(host.timer);
    if (host.running) return;
    const now = Date.now();
    if (host.busyUntil > now) {
      for (const one of host.waiting) one.refuse(busy(key, (host.busyUntil - now) / 1_000));
      return;
    }
    const due = (one: Waiting) => host.endedAt + one.gap * 1_000 - now;
    for (const one of host.waiting) {
      if (due(one) > 0) continue;
      one.begin();
      return;
    }
    const soonest = Math.min(...[...host.waiting].map(due));
    if (Number.isFinite(soonest)) host.timer = setTimeout(() => next(key, host), soonest);
  }

  async function turn(key: string, host: Host, { gap = 0, patience, signal }: TurnOptions): Promise<void> {
    signal?.throwIfAborted();
    if (host.waiting.size >= MOST_WAITING) throw busy(key, patience);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const one: Waiting = {
      gap: Math.min(gap, LONGEST_GAP),
      begin() {
        leave();
        host.running = true;
        resolve();
      },
      refuse(error) {
        leave();
        reject(error);
      },
    };
    const tired = setTimeout(() => one.refuse(busy(key, patience)), patience * 1_000);
    const stopped = () => one.refuse(signal?.reason);
    signal?.addEventListener("abort", stopped, { once: true });
    const leave = () => {
      clearTimeout(tired);
      signal?.removeEventListener("abort", stopped);
      host.waiting.delete(one);
    };
    host.waiting.add(one);
    next(key, host);
    await promise;
  }

  /**
   * Does the work in the turn that is shared; what the site asks for is noted here and there.
   * @returns nothing where the gap to another process's visit has not passed: the turn here is others' meanwhile
   */
  async function visit<T>(
    key: string,
    host: Host,
    work: () => Promise<T>,
    { gap = 0, patience, signal }: TurnOptions,
  ): Promise<{ readonly value: T } | null> {
    const turn = await shared?.take(key, { gap: Math.min(gap, LONGEST_GAP), patience, signal });
    const leaveAlone = (seconds: number) => {
      host.busyUntil = Math.max(host.busyUntil, Date.now() + seconds * 1_000);
    };
    if (turn?.outcome === "busy") {
      leaveAlone(turn.seconds);
      throw busy(key, turn.seconds);
    }
    if (turn?.outcome === "givenUp") throw busy(key, Math.max(patience, 1));
    if (turn?.outcome === "tooSoon") {
      host.endedAt = Date.now() - turn.seconds * 1_000;
      return null;
    }
    let asksFor: number | null = null;
    try {
      return { value: await work() };
    } catch (error) {
      asksFor = timeAskedFor(error) ?? null;
      throw error;
    } finally {
      if (asksFor !== null) leaveAlone(asksFor);
      host.endedAt = Date.now();
      // What was read is not lost with it: a turn that is not given back ends by itself.
      await turn
        ?.end(asksFor)
        .catch((error: Error) => log().warn({ reason: error.message }, "a turn was not given back"));
    }
  }

  return {
    async take(url, work, options) {
      const key = siteOf(url);
      const until = Date.now() + options.patience * 1_000;
      for (;;) {
        const host = hosts.get(key) ?? newHost();
        hosts.set(key, host);
        const left = { ...options, patience: Math.max(until - Date.now(), 0) / 1_000 };
        await turn(key, host, left);
        try {
          left.patience = Math.max(until - Date.now(), 0) / 1_000;
          const visited = await visit(key, host, work, left);
          if (visited !== null) return visited.value;
        } finally {
          host.running = false;
          next(key, host);
          if (hosts.size > MANY_HOSTS) forgetIdle(hosts);
        }
      }
    },
  };
}

const newHost = (): Host => ({
  running: false,
  endedAt: 0,
  busyUntil: 0,
  waiting: new Set(),
  timer: undefined,
});

function forgetIdle(hosts: Map<string, Host>): void {
  const now = Date.now();
  for (const [key, { running, waiting, endedAt, busyUntil }] of hosts) {
    const idle = !running && waiting.size === 0 && Math.max(busyUntil, endedAt + LONGEST_GAP * 1_000) < now;
    if (idle) hosts.delete(key);
  }
}

function busy(site: string, wait: number) {
  const seconds = Math.ceil(wait);
  return refusal(
    "busy",
    {
      fault: `${site} is busy.`,
      advice: `Try again in ${inWords(seconds)}`,
      paste: OR_PASTE,
    },
    { retryAfter: seconds },
  );
}

/** Who shares a turn: everything under one registrable domain; an address without a name counts with its port. */
function siteOf(url: URL): string {
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;
}
