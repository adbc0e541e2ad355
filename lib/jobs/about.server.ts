import type { Reader } from "../db.server.ts";
import type { JobsNow } from "../queue/jobs-now.ts";
import type { JobName } from "../queue/names.ts";

/** A record a job is about, as the desk names it. */
export interface About {
  readonly words: string;
  /** Of the words, where they are an article's headline; null: not told. */
  readonly language?: string | null;
  /** Its page on the desk. */
  readonly href: string | null;
}

/** Names records by their ids; one that is gone has no name. */
type NameThem = (client: Reader, ids: string[]) => Promise<readonly (About & { readonly id: string })[]>;

const nameArticles: NameThem = async (client, ids) => {
  const rows = await client.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, headline: true, currentRevision: { select: { language: true } } },
  });
  return rows.map(({ id, headline, currentRevision }) => ({
    id,
    words: headline,
    language: currentRevision?.language ?? null,
    href: `/desk/articles/${id}`,
  }));
};

const NAMES: { readonly [Name in JobName]?: NameThem } = {
  "poll-feed": async (client, ids) => {
    const rows = await client.feed.findMany({
      where: { id: { in: ids } },
      select: { id: true, title: true },
    });
    return rows.map(({ id, title }) => ({ id, words: title, href: `/desk/feeds/${id}` }));
  },
  "feed-item": async (client, ids) => {
    const rows = await client.feedItem.findMany({
      where: { id: { in: ids } },
      select: { id: true, title: true, url: true },
    });
    return rows.map(({ id, title, url }) => ({ id, words: title || url || "without a title", href: null }));
  },
  import: async (client, ids) => {
    const rows = await client.import.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => ({ id, words: name, href: `/desk/imports/${id}` }));
  },
  "refetch-article": nameArticles,
  "compare-article": nameArticles,
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the listed jobs are about, by their keys. */
export async function aboutJobs(
  client: Reader,
  { running, failing, dead }: Pick<JobsNow, "running" | "failing" | "dead">,
): Promise<Readonly<Record<string, About>>> {
  const listed = [...running, ...failing, ...dead].filter(({ key }) => ID.test(key));
  const found = await Promise.all(
    [...new Set(listed.map(({ name }) => name))].map((name) => {
      const keys = listed.filter((job) => job.name === name).map(({ key }) => key);
      return NAMES[name]?.(client, [...new Set(keys)]) ?? [];
    }),
  );
  return Object.fromEntries(found.flat().map(({ id, ...about }) => [id, about]));
}
