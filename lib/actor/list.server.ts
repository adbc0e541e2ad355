import type { ActorKind } from "../attribution/authority.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { Prisma, type Reader } from "../db.server.ts";
import { foldName } from "./fold.ts";

export interface ActorQuery {
  /** Any of its names, in any script. Empty: all. */
  readonly name: string;
  readonly kind: ActorKind | null;
}

export interface ListedActor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly partOf: string | null;
  /** The name that was found, where it is not the shown one. */
  readonly alias: string | null;
  /** Statements attributed to this record that were not taken back. */
  readonly statements: number;
  /** The record that stands for it, where it was merged. */
  readonly standsFor: string | null;
  /** The article that quotes an unnamed source. */
  readonly quotedIn: { readonly headline: string; readonly language: string | null } | null;
  readonly sample: boolean;
}

export interface ActorList {
  readonly actors: readonly ListedActor[];
  /** On all pages. */
  readonly total: number;
}

/** The desk's list of all records: by name, or with a name to look for the most alike first. Pages count from 1. */
export async function listActors(
  reader: Reader,
  viewer: Viewer | null,
  { name, kind }: ActorQuery,
  page: { readonly number: number; readonly size: number },
): Promise<ActorList> {
  allow(viewer, "readDesk");
  const folded = foldName(name.slice(0, 200));
  if (name.trim() !== "" && folded === "") return { actors: [], total: 0 };
  const hits =
    folded === "" ? Prisma.sql`SELECT id, NULL AS alias, 0::real AS rank FROM actor` : named(folded);
  const ofKind = kind === null ? Prisma.sql`true` : Prisma.sql`a.kind = ${kind}::actor_kind`;
  const found = Prisma.sql`FROM (${hits}) h JOIN actor a ON a.id = h.id WHERE ${ofKind}`;
  const actors = await reader.$queryRaw<ListedActor[]>`
    SELECT a.id, a.name, a.kind::text AS kind, a.description, w.name AS "partOf", h.alias, a.sample,
      (SELECT count(*)::int FROM statement s WHERE s.attributed_to_id = a.id AND NOT s.withdrawn) AS statements,
      (SELECT m.name FROM actor_canonical c JOIN actor m ON m.id = c.canonical_id WHERE c.actor_id = a.id AND m.id <> a.id) AS "standsFor",
      CASE WHEN ar.id IS NOT NULL THEN json_build_object('headline', ar.headline, 'language', r.language) END AS "quotedIn"
    FROM (SELECT a.id, h.alias, h.rank, row_number() OVER (ORDER BY h.rank DESC, lower(a.name), a.id) AS place ${found}
          ORDER BY place LIMIT ${page.size} OFFSET ${(page.number - 1) * page.size}) h
    JOIN actor a ON a.id = h.id
    LEFT JOIN actor w ON w.id = a.part_of_id
    LEFT JOIN article ar ON ar.id = a.article_id
    LEFT JOIN revision r ON r.id = ar.current_revision_id
    ORDER BY h.place`;
  const [count] = await reader.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${found}`;
  return { actors, total: count?.total ?? 0 };
}

/** Records with a name like the asked one; an unnamed source by its words: here nobody takes one for another. */
function named(folded: string): Prisma.Sql {
  const beginning = `${folded.replace(/[\\%_]/g, "\\$&")}%`;
  return Prisma.sql`
    SELECT DISTINCT ON (id) id, alias, rank FROM (
      SELECT a.id, CASE WHEN al.name = a.name THEN NULL ELSE al.name END AS alias,
        ((al.folded = ${folded})::int * 4 + (al.folded LIKE ${beginning})::int * 2 + word_similarity(${folded}, al.folded))::real AS rank
      FROM (SELECT actor_id, name, folded FROM alias UNION ALL SELECT id, name, wording FROM actor WHERE wording IS NOT NULL) al
      JOIN actor a ON a.id = al.actor_id
      WHERE al.folded LIKE ${beginning} OR al.folded % ${folded} OR ${folded} <% al.folded
    ) names ORDER BY id, rank DESC, alias NULLS FIRST`;
}
