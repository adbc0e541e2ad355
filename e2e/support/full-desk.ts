import { randomUUID } from "node:crypto";
import { db } from "#lib/db.server.ts";
import { rareName } from "./rare-name.ts";

/** Articles of an outlet of their own, as if brought in one a minute, the first the oldest. Returns the outlet's name. */
export async function manyArticles(count: number, headline: (n: number) => string): Promise<string> {
  const name = rareName("Shoal Post");
  const { id: outletId } = await db().outlet.create({ data: { name, kind: "newspaper" } });
  const from = Date.now() - count * 60_000;
  await db().article.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      outletId,
      headline: headline(n),
      firstSha256: randomUUID(),
      createdAt: new Date(from + n * 60_000),
    })),
  });
  return name;
}

/** Feeds of an outlet of their own, the last of them broken and paused; by their titles
 * they stand behind those of other tests. They are not due. Returns the outlet's name. */
export async function manyFeeds(count: number, addedBy: string): Promise<string> {
  const name = rareName("Shoal Wire");
  const { id: outletId } = await db().outlet.create({ data: { name, kind: "agency" } });
  const later = new Date(Date.now() + 86_400_000);
  await db().feed.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      // No digits by chance: tests look for a feed by its number.
      url: `https://shoal.example/${encodeURIComponent(name)}/${n + 1}`,
      outletId,
      title: `Wreck ${String(n + 1).padStart(3, "0")} of the Shoal`,
      kind: "rss" as const,
      addedBy,
      nextAt: later,
      polledAt: new Date(),
      ...(n === count - 2
        ? { problem: "The site gave no answer.", problemAt: new Date(), failures: 2 }
        : n === count - 1
          ? { state: "paused" as const }
          : {}),
    })),
  });
  return name;
}
