import type { RevisionCause } from "../../prisma/generated/enums.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { chooseOutlet } from "../outlet/write.server.ts";
import { parse } from "../parse.ts";
import { type Added, addArticle, type Read, seenNow } from "./add.server.ts";
import { composeText } from "./compose.ts";
import { findKnown, findLedFrom, inArticle, type Known, lockIdentity } from "./known.server.ts";
import { askWhetherSame } from "./nearly-same.server.ts";
import { addRevision, addSighting, hashed, lastSeenBy, type Reading } from "./revision.server.ts";
import { Arrival } from "./schema.ts";
import { type ArticleRow, articleState, lockArticle, setArticleState } from "./state.server.ts";

/** Another text stands for the article from now on: what hangs on its text has to follow. */
export interface Turn {
  /** As it was before. */
  readonly article: ArticleRow;
  readonly toRevisionId: string;
  readonly cause: RevisionCause;
}

export interface Arrived {
  readonly articleId: string;
  /** The revision that holds the arrival's text. */
  readonly revisionId: string;
  readonly outcome: "added" | "seen" | "revised" | "otherText" | "deleted";
  readonly turn: Turn | null;
  /** A new article, as it was written: nobody has to read it again. */
  readonly added?: Added;
}

/** A revision's raw bytes read again with the present version of their extractor. */
export interface Reread {
  readonly revisionId: string;
  readonly reading: Reading;
}

/**
 * Takes an arrival in: a new article with its first revision, another sighting, or another text of an article on record.
 * @param reread of the text seen last, where an older version of the extractor read it: without it a difference is never
 *   laid at the outlet's door
 * @throws OnRecordError "conflict" for a paste at an address that has another text, or nearly the same as an article of its
 * outlet; "missing" for an unknown article
 */
export async function arrive(
  tx: Tx,
  viewer: Viewer | null,
  input: Arrival,
  reread?: Reread,
): Promise<Arrived> {
  allow(viewer, "ingest");
  const arrival = parse(Arrival, input);
  const reading = { ...arrival, ...hashed(composeText(arrival)), seenAt: seenBy(arrival.seenAt) };
  const outlet = await lockIn(tx, viewer, reading);
  const known = await knownAs(tx, reading, outlet.id);
  if (arrival.only !== undefined && (known.kind === "new" || known.articleId !== arrival.only))
    throw new OnRecordError("conflict", "The page leads to another article now.");
  if (known.kind === "new") {
    if (arrival.source === "paste" && !arrival.another)
      await askWhetherSame(tx, { ...reading, outletId: outlet.id, sample: viewer.sample });
    const added = await addArticle(tx, viewer, reading, outlet);
    return {
      articleId: added.article.id,
      revisionId: added.revision.id,
      outcome: "added",
      turn: null,
      added,
    };
  }

  let article = await lockArticle(tx, known.articleId);
  if (article.deletedReason !== null)
    return { articleId: article.id, revisionId: "", outcome: "deleted", turn: null };
  if (arrival.url !== null && (article.canonicalUrl === null || known.hasMoved)) {
    await learnAddress(tx, viewer, article, arrival.url);
    article = await lockArticle(tx, article.id);
  }
  const judged = arrival.source === "paste" ? await judgePaste(known, reading) : null;
  return takeIn(tx, article, known, reading, judged ?? (await judge(tx, article, reading, reread)), reread);
}

/** A clock that is ahead (an archive's, a file's) would have every later look be an earlier one. */
function seenBy(said: Date | undefined): Date {
  const now = new Date();
  return said === undefined || said > now ? now : said;
}

/** What the arrival is on record as; and whether its article stands at an address that has led on for good. */
async function knownAs(
  tx: Tx,
  reading: Read,
  outletId: string,
): Promise<Known & { readonly hasMoved?: boolean }> {
  const { revisionOf, url, sha256, moved } = reading;
  if (revisionOf) return inArticle(tx, revisionOf, sha256);
  const known = await findKnown(tx, { url, outletId, sha256 });
  const led = known.kind === "new" ? await findLedFrom(tx, reading) : null;
  return led === null ? known : { ...(await inArticle(tx, led.articleId, sha256)), hasMoved: moved };
}

/** Holds what the arrival is known by. An outlet that is new is added before. */
async function lockIn(tx: Tx, viewer: Viewer, reading: Read) {
  const known = await lockIdentity(tx, reading, reading.outlet);
  if (known) return known;
  const { id } = await chooseOutlet(tx, viewer, reading.outlet);
  const added = await lockIdentity(tx, reading, { id });
  if (!added) throw new Error(`The outlet ${id} is gone.`);
  return added;
}

