import { standingActors } from "../actor/canonical.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Reader } from "../db.server.ts";
import { readAnchor } from "../statement/anchor.server.ts";
import { carryProofs } from "../statement/relay-proofs.ts";
import type { Carried } from "../text/anchor/carried.ts";
import { CodePointIndex } from "../text/code-points.ts";
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
      revision: { select: { text: true } },
      statement: {
        include: {
          relays: { orderBy: { position: "asc" } },
          anchor: { select: { revision: { select: { number: true, text: true } } } },
        },
      },
    },
  });
  if (!row) return null;
  const { attributedToId, relays, anchorId, anchor } = row.statement;
  const actors = await standingActors(reader, [attributedToId, ...relays.map(({ actorId }) => actorId)]);
  const actorOf = (id: string) => {
    const actor = actors.get(id);
    if (!actor) throw new Error(`No record stands for actor ${id}.`);
    return actor;
  };
  const { spans } = row.carried as unknown as Carried;
  const former = anchor.revision;
  const old = await readAnchor(reader, anchorId);
  const index = new CodePointIndex(former.text);
  const proofs = carryProofs(former.text, row.revision.text, old.relay);
  return {
    reanchoringId: row.id,
    version: row.version,
    actor: actorOf(attributedToId),
    words: old.content.map(({ start, end }) => index.slice(start, end)).join(" … "),
    revision: former.number,
    spans: { speaker: spans?.speaker ?? [], cue: spans?.cue ?? [], content: spans?.content ?? [] },
    via: relays.map(({ actorId, position }) => ({
      name: actorOf(actorId).name,
      proof: proofs[position] ?? null,
    })),
  };
}
