import { storedAuthority } from "../actor/authority.server.ts";
import type { ArticleRow } from "../article/state.server.ts";
import { ENGINE_VERSION } from "../attribution/detect.ts";
import type { DetectedStatement, Part } from "../attribution/statement.ts";
import type { Tx } from "../db.server.ts";
import type { Subject } from "../decision/subject.ts";
import { readDetected } from "../statement/detected.ts";
import { isSameContent } from "../statement/same-content.ts";
import {
  detectIn,
  suggestionRow,
  suggestionState,
  writeSuggestions,
} from "../statement/suggestion.server.ts";
import type { Carried } from "../text/anchor/carry.ts";
import { CodePointIndex } from "../text/code-points.ts";
import type { Span } from "../text/span.ts";
import { dateOf } from "./suggest-again.server.ts";

interface Touched {
  readonly before: readonly Subject[];
  readonly after: readonly Subject[];
}

/**
 * Suggests statements in the article's new current revision. Open suggestions of its other texts are superseded; what is
 * on record, waits for its place or was rejected in other texts is not suggested: a statement never becomes two.
 */
export async function suggestInTurn(
  tx: Tx,
  article: ArticleRow,
  revision: { readonly id: string; readonly text: string; readonly parts: unknown },
): Promise<Touched> {
  const rows = await tx.suggestion.findMany({
    where: { articleId: article.id },
    include: { revision: { select: { text: true } } },
  });
  const gone = rows.filter((row) => row.state === "open" && row.revisionId !== revision.id);
  await tx.suggestion.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { state: "superseded", version: { increment: 1 } },
  });
  const rejected = new Set(
    rows
      .filter(({ state }) => state === "rejected")
      .map((row) => wordsOf(new CodePointIndex(row.revision.text), readDetected(row.detected).content)),
  );
  const taken = await takenSpans(tx, article.id, revision.id);
  const index = new CodePointIndex(revision.text);
  const isKnown = ({ content }: Pick<DetectedStatement, "content">) =>
    rejected.has(wordsOf(index, content)) || taken.some((spans) => isSameContent(spans, content));

  // A text that came back has its suggestions already.
  const had = rows.filter((row) => row.revisionId === revision.id && row.engine === ENGINE_VERSION);
  const again = had.filter((row) => row.state === "superseded" && !isKnown(readDetected(row.detected)));
  await tx.suggestion.updateMany({
    where: { id: { in: again.map(({ id }) => id) } },
    data: { state: "open", version: { increment: 1 } },
  });
  const made = had.length > 0 ? [] : await detectNew(tx, article, revision, isKnown);
  return {
    before: [
      ...gone.map((row) => subject(row, "open")),
      ...again.map((row) => subject(row, "superseded")),
      ...made.map(({ id }) => ({ noun: "suggestion" as const, id, state: null })),
    ],
    after: [
      ...gone.map((row) => subject(row, "superseded")),
      ...again.map((row) => subject(row, "open")),
      ...made.map((row) => subject(row, row.state)),
    ],
  };
}

async function detectNew(
  tx: Tx,
  article: ArticleRow,
  revision: { readonly id: string; readonly text: string; readonly parts: unknown },
  isKnown: (statement: DetectedStatement) => boolean,
) {
  const detectable = {
    id: revision.id,
    articleId: article.id,
    text: revision.text,
    parts: revision.parts as readonly Part[],
    sample: article.sample,
    date: dateOf(article),
  };
  const found = detectIn(detectable, await storedAuthority(tx));
  const made = found.map((statement, position) => ({
    ...suggestionRow(detectable, statement, position),
    state: isKnown(statement) ? ("superseded" as const) : ("open" as const),
    statementId: null,
    chosenActorId: null,
  }));
  await writeSuggestions(tx, made);
  return made;
}

/** Contents in the new text that belong to statements on record: where they stand, or may stand. */
async function takenSpans(
  tx: Tx,
  articleId: string,
  revisionId: string,
): Promise<readonly (readonly Span[])[]> {
  const standing = await tx.statement.findMany({
    where: { articleId, withdrawn: false, anchor: { revisionId } },
    select: { anchor: { select: { spans: { where: { role: "content" } } } } },
  });
  const waiting = await tx.reanchoring.findMany({
    where: { articleId, revisionId, state: "open" },
    select: { carried: true },
  });
  return [
    ...standing.map(({ anchor }) => anchor.spans),
    ...waiting.flatMap(({ carried }) => proposedContents(carried as unknown as Carried)),
  ];
}

function proposedContents({ spans, candidates }: Carried): readonly (readonly Span[])[] {
  return [...(spans ? [spans.content] : []), ...candidates.map(({ content }) => content)];
}

const wordsOf = (index: CodePointIndex, content: readonly Span[]) =>
  content.map(({ start, end }) => index.slice(start, end)).join(" … ");

function subject(
  row: { readonly id: string; readonly statementId: string | null; readonly chosenActorId: string | null },
  state: "open" | "superseded",
): Subject {
  return { noun: "suggestion", id: row.id, state: suggestionState({ ...row, state }) };
}
