import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { chooseOutlet } from "../outlet/write.server.ts";
import { parse } from "../parse.ts";
import { noteCopies } from "./copies.server.ts";
import { lockAddresses, refuseTaken } from "./known.server.ts";
import { ArticleDeletion, ArticleEdit } from "./schema.ts";
import {
  type ArticleState,
  articleState,
  dateColumns,
  lockArticle,
  openArticle,
  setArticleState,
} from "./state.server.ts";

/** An article's state before a correction and after it. */
export interface Corrected {
  readonly before: ArticleState;
  readonly after: ArticleState;
}

/**
 * Corrects headline, outlet, date, byline or address. Where nothing differs from what is on record nothing is decided, and
 * the article stays as it was signed off. @throws OnRecordError "conflict" on a stale version.
 */
export async function editArticle(tx: Tx, viewer: Viewer | null, input: ArticleEdit): Promise<Corrected> {
  allow(viewer, "decide");
  const edit = parse(ArticleEdit, input);
  if (edit.url !== null) await lockAddresses(tx, [edit.url]); // Before the article, as arrivals do.
  const row = await openArticle(tx, edit.articleId);
  const before = articleState(row);
  if (row.version !== edit.version)
    throw new OnRecordError(
      "conflict",
      "Someone else has changed this article. Look at both and save again.",
      {
        yours: { ...edit },
        theirs: before,
        version: row.version,
      },
    );
  const outlet = await chooseOutlet(tx, viewer, edit.outlet);
  if (edit.url !== null && edit.url !== row.canonicalUrl) await refuseTaken(tx, edit.url, row.id);
  const date = dateColumns(edit.publishedAt, edit.zone, "editor");
  const edited = articleState({
    ...row,
    ...date,
    headline: edit.headline,
    byline: edit.byline,
    outletId: outlet.id,
    canonicalUrl: edit.url,
  });
  const sameDate = edited.publishedAt === before.publishedAt && edited.zone === before.zone;
  const after = sameDate ? { ...edited, publishedSource: before.publishedSource } : edited;
  const changed = changedFields(before, after);
  if (changed.length === 0) return { before, after: before };
  await setArticleState(tx, row.id, after);
  const stored = await lockArticle(tx, row.id);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article: row,
    summary: `corrected ${changed.join(", ")}`,
    before: [{ noun: "article", id: row.id, state: before }],
    after: [{ noun: "article", id: row.id, state: articleState(stored) }],
  });
  await noteCopies(tx, row.id);
  return { before, after: articleState(stored) };
}

/**
 * Takes an article off the record, with a reason: out of the public pages, the inbox and every list; its history stays,
 * and undo brings it back. @throws OnRecordError "conflict" on a stale version or where it is deleted already.
 */
export async function deleteArticle(
  tx: Tx,
  viewer: Viewer | null,
  input: ArticleDeletion,
): Promise<{ seq: string }> {
  allow(viewer, "decide");
  const { articleId, version, reason } = parse(ArticleDeletion, input);
  const row = await openArticle(tx, articleId);
  const before = articleState(row);
  if (row.version !== version)
    throw new OnRecordError(
      "conflict",
      "Someone else has changed this article. Look again, then delete it.",
      {
        theirs: before,
        version: row.version,
      },
    );
  const after = { ...before, signOffId: null, deletedReason: reason };
  await setArticleState(tx, articleId, after);
  const seq = await recordDecision(tx, {
    viewer,
    action: "delete",
    article: row,
    summary: `deleted the article: ${reason}`,
    before: [{ noun: "article", id: articleId, state: before }],
    after: [{ noun: "article", id: articleId, state: after }],
  });
  await noteCopies(tx, articleId);
  return { seq: String(seq) };
}

const FIELD_WORDS = {
  headline: "headline",
  byline: "byline",
  outletId: "outlet",
  canonicalUrl: "address",
  publishedAt: "date",
  zone: "zone",
} as const;

function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(FIELD_WORDS).flatMap(([field, word]) =>
    before[field] === after[field] ? [] : [word],
  );
}
