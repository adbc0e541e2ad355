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

/** When a feed is read next: while it is read, its time stands for when the worker would be given up. */
export const nextWords = ({ nextAt, pending }: Pick<FeedListed, "nextAt" | "pending">, now: Date): string =>
  pending && new Date(nextAt) > now ? "being read now" : `next ${untilWords(new Date(nextAt), now)}`;

/** How a feed is, in one word that a mark may stand beside: never colour alone. */
export function healthOf({ state, problem, polledAt }: FeedListed): "paused" | "broken" | "new" | "well" {
  if (state === "paused") return "paused";
  if (problem !== null) return "broken";
  return polledAt === null ? "new" : "well";
}

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
