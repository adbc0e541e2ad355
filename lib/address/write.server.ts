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
  await leaveOthers(tx, key, id, null);
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

/** The first of base, base-2, base-3 ... that nobody has. Counted by the database: words of other scripts share one base. */
async function freeSlug(tx: Tx, base: string): Promise<string> {
  const [found] = await tx.$queryRaw<{ n: number }[]>`
    WITH RECURSIVE tried(n) AS (
      SELECT 1
      UNION ALL
      SELECT n + 1 FROM tried
      WHERE EXISTS (SELECT 1 FROM address WHERE slug = ${base} || CASE WHEN n = 1 THEN '' ELSE '-' || n END)
    ) SELECT max(n) AS n FROM tried`;
  return !found || found.n === 1 ? base : `${base}-${found.n}`;
}

const isNamesake = (slug: string, base: string) =>
  slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
