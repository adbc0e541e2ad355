import { NewArticle } from "../article/schema.ts";
import { deletedArticle, lockArticle } from "../article/state.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Tx } from "../db.server.ts";
import { parse } from "../parse.ts";
import { bringIn } from "./bring-in.server.ts";

/** Version of what turns a paste into text: part of the proof of where a text comes from. */
export const PASTE_EXTRACTOR = "paste/1";

export interface Ingested {
  readonly articleId: string;
  /** False: the article was on record already; this was another sighting, or another text of it. */
  readonly added: boolean;
  readonly suggestions: number;
}

/** Brings in what an editor pasted and checked. @throws OnRecordError as `bringIn` does. */
export async function ingest(tx: Tx, viewer: Viewer | null, input: NewArticle): Promise<Ingested> {
  allow(viewer, "ingest");
  const { raw, ...article } = parse(NewArticle, input);
  const brought = await bringIn(tx, viewer, {
    ...article,
    source: "paste",
    language: null,
    raw: { bytes: Buffer.from(raw, "utf8"), type: "text/plain; charset=utf-8" },
    extractor: PASTE_EXTRACTOR,
  });
  if (brought.outcome === "deleted") throw deletedArticle(await lockArticle(tx, brought.articleId));
  const { articleId, outcome, suggestions } = brought;
  return { articleId, added: outcome === "added", suggestions };
}
