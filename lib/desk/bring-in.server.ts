import { storedAuthority } from "../actor/authority.server.ts";
import { type Arrived, arrive, type Reread, type Turn } from "../article/arrive.server.ts";
import { noteCopies } from "../article/copies.server.ts";
import type { Arrival } from "../article/schema.ts";
import { watchArticle } from "../article/watch.server.ts";
import type { Authority } from "../attribution/authority.ts";
import type { Part } from "../attribution/statement.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { type Detectable, suggestStatements } from "../statement/suggestion.server.ts";
import { suggestStory } from "../story/suggest.server.ts";
import { dateOf } from "./suggest-again.server.ts";
import { turnTo } from "./turn.server.ts";

export type Incoming = Arrival;

export interface BroughtIn {
  readonly articleId: string;
  /** The revision that holds the text that came. */
  readonly revisionId: string;
  /**
   * added: a new article; seen: the same text again, a sighting; revised: another text, which is the current one now;
   * otherText: kept as a text of the article that is not its current one; deleted: an editor took the article off the
   * record, and nothing was stored.
   */
  readonly outcome: Arrived["outcome"];
  /** How many statements the engine suggests in a new article. */
  readonly suggestions: number;
}

/** What many arrivals in a row have in common. */
export interface BringInOptions {
  /** The present reading of the text seen last, where an older version of its extractor read it. */
  readonly reread?: Reread | undefined;
  /** For many articles in a row; without it, the authority as it is stored. */
  readonly authority?: Authority | undefined;
}

/**
 * Brings an article in, by whatever door it came: article, frozen revision or sighting, suggestions for a new text,
 * statements carried over into it, all in the caller's transaction.
 * @throws OnRecordError "invalid" for what can be no article, "conflict" for a paste that needs an editor's word
 */
export async function bringIn(
  tx: Tx,
  viewer: Viewer | null,
  incoming: Incoming,
  options: BringInOptions = {},
): Promise<BroughtIn> {
  const arrived = await arrive(tx, viewer, incoming, options.reread);
  const { articleId, revisionId, outcome } = arrived;
  // What may bring in was asked by `arrive`; a turn is the same person's.
  if (arrived.turn && viewer) await turnTo(tx, viewer, arrived.turn);
  if (outcome !== "deleted" && incoming.source !== "bulk") await watchArticle(tx, articleId);
  if (outcome !== "added" && !arrived.turn) return { articleId, revisionId, outcome, suggestions: 0 };
  const present = await readPresent(tx, arrived);
  const suggestions = outcome === "added" ? await suggestIn(tx, present, options.authority) : 0;
  await compareText(tx, present);
  return { articleId, revisionId, outcome, suggestions };
}

/** Compares the text an article has now with what else is on record: copies, stories. */
async function compareText(tx: Tx, present: Present): Promise<void> {
  const { id: revisionId, articleId, headline, outlet, text, date, language, sample } = present;
  await noteCopies(tx, { articleId, revisionId, text });
  // Last: until the transaction ends, nobody else is given a story.
  await suggestStory(tx, { articleId, headline, text, date, language, outlet, sample });
}

/** Makes another text of the article its present one, with all that hangs on it. */
export async function turnAndCompare(tx: Tx, viewer: Viewer, turn: Turn): Promise<void> {
  await turnTo(tx, viewer, turn);
  const { id: articleId } = turn.article;
  await compareText(tx, await readPresent(tx, { articleId, revisionId: turn.toRevisionId }));
}

/** The article with the text it has now. */
interface Present extends Detectable {
  readonly headline: string;
  readonly outlet: string;
  readonly language: string | null;
}

async function readPresent(
  tx: Tx,
  { articleId, revisionId }: Pick<Arrived, "articleId" | "revisionId">,
): Promise<Present> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    include: { outlet: { select: { name: true } } },
  });
  const { id, text, parts, language, sample } = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    omit: { raw: true },
  });
  return {
    id,
    articleId,
    text,
    parts: parts as unknown as readonly Part[],
    language,
    sample,
    headline: article.headline,
    outlet: article.outlet.name,
    date: dateOf(article),
  };
}

async function suggestIn(tx: Tx, present: Present, authority?: Authority): Promise<number> {
  return suggestStatements(tx, present, authority ?? (await storedAuthority(tx)));
}
