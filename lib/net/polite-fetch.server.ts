import { db } from "../db.server.ts";
import { createHostTurns } from "./host-turn.server.ts";
import { createRobots, forbiddenByRobots } from "./robots.server.ts";
import { type AroundVisit, type Fetch, type FetchRequest, safeFetch } from "./safe-fetch.server.ts";
import { type SharedTurns, sharedTurns } from "./site-turn.server.ts";
import { unlessAborted } from "./time-budget.ts";

/** A request whose visits are surrounded by manners; they are not the caller's to replace. */
export type PoliteRequest = Omit<FetchRequest, "around">;
export type PoliteFetch = (address: string, request: PoliteRequest) => ReturnType<Fetch>;

export interface Manners {
  /** For what a machine does by itself (feeds, pages looked at again): robots.txt, Crawl-delay, the site's turn. */
  readonly politeFetch: PoliteFetch;
  /** For a page that an editor asked for and waits for: the site's turn, but not robots.txt. */
  readonly fetchByHand: PoliteFetch;
}

/** Seconds that are waited for a site's turn. */
const PATIENCE = { machine: 60, editor: 10 };

/** `shared`: turns at sites that other processes take too; without it they are this process's alone. */
export function createManners(fetch: Fetch, shared?: SharedTurns): Manners {
  const turns = createHostTurns(shared);
  const inTurn =
    (patience: number, signal?: AbortSignal): AroundVisit =>
    (url, work) =>
      turns.take(url, work, { patience, signal });
  const robots = createRobots(fetch, inTurn(PATIENCE.machine));
  const byTheRules =
    (signal?: AbortSignal): AroundVisit =>
    async (url, work) => {
      // Others may wait for the same robots.txt: who gives up does not end that.
      const asked = robots(url);
      const { allowed, crawlDelay } = await (signal ? unlessAborted(asked, signal) : asked);
      if (!allowed) throw forbiddenByRobots(url);
      return turns.take(url, work, { gap: crawlDelay, patience: PATIENCE.machine, signal });
    };
  return {
    politeFetch: (address, request) => fetch(address, { ...request, around: byTheRules(request.signal) }),
    fetchByHand: (address, request) =>
      fetch(address, { ...request, around: inTurn(PATIENCE.editor, request.signal) }),
  };
}

// One per process, however many times a bundler copies this file.
const held = globalThis as { onRecordManners?: Manners };
const manners = (): Manners => {
  held.onRecordManners ??= createManners(safeFetch, sharedTurns(db));
  return held.onRecordManners;
};

export const politeFetch: PoliteFetch = (address, request) => manners().politeFetch(address, request);
export const fetchByHand: PoliteFetch = (address, request) => manners().fetchByHand(address, request);
