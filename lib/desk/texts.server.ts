import { type StandingActor, standingActors } from "../actor/canonical.server.ts";
import type { SightingSource } from "../article/schema.ts";
import type { Part } from "../attribution/statement.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { summarisedDiff } from "../text/diff.ts";
import type {
  ArticleTexts,
  ComparedTexts,
  EarlierStatement,
  TextChange,
  TextRevision,
} from "./article-texts.ts";
import { openReanchorings, type TextOf, waitingStatement } from "./waiting.server.ts";

/** Numbers of two revisions to compare. */
export interface RevisionPair {
  readonly from: number;
  readonly to: number;
}

/**
 * Everything there is to know of an article's texts: revisions with their sightings, changes by the outlet, statements
 * that wait, and two texts word by word (without a pair: the one before and the current one).
 * @throws OnRecordError "missing"; "signedOut" or "forbidden" without permission to see the desk.
 */
export async function readTexts(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
  pair?: Partial<RevisionPair>,
): Promise<ArticleTexts> {
  allow(viewer, "readDesk");
  const article = await reader.article.findUnique({
    where: { id: articleId },
    select: {
      headline: true,
      deletedReason: true,
      currentRevisionId: true,
      currentRevision: { select: { language: true } },
      outlet: { select: { name: true } },
    },
  });
  if (!article?.currentRevisionId) throw new OnRecordError("missing", "That article is not on record.");
  const { currentRevisionId: currentId } = article;
  const [revisions, changes, open, elsewhere] = await Promise.all([
    readRevisions(reader, articleId, currentId),
    readChanges(reader, articleId),
    openReanchorings(reader, articleId),
    statementsElsewhere(reader, articleId, currentId),
  ]);
  const actors = await standingActors(
    reader,
    [...open.map(({ statement }) => statement), ...elsewhere].map(({ attributedToId }) => attributedToId),
  );
  const chosen = choosePair(revisions, changes, pair);
  const wanted = [
    ...open.flatMap((row) => [row.revisionId, row.fromAnchor.revisionId]),
    ...revisions.filter(({ number }) => number === chosen?.from || number === chosen?.to).map(({ id }) => id),
  ];
  const textOf = await readTextsOf(reader, wanted);
  const waits = new Set(open.map(({ statementId }) => statementId));
  return {
    articleId,
    headline: article.headline,
    language: article.currentRevision?.language ?? null,
    outlet: article.outlet.name,
    deletedReason: article.deletedReason,
    revisions,
    changes,
    waiting: open.map((row) => waitingStatement(row, actorOf(actors, row.statement.attributedToId), textOf)),
    earlier: elsewhere.filter(({ id }) => !waits.has(id)).map((row) => earlierStatement(row, actors)),
    compared: chosen && compare(revisions, chosen, textOf),
  };
}

async function readRevisions(
  reader: Reader,
  articleId: string,
  currentId: string,
): Promise<readonly TextRevision[]> {
  const [rows, seen] = await Promise.all([
    reader.revision.findMany({
      where: { articleId },
      orderBy: { number: "asc" },
      omit: { raw: true, text: true, parts: true },
    }),
    reader.sighting.groupBy({
      by: ["revisionId", "source"],
      where: { revision: { articleId } },
      orderBy: [{ revisionId: "asc" }, { source: "asc" }],
      _count: { _all: true },
      _min: { seenAt: true },
      _max: { seenAt: true },
    }),
  ]);
  const byRevision = Map.groupBy(seen, ({ revisionId }) => revisionId);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    current: row.id === currentId,
    cause: row.cause,
    extractor: row.extractor,
    language: row.language,
    sha256: row.sha256,
    rawType: row.rawType,
    rawSha256: row.rawSha256,
    sightings: sightingsOf(byRevision.get(row.id) ?? []),
  }));
}

interface SeenBy {
  readonly source: SightingSource;
  readonly _count: { readonly _all: number };
  readonly _min: { readonly seenAt: Date | null };
  readonly _max: { readonly seenAt: Date | null };
}

