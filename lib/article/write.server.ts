import { createHash } from "node:crypto";
import { giveAddress } from "../address/write.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Prisma, Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { chooseOutlet } from "../outlet/write.server.ts";
import { parse } from "../parse.ts";
import { composeText } from "./compose.ts";
import { ArticleEdit, NewArticle } from "./schema.ts";
import { articleState, dateColumns, lockArticle, setArticleState } from "./state.server.ts";

/** Version of what turned the paste into text: part of the proof of where a text comes from. */
export const PASTE_EXTRACTOR = "paste/1";

export interface SavedArticle {
  readonly id: string;
  readonly revisionId: string;
  /** False: the same text of the same outlet was on record already, and this is another sighting of it. */
  readonly added: boolean;
}

/**
 * Saves an article with its first revision. The same article again (same address, or same outlet and text)
 * adds a sighting and changes nothing else.
 * @throws OnRecordError "conflict" when the address is on record with another text.
 */
export async function saveArticle(tx: Tx, viewer: Viewer | null, input: NewArticle): Promise<SavedArticle> {
  allow(viewer, "ingest");
  const article = parse(NewArticle, input);
  const { text, parts } = composeText(article);
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  const outlet = await chooseOutlet(tx, viewer, article.outlet);
  // The same article saved twice at once: the second waits here and then finds the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${article.url ?? `${outlet.id} ${sha256}`}))`;
  const known = await findSame(tx, article.url, outlet.id, sha256);
  if (known) {
    await tx.sighting.create({
      data: { revisionId: known.revisionId, source: "paste", sample: known.sample },
    });
    if (article.url !== null) await learnAddress(tx, viewer, known.id, article.url);
    return { id: known.id, revisionId: known.revisionId, added: false };
  }
  const dates = dateColumns(article.publishedAt, article.zone, article.publishedSource);
  const row = await tx.article.create({
    data: {
      outletId: outlet.id,
      canonicalUrl: article.url,
      headline: text.slice(0, parts[0]?.kind === "headline" ? text.indexOf("\n") : 0) || article.headline,
      byline: article.byline,
      ...dates,
      firstSha256: sha256,
      sample: viewer.sample,
    },
  });
  const revision = await tx.revision.create({
    data: {
      articleId: row.id,
      number: 1,
      text,
      sha256,
      parts: parts as unknown as Prisma.InputJsonValue,
      raw: Buffer.from(article.raw, "utf8"),
      extractor: PASTE_EXTRACTOR,
      cause: "first",
      sample: row.sample,
    },
  });
  await tx.sighting.create({ data: { revisionId: revision.id, source: "paste", sample: row.sample } });
  await giveAddress(tx, "article", row.id, `${outlet.name} ${row.headline}`, row.sample);
  await recordDecision(tx, {
    viewer,
    action: "add",
    article: row,
    summary: `brought in from ${outlet.name}: ${row.headline}`,
    before: [{ noun: "article", id: row.id, state: null }],
    after: [{ noun: "article", id: row.id, state: articleState(row) }],
  });
  return { id: row.id, revisionId: revision.id, added: true };
}

async function findSame(tx: Tx, url: string | null, outletId: string, sha256: string) {
  const byUrl = url === null ? null : await tx.article.findUnique({ where: { canonicalUrl: url } });
  if (byUrl) {
    const revision = await tx.revision.findUnique({
      where: { articleId_sha256: { articleId: byUrl.id, sha256 } },
    });
    if (revision) return { id: byUrl.id, revisionId: revision.id, sample: byUrl.sample };
    throw new OnRecordError(
      "conflict",
      "This address is on record with another text. Open the article, or leave the address out.",
      {
        articleId: byUrl.id,
      },
    );
  }
  const revision = await tx.revision.findFirst({
    where: { sha256, article: { outletId, ...(url === null ? {} : { canonicalUrl: null }) } },
    include: { article: true },
  });
  return revision && { id: revision.articleId, revisionId: revision.id, sample: revision.article.sample };
}

/** An article pasted without its address, and now with it: the address is kept, by a decision. */
async function learnAddress(tx: Tx, viewer: Viewer, articleId: string, url: string): Promise<void> {
  const row = await lockArticle(tx, articleId);
  const before = articleState(row);
  if (before.canonicalUrl !== null) return;
  const after = { ...before, canonicalUrl: url };
  await setArticleState(tx, articleId, after);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article: row,
    summary: "brought in again, with its address",
    before: [{ noun: "article", id: articleId, state: before }],
    after: [{ noun: "article", id: articleId, state: after }],
  });
}

/** Corrects headline, outlet, date, byline or address. @throws OnRecordError "conflict" on a stale version. */
export async function editArticle(tx: Tx, viewer: Viewer | null, input: ArticleEdit): Promise<void> {
  allow(viewer, "decide");
  const edit = parse(ArticleEdit, input);
  const row = await lockArticle(tx, edit.articleId);
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
  if (edit.url !== null && edit.url !== row.canonicalUrl) {
    const other = await tx.article.findUnique({ where: { canonicalUrl: edit.url } });
    if (other && other.id !== row.id)
      throw new OnRecordError("conflict", "Another article has this address.", { articleId: other.id });
  }
  const sameDate = edit.publishedAt === before.publishedAt && edit.zone === before.zone;
  const after = {
    headline: edit.headline,
    byline: edit.byline,
    outletId: outlet.id,
    canonicalUrl: edit.url,
    publishedAt: edit.publishedAt,
    zone: edit.zone,
    publishedSource: sameDate ? before.publishedSource : ("editor" as const),
    signOffId: before.signOffId,
  };
  await setArticleState(tx, row.id, after);
  const stored = await lockArticle(tx, row.id);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article: row,
    summary: `corrected ${changedFields(before, articleState(stored)).join(", ") || "nothing"}`,
    before: [{ noun: "article", id: row.id, state: before }],
    after: [{ noun: "article", id: row.id, state: articleState(stored) }],
  });
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
