import { standingActors } from "../actor/canonical.server.ts";
import { localDateText } from "../article/publication-date.ts";
import type { Part } from "../attribution/statement.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { articleHistory } from "../decision/read.server.ts";
import { OnRecordError } from "../errors.ts";
import { storyOfArticle } from "../story/read.server.ts";
import type { DeskArticle, DeskStatement } from "./desk-article.ts";
import { isReadByOlderEngine, readSuggestions } from "./desk-suggestions.server.ts";
import { namesInHistory } from "./history-names.server.ts";

/**
 * Everything the annotator shows of one article: its latest revision, suggestions, statements in reading order, history.
 * @throws OnRecordError "missing"; "signedOut" or "forbidden" without permission to see the desk.
 */
export async function readDeskArticle(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
): Promise<DeskArticle> {
  allow(viewer, "readDesk");
  const article = await reader.article.findUnique({
    where: { id: articleId },
    include: {
      outlet: true,
      addresses: { where: { current: true } },
      currentRevision: { omit: { raw: true } },
      signOff: { include: { decision: { include: { user: { select: { name: true } } } } } },
    },
  });
  const revision = article?.currentRevision;
  if (!article || !revision) throw new OnRecordError("missing", "That article is not on record.");
  const [suggestions, statements, history, readByOlderEngine, texts, placed] = await Promise.all([
    readSuggestions(reader, revision.id),
    readStatements(reader, articleId, revision.id),
    articleHistory(reader, viewer, articleId),
    isReadByOlderEngine(reader, revision.id),
    countTexts(reader, articleId, revision.id),
    storyOfArticle(reader, viewer, articleId),
  ]);
  const { signOff, publishedLocal, publishedPrecision } = article;
  const lastSeq = history[0]?.seq ?? "0";
  return {
    id: article.id,
    version: article.version,
    slug: article.addresses[0]?.slug ?? "",
    headline: article.headline,
    byline: article.byline,
    outlet: { id: article.outlet.id, name: article.outlet.name, kind: article.outlet.kind },
    canonicalUrl: article.canonicalUrl,
    publishedAt:
      publishedLocal && publishedPrecision ? localDateText(publishedLocal, publishedPrecision) : null,
    zone: article.publishedZone,
    publishedSource: article.publishedSource,
    sample: article.sample,
    revision: {
      id: revision.id,
      number: revision.number,
      text: revision.text,
      parts: revision.parts as unknown as readonly Part[],
      sha256: revision.sha256,
      createdAt: revision.createdAt.toISOString(),
      language: revision.language,
    },
    ...texts,
    deletedReason: article.deletedReason,
    suggestions,
    statements,
    history,
    names: await namesInHistory(reader, history),
    lastSeq,
    signedOff: signOff && {
      at: signOff.createdAt.toISOString(),
      by: signOff.decision.user.name,
      seq: String(signOff.decisionSeq),
    },
    changedSinceSignOff:
      signOff !== null &&
      history.some(
        ({ seq, after }) =>
          BigInt(seq) > signOff.decisionSeq &&
          // A change by the outlet is public by its own decision.
          after.some(({ noun }) => noun !== "suggestion" && noun !== "outletChange"),
      ),
    readByOlderEngine,
    story: placed?.story ?? null,
  };
}

/** What there is to know of the article's other texts. */
async function countTexts(reader: Reader, articleId: string, revisionId: string) {
  const standing = { articleId, withdrawn: false };
  const waits = { articleId, state: "open" as const, statement: { withdrawn: false } };
  const [revisions, waiting, elsewhere, openChanges] = await Promise.all([
    reader.revision.count({ where: { articleId } }),
    reader.reanchoring.count({ where: waits }),
    reader.statement.count({ where: { ...standing, anchor: { revisionId: { not: revisionId } } } }),
    reader.outletChange.count({ where: { articleId, state: "open" } }),
  ]);
  return { revisions, waiting, earlier: elsewhere - waiting, openChanges };
}

async function readStatements(
  reader: Reader,
  articleId: string,
  revisionId: string,
): Promise<readonly DeskStatement[]> {
  const rows = await reader.statement.findMany({
    where: { articleId, withdrawn: false, anchor: { revisionId } },
    include: {
      relays: { orderBy: { position: "asc" } },
      stances: { include: { claim: { include: { addresses: { where: { current: true } } } } } },
      anchor: { include: { spans: { orderBy: { position: "asc" } } } },
      // Of any text it had: what an editor once accepted stays that when the text changes.
      _count: { select: { suggestions: { where: { state: "accepted" } } } },
    },
  });
  const standing = await standingActors(
    reader,
    rows.flatMap((row) => [row.attributedToId, ...row.relays.map(({ actorId }) => actorId)]),
  );
  const actorOf = (id: string) => {
    const actor = standing.get(id);
    if (!actor) throw new Error(`No record stands for actor ${id}.`);
    return actor;
  };
  const statements = rows.map((row) => {
    const of = (role: string) =>
      row.anchor.spans.filter((span) => span.role === role).map(({ start, end }) => ({ start, end }));
    const proofs = row.anchor.spans.filter((span) => span.role === "relay");
    return {
      id: row.id,
      version: row.version,
      byHand: row._count.suggestions === 0,
      kind: row.kind,
      mode: row.mode,
      actor: actorOf(row.attributedToId),
      speaker: of("speaker"),
      cue: of("cue"),
      content: of("content"),
      via: row.relays.map((relay) => {
        const proof = proofs.find((span) => span.position === relay.position);
        return { ...actorOf(relay.actorId), proof: proof ? { start: proof.start, end: proof.end } : null };
      }),
      claims: row.stances.map((stance) => ({
        id: stance.claimId,
        sentence: stance.claim.sentence,
        slug: stance.claim.addresses[0]?.slug ?? "",
        stance: stance.kind,
      })),
    };
  });
  return statements.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}
