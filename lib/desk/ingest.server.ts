import { storedAuthority } from "../actor/authority.server.ts";
import { localDateText } from "../article/publication-date.ts";
import type { NewArticle } from "../article/schema.ts";
import { saveArticle } from "../article/write.server.ts";
import type { Part } from "../attribution/statement.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { suggestStatements } from "../statement/suggestion.server.ts";

export interface Ingested {
  readonly articleId: string;
  /** False: the article was on record already; this was another sighting. */
  readonly added: boolean;
  readonly suggestions: number;
}

/** Brings an article in: article, frozen revision, and what the engine suggests, in one transaction. */
export async function ingest(tx: Tx, viewer: Viewer | null, input: NewArticle): Promise<Ingested> {
  const saved = await saveArticle(tx, viewer, input);
  if (!saved.added) return { articleId: saved.id, added: false, suggestions: 0 };
  const article = await tx.article.findUniqueOrThrow({ where: { id: saved.id } });
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: saved.revisionId } });
  const { publishedLocal, publishedPrecision } = article;
  const suggestions = await suggestStatements(
    tx,
    {
      id: revision.id,
      articleId: article.id,
      text: revision.text,
      parts: revision.parts as unknown as readonly Part[],
      sample: revision.sample,
      date: publishedLocal && publishedPrecision ? localDateText(publishedLocal, publishedPrecision) : null,
    },
    await storedAuthority(tx),
  );
  return { articleId: article.id, added: true, suggestions };
}
