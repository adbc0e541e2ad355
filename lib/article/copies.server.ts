import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { PREPARED, type Reader, type Tx } from "../db.server.ts";
import { copyReason } from "../matching/copy/compare.ts";
import type { Earliest } from "../matching/copy/earliest.ts";
import { type Signature, signatureOf } from "../matching/copy/signature.ts";
import { type FoundCopy, findCopiesAndAgencies } from "./copy-candidates.server.ts";
import { creditedIn, creditOthers, creditsOf } from "./copy-credits.server.ts";
import {
  earliestOf,
  groupTexts,
  judgeEarliest,
  lockCopyGroups,
  publishedOf,
  regroup,
} from "./copy-group.server.ts";
import type { PublicationDate } from "./publication-date.ts";

/**
 * Brings what is known of an article's copies in line with what the article is now: its present text, byline, date and
 * outlet, and whether it is on record at all. A text that was changed leaves the group it no longer belongs to, one that
 * was deleted leaves all; the group says anew which text is likely the earliest. Nothing else computes copies: to be called
 * in the transaction of every decision that changes one of these (arrival, turn, correction, deletion, undo), while it
 * holds the article and after all else but stories: texts that may be copies wait for one another from here to its end.
 */
export async function noteCopies(tx: Tx, articleId: string): Promise<void> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    include: { currentRevision: { select: { id: true, text: true } } },
  });
  const former = await tx.copyText.findUnique({ where: { articleId } });
  const present = article.deletedReason === null ? article.currentRevision : null;
  if (present && present.id === former?.revisionId) return judgeAgain(tx, article, present.text);
  const signature = present && signatureOf(present.text);
  if (present && signature) return noteText(tx, article, present, signature, former !== null);
  if (former) await forget(tx, former);
}

/** The same for an article that this transaction has added: nothing is on record of it. */
export async function noteFirstCopies(tx: Tx, article: Credited, present: PresentText): Promise<void> {
  const signature = signatureOf(present.text);
  if (signature) await noteText(tx, article, present, signature, false);
}

async function noteText(
  tx: Tx,
  article: Credited,
  present: PresentText,
  signature: Signature,
  known: boolean,
): Promise<void> {
  const { id: articleId, sample } = article;
  await lockKeys(tx, signature);
  const sought = { signature, sample, articleId, text: present.text };
  const found = await findCopiesAndAgencies(tx, sought);
  if (!known && found.copies.length === 0)
    return keepText(tx, article, present, signature, creditedIn(article, present.text, found.agencies));
  let { copies } = found;
  await lockCopyGroups(tx);
  copies = await stillThere(tx, copies);
  const same = copies.filter(({ likeness }) => likeness.oneText).map((copy) => copy.articleId);
  const groupIds = await groupsOf(tx, [articleId, ...same]);
  await tx.copyPair.deleteMany({ where: { OR: [{ oneId: articleId }, { otherId: articleId }] } });
  await keepText(tx, article, present, signature, await creditsOf(tx, article, present.text));
  await tx.copyPair.createMany({ data: copies.map((copy) => pairOf(articleId, copy)) });
  await creditOthers(tx, article.outletId, { articleIds: same, groupIds });
  await regroup(tx, [articleId, ...same], groupIds, article.sample);
}

/** The text is what it was; who is credited, and which of the group is the earliest, may not be. */
async function judgeAgain(tx: Tx, article: Credited, text: string): Promise<void> {
  await lockCopyGroups(tx);
  const { groupId } = await tx.copyText.update({
    where: { articleId: article.id },
    data: { credits: await creditsOf(tx, article, text) },
    select: { groupId: true },
  });
  if (groupId === null) return;
  await creditOthers(tx, article.outletId, { articleIds: [], groupIds: [groupId] });
  await judgeEarliest(tx, groupId);
}

/**
 * Whoever holds one of the keys finishes first: what it stored is seen by the search that follows. Always in the order of
 * the keys, so that no two wait for each other.
 */
async function lockKeys(tx: Tx, { keys }: Signature): Promise<void> {
  await tx.$executeRaw`${PREPARED}
    SELECT pg_advisory_xact_lock(hashtext('copy key'), k.key) FROM unnest(${[...keys]}::int[]) WITH ORDINALITY AS k(key, place)
    ORDER BY k.place`;
}

interface Credited {
  readonly id: string;
  readonly outletId: string;
  readonly byline: string | null;
  readonly sample: boolean;
}

interface PresentText {
  readonly id: string;
  readonly text: string;
}

async function keepText(
  tx: Tx,
  article: Credited,
  { id: revisionId }: PresentText,
  { runs, keys }: Signature,
  credits: string[],
): Promise<void> {
  await tx.$executeRaw`${PREPARED}
    INSERT INTO copy_text (article_id, revision_id, runs, keys, credits, sample)
    VALUES (${article.id}::uuid, ${revisionId}::uuid, ${runs}, ${[...keys]}::int[], ${credits}::uuid[], ${article.sample})
    -- A former group is its former text's: the others stay in it.
    ON CONFLICT (article_id) DO UPDATE SET revision_id = excluded.revision_id, runs = excluded.runs, keys = excluded.keys,
      credits = excluded.credits, group_id = NULL`;
}

