import type { Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { slugOf } from "./slug.ts";

export type AddressNoun = "article" | "claim" | "actor" | "outlet";
const NAMESAKES = 10_000;

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
  for (let n = 1; n < NAMESAKES; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    const taken = await tx.address.findUnique({ where: { slug } });
    if (taken && taken[key] !== id) continue;
    await tx.address.updateMany({
      where: { [key]: id, current: true, slug: { not: slug } },
      data: { current: false },
    });
    if (taken) await tx.address.update({ where: { slug }, data: { current: true } });
    // Two writers after one slug: the later one finds nothing inserted and tries the next number.
    else if (
      (await tx.address.createMany({ data: { slug, [key]: id, sample }, skipDuplicates: true })).count === 0
    )
      continue;
    return slug;
  }
  throw new OnRecordError("conflict", `Too many records share the address ${base}.`);
}
