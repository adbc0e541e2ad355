import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Reader } from "../db.server.ts";
import { type Place, type Turned, turned } from "../place.ts";
import { aboutToRun } from "../queue/put-off.server.ts";
import { ALL_FEEDS, type FeedsAsked, HEALTHS, type ListedHealth } from "./list-query.ts";
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
  /** The worker reads it, or is about to. */
  readonly pending: boolean;
  readonly failures: number;
  readonly problem: string | null;
  readonly problemAt: string | null;
  readonly version: number;
  /** Entries found in the last 24 hours, those that still wait, and those of the last 24 hours that came to nothing. */
  readonly fresh: number;
  readonly waiting: number;
  readonly lost: number;
}

export const FEEDS_PAGE = 50;

export interface FeedList extends Turned<FeedListed> {
  /** Of those with the words that were looked for, on all pages. */
  readonly counts: Readonly<Record<ListedHealth, number>>;
}

type Moments = "polledAt" | "changedAt" | "nextAt" | "problemAt";
type Row = Omit<FeedListed, Moments> &
  Record<Moments, Date> & { readonly rank: number; readonly key: string };

/** How a feed is, as a place in HEALTHS, and what it stands by among its like: the longest broken first, else its title. */
const RANK = Prisma.sql`CASE WHEN f.state = 'paused' THEN 2 WHEN f.problem IS NULL THEN 1 ELSE 0 END`;
const KEY = Prisma.sql`CASE WHEN f.state = 'active' AND f.problem IS NOT NULL
  THEN to_char(f.problem_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS') ELSE lower(f.title) END`;

/** A page of all feeds but the removed ones: broken ones first, the longest broken on top; paused ones last. */
export async function readFeeds(
  reader: Reader,
  viewer: Viewer | null,
  asked: FeedsAsked = ALL_FEEDS,
): Promise<FeedList> {
  allow(viewer, "readDesk");
  const { words, only } = asked.query;
  const found = Prisma.join(
    [Prisma.sql`f.state <> 'removed'`, ...(words === "" ? [] : words.split(" ").map(holding))],
    " AND ",
  );
  const page = await readPage(
    reader,
    asked,
    only === "" ? found : Prisma.sql`${found} AND ${RANK} = ${HEALTHS.indexOf(only)}`,
  );
  const counted = await reader.$queryRaw<{ rank: number; count: number }[]>`
    SELECT ${RANK} AS rank, count(*)::int AS count FROM feed f JOIN outlet o ON o.id = f.outlet_id
    WHERE ${found} GROUP BY 1`;
  const countOf = (health: ListedHealth) =>
    counted.find(({ rank }) => rank === HEALTHS.indexOf(health))?.count ?? 0;
  return {
    ...page,
    counts: { broken: countOf("broken"), read: countOf("read"), paused: countOf("paused") },
  };
}

/** A word is a part of the feed's name or address, or of its outlet's name. */
const holding = (term: string): Prisma.Sql => Prisma.sql`
  plain_words(f.title || ' ' || f.url || ' ' || o.name) LIKE plain_words(${`%${term.replace(/[\\%_]/g, "\\$&")}%`})`;

async function readPage(reader: Reader, asked: FeedsAsked, where: Prisma.Sql): Promise<Turned<FeedListed>> {
  const { after, before } = asked;
  const place = after ?? before;
  const from = place
    ? Prisma.sql`(${RANK}, ${KEY}, f.id) ${Prisma.raw(before ? "<" : ">")} (${place.rank}, ${place.key}, ${place.id}::uuid)`
    : Prisma.sql`true`;
  const order = Prisma.raw(before ? "rank DESC, key DESC, id DESC" : "rank, key, id");
  const rows = await select(reader, Prisma.sql`${where} AND ${from}`, order, FEEDS_PAGE + 1);
  const page = turned(rows, ({ rank, key, id }): Place => ({ rank, key, id }), { after, before }, FEEDS_PAGE);
  if (before && page.before === null) return readPage(reader, { ...asked, before: null }, where);
  return { ...page, rows: page.rows.map(listed) };
}

/** One feed as it is listed, if it is not removed. For those who may read it: the caller asks. */
export async function readListedFeed(reader: Reader, feedId: string): Promise<FeedListed | null> {
  const where = Prisma.sql`f.state <> 'removed' AND f.id = ${feedId}::uuid`;
  const [row] = await select(reader, where, Prisma.sql`id`, 1);
  return row ? listed(row) : null;
}

/** Entries are counted of the feeds on the page alone. */
function select(reader: Reader, where: Prisma.Sql, order: Prisma.Sql, most: number): Promise<readonly Row[]> {
  return reader.$queryRaw<Row[]>`
    SELECT f.*, i.fresh, i.lost, w.waiting,
      f.state = 'active' AND (f."nextAt" <= now() OR ${aboutToRun("poll-feed", Prisma.sql`f.id::text`)}) AS pending
    FROM (
      SELECT f.id, f.url, f.title, f.outlet_id AS "outletId", o.name AS outlet, f.kind::text AS kind,
        f.state::text AS state, f.polled_at AS "polledAt", f.changed_at AS "changedAt", f.next_at AS "nextAt",
        f.failures, f.problem, f.problem_at AS "problemAt", f.version, ${RANK} AS rank, ${KEY} AS key
      FROM feed f JOIN outlet o ON o.id = f.outlet_id WHERE ${where} ORDER BY ${order} LIMIT ${most}) f
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS fresh, (count(*) FILTER (WHERE state IN ('failed', 'refused')))::int AS lost
      FROM feed_item WHERE feed_id = f.id AND found_at > now() - interval '24 hours' AND state <> 'before') i
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS waiting FROM feed_item WHERE feed_id = f.id AND state = 'waiting') w
    ORDER BY ${order}`;
}

const listed = ({ rank: _, key: __, ...row }: Row): FeedListed => ({
  ...row,
  polledAt: row.polledAt?.toISOString() ?? null,
  changedAt: row.changedAt?.toISOString() ?? null,
  nextAt: row.nextAt.toISOString(),
  problemAt: row.problemAt?.toISOString() ?? null,
});
