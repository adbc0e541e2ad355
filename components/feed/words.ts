import type { FeedListed } from "#lib/feed/list.server.ts";
import type { FeedEntry } from "#lib/feed/read.server.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long until a moment, for a person: "now", "in 5 minutes", "in 3 hours". */
export function untilWords(moment: Date, now: Date): string {
  const left = moment.getTime() - now.getTime();
  if (left < MINUTE) return "now";
  const [count, unit] =
    left < HOUR - MINUTE / 2
      ? [Math.round(left / MINUTE), "minute"]
      : left < DAY - HOUR / 2
        ? [Math.round(left / HOUR), "hour"]
        : [Math.round(left / DAY), "day"];
  return `in ${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** How a feed is, in one word that a mark may stand beside: never colour alone. */
export function healthOf({ state, problem, polledAt }: FeedListed): "paused" | "broken" | "new" | "well" {
  if (state === "paused") return "paused";
  if (problem !== null) return "broken";
  return polledAt === null ? "new" : "well";
}

/** Its time has come: the worker reads it, or is about to. What stands here of it is from before. */
export const isDue = ({ state, nextAt }: Pick<FeedListed, "state" | "nextAt">, now: string): boolean =>
  state === "active" && nextAt <= now;

export const ENTRY_STATE_WORDS: Record<FeedEntry["state"], string> = {
  before: "before we began",
  waiting: "waits",
  done: "brought in",
  failed: "failed",
  refused: "not for us",
};

export const KIND_WORDS: Record<FeedListed["kind"], string> = {
  rss: "RSS",
  atom: "Atom",
  rdf: "RDF",
  json: "JSON Feed",
};
