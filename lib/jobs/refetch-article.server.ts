import { noteLook, putOffLook } from "../article/watch.server.ts";
import { operator } from "../auth/operator.server.ts";
import { type Db, inTransaction } from "../db.server.ts";
import { bringInAddress } from "../desk/bring-in-page.server.ts";
import { OnRecordError } from "../errors.ts";
import { timeAskedFor } from "../net/refusal.ts";
import type { JobData } from "../queue/names.ts";

/**
 * Looks at an article's page again. Another text is another revision; a page that can't be had is noted, with when it is
 * tried next; one whose site asks for time waits, and that is no failure. A deleted article stays as it is.
 */
export async function refetchArticle(
  client: Db,
  { articleId }: JobData<"refetch-article">,
  signal: AbortSignal,
): Promise<void> {
  const article = await client.article.findUnique({ where: { id: articleId } });
  if (!article || article.deletedReason !== null) return;
  if (article.canonicalUrl === null) {
    await client.articleWatch.updateMany({ where: { articleId }, data: { nextAt: null } });
    return;
  }
  const viewer = await operator(client);
  const wanted = {
    url: article.canonicalUrl,
    source: "url",
    outlet: { id: article.outletId },
    only: articleId,
    polite: true,
    signal,
  } as const;
  try {
    await bringInAddress(client, viewer, wanted, (tx, brought) =>
      noteLook(tx, articleId, { changed: brought.outcome === "revised", problem: null }),
    );
  } catch (error) {
    if (!(error instanceof OnRecordError) || signal.aborted) throw error;
    const seconds = timeAskedFor(error);
    const problem = error.fault;
    await inTransaction(client, (tx) =>
      seconds === undefined
        ? noteLook(tx, articleId, { changed: false, problem })
        : putOffLook(tx, articleId, { seconds, problem }),
    );
  }
}
