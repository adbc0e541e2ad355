import type { MetadataRoute } from "next";
import { listedAddresses } from "#lib/address/published.server.ts";
import { env } from "#lib/env.ts";

export const dynamic = "force-dynamic";

/** The most addresses one sitemap may hold. */
const LIMIT = 50_000;
const ROOMS = ["/", "/claims", "/actors", "/outlets", "/about"];

/** Everything public and no sample. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { url } = env();
  const nouns = await listedAddresses(LIMIT - ROOMS.length);
  return [...ROOMS, ...nouns.map(({ noun, slug }) => `/${noun}s/${slug}`)].map((path) => ({
    url: url + path,
  }));
}
