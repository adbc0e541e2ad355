import { localDateText, type PublicationDate } from "../article/publication-date.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { type DecisionRow, recordHistory } from "../decision/read.server.ts";
import { OnRecordError } from "../errors.ts";
import type { FeedKind } from "./parsed-feed.ts";

/** A feed as the desk lists it. Moments as text: they go to the browser. */
export interface FeedListed {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly outletId: string;
  readonly outlet: string;
  readonly kind: FeedKind;
  readonly state: "active" | "paused";
  readonly polledAt: string | null;
  readonly changedAt: string | null;
  readonly nextAt: string;
  readonly failures: number;
  readonly problem: string | null;
  readonly problemAt: string | null;
  readonly version: number;
  /** Entries found in the last 24 hours, those that still wait, and those of the last 24 hours that came to nothing. */
  readonly fresh: number;
  readonly waiting: number;
  readonly lost: number;
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  readonly state: "before" | "waiting" | "done" | "failed" | "refused";
  readonly articleId: string | null;
  readonly problem: string | null;
  readonly foundAt: string;
}

export interface FeedShown {
  readonly feed: FeedListed;
  readonly siteUrl: string | null;
  readonly entries: readonly FeedEntry[];
  readonly history: readonly DecisionRow[];
}

/** More feeds than that are a matter for a search, which the desk does not have yet. */
const MOST_LISTED = 2_000;
const LATEST_ENTRIES = 100;

/** All feeds but the removed ones: those with a problem first, the longest broken on top; paused ones last. */
export async function readFeeds(reader: Reader, viewer: Viewer | null): Promise<readonly FeedListed[]> {
  return list(reader, viewer, null);
}

async function list(
  reader: Reader,
  viewer: Viewer | null,
  feedId: string | null,
): Promise<readonly FeedListed[]> {
  allow(viewer, "readDesk");
  const rows = await reader.$queryRaw<(Omit<FeedListed, Moments> & Record<Moments, Date>)[]>`
    SELECT f.id, f.url, f.title, f.outlet_id AS "outletId", o.name AS outlet, f.kind::text AS kind, f.state::text AS state,
      f.polled_at AS "polledAt", f.changed_at AS "changedAt", f.next_at AS "nextAt", f.failures, f.problem,
      f.problem_at AS "problemAt", f.version, coalesce(i.fresh, 0) AS fresh, coalesce(w.waiting, 0) AS waiting,
      coalesce(i.lost, 0) AS lost
    FROM feed f JOIN outlet o ON o.id = f.outlet_id
    LEFT JOIN (
      SELECT feed_id, count(*)::int AS fresh, (count(*) FILTER (WHERE state IN ('failed', 'refused')))::int AS lost
      FROM feed_item WHERE found_at > now() - interval '24 hours' AND state <> 'before' GROUP BY feed_id) i ON i.feed_id = f.id
    LEFT JOIN (
      SELECT feed_id, count(*)::int AS waiting FROM feed_item WHERE state = 'waiting' GROUP BY feed_id) w ON w.feed_id = f.id
    WHERE f.state <> 'removed' AND (${feedId}::uuid IS NULL OR f.id = ${feedId}::uuid)
    ORDER BY f.problem IS NULL, f.problem_at, f.state, lower(f.title), f.id LIMIT ${MOST_LISTED}`;
  return rows.map((row) => ({
    ...row,
    polledAt: row.polledAt?.toISOString() ?? null,
    changedAt: row.changedAt?.toISOString() ?? null,
    nextAt: row.nextAt.toISOString(),
    problemAt: row.problemAt?.toISOString() ?? null,
  }));
}
type Moments = "polledAt" | "changedAt" | "nextAt" | "problemAt";

/** One feed with its latest entries and its decisions. @throws OnRecordError "missing", for a removed one too */
export async function readFeed(reader: Reader, viewer: Viewer | null, feedId: string): Promise<FeedShown> {
  const [feed] = await list(reader, viewer, feedId);
  if (!feed) throw new OnRecordError("missing", "That feed is not on the list.");
  const [{ siteUrl }, entries, history] = await Promise.all([
    reader.feed.findUniqueOrThrow({ where: { id: feedId }, select: { siteUrl: true } }),
    reader.feedItem.findMany({
      where: { feedId },
      omit: { content: true, summary: true },
      orderBy: [{ foundAt: "desc" }, { publishedLocal: { sort: "desc", nulls: "last" } }, { id: "asc" }],
      take: LATEST_ENTRIES,
    }),
    recordHistory(reader, viewer, [{ noun: "feed", id: feedId }]),
  ]);
  return {
    feed,
    siteUrl,
    history,
    entries: entries.map(({ id, title, url, state, articleId, problem, foundAt, ...date }) => ({
      id,
      title,
      url,
      state,
      articleId,
      problem,
      foundAt: foundAt.toISOString(),
      published:
        date.publishedLocal && date.publishedPrecision
          ? { local: localDateText(date.publishedLocal, date.publishedPrecision), zone: date.publishedZone }
          : null,
    })),
  };
}
