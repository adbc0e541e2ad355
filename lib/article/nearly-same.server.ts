import type { Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { signatureOf } from "../matching/copy/signature.ts";
import { findCopies } from "./copy-candidates.server.ts";

/**
 * A paste that is nearly the text of an article of the same outlet may be that article, copied from another device or
 * after a correction: the editor is asked.
 * @throws OnRecordError "conflict"; detail has the article and says that it is nearly the same
 */
export async function askWhetherSame(
  tx: Tx,
  paste: {
    readonly text: string;
    readonly url: string | null;
    readonly outletId: string;
    readonly sample: boolean;
  },
): Promise<void> {
  const { text, url, outletId, sample } = paste;
  const signature = signatureOf(text);
  if (signature === null) return;
  const copies = await findCopies(tx, { signature, sample, articleId: null, text });
  const near = copies.filter(({ likeness }) => likeness.oneText);
  const article = await tx.article.findFirst({
    where: {
      id: { in: near.map(({ articleId }) => articleId) },
      outletId,
      deletedReason: null,
      // Two addresses are two articles.
      ...(url === null ? {} : { canonicalUrl: null }),
    },
    select: { id: true, headline: true },
  });
  if (!article) return;
  const reason = near.find(({ articleId }) => articleId === article.id)?.likeness.reason ?? "";
  throw new OnRecordError(
    "conflict",
    `An article of this outlet is nearly the same: “${article.headline}” (${reason}). Save yours as another text of that article, or as another article.`,
    { articleId: article.id, nearlySame: true },
  );
}