function sightingsOf(groups: readonly SeenBy[]): TextRevision["sightings"] {
  const first = groups.flatMap(({ _min }) => _min.seenAt?.toISOString() ?? []).sort()[0];
  const last = groups
    .flatMap(({ _max }) => _max.seenAt?.toISOString() ?? [])
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return null;
  const count = groups.reduce((sum, { _count }) => sum + _count._all, 0);
  return { count, first, last, sources: groups.map(({ source }) => source) };
}

async function readChanges(reader: Reader, articleId: string): Promise<readonly TextChange[]> {
  const rows = await reader.outletChange.findMany({
    where: { articleId },
    orderBy: [{ seenAfter: "desc" }, { id: "desc" }],
    include: { before: { select: { number: true } }, after: { select: { number: true } } },
  });
  return rows.map(({ id, version, state, before, after, seenBefore, seenAfter }) => ({
    id,
    version,
    state,
    from: before.number,
    to: after.number,
    seenBefore: seenBefore.toISOString(),
    seenAfter: seenAfter.toISOString(),
  }));
}

function statementsElsewhere(reader: Reader, articleId: string, currentId: string) {
  return reader.statement.findMany({
    where: { articleId, withdrawn: false, anchor: { revisionId: { not: currentId } } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      attributedToId: true,
      anchor: {
        select: {
          revision: { select: { number: true, language: true } },
          spans: { where: { role: "content" }, orderBy: { position: "asc" }, select: { exact: true } },
        },
      },
    },
  });
}

type Elsewhere = Awaited<ReturnType<typeof statementsElsewhere>>[number];
type Actors = ReadonlyMap<string, StandingActor>;

const earlierStatement = ({ id, attributedToId, anchor }: Elsewhere, actors: Actors): EarlierStatement => ({
  statementId: id,
  actor: actorOf(actors, attributedToId),
  words: anchor.spans.map(({ exact }) => exact).join(" … "),
  revision: anchor.revision.number,
  language: anchor.revision.language,
});

function actorOf(actors: Actors, id: string): StandingActor {
  const actor = actors.get(id);
  if (!actor) throw new Error(`No record stands for actor ${id}.`);
  return actor;
}

async function readTextsOf(reader: Reader, ids: readonly string[]): Promise<TextOf> {
  const rows = await reader.revision.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, number: true, text: true, parts: true },
  });
  const texts = new Map(
    rows.map(({ id, number, text, parts }) => [
      id,
      { number, text, parts: parts as unknown as readonly Part[] },
    ]),
  );
  return (id) => {
    const found = texts.get(id);
    if (!found) throw new Error(`The text of revision ${id} was not read.`);
    return found;
  };
}

/** As asked, where both are there; else what the outlet had before its present text, or the revision before it. */
function choosePair(
  revisions: readonly TextRevision[],
  changes: readonly TextChange[],
  asked: Partial<RevisionPair> = {},
): RevisionPair | null {
  const current = revisions.find((one) => one.current);
  if (!current || revisions.length < 2) return null;
  const has = (number: number | undefined) => revisions.some((one) => one.number === number);
  const to = asked.to !== undefined && has(asked.to) ? asked.to : current.number;
  if (asked.from !== undefined && has(asked.from)) return { from: asked.from, to };
  const before = changes.find((change) => change.to === to)?.from;
  const others = revisions.map(({ number }) => number).filter((number) => number !== to);
  return { from: before ?? others.findLast((number) => number < to) ?? others.at(-1) ?? to, to };
}

function compare(
  revisions: readonly TextRevision[],
  pair: RevisionPair,
  textOf: TextOf,
): ComparedTexts | null {
  const [from, to] = [pair.from, pair.to].map((number) => revisions.find((one) => one.number === number));
  if (!from || !to) return null;
  return { ...pair, language: to.language, ...summarisedDiff(textOf(from.id).text, textOf(to.id).text) };
}
