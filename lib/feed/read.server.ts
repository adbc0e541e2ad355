import { localDateText, type PublicationDate } from "../article/publication-date.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { type DecisionRow, recordHistory } from "../decision/read.server.ts";
import { OnRecordError } from "../errors.ts";
import { reasonsToWait } from "../queue/put-off.server.ts";
import { type FeedListed, readListedFeed } from "./list.server.ts";

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** Of the article it became; null: there is none, or nobody told. */
  readonly language: string | null;
  readonly url: string | null;
  readonly published: PublicationDate | null;
  readonly state: "before" | "waiting" | "done" | "failed" | "refused";
  readonly articleId: string | null;
  /** Why it came to nothing, or why it still waits. */
  readonly problem: string | null;
  readonly foundAt: string;
}

export interface FeedShown {
  readonly feed: FeedListed;
  readonly siteUrl: string | null;
  readonly entries: readonly FeedEntry[];
  readonly history: readonly DecisionRow[];
}

const LATEST_ENTRIES = 100;

/** One feed with its latest entries and its decisions. @throws OnRecordError "missing", for a removed one too */
export async function readFeed(reader: Reader, viewer: Viewer | null, feedId: string): Promise<FeedShown> {
  allow(viewer, "readDesk");
  const feed = await readListedFeed(reader, feedId);
  if (!feed) throw new OnRecordError("missing", "That feed is not on the list.");
  const [{ siteUrl }, entries, history] = await Promise.all([
    reader.feed.findUniqueOrThrow({ where: { id: feedId }, select: { siteUrl: true } }),
    reader.feedItem.findMany({
      where: { feedId },
      omit: { content: true, summary: true },
      include: { article: { select: { currentRevision: { select: { language: true } } } } },
      orderBy: [{ foundAt: "desc" }, { publishedLocal: { sort: "desc", nulls: "last" } }, { id: "asc" }],
      take: LATEST_ENTRIES,
    }),
    recordHistory(reader, viewer, [{ noun: "feed", id: feedId }]),
  ]);
  const waiting = entries.filter(({ state }) => state === "waiting").map(({ id }) => id);
  const reasons = await reasonsToWait(reader, "feed-item", waiting);
  return {
    feed,
    siteUrl,
    history,
    entries: entries.map(({ id, title, url, state, articleId, article, problem, foundAt, ...date }) => ({
      id,
      title,
      language: article?.currentRevision?.language ?? null,
      url,
      state,
      articleId,
      problem: state === "waiting" ? whyWaiting(reasons.get(id)) : problem,
      foundAt: foundAt.toISOString(),
      published:
        date.publishedLocal && date.publishedPrecision
          ? { local: localDateText(date.publishedLocal, date.publishedPrecision), zone: date.publishedZone }
          : null,
    })),
  };
}

const whyWaiting = (reason: string | undefined): string | null =>
  reason === undefined ? null : `${reason} It is tried again by itself.`;
