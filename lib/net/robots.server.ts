import robotsParser from "robots-parser";
import type { OnRecordError } from "../errors.ts";
import { LONGEST_GAP } from "./host-turn.server.ts";
import { type FetchReason, factsOf, reasonOf, refusal } from "./refusal.ts";
import type { AroundVisit, Fetch } from "./safe-fetch.server.ts";

/** What a site's robots.txt says about one address. */
export interface RobotsRule {
  readonly allowed: boolean;
  /** Seconds between two visits. */
  readonly crawlDelay: number;
}

/** @throws OnRecordError with reason robots while the file can't be had, or with the reason why the site can't. */
export type Robots = (url: URL) => Promise<RobotsRule>;

/** The name that robots.txt files know us by. */
const NAME = "OnRecord";
const MOST_BYTES = 500_000;
/** Rules with wildcards cost their length times the address's; beyond this a file is made to keep us busy. */
const MOST_WILDCARD_CHARACTERS = 50_000;
const MOST_ORIGINS = 2_000;
const DAY = 24 * 60 * 60 * 1_000;
/** A site in trouble is asked again soon. */
const SOON = 10 * 60 * 1_000;

/** No connection came about: the site itself is out of reach, which is the better thing to say. */
const OUT_OF_REACH: ReadonlySet<FetchReason | undefined> = new Set<FetchReason>([
  "address",
  "port",
  "privateAddress",
  "dns",
  "connection",
  "certificate",
  "timeout",
  "busy",
]);

interface Kept {
  readonly until: number;
  readonly read: (url: URL) => RobotsRule;
}

/**
 * robots.txt by RFC 9309: a file that is not there (4xx, or a page in its place) allows everything; one that can't be
 * had (5xx, too large, too costly, unreadable) forbids everything for now. Kept for a day, for ten minutes if it could not be had.
 */
export function createRobots(fetch: Fetch, around: AroundVisit): Robots {
  const kept = new Map<string, Kept>();
  const asked = new Map<string, Promise<Kept>>();

  async function ask(origin: string): Promise<Kept> {
    const read = await readerOf(origin, fetch, around);
    const until = Date.now() + (read === forbidden ? SOON : DAY);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_ORIGINS) kept.delete(oldest);
    kept.delete(origin);
    kept.set(origin, { until, read });
    return { until, read };
  }

  return async (url) => {
    const { origin } = url;
    const known = kept.get(origin);
    if (known !== undefined && known.until > Date.now()) return known.read(url);
    const asking = asked.get(origin) ?? ask(origin).finally(() => asked.delete(origin));
    asked.set(origin, asking);
    const { read } = await asking;
    return read(url);
  };
}

async function readerOf(origin: string, fetch: Fetch, around: AroundVisit): Promise<Kept["read"]> {
  const address = `${origin}/robots.txt`;
  try {
    const { bytes } = await fetch(address, {
      accepts: ["text/plain"],
      limits: { bytes: MOST_BYTES },
      around,
    });
    const text = new TextDecoder().decode(bytes);
    if (wildcardCharacters(text) > MOST_WILDCARD_CHARACTERS) return forbidden;
    const rules = robotsParser(address, text);
    const crawlDelay = Math.min(Math.max(rules.getCrawlDelay(NAME) ?? 0, 0), LONGEST_GAP);
    return (url) => ({ allowed: rules.isAllowed(url.href, NAME) ?? true, crawlDelay });
  } catch (error) {
    const reason = reasonOf(error);
    const { status = 0 } = factsOf(error);
    if (OUT_OF_REACH.has(reason) || reason === undefined) throw error;
    const isThere = reason !== "contentType" && !(reason === "status" && status < 500);
    return isThere ? forbidden : allowed;
  }
}

function wildcardCharacters(text: string): number {
  const lines = text.split(/[\r\n]+/).filter((line) => line.includes("*"));
  return lines.reduce((sum, { length }) => sum + length, 0);
}

const allowed = (): RobotsRule => ({ allowed: true, crawlDelay: 0 });

function forbidden(url: URL): never {
  throw refusal("robots", {
    fault: `${url.host} does not hand out its robots.txt just now, which asks robots to stay away.`,
    advice: "It is tried again later",
  });
}

export function forbiddenByRobots(url: URL): OnRecordError {
  return refusal("robots", {
    fault: `${url.host} asks robots (robots.txt) not to fetch this address.`,
    advice: "Bring its articles in by hand",
  });
}
