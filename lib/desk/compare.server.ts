import type { Added } from "../article/add.server.ts";
import { noteCopies, noteFirstCopies } from "../article/copies.server.ts";
import type { ArticleEdit } from "../article/schema.ts";
import { type ArticleState, lockArticle } from "../article/state.server.ts";
import { editArticle } from "../article/write.server.ts";
import type { Part } from "../attribution/statement.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader, Tx } from "../db.server.ts";
import { enqueue } from "../queue/enqueue.server.ts";
import type { Detectable } from "../statement/suggestion.server.ts";
import { suggestStory } from "../story/suggest.server.ts";
import { detectLanguage } from "../text/language.ts";
import { dateOf } from "./suggest-again.server.ts";

/** An article with the text it has now. */
export interface Present extends Detectable {
  readonly headline: string;
  readonly outlet: string;
  readonly language: string;
  readonly broughtInAt: Date;
}

/** Reads an article with the text it has now. */
export async function readPresent(tx: Tx, articleId: string): Promise<Present> {
  const { outlet, currentRevision, ...article } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    include: { outlet: { select: { name: true } }, currentRevision: { omit: { raw: true } } },
  });
  if (!currentRevision) throw new Error(`The article ${articleId} has no text.`);
  const { id, text, parts, language, sample } = currentRevision;
  return {
    id,
    articleId,
    text,
    parts: parts as unknown as readonly Part[],
    // Texts from before languages were told have none.
    language: language ?? detectLanguage(text),
    sample,
    headline: article.headline,
    outlet: outlet.name,
    date: dateOf(article),
    broughtInAt: article.createdAt,
  };
}

/** An article that was just added, with its text. */
export function presentOf({ article, outlet, revision }: Added): Present {
  const { id: articleId, headline, sample } = article;
  return {
    ...revision,
    articleId,
    headline,
    sample,
    outlet: outlet.name,
    date: dateOf(article),
    broughtInAt: article.createdAt,
  };
}

/**
 * Compares the text an article has now with what else is on record: copies, stories. Last in its transaction.
 * @param added where the same transaction added the article: then nothing is on record of it yet
 */
export async function compareText(tx: Tx, present: Present, added?: Added): Promise<void> {
  const { articleId, headline, outlet, text, date, broughtInAt, language, sample } = present;
  await (added ? noteFirstCopies(tx, added.article, added.revision) : noteCopies(tx, articleId));
  // Last: until the transaction ends, nobody else is given a story.
  await suggestStory(tx, { articleId, headline, text, date, broughtInAt, language, outlet, sample });
}

/** On record, and never compared: it came in before copies and stories were looked for, or was deleted since. */
const UNCOMPARED = { deletedReason: null, currentRevisionId: { not: null }, storyFeature: null } as const;

/** Articles that were never compared with the others, the oldest first. */
export async function uncomparedArticles(reader: Reader, most: number): Promise<readonly string[]> {
  const rows = await reader.article.findMany({
    where: UNCOMPARED,
    orderBy: { id: "asc" },
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Compares an article on record with the others, as if it came in now; nothing where that was done. */
export async function compareStored(tx: Tx, articleId: string): Promise<void> {
  const where = { ...UNCOMPARED, id: articleId };
  if ((await tx.article.count({ where })) === 0) return;
  await lockArticle(tx, articleId);
  // Another worker, or another text that came in, may have been first.
  if ((await tx.article.count({ where })) === 0) return;
  await compareText(tx, await readPresent(tx, articleId));
}

/** What an article's story is proposed by, besides its text. */
const STORY_FIELDS = ["headline", "outletId", "publishedAt", "currentRevisionId"] as const;

/**
 * Has the worker compare an article anew, soon, where a decision changed what its story is proposed by. Until then no
 * other article meets it there; the story it is in stays.
 */
export async function compareAnew(
  tx: Tx,
  articleId: string,
  before: ArticleState,
  after: ArticleState,
): Promise<void> {
  if (STORY_FIELDS.every((field) => before[field] === after[field])) return;
  const { count } = await tx.storyFeature.deleteMany({ where: { articleId } });
  if (count > 0) await enqueue(tx, "compare-article", { articleId });
}

/** Corrects an article, and has it compared as it is now. @throws OnRecordError as `editArticle` does */
export async function correctArticle(tx: Tx, viewer: Viewer | null, input: ArticleEdit): Promise<void> {
  const { before, after } = await editArticle(tx, viewer, input);
  await compareAnew(tx, input.articleId, before, after);
}
