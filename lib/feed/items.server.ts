import { randomUUID } from "node:crypto";
import { readLocalDate } from "../article/publication-date.ts";
import type { Tx } from "../db.server.ts";
import { enqueueAll } from "../queue/enqueue.server.ts";
import { changeItems, fingerprintOf, isChanged, KNOWN_ITEM } from "./changed-items.server.ts";
import { momentOf } from "./feed-date.ts";
import { noteListed } from "./forget.server.ts";
import type { ParsedItem } from "./parsed-feed.ts";
import { wholeText } from "./whole-text.ts";

/** Of a feed that is read for the first time only the newest entries are brought in: it began before we did. */
export const FIRST_ITEMS = 25;

export interface StoredItems {
  readonly added: number;
  readonly changed: number;
}

/**
 * Keeps what a poll found, and sends a job for each entry that is to be brought in, in one transaction. An entry known by
 * its key is never stored twice; where what the feed says of it has changed, that is kept and acted on.
 */
export async function storeItems(
  tx: Tx,
  feedId: string,
  items: readonly ParsedItem[],
  first: boolean,
): Promise<StoredItems> {
  const known = await tx.feedItem.findMany({
    where: { feedId, key: { in: items.map(({ key }) => key) } },
    select: KNOWN_ITEM,
  });
  await noteListed(tx, known);
  const byKey = new Map(known.map((row) => [row.key, row]));
  const fresh = items.filter(({ key }) => !byKey.has(key));
  const added = await insertItems(tx, feedId, fresh, first ? newest(fresh, FIRST_ITEMS) : new Set(fresh));
  await enqueueAll(
    tx,
    "feed-item",
    added.filter(({ state }) => state === "waiting").map(({ id }) => ({ feedItemId: id })),
  );
  const changed = items.flatMap((item) => {
    const row = byKey.get(item.key);
    return row !== undefined && isChanged({ row, item }) ? [{ row, item }] : [];
  });
  await changeItems(tx, changed);
  return { added: added.length, changed: changed.length };
}

/** Undated entries stand where the feed has put them: newest first, as nearly all do. */
function newest(items: readonly ParsedItem[], most: number): ReadonlySet<ParsedItem> {
  const timed = items.map((item) => ({
    item,
    at: item.published ? momentOf(item.published).getTime() : null,
  }));
  const sorted = timed.every(({ at }) => at !== null)
    ? timed.sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    : timed;
  return new Set(sorted.slice(0, most).map(({ item }) => item));
}

async function insertItems(
  tx: Tx,
  feedId: string,
  items: readonly ParsedItem[],
  wanted: ReadonlySet<ParsedItem>,
): Promise<readonly { readonly id: string; readonly state: string }[]> {
  if (items.length === 0) return [];
  const rows = items.map((item) => {
    const date = item.published && readLocalDate(item.published.local);
    return {
      id: randomUUID(),
      key: item.key,
      url: item.url,
      title: item.title,
      summary: item.summary,
      author: item.author,
      content: wanted.has(item) ? wholeText(item.contentHtml) : null,
      local: date?.at.toISOString().slice(0, 19) ?? null,
      exactness: date?.precision ?? null,
      zone: item.published?.zone ?? null,
      fingerprint: fingerprintOf(item),
      state: wanted.has(item) ? "waiting" : "before",
    };
  });
  return tx.$queryRaw<{ id: string; state: string }[]>`
    INSERT INTO feed_item (id, feed_id, key, url, title, summary, author, content, published_local,
      published_precision, published_zone, fingerprint, state)
    SELECT r.id, ${feedId}::uuid, r.key, r.url, r.title, r.summary, r.author, r.content, r.local,
      r.exactness::"precision", r.zone, r.fingerprint, r.state::feed_item_state
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, key text, url text, title text, summary text,
      author text, content text, local timestamp, exactness text, zone text, fingerprint text, state text)
    ON CONFLICT (feed_id, key) DO NOTHING RETURNING id, state::text`;
}
