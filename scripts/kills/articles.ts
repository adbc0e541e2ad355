import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer.ts";
import { type Db, inTransaction } from "#lib/db.server.ts";
import { bringIn } from "#lib/desk/bring-in.server.ts";
import type { Handler } from "#lib/jobs/handlers.server.ts";
import { enqueueAll } from "#lib/queue/enqueue.server.ts";

/**
 * Generated articles wait to be brought in: a table as feeds have one, with a log of what was done. The first `poison` of
 * them take their worker with them.
 */
export async function sendArticles(client: Db, count: number, poison = 0): Promise<void> {
  await client.$executeRaw`CREATE TABLE kills_item (id uuid PRIMARY KEY, number int NOT NULL, poison boolean NOT NULL, done_at timestamptz)`;
  await client.$executeRaw`CREATE TABLE kills_done (item_id uuid NOT NULL, article_id uuid NOT NULL)`;
  const ids = Array.from({ length: count }, () => randomUUID());
  await inTransaction(client, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO kills_item (id, number, poison)
      SELECT id, number, number < ${poison} FROM unnest(${ids}::uuid[], ${ids.map((_, n) => n)}::int[]) AS item (id, number)`;
    await enqueueAll(
      tx,
      "feed-item",
      ids.map((feedItemId) => ({ feedItemId })),
    );
  });
}

/** Brings one in and marks it done, in one transaction: what every handler does. */
export const bringItem =
  (viewer: Viewer): Handler<"feed-item"> =>
  (client, { feedItemId }) =>
    inTransaction(client, async (tx) => {
      const [item] = await tx.$queryRaw<{ number: number; poison: boolean }[]>`
        SELECT number, poison FROM kills_item WHERE id = ${feedItemId}::uuid AND done_at IS NULL FOR UPDATE`;
      if (!item) return;
      if (item.poison) process.kill(process.pid, "SIGKILL");
      const { articleId } = await bringIn(tx, viewer, arrival(item.number));
      await tx.$executeRaw`UPDATE kills_item SET done_at = now() WHERE id = ${feedItemId}::uuid`;
      await tx.$executeRaw`INSERT INTO kills_done VALUES (${feedItemId}::uuid, ${articleId}::uuid)`;
    });

const PLACES = ["Harbour Row", "Mill Lane", "the north quay", "Station Square", "the old brewery"];
const THINGS = ["a bridge", "a night bus", "two cranes", "a reading room", "a ferry"];

/** A small article of an invented outlet, another for each number. */
function arrival(number: number): Parameters<typeof bringIn>[2] {
  const [place, thing] = [PLACES[number % 5], THINGS[Math.floor(number / 5) % 5]];
  const headline = `Notice ${number}: ${thing} for ${place}`;
  const paragraphs = [
    `The council of Tollhaven will pay for ${thing} at ${place}, it said in notice ${number}.`,
    `“We have waited ${number + 2} weeks for this,” said harbour master Edda Quill.`,
  ];
  return {
    source: "feed",
    outlet: { name: "Tollhaven Notices" },
    headline,
    standfirst: null,
    paragraphs,
    byline: null,
    publishedAt: null,
    zone: null,
    publishedSource: null,
    url: `https://notices.tollhaven.example/${number}`,
    language: "en",
    raw: { bytes: Buffer.from([headline, ...paragraphs].join("\n\n")), type: "text/plain; charset=utf-8" },
    extractor: "list/1",
  };
}

export interface Tally {
  readonly done: number;
  /** Items done more than once, and texts seen more often than there are articles. */
  readonly duplicates: number;
  /** Items neither done nor waiting in any queue. */
  readonly lost: number;
  readonly dead: number;
  /** Tries that were begun after one that was cut off. */
  readonly again: number;
}

export async function tally(client: Db): Promise<Tally> {
  const [counts] = await client.$queryRaw<Tally[]>`
    SELECT (SELECT count(*) FROM kills_item WHERE done_at IS NOT NULL)::int AS done,
           (SELECT count(*) - count(DISTINCT item_id) + count(*) - count(DISTINCT article_id) FROM kills_done)::int
             + (SELECT count(*) FROM sighting)::int - (SELECT count(*) FROM article)::int
             + (SELECT count(*) FROM revision)::int - (SELECT count(*) FROM article)::int AS duplicates,
           (SELECT count(*) FROM kills_item i WHERE done_at IS NULL AND NOT EXISTS (
              SELECT FROM pgboss.job j WHERE j.singleton_key = i.id::text AND (j.state < 'completed' OR j.name = 'dead-letters')
            ))::int AS lost,
           (SELECT count(*) FROM pgboss.job WHERE name = 'dead-letters')::int AS dead,
           (SELECT coalesce(sum(retry_count), 0) FROM pgboss.job WHERE name = 'feed-item')::int AS again`;
  if (!counts) throw new Error("The database counts nothing.");
  return counts;
}
