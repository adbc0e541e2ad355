import { actorState } from "../actor/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { recordHistory } from "../decision/read.server.ts";
import { OnRecordError } from "../errors.ts";
import type { DeskActorRecord } from "./desk-actor.ts";
import { namesInHistory } from "./history-names.server.ts";

const NAMED = { select: { id: true, name: true } } as const;
const WITH_KIND = { select: { id: true, name: true, kind: true } } as const;
/** Longer lists are cut: what is meant is found on the pages they lead to. */
const MOST = 50;

/** Everything of one actor's record. @throws OnRecordError "missing"; without permission to see the desk. */
export async function readDeskActor(
  reader: Reader,
  viewer: Viewer | null,
  actorId: string,
): Promise<DeskActorRecord> {
  allow(viewer, "readDesk");
  const row = await reader.actor.findUnique({
    where: { id: actorId },
    include: {
      aliases: true,
      partOf: WITH_KIND,
      parts: { ...NAMED, orderBy: { name: "asc" }, take: MOST },
      article: {
        select: {
          id: true,
          headline: true,
          outlet: { select: { name: true } },
          currentRevision: { select: { language: true } },
        },
      },
      offices: {
        where: { withdrawn: false },
        orderBy: { title: "asc" },
        include: { tenures: { orderBy: { from: "desc" }, include: { holder: WITH_KIND } } },
      },
      tenures: { orderBy: { from: "desc" }, include: { office: { include: { body: NAMED } } } },
      canonical: { include: { canonical: NAMED } },
      members: { include: { actor: NAMED }, where: { actorId: { not: actorId } } },
    },
  });
  if (!row) throw new OnRecordError("missing", "That actor is not on record.");
  const [identifications, articles, relayed, published, history] = await Promise.all([
    readIdentifications(reader, actorId),
    readArticles(reader, actorId),
    reader.relay.count({ where: { actorId, statement: { withdrawn: false } } }),
    reader.$queryRaw<{ slug: string }[]>`SELECT slug FROM published_actor WHERE id = ${actorId}::uuid`,
    recordHistory(reader, viewer, touching(actorId)),
  ]);
  const { id, version, key, sample, article, partOf, canonical } = row;
  const { partOfId: _, ...state } = actorState(row);
  return {
    ...state,
    id,
    version,
    key,
    sample,
    partOf,
    publicSlug: published[0]?.slug ?? null,
    parts: row.parts,
    offices: row.offices.map((office) => ({
      id: office.id,
      version: office.version,
      title: office.title,
      aliases: office.aliases,
      tenures: office.tenures.map(({ holder, from, to }) => ({ holder, ...rangeOf(from, to) })),
    })),
    held: row.tenures.map(({ office, from, to }) => ({
      office: { title: office.title, body: office.body },
      ...rangeOf(from, to),
    })),
    quotedIn: article && {
      id: article.id,
      headline: article.headline,
      language: article.currentRevision?.language ?? null,
      outlet: article.outlet.name,
    },
    identifications,
    standsFor: canonical && canonical.canonicalId !== id ? canonical.canonical : null,
    mergedHere: row.members.map(({ actor }) => actor),
    articles: articles.slice(0, MOST),
    statements: articles.reduce((sum, { statements }) => sum + statements, 0),
    relayed,
    history,
    names: await namesInHistory(reader, history),
  };
}

const rangeOf = (from: Date, to: Date | null) => ({
  from: from.toISOString().slice(0, 10),
  to: to?.toISOString().slice(0, 10) ?? null,
});

async function readIdentifications(reader: Reader, actorId: string) {
  const rows = await reader.identification.findMany({
    where: { withdrawn: false, OR: [{ unnamedId: actorId }, { actorId }] },
    include: { unnamed: NAMED, actor: NAMED },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ id, version, unnamed, actor, url, title, date, note }) => ({
    id,
    version,
    unnamed,
    actor,
    url,
    title,
    date,
    note,
  }));
}

async function readArticles(reader: Reader, actorId: string) {
  return reader.$queryRaw<DeskActorRecord["articles"]>`
    SELECT a.id, a.headline, r.language, o.name AS outlet, count(*)::int AS statements
    FROM statement s JOIN article a ON a.id = s.article_id JOIN outlet o ON o.id = a.outlet_id
      LEFT JOIN revision r ON r.id = a.current_revision_id
    WHERE s.attributed_to_id = ${actorId}::uuid AND NOT s.withdrawn
    GROUP BY a.id, o.name, r.language ORDER BY a.created_at DESC, a.id`;
}

/** The record itself and what points at it: its offices, those it held, identifications, merges. */
const touching = (id: string) => [
  { noun: "actor", id },
  { noun: "office", state: { bodyId: id } },
  { noun: "office", state: { tenures: [{ holderId: id }] } },
  { noun: "identification", state: { unnamedId: id } },
  { noun: "identification", state: { actorId: id } },
  { noun: "merge", state: { actorId: id } },
  { noun: "merge", state: { intoId: id } },
];
