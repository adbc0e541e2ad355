import { createHash } from "node:crypto";
import { addressKey, canonicalUrl } from "../article/canonical-url.ts";
import { readLocalDate } from "../article/publication-date.ts";
import type { Tx } from "../db.server.ts";
import { enqueueAll } from "../queue/enqueue.server.ts";
import type { ParsedItem } from "./parsed-feed.ts";
import { wholeText } from "./whole-text.ts";

/** So many articles at most are fetched again because one poll says that their entries changed. */
const MOST_REFETCHED = 50;

/** What of an entry says that its article may be another now. Its address does too, and is compared as it stands. */
export const fingerprintOf = ({ title, updated }: ParsedItem): string =>
  createHash("sha256")
    .update([title, updated?.local ?? "", updated?.zone ?? ""].join("\n"), "utf8")
    .digest("hex");

/** An entry on record, as far as what the feed says of it is measured against it. */
export const KNOWN_ITEM = {
  id: true,
  key: true,
  url: true,
  fingerprint: true,
  state: true,
  articleId: true,
  article: { select: { canonicalUrl: true } },
  listedAt: true,
} as const;

interface KnownItem {
  readonly id: string;
  readonly url: string | null;
  readonly fingerprint: string;
  readonly state: string;
  readonly articleId: string | null;
  readonly article: { readonly canonicalUrl: string | null } | null;
}

export interface ChangedItem {
  readonly row: KnownItem;
  readonly item: ParsedItem;
}

/** Whether the feed says something else of an entry than it did. */
export const isChanged = ({ row, item }: ChangedItem): boolean =>
  row.fingerprint !== fingerprintOf(item) || leadsElsewhere(row, item);

function leadsElsewhere(row: KnownItem, item: ParsedItem): boolean {
  if (item.url === null) return false;
  const [before, now] = [row.url && canonicalUrl(row.url), canonicalUrl(item.url)];
  if (before === now) return false;
  // Some feeds number their links anew each time they are asked, or turn to https: that alone brings nothing in again.
  const samePage = before !== null && now !== null && withoutQuery(before) === withoutQuery(now);
  return !(samePage && row.state === "done" && row.fingerprint === fingerprintOf(item));
}

const withoutQuery = (address: string) => addressKey(address).split("?", 1)[0];

/** Whether an entry that is done leads to another page than its article's. */
const isAnothers = ({ row, item }: ChangedItem): boolean =>
  row.state === "done" &&
  leadsElsewhere(row, item) &&
  item.url !== null &&
  addressKey(item.url) !== addressKey(row.article?.canonicalUrl ?? "");

/**
 * Keeps what the feed says of entries now. One that came to nothing is tried again, one that leads to another page than
 * its article's is brought in from there, and of the others that are done the article is fetched again. Where more lead
 * elsewhere than one poll may fetch, the rest stay as they were, so that a later poll finds them.
 */
export async function changeItems(tx: Tx, changed: readonly ChangedItem[]): Promise<void> {
  const anothers = changed.filter(isAnothers);
  const [moved, later] = [
    new Set(anothers.slice(0, MOST_REFETCHED)),
    new Set(anothers.slice(MOST_REFETCHED)),
  ];
  const now = changed.filter((one) => !later.has(one));
  const again = now.filter((one) => moved.has(one) || ["failed", "refused"].includes(one.row.state));
  for (const one of now) await changeItem(tx, one, again.includes(one));
  await enqueueAll(
    tx,
    "feed-item",
    again.map(({ row }) => ({ feedItemId: row.id })),
  );
  await enqueueAll(
    tx,
    "refetch-article",
    now
      .filter((one) => !moved.has(one) && one.row.fingerprint !== fingerprintOf(one.item))
      .flatMap(({ row: { articleId } }) => (articleId === null ? [] : [{ articleId }]))
      .slice(0, MOST_REFETCHED),
  );
}

async function changeItem(tx: Tx, { row, item }: ChangedItem, again: boolean): Promise<void> {
  const date = item.published && readLocalDate(item.published.local);
  await tx.feedItem.update({
    where: { id: row.id },
    data: {
      title: item.title,
      summary: item.summary,
      author: item.author,
      url: item.url ?? row.url,
      publishedLocal: date?.at ?? null,
      publishedPrecision: date?.precision ?? null,
      publishedZone: item.published?.zone ?? null,
      fingerprint: fingerprintOf(item),
      ...(again || row.state === "waiting" ? { content: wholeText(item.contentHtml), tries: 0 } : {}),
      ...(again ? { state: "waiting", problem: null, doneAt: null, articleId: null } : {}),
    },
  });
}
