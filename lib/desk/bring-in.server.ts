import { storedAuthority } from "../actor/authority.server.ts";
import { type Arrived, arrive, type Reread, type Turn } from "../article/arrive.server.ts";
import type { Arrival } from "../article/schema.ts";
import { watchArticle } from "../article/watch.server.ts";
import type { Authority } from "../attribution/authority.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { suggestStatements } from "../statement/suggestion.server.ts";
import { compareText, type Present, presentOf, readPresent } from "./compare.server.ts";
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
  /** Whether its page is looked at again from time to time; without it, unless it came in bulk. */
  readonly watched?: boolean | undefined;
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
  if (outcome !== "deleted" && (options.watched ?? incoming.source !== "bulk"))
    await watchArticle(tx, articleId);
  if (outcome !== "added" && !arrived.turn) return { articleId, revisionId, outcome, suggestions: 0 };
  const { added } = arrived;
  const present = added ? presentOf(added) : await readPresent(tx, articleId);
  const suggestions = added ? await suggestIn(tx, present, options.authority) : 0;
  await compareText(tx, present, added);
  return { articleId, revisionId, outcome, suggestions };
}

/** Makes another text of the article its present one, with all that hangs on it. */
export async function turnAndCompare(tx: Tx, viewer: Viewer, turn: Turn): Promise<void> {
  await turnTo(tx, viewer, turn);
  await compareText(tx, await readPresent(tx, turn.article.id));
}

async function suggestIn(tx: Tx, present: Present, authority?: Authority): Promise<number> {
  return suggestStatements(tx, present, authority ?? (await storedAuthority(tx)));
}