/** What a text is to the texts before it, and whether it stands for the article from now on. */
interface Judgement {
  readonly cause: RevisionCause;
  readonly turns: boolean;
  /** The outlet's text before it, and when it was seen last. */
  readonly changedFrom?: { readonly revisionId: string; readonly seenAt: Date };
  /** The earlier raw source under the present extractor says something else than under the former: said first. */
  readonly rereadFirst?: boolean;
}

function judgePaste(known: Known, { revisionOf }: Read): Judgement {
  if (known.kind === "otherText" && revisionOf === undefined)
    throw new OnRecordError(
      "conflict",
      "This address is on record with another text. Save it as another text of that article, open the article, or leave the address out.",
      { articleId: known.articleId, sameAddress: true },
    );
  return { cause: "editorCleaning", turns: revisionOf !== undefined };
}

/**
 * Only two raw sources that differ under one extractor, the later one seen later, are a change of the outlet's. Anything
 * else is said to be what it is: another reading.
 */
async function judge(
  tx: Tx,
  article: ArticleRow,
  reading: Read,
  reread: Reread | undefined,
): Promise<Judgement> {
  const last = await lastSeenBy(tx, article.id, reading.extractor);
  if (last === null) return { cause: "reExtraction", turns: false };
  if (last.revision.sha256 === reading.sha256) return { cause: "reExtraction", turns: false };
  if (last.seenAt > seenNow(reading).at) return { cause: "outletChange", turns: false };
  const changedFrom = { revisionId: last.revisionId, seenAt: last.seenAt };
  if (last.extractor === reading.extractor) return { cause: "outletChange", turns: true, changedFrom };
  const again = reread?.revisionId === last.revisionId ? reread.reading : undefined;
  if (again === undefined || again.sha256 === reading.sha256)
    return { cause: "reExtraction", turns: article.currentRevisionId === last.revisionId };
  const rereadFirst = again.sha256 !== last.revision.sha256;
  return { cause: "outletChange", turns: true, changedFrom, rereadFirst };
}

async function takeIn(
  tx: Tx,
  article: ArticleRow,
  known: Exclude<Known, { kind: "new" }>,
  reading: Read,
  judged: Judgement,
  reread: Reread | undefined,
): Promise<Arrived> {
  let changedFrom = judged.changedFrom;
  if (judged.rereadFirst && reread && changedFrom) {
    const found = await inArticle(tx, article.id, reread.reading.sha256);
    const revisionId =
      found.kind === "seen"
        ? found.revisionId
        : await addRevision(tx, article, reread.reading, "reExtraction");
    changedFrom = { ...changedFrom, revisionId };
  }
  const revisionId =
    known.kind === "seen" ? known.revisionId : await addRevision(tx, article, reading, judged.cause);
  await noteSighting(tx, article, revisionId, reading);
  const turns = judged.turns && revisionId !== article.currentRevisionId;
  if (changedFrom && judged.cause === "outletChange" && changedFrom.revisionId !== revisionId)
    await tx.outletChange.create({
      data: {
        articleId: article.id,
        beforeId: changedFrom.revisionId,
        afterId: revisionId,
        seenBefore: changedFrom.seenAt,
        seenAfter: seenNow(reading).at,
        sample: article.sample,
      },
    });
  const outcome = known.kind === "seen" ? "seen" : turns ? "revised" : "otherText";
  return {
    articleId: article.id,
    revisionId,
    outcome,
    turn: turns ? { article, toRevisionId: revisionId, cause: judged.cause } : null,
  };
}

function noteSighting(tx: Tx, article: { readonly sample: boolean }, revisionId: string, reading: Read) {
  return addSighting(tx, { id: revisionId, sample: article.sample }, seenNow(reading));
}

/** An article that came without its address, and now with it, or whose page has moved: the address is kept, by a decision. */
async function learnAddress(tx: Tx, viewer: Viewer, article: ArticleRow, url: string): Promise<void> {
  const before = articleState(article);
  const after = { ...before, canonicalUrl: url };
  await setArticleState(tx, article.id, after);
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article,
    summary: before.canonicalUrl === null ? "brought in again, with its address" : `its page moved to ${url}`,
    before: [{ noun: "article", id: article.id, state: before }],
    after: [{ noun: "article", id: article.id, state: after }],
  });
}
