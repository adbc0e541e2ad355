import { Prisma, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { slugOf } from "./slug.ts";

export type AddressNoun = "article" | "claim" | "actor" | "outlet";
/** Looks for a free address, should others take it in the same moment. */
const TRIES = 20;

/**
 * Gives a noun its current address, made from `words`; namesakes get -2, -3 ... An address the noun had
 * before stays and redirects. Returns the slug.
 */
export async function giveAddress(
  tx: Tx,
  noun: AddressNoun,
  id: string,
  words: string,
  sample: boolean,
): Promise<string> {
  const [first] = await tx.$queryRaw<{ slug: string }[]>(firstAddressInsert(noun, id, words, sample));
  if (first) return first.slug;
  const key = `${noun}Id` as const;
  const base = slugOf(words, noun);
  const had = await tx.address.findMany({ where: { [key]: id }, orderBy: { slug: "asc" } });
  const again = had.find((address) => isNamesake(address.slug, base));
  if (again) {
    await leaveOthers(tx, key, id, again.slug);
    await tx.address.update({ where: { slug: again.slug }, data: { current: true } });
    return again.slug;
  }
  if (had.length > 0) await leaveOthers(tx, key, id, null);
  for (let tries = 0; tries < TRIES; tries++) {
    const slug = await freeSlug(tx, base);
    const { count } = await tx.address.createMany({
      data: { slug, [key]: id, sample },
      skipDuplicates: true,
    });
    // Two writers after one slug: the later one finds nothing inserted and looks again.
    if (count === 1) return slug;
  }
  throw new OnRecordError("conflict", `Many records are being named ${base}. Try again in a moment.`);
}

const COLUMNS = {
  article: Prisma.sql`article_id`,
  claim: Prisma.sql`claim_id`,
  actor: Prisma.sql`actor_id`,
  outlet: Prisma.sql`outlet_id`,
} as const satisfies Record<AddressNoun, Prisma.Sql>;

/**
 * The statement that gives a noun its first address, for one that adds the noun as well. It gives no row where the noun
 * has one, or where another took the same in the same moment: `giveAddress` then looks again.
 * @param after ", name" of what has to be written before it
 */
export function firstAddressInsert(
  noun: AddressNoun,
  id: string,
  words: string,
  sample: boolean,
  after = Prisma.empty,
): Prisma.Sql {
  const base = slugOf(words, noun);
  return Prisma.sql`
    WITH RECURSIVE ${freeNumber(base)}
    INSERT INTO address (slug, ${COLUMNS[noun]}, sample)
    SELECT ${base}::text || CASE WHEN free.n = 1 THEN '' ELSE '-' || free.n END, ${id}::uuid, ${sample}::boolean
    FROM free ${after}
    WHERE NOT EXISTS (SELECT FROM address WHERE ${COLUMNS[noun]} = ${id}::uuid)
    ON CONFLICT DO NOTHING RETURNING slug`;
}

async function leaveOthers(tx: Tx, key: `${AddressNoun}Id`, id: string, slug: string | null): Promise<void> {
  const others = slug === null ? {} : { slug: { not: slug } };
  await tx.address.updateMany({ where: { [key]: id, current: true, ...others }, data: { current: false } });
}

async function freeSlug(tx: Tx, base: string): Promise<string> {
  const [found] = await tx.$queryRaw<{ n: number }[]>`WITH RECURSIVE ${freeNumber(base)} SELECT n FROM free`;
  return !found || found.n === 1 ? base : `${base}-${found.n}`;
}

/**
 * Finds one of base, base-2, base-3 ... that nobody has: the first, but where a number was left out. Looked for in doubling
 * steps, by the database: words of another script share one base, as often as their outlet writes.
 */
function freeNumber(base: string): Prisma.Sql {
  return Prisma.sql`
    doubled(n) AS (
      SELECT 1
      UNION ALL
      SELECT n * 2 FROM doubled
      WHERE EXISTS (SELECT 1 FROM address WHERE slug = ${base} || CASE WHEN n = 1 THEN '' ELSE '-' || n END)
    ), between(taken, free) AS (
      SELECT max(n) / 2, max(n) FROM doubled
      UNION ALL
      SELECT CASE WHEN half.taken THEN half.n ELSE between.taken END,
        CASE WHEN half.taken THEN between.free ELSE half.n END
      FROM between, LATERAL (
        SELECT n, EXISTS (SELECT 1 FROM address WHERE slug = ${base} || '-' || n) AS taken
        FROM (SELECT (between.taken + between.free) / 2 AS n) AS middle
      ) AS half
      WHERE between.free - between.taken > 1
    ), free AS (SELECT min(between.free) AS n FROM between)`;
}

const isNamesake = (slug: string, base: string) =>
  slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
