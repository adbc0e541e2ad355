import { localDateText, type Precision } from "../article/publication-date.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Reader } from "../db.server.ts";
import { type Place, type Turned, turned } from "../place.ts";
import {
  type InboxAsked,
  type InboxQuery,
  type Source,
  WHOLE_INBOX,
  WORK,
  type Work,
} from "./inbox-query.ts";

export interface InboxRow {
  readonly id: string;
  readonly headline: string;
  /** Of its present text; null: not told. */
  readonly language: string | null;
  readonly outlet: string;
  readonly publishedAt: string | null;
  readonly broughtInAt: string;
  readonly source: Source | null;
  readonly sample: boolean;
  /** Suggestions that wait for an editor. */
  readonly open: number;
  /** Undecided ones that the desk shows only when asked: they wait for nobody. */
  readonly lessCertain: number;
  readonly statements: number;
  /** Because the text was changed: statements to place, statements whose relays are to prove again, and changes by the outlet to judge. */
  readonly toLook: number;
  /**
   * new: nothing decided; begun: decided in part; changed: since the sign-off something was decided that the public
   * would see, or suggested, or the text was changed; signedOff: nothing to do. The database computes it.
   */
  readonly state: "new" | "begun" | "changed" | "signedOff";
}

/** A count that was not followed for ever: exact up to COUNTED, else one more than that. */
export type Bounded = number;
/** As far as articles are counted. */
export const COUNTED = 1_000;
export const INBOX_PAGE = 50;

export interface Inbox extends Turned<InboxRow> {
  /** What each kind of work would list, `""` being all; and what of all waits for an editor. */
  readonly counts: Readonly<Record<Work | "" | "waiting", Bounded>>;
  /** False: no outlet bears the name that was asked for. */
  readonly outletKnown: boolean;
}

interface Row extends Omit<InboxRow, "publishedAt" | "broughtInAt"> {
  readonly waits: boolean;
  readonly broughtInAt: Date;
  readonly local: Date | null;
  readonly precision: Precision | null;
}

/**
 * A page of the articles on the desk, those with work first, then the newest: by ranges of indexes, however many there
 * are. Before the first row stands nothing, so a page that is asked for backwards and reaches it is the first page.
 */
export async function readInbox(
  reader: Reader,
  viewer: Viewer | null,
  asked: InboxAsked = WHOLE_INBOX,
): Promise<Inbox> {
  allow(viewer, "readDesk");
  const outletId = await outletNamed(reader, asked.query.outlet);
  const narrowed = narrowing(asked.query, outletId);
  const [page, counts] = await Promise.all([
    readPage(reader, asked, Prisma.sql`${narrowed} AND ${OF_WORK[asked.query.work]}`),
    readCounts(reader, narrowed),
  ]);
  return { ...page, counts, outletKnown: outletId !== null };
}

async function readPage(reader: Reader, asked: InboxAsked, where: Prisma.Sql): Promise<Turned<InboxRow>> {
  const { after, before } = asked;
  const place = after ?? before;
  const order = Prisma.raw(
    before
      ? "w.waits, w.brought_in_at, w.article_id"
      : "w.waits DESC, w.brought_in_at DESC, w.article_id DESC",
  );
  const from = place
    ? Prisma.sql`(w.waits, w.brought_in_at, w.article_id) ${Prisma.raw(before ? ">" : "<")}
        (${place.rank === 1}, ${momentOf(place)}::timestamptz, ${place.id}::uuid)`
    : Prisma.sql`true`;
  const found = await reader.$queryRaw<Row[]>`
    SELECT w.article_id AS id, a.headline, r.language, o.name AS outlet, a.published_local AS local,
      a.published_precision::text AS precision, w.brought_in_at AS "broughtInAt", w.source::text AS source, a.sample,
      w.open, w.less_certain AS "lessCertain", w.statements, w.to_look AS "toLook", w.state::text AS state, w.waits
    FROM (SELECT * FROM article_work w WHERE ${where} AND ${from} ORDER BY ${order} LIMIT ${INBOX_PAGE + 1}) w
    JOIN article a ON a.id = w.article_id
    JOIN outlet o ON o.id = w.outlet_id
    LEFT JOIN revision r ON r.id = a.current_revision_id
    ORDER BY ${order}`;
  const page = turned(found, placeOf, { after, before }, INBOX_PAGE);
  if (before && page.before === null) return readPage(reader, { ...asked, before: null }, where);
  return { ...page, rows: page.rows.map(shown) };
}

