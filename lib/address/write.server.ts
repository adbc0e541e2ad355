import type { Tx } from "../db.server.ts";
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

async function leaveOthers(tx: Tx, key: `${AddressNoun}Id`, id: string, slug: string | null): Promise<void> {
  const others = slug === null ? {} : { slug: { not: slug } };
  await tx.address.updateMany({ where: { [key]: id, current: true, ...others }, data: { current: false } });
}

/**
 * One of base, base-2, base-3 ... that nobody has: the first, but where a number was left out. Looked for in doubling
 * steps, by the database: words of another script share one base, as often as their outlet writes.
 */
async function freeSlug(tx: Tx, base: string): Promise<string> {
  const [found] = await tx.$queryRaw<{ n: number }[]>`
    WITH RECURSIVE doubled(n) AS (
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
    ) SELECT min(free) AS n FROM between`;
  return !found || found.n === 1 ? base : `${base}-${found.n}`;
}

const isNamesake = (slug: string, base: string) =>
  slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
