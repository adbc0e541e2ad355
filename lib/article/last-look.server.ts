import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { isAboutToRun } from "../queue/put-off.server.ts";

/** How the last look at an article's page went, and whether there is another. Moments as text: they go to the browser. */
export interface LastLook {
  /** Null: nobody has looked at it since it came in. */
  readonly lookedAt: string | null;
  /** Why the page was not read, in words. */
  readonly problem: string | null;
  /** Number of the revision that came of this look; null: the page says what it said. */
  readonly brought: number | null;
  /** Null: no more looks by itself. */
  readonly nextAt: string | null;
  /** The worker looks at it, or is about to. */
  readonly pending: boolean;
}

/**
 * The last look at an article's page; null for an article without an address.
 * @throws OnRecordError "signedOut" or "forbidden" without permission to see the desk
 */
export async function readLastLook(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
): Promise<LastLook | null> {
  allow(viewer, "readDesk");
  const article = await reader.article.findUnique({ where: { id: articleId }, include: { watch: true } });
  if (!article || article.canonicalUrl === null) return null;
  const { watch } = article;
  const lookedAt = watch?.lookedAt ?? null;
  const problem = watch?.problem ?? null;
  const [pending, brought] = await Promise.all([
    isAboutToRun(reader, "refetch-article", articleId),
    lookedAt === null || problem !== null ? null : broughtBy(reader, articleId, lookedAt),
  ]);
  return {
    lookedAt: lookedAt?.toISOString() ?? null,
    problem,
    brought,
    nextAt: watch?.nextAt?.toISOString() ?? null,
    pending,
  };
}

/** The page was seen just before the look was noted: it brought a text if it was seen with another one the time before. */
async function broughtBy(reader: Reader, articleId: string, lookedAt: Date): Promise<number | null> {
  const [last, before] = await reader.sighting.findMany({
    where: { revision: { articleId }, extractor: { startsWith: "html/" }, seenAt: { lte: lookedAt } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: 2,
    select: { revision: { select: { number: true } } },
  });
  return last && before && last.revision.number !== before.revision.number ? last.revision.number : null;
}
