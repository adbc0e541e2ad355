import { localDateText } from "../article/publication-date.ts";
import type { Part, StatementKind, StatementMode } from "../attribution/statement.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { readDetected } from "../statement/detected.ts";
import { isLessCertain } from "../statement/shown.ts";
import type { Span } from "../text/span.ts";

interface TrainingSpans {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly kind: StatementKind;
  readonly mode: StatementMode;
}

/** A statement an editor stands by. */
export interface TrainingStatement extends TrainingSpans {
  readonly id: string;
  /** Name of the actor's record. */
  readonly actor: string;
  readonly via: readonly { readonly actor: string; readonly proof: Span | null }[];
  /** "accepted" with the marks as suggested, "corrected" with others, or "added" by hand. */
  readonly origin: "accepted" | "corrected" | "added";
  /** How sure the engine was; null for what it had not suggested. */
  readonly confidence: number | null;
}

/**
 * What editors decided about one article, in the shape that training reads. Spans are half-open, in code points of
 * `text`, whose first paragraph is the headline. Nothing says who decided.
 */
export interface TrainingDocument {
  readonly id: string;
  readonly outlet: string;
  /** YYYY-MM-DD or as much as is known; null: not stated. */
  readonly date: string | null;
  readonly title: string;
  readonly text: string;
  readonly parts: readonly Part[];
  readonly statements: readonly TrainingStatement[];
  /** Suggested, and rejected or taken back. */
  readonly rejected: readonly (TrainingSpans & { readonly confidence: number })[];
  /** The engine whose suggestions were decided on last; null: everything was marked by hand. */
  readonly engine: string | null;
  /** An editor has finished it: what is not marked here is no statement. Otherwise only what is listed is known. */
  readonly complete: boolean;
}

export interface TrainingRange {
  /** Only articles with a decision on a statement or suggestion since then. */
  readonly since: Date | null;
  readonly includeSample: boolean;
}

const BATCH = 20;

/** The articles with decisions on statements, one after another; holds few at a time. */
export async function* trainingDocuments(
  reader: Reader,
  viewer: Viewer | null,
  range: TrainingRange,
): AsyncGenerator<TrainingDocument> {
  allow(viewer, "readDesk");
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const ids = await decidedArticles(reader, range, after);
    for (const { id } of ids) {
      const document = await documentOf(reader, id);
      if (document) yield document;
    }
    const last = ids.at(-1);
    if (!last || ids.length < BATCH) return;
    after = last.id;
  }
}

function decidedArticles(reader: Reader, { since, includeSample }: TrainingRange, after: string) {
  return reader.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM article a
    WHERE a.id > ${after}::uuid AND (${includeSample} OR NOT a.sample)
      AND (EXISTS (SELECT 1 FROM statement s WHERE s.article_id = a.id AND NOT s.withdrawn)
        OR EXISTS (SELECT 1 FROM suggestion g WHERE g.article_id = a.id AND g.state IN ('accepted', 'rejected')))
      AND (${since}::timestamptz IS NULL OR EXISTS (
        SELECT 1 FROM decision d WHERE d.article_id = a.id AND d.at >= ${since}::timestamptz
        AND (d.after @> '[{"noun": "statement"}]' OR d.after @> '[{"noun": "suggestion"}]')))
    ORDER BY a.id LIMIT ${BATCH}`;
}

async function documentOf(reader: Reader, articleId: string): Promise<TrainingDocument | null> {
  const article = await reader.article.findUnique({
    where: { id: articleId },
    include: {
      outlet: { select: { name: true } },
      currentRevision: { omit: { raw: true } },
    },
  });
  const revision = article?.currentRevision;
  if (!article || !revision || article.deletedReason !== null) return null;
  const suggestions = await reader.suggestion.findMany({
    where: { revisionId: revision.id, state: { not: "superseded" } },
    orderBy: [{ createdAt: "asc" }, { position: "asc" }],
    include: { statement: { select: { withdrawn: true } } },
  });
  const statements = await readStatements(reader, articleId, revision.id, suggestions);
  const decided = suggestions.filter(({ state }) => state !== "open");
  const rejected = decided.filter(({ state, statement }) => state === "rejected" || statement?.withdrawn);
  const waiting = suggestions.some((row) => row.state === "open" && !isLessCertain(row));
  const { publishedLocal, publishedPrecision } = article;
  return {
    id: article.id,
    outlet: article.outlet.name,
    date:
      publishedLocal && publishedPrecision
        ? localDateText(publishedLocal, publishedPrecision).slice(0, 10)
        : null,
    title: article.headline,
    text: revision.text,
    parts: revision.parts as unknown as readonly Part[],
    statements,
    rejected: rejected.map(({ detected, confidence }) => {
      const { speaker, cue, content, kind, mode } = readDetected(detected);
      return { speaker, cue, content, kind, mode, confidence };
    }),
    engine: decided.at(-1)?.engine ?? null,
    complete: article.signOffId !== null || !waiting,
  };
}

interface Suggested {
  readonly statementId: string | null;
  readonly detected: unknown;
  readonly confidence: number;
}

async function readStatements(
  reader: Reader,
  articleId: string,
  revisionId: string,
  suggestions: readonly Suggested[],
): Promise<readonly TrainingStatement[]> {
  const rows = await reader.statement.findMany({
    where: { articleId, withdrawn: false, anchor: { revisionId } },
    include: {
      attributedTo: { select: { name: true } },
      relays: { orderBy: { position: "asc" }, include: { actor: { select: { name: true } } } },
      anchor: { include: { spans: { orderBy: { position: "asc" } } } },
    },
  });
  const found = new Map(suggestions.map((row) => [row.statementId, row]));
  const statements = rows.map((row): TrainingStatement => {
    const of = (role: string) =>
      row.anchor.spans.filter((span) => span.role === role).map(({ start, end }) => ({ start, end }));
    const marks = { speaker: of("speaker"), cue: of("cue"), content: of("content") };
    const proofs = row.anchor.spans.filter((span) => span.role === "relay");
    const suggested = found.get(row.id);
    return {
      id: row.id,
      ...marks,
      kind: row.kind,
      mode: row.mode,
      actor: row.attributedTo.name,
      via: row.relays.map(({ actor, position }) => {
        const proof = proofs.find((span) => span.position === position);
        return { actor: actor.name, proof: proof ? { start: proof.start, end: proof.end } : null };
      }),
      origin: suggested === undefined ? "added" : sameMarks(marks, suggested) ? "accepted" : "corrected",
      confidence: suggested?.confidence ?? null,
    };
  });
  return statements.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function sameMarks(
  marks: Pick<TrainingSpans, "speaker" | "cue" | "content">,
  { detected }: Suggested,
): boolean {
  const found = readDetected(detected);
  const places = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join();
  return (["speaker", "cue", "content"] as const).every(
    (role) => places(marks[role]) === places(found[role]),
  );
}
