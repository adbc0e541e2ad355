import { randomUUID } from "node:crypto";
import type { RevisionCause } from "../../prisma/generated/enums.ts";
import type { Prisma, Reader, Tx } from "../db.server.ts";
import { detectLanguage } from "../text/language.ts";
import type { Composed } from "./compose.ts";
import { keepRaw, sha256 } from "./raw.server.ts";
import type { SightingSource } from "./schema.ts";

/** A text with what it was read from. */
export interface Reading extends Composed {
  readonly sha256: string;
  readonly raw: { readonly bytes: Uint8Array; readonly type: string };
  readonly extractor: string;
  readonly language: string | null;
}

export const hashed = (composed: Composed) => ({ ...composed, sha256: sha256(composed.text) });

/** Freezes a text as the article's next revision. Returns its id. */
export async function addRevision(
  tx: Tx,
  article: { readonly id: string; readonly sample: boolean },
  reading: Reading,
  cause: RevisionCause,
): Promise<string> {
  const id = randomUUID();
  const before = cause === "first" ? 0 : await lastNumber(tx, article.id);
  await tx.revision.create({
    data: {
      id,
      articleId: article.id,
      number: before + 1,
      text: reading.text,
      sha256: reading.sha256,
      parts: reading.parts as unknown as Prisma.InputJsonValue,
      ...keepRaw(reading.raw.bytes, reading.raw.type),
      extractor: reading.extractor,
      language: detectLanguage(reading.text, reading.language),
      cause,
      sample: article.sample,
    },
  });
  return id;
}

async function lastNumber(tx: Tx, articleId: string): Promise<number> {
  const { _max } = await tx.revision.aggregate({ where: { articleId }, _max: { number: true } });
  return _max.number ?? 0;
}

/** The text the outlet showed when it was seen last, without the bytes it was read from; null: no such article. */
export async function currentRevision(reader: Reader, articleId: string) {
  return reader.revision.findFirst({
    where: { currentOf: { some: { id: articleId } } },
    omit: { raw: true },
  });
}

/** Notes that the text was seen, where, when and in which bytes. */
export async function addSighting(
  tx: Tx,
  revision: { readonly id: string; readonly sample: boolean },
  seen: {
    readonly source: SightingSource;
    readonly extractor: string;
    readonly rawSha256: string;
    readonly at: Date;
  },
): Promise<void> {
  const { source, extractor, rawSha256, at } = seen;
  await tx.sighting.create({
    data: { revisionId: revision.id, source, extractor, rawSha256, seenAt: at, sample: revision.sample },
  });
}

/** The text that readers of one kind ("html", "paste", "list") saw last in an article, and when. */
export async function lastSeenBy(tx: Tx, articleId: string, extractor: string) {
  return tx.sighting.findFirst({
    where: { revision: { articleId }, extractor: { startsWith: `${familyOf(extractor)}/` } },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    include: { revision: { omit: { raw: true, text: true } } },
  });
}

/** "html" of "html/2": versions of one extractor are compared with each other, different extractors never. */
export const familyOf = (extractor: string): string => extractor.split("/")[0] ?? extractor;
