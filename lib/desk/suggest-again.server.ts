import { z } from "zod";
import { storedAuthority } from "../actor/authority.server.ts";
import { localDateText } from "../article/publication-date.ts";
import { currentRevision } from "../article/revision.server.ts";
import { type ArticleRow, openArticle } from "../article/state.server.ts";
import type { Authority } from "../attribution/authority.ts";
import { ENGINE_VERSION } from "../attribution/detect.ts";
import type { DetectedStatement, Part } from "../attribution/statement.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import type { Subject } from "../decision/subject.ts";
import { recordDecision } from "../decision/write.server.ts";
import { OnRecordError } from "../errors.ts";
import { parse } from "../parse.ts";
import { readDetected } from "../statement/detected.ts";
import { isSameContent } from "../statement/same-content.ts";
import {
  detectIn,
  suggestionRow,
  suggestionState,
  writeSuggestions,
} from "../statement/suggestion.server.ts";
import type { Span } from "../text/span.ts";
import { isReadByOlderEngine } from "./desk-suggestions.server.ts";

export const SuggestAgainInput = z.object({ articleId: z.uuid() }).strict();
export type SuggestAgainInput = z.input<typeof SuggestAgainInput>;

export interface SuggestedAgain {
  readonly engine: string;
  /** New suggestions. */
  readonly added: number;
  /** Open ones of an older engine that are gone. */
  readonly replaced: number;
  /** Found again, and decided already: not suggested a second time. */
  readonly known: number;
}

/**
 * Reads an article again with the present engine. Open suggestions are replaced; what was accepted, rejected or added
 * by hand stays and is not suggested again. One decision, which can be undone. Where the present engine has read it
 * already, nothing happens.
 * @param authority for many articles in a row; without it, the authority as it is stored
 */
export async function suggestAgain(
  tx: Tx,
  viewer: Viewer | null,
  input: SuggestAgainInput,
  authority?: Authority,
): Promise<SuggestedAgain> {
  allow(viewer, "decide");
  const { articleId } = parse(SuggestAgainInput, input);
  const article = await openArticle(tx, articleId);
  const revision = await currentRevision(tx, articleId);
  if (!revision) throw new OnRecordError("missing", "That article is not on record.");
  const rows = await tx.suggestion.findMany({ where: { revisionId: revision.id } });
  const none = { engine: ENGINE_VERSION, added: 0, replaced: 0, known: 0 };
  if (rows.length > 0 && !(await isReadByOlderEngine(tx, revision.id))) return none;

  const detectable = {
    ...revision,
    parts: revision.parts as unknown as readonly Part[],
    date: dateOf(article),
  };
  const found = detectIn(detectable, authority ?? (await storedAuthority(tx)));
  const decided = [
    ...rows
      .filter(({ state }) => state === "accepted" || state === "rejected")
      .map(({ detected }) => readDetected(detected).content),
    ...(await contentsOnRecord(tx, articleId, revision.id)),
  ];
  const open = rows.filter(({ state }) => state === "open");
  const isKnown = ({ content }: DetectedStatement) => decided.some((known) => isSameContent(known, content));
  // An editor's choice for a chain outlives the suggestion it was made on.
  const chosenFor = ({ content }: DetectedStatement) =>
    open.find((row) => row.chosenActorId && isSameContent(readDetected(row.detected).content, content))
      ?.chosenActorId ?? null;

  const first = 1 + Math.max(-1, ...rows.filter(isOfPresent).map(({ position }) => position));
  const made = found.map((statement, at) => ({
    ...suggestionRow(detectable, statement, first + at),
    state: isKnown(statement) ? ("superseded" as const) : ("open" as const),
    statementId: null,
    chosenActorId: chosenFor(statement),
  }));
  await writeSuggestions(tx, made);
  await tx.suggestion.updateMany({
    where: { id: { in: open.map(({ id }) => id) } },
    data: { state: "superseded", version: { increment: 1 } },
  });
  const added = made.filter(({ state }) => state === "open");
  const result = {
    ...none,
    added: added.length,
    replaced: open.length,
    known: made.length - added.length,
  };
  if (added.length + open.length === 0) return result;
  const subject = (row: { id: string } & Parameters<typeof suggestionState>[0]): Subject => ({
    noun: "suggestion",
    id: row.id,
    state: suggestionState(row),
  });
  await recordDecision(tx, {
    viewer,
    action: "edit",
    article,
    summary: `suggested again with ${ENGINE_VERSION}: ${added.length} new, ${open.length} replaced`,
    before: [
      ...open.map(subject),
      ...added.map(({ id }) => ({ noun: "suggestion" as const, id, state: null })),
    ],
    after: [...open.map((row) => subject({ ...row, state: "superseded" })), ...added.map(subject)],
  });
  return result;
}

const isOfPresent = ({ engine }: { readonly engine: string }) => engine === ENGINE_VERSION;

/** The day the article was published, as precise as it is known. */
export function dateOf({
  publishedLocal,
  publishedPrecision,
}: Pick<ArticleRow, "publishedLocal" | "publishedPrecision">): string | null {
  return publishedLocal && publishedPrecision ? localDateText(publishedLocal, publishedPrecision) : null;
}

/** The words of the statements that stand, where they stand in this revision. */
async function contentsOnRecord(
  tx: Tx,
  articleId: string,
  revisionId: string,
): Promise<readonly (readonly Span[])[]> {
  const rows = await tx.statement.findMany({
    where: { articleId, withdrawn: false, anchor: { revisionId } },
    select: { anchor: { select: { spans: { where: { role: "content" } } } } },
  });
  return rows.map(({ anchor }) => anchor.spans);
}