/** Those whose text is still the one that was compared: another transaction may have changed it before the lock. */
async function stillThere(tx: Tx, copies: readonly FoundCopy[]): Promise<readonly FoundCopy[]> {
  const now = await tx.copyText.findMany({
    where: { revisionId: { in: copies.map(({ revisionId }) => revisionId) } },
    select: { revisionId: true },
  });
  const there = new Set(now.map(({ revisionId }) => revisionId));
  return copies.filter(({ revisionId }) => there.has(revisionId));
}

function pairOf(articleId: string, { articleId: otherId, likeness }: FoundCopy) {
  const { ofFirst, ofSecond, oneText } = likeness;
  return articleId < otherId
    ? { oneId: articleId, otherId, ofOne: ofFirst, ofOther: ofSecond, oneText }
    : { oneId: otherId, otherId: articleId, ofOne: ofSecond, ofOther: ofFirst, oneText };
}

async function groupsOf(tx: Tx, articleIds: readonly string[]): Promise<readonly string[]> {
  const texts = await tx.copyText.findMany({
    where: { articleId: { in: [...articleIds] } },
    select: { groupId: true },
  });
  return [...new Set(texts.flatMap(({ groupId }) => groupId ?? []))];
}

/** The text is too short now, or off the record: it is nobody's copy. */
async function forget(
  tx: Tx,
  former: { readonly articleId: string; readonly sample: boolean },
): Promise<void> {
  await lockCopyGroups(tx);
  const groupIds = await groupsOf(tx, [former.articleId]);
  await tx.copyText.delete({ where: { articleId: former.articleId } });
  await regroup(tx, [], groupIds, former.sample);
}

async function pairsOf(reader: Reader, articleId: string) {
  const pairs = await reader.copyPair.findMany({
    where: { OR: [{ oneId: articleId }, { otherId: articleId }] },
    orderBy: [{ oneId: "asc" }, { otherId: "asc" }],
  });
  return pairs.map(({ oneId, otherId, ofOne, ofOther, oneText }) => ({
    otherId: oneId === articleId ? otherId : oneId,
    shared: Math.max(ofOne, ofOther),
    reason: copyReason(ofOne, ofOther),
    oneText,
  }));
}

/** An article with the same text, or with a passage of it. */
export interface DeskCopy {
  readonly articleId: string;
  readonly headline: string;
  /** Of its present text; null: not told. */
  readonly language: string | null;
  readonly outlet: string;
  readonly published: PublicationDate | null;
  /** Share of the shorter text's runs of five words that both have; null: joined through another text of the group. */
  readonly shared: number | null;
  readonly reason: string;
}

export interface DeskCopies {
  readonly groupId: string | null;
  /** The others of the group, in the order in which they came. */
  readonly members: readonly DeskCopy[];
  /** Which text of the group is likely the earliest on record, this one or another; null where there is no group. */
  readonly earliest: Earliest | null;
  /** Articles that hold the text as a passage, or of which it holds one. */
  readonly passages: readonly DeskCopy[];
}

/** What is on record of an article's copies; null: none. */
export async function readCopies(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
): Promise<DeskCopies | null> {
  allow(viewer, "readDesk");
  const own = await reader.copyText.findUnique({ where: { articleId } });
  if (own === null) return null;
  const pairs = new Map((await pairsOf(reader, articleId)).map((pair) => [pair.otherId, pair]));
  const texts = own.groupId === null ? [] : await groupTexts(reader, own.groupId);
  const inGroup = new Set(texts.map((text) => text.articleId));
  const elsewhere = [...pairs.keys()].filter((id) => !inGroup.has(id));
  const articles = await reader.article.findMany({
    where: { id: { in: [...inGroup, ...elsewhere].filter((id) => id !== articleId) } },
    orderBy: { id: "asc" },
    include: { outlet: true, currentRevision: { select: { language: true } } },
  });
  const copies = new Map(articles.map((article) => [article.id, deskCopy(article, pairs.get(article.id))]));
  const members = texts.flatMap((text) => copies.get(text.articleId) ?? []);
  const passages = articles.flatMap(({ id }) => (inGroup.has(id) ? [] : (copies.get(id) ?? [])));
  if (members.length === 0 && passages.length === 0) return null;
  const earliest = members.length === 0 ? null : earliestOf(texts);
  return { groupId: members.length === 0 ? null : own.groupId, members, earliest, passages };
}

function deskCopy(
  article: Parameters<typeof publishedOf>[0] & {
    readonly currentRevision: { readonly language: string | null } | null;
  },
  pair: { readonly shared: number; readonly reason: string } | undefined,
): DeskCopy {
  return {
    articleId: article.id,
    headline: article.headline,
    language: article.currentRevision?.language ?? null,
    outlet: article.outlet.name,
    published: publishedOf(article),
    shared: pair?.shared ?? null,
    reason: pair?.reason ?? "joined through other texts of the group",
  };
}
