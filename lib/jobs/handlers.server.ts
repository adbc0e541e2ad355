import type { Db } from "../db.server.ts";
import type { JobData, JobName } from "../queue/names.ts";
import { checkArticles } from "./check-articles.server.ts";
import { compareArticle } from "./compare-article.server.ts";
import { feedItem } from "./feed-item.server.ts";
import { importFile } from "./import.server.ts";
import { pollFeed } from "./poll-feed.server.ts";
import { pollFeeds } from "./poll-feeds.server.ts";
import { refetchArticle } from "./refetch-article.server.ts";

/**
 * Does one job: reads the record it names, does what is left to do, and marks it done in the same transaction. It may
 * be called twice for one job, also at the same time, and then does nothing the second time. When `signal` aborts, it
 * stops at the next good moment by throwing.
 */
export type Handler<Name extends JobName> = (
  client: Db,
  data: JobData<Name>,
  signal: AbortSignal,
) => Promise<void>;

export type Handlers = { readonly [Name in JobName]?: Handler<Name> };

/** Who does which job. A name that is not here waits. */
export const HANDLERS: Handlers = {
  "poll-feeds": pollFeeds,
  "poll-feed": pollFeed,
  "feed-item": feedItem,
  "check-articles": checkArticles,
  "compare-article": compareArticle,
  import: importFile,
  "refetch-article": refetchArticle,
};
