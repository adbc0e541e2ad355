import type { Reader } from "../db.server.ts";
import type { DecisionRow } from "../decision/read.server.ts";
import type { Json } from "../decision/subject.ts";

/**
 * Names for the ids that decisions hold, so that a history can be read: actors and outlets by name, claims by
 * sentence, revisions by number, anchors by the words they mark.
 */
export async function namesInHistory(
  reader: Reader,
  history: readonly DecisionRow[],
): Promise<Readonly<Record<string, string>>> {
  const ids = new Set<string>();
  for (const { before, after } of history)
    for (const { state } of [...before, ...after]) if (state) collectIds(state, ids);
  if (ids.size === 0) return {};
  const where = { id: { in: [...ids] } };
  const [actors, claims, outlets, revisions, spans] = await Promise.all([
    reader.actor.findMany({ where, select: { id: true, name: true } }),
    reader.claim.findMany({ where, select: { id: true, sentence: true } }),
    reader.outlet.findMany({ where, select: { id: true, name: true } }),
    reader.revision.findMany({ where, select: { id: true, number: true } }),
    reader.span.findMany({
      where: { anchorId: { in: [...ids] }, role: "content" },
      orderBy: { position: "asc" },
      select: { anchorId: true, exact: true },
    }),
  ]);
  const names: Record<string, string> = {};
  for (const { id, name } of [...actors, ...outlets]) names[id] = name;
  for (const { id, number } of revisions) names[id] = `revision ${number}`;
  for (const { id, sentence } of claims) names[id] = sentence;
  for (const { anchorId, exact } of spans)
    names[anchorId] = names[anchorId] === undefined ? exact : `${names[anchorId]} … ${exact}`;
  return names;
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function collectIds(value: Json, ids: Set<string>): void {
  if (typeof value === "string") {
    if (ID.test(value)) ids.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collectIds(item, ids);
  } else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) {
      if (ID.test(key)) ids.add(key);
      collectIds(item, ids);
    }
  }
}
