import type { ActorKind } from "../attribution/authority.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { foldName } from "./fold.ts";

export interface ActorHit {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly description: string | null;
  /** The name that matched, where it is not the shown one. */
  readonly alias: string | null;
  /** Names of records that were merged into it. */
  readonly formerly: readonly string[];
}

/**
 * Actors for the desk's picker, by any name: exact first, then beginnings, then likeness. At most `most`. Unnamed sources
 * are found in the article that quotes them only: elsewhere the same words mean somebody else.
 */
export async function findActors(
  reader: Reader,
  viewer: Viewer | null,
  query: string,
  { articleId = null, most = 8 }: { readonly articleId?: string | null; readonly most?: number } = {},
): Promise<readonly ActorHit[]> {
  allow(viewer, "readDesk");
  const folded = foldName(query.slice(0, 200));
  if (folded === "") return [];
  const beginning = `${folded.replace(/[\\%_]/g, "\\$&")}%`;
  return reader.$queryRaw<ActorHit[]>`
    SELECT id, name, kind, description, alias,
           ARRAY(SELECT DISTINCT m.name FROM actor_canonical c JOIN actor m ON m.id = c.actor_id
                 WHERE c.canonical_id = hits.id AND m.name <> hits.name ORDER BY 1) AS formerly
    FROM (
      SELECT DISTINCT ON (a.id) a.id, a.name, a.kind::text AS kind, a.description,
             CASE WHEN al.name = a.name THEN NULL ELSE al.name END AS alias,
             (al.folded = ${folded})::int * 4 + (al.folded LIKE ${beginning})::int * 2 + word_similarity(${folded}, al.folded) AS rank
      FROM (
        SELECT actor_id, name, folded FROM alias
        UNION ALL SELECT id, name, wording FROM actor WHERE article_id = ${articleId}::uuid
      ) al JOIN actor_canonical c ON c.actor_id = al.actor_id JOIN actor a ON a.id = c.canonical_id
      WHERE (al.folded LIKE ${beginning} OR al.folded % ${folded} OR ${folded} <% al.folded)
        AND (a.kind <> 'unnamedSource' OR a.article_id = ${articleId}::uuid)
      ORDER BY a.id, rank DESC, al.name
    ) hits
    ORDER BY rank DESC, length(name), name
    LIMIT ${most}`;
}

/** Names of actors by id, for ids that states hold; null and ids that are gone are left out. */
export async function namesOfActors(
  reader: Reader,
  ids: readonly (string | null | undefined)[],
): Promise<Readonly<Record<string, string>>> {
  const rows = await reader.actor.findMany({
    where: { id: { in: ids.filter((id) => typeof id === "string") } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
