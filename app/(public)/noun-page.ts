import { notFound } from "next/navigation";

/**
 * The public noun at its current address; what isn't public and what doesn't exist are the same missing page.
 * proxy.ts has led older addresses here already.
 */
export async function nounAt<T>(slug: string, read: (slug: string) => Promise<T | null>): Promise<T> {
  return (await read(slug)) ?? notFound();
}

export type Params = Promise<{ readonly slug: string }>;
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The number of a list's page in the address, from 1. */
export function pageNumber(value: string | string[] | undefined): number {
  const number = typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.max(1, number);
}