const placeOf = ({ waits, broughtInAt, id }: Row): Place => ({
  rank: waits ? 1 : 0,
  key: String(broughtInAt.getTime()),
  id,
});

/** The moment a place names; one that names none is the beginning of time. */
function momentOf({ key }: Place): Date {
  const at = new Date(Number(key));
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9_999 || at.getUTCFullYear() < 1
    ? new Date(0)
    : at;
}

function shown({ waits: _, local, precision, broughtInAt, ...row }: Row): InboxRow {
  return {
    ...row,
    publishedAt: local && precision ? localDateText(local, precision) : null,
    broughtInAt: broughtInAt.toISOString(),
  };
}

/** What is listed of each kind of work. Each has an index of its own. */
const OF_WORK: Readonly<Record<Work | "", Prisma.Sql>> = {
  "": Prisma.sql`true`,
  suggestions: Prisma.sql`w.waits AND w.open > 0`,
  toLook: Prisma.sql`w.to_look > 0`,
  changed: Prisma.sql`w.state = 'changed'`,
  signedOff: Prisma.sql`NOT w.waits`,
};

/** All the words, in any order, each a part of headline or outlet's name. */
function narrowing({ words, source }: InboxQuery, outletId: string | null | undefined): Prisma.Sql {
  const terms = words === "" ? [] : words.split(" ").slice(0, MOST_TERMS);
  const conditions = [Prisma.sql`true`, ...terms.map(holding)];
  if (source !== "") conditions.push(Prisma.sql`w.source = ${source}::sighting_source`);
  if (outletId !== undefined) conditions.push(Prisma.sql`w.outlet_id = ${outletId}::uuid`);
  return Prisma.join(conditions, " AND ");
}
const MOST_TERMS = 8;

/** One or two letters would be in nearly every headline: they have to begin a word. No index finds them. */
const holding = (term: string): Prisma.Sql =>
  /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}]{1,2}$/u.test(term)
    ? Prisma.sql`w.words ~ ('\\m' || plain_words(${term}))`
    : Prisma.sql`w.words LIKE plain_words(${`%${term.replace(/[\\%_]/g, "\\$&")}%`})`;

/** The outlet of that name. Undefined: none is asked for; null: none bears it. */
async function outletNamed(reader: Reader, name: string): Promise<string | null | undefined> {
  if (name === "") return undefined;
  const [row] = await reader.$queryRaw<
    { id: string }[]
  >`SELECT id FROM outlet WHERE lower(name) = lower(${name})`;
  return row?.id ?? null;
}

async function readCounts(reader: Reader, narrowed: Prisma.Sql): Promise<Inbox["counts"]> {
  const kinds = { ...OF_WORK, waiting: Prisma.sql`w.waits` };
  const names = ["", ...WORK, "waiting"] as const;
  const counted = names.map(
    (name) => Prisma.sql`(SELECT count(*)::int FROM (
      SELECT FROM article_work w WHERE ${narrowed} AND ${kinds[name]} LIMIT ${COUNTED + 1}) t)`,
  );
  const [row] = await reader.$queryRaw<
    { counts: number[] }[]
  >`SELECT ARRAY[${Prisma.join(counted)}] AS counts`;
  return Object.fromEntries(names.map((name, at) => [name, row?.counts[at] ?? 0])) as Inbox["counts"];
}
