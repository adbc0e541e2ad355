import { standingActors } from "../actor/canonical.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import type { Carried } from "../text/anchor/carried.ts";
import type { DeskPlacing } from "./desk-article.ts";

/** A statement that waits in an article's present text, to be marked there by hand; null: it does not wait (any more). */
export async function readPlacing(
  reader: Reader,
  viewer: Viewer | null,
  articleId: string,
  reanchoringId: string,
): Promise<DeskPlacing | null> {
  allow(viewer, "readDesk");
  const row = await reader.reanchoring.findFirst({
    where: { id: reanchoringId, articleId, state: "open", statement: { withdrawn: false } },
    include: {
      statement: { select: { attributedToId: true } },
      fromAnchor: {
        select: {
          revision: { select: { number: true } },
          spans: { where: { role: "content" }, orderBy: { position: "asc" }, select: { exact: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { attributedToId } = row.statement;
  const actor = (await standingActors(reader, [attributedToId])).get(attributedToId);
  if (!actor) throw new Error(`No record stands for actor ${attributedToId}.`);
  const { spans } = row.carried as unknown as Carried;
  return {
    reanchoringId: row.id,
    version: row.version,
    actor,
    words: row.fromAnchor.spans.map(({ exact }) => exact).join(" … "),
    revision: row.fromAnchor.revision.number,
    spans: { speaker: spans?.speaker ?? [], cue: spans?.cue ?? [], content: spans?.content ?? [] },
  };
}
