import { notFound, redirect } from "next/navigation";
import { currentAddress } from "#lib/address/published.server.ts";
import type { AddressNoun } from "#lib/address/write.server.ts";

const SLUG = /^[a-z0-9-]{1,100}$/;

/**
 * The public noun at an address. An older address of it redirects to the current one for the time being (307); what
 * isn't public and what doesn't exist are the same missing page.
 */
export async function nounAt<T>(
  noun: AddressNoun,
  slug: string,
  read: (slug: string) => Promise<T | null>,
): Promise<T> {
  if (!SLUG.test(slug)) notFound();
  const found = await read(slug);
  if (found !== null) return found;
  const current = await currentAddress(noun, slug);
  // A current address that reads as nothing lost its publication in between.
  if (current === null || current === slug) notFound();
  redirect(`/${noun}s/${current}`);
}

export type Params = Promise<{ readonly slug: string }>;
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The number of a list's page in the address, from 1. */
export function pageNumber(value: string | string[] | undefined): number {
  const number = typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.max(1, number);
}
