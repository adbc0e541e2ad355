/** Pages that are copies of each other, as tests bring them in. */
import { randomUUID } from "node:crypto";
import type { Viewer } from "../auth/viewer.ts";
import { db, inTransaction } from "../db.server.ts";
import { bringIn } from "../desk/bring-in.server.ts";

export interface Printed {
  readonly outlet: string;
  readonly paragraphs: readonly string[];
  readonly url?: string;
  readonly byline?: string;
  readonly publishedAt?: string;
  readonly kind?: "agency" | "newspaper";
}

/** Brings a page in as a fetch does. Returns its article's id. */
export async function bringPage(viewer: Viewer, printed: Printed): Promise<string> {
  const { outlet, paragraphs, url = `https://papers.example/${randomUUID()}`, byline, publishedAt } = printed;
  const { articleId } = await inTransaction(db(), (tx) =>
    bringIn(tx, viewer, {
      outlet: { name: outlet, kind: printed.kind ?? "newspaper" },
      headline: "From the coast",
      standfirst: null,
      byline: byline ?? null,
      publishedAt: publishedAt ?? null,
      zone: publishedAt === undefined ? null : "UTC",
      publishedSource: publishedAt === undefined ? null : "meta",
      url,
      paragraphs: [...paragraphs],
      source: "url",
      language: "en",
      raw: { bytes: Buffer.from(paragraphs.join("\n")), type: "text/html; charset=utf-8" },
      extractor: "html/1",
    }),
  );
  return articleId;
}

/** The copy group an article is in; null: none. */
export async function groupOf(articleId: string): Promise<string | null> {
  return (await db().copyText.findUnique({ where: { articleId } }))?.groupId ?? null;
}

/** Paragraphs that no other test has: the mark in every fourth word. */
export function marked(paragraphs: readonly string[], mark: string): readonly string[] {
  return paragraphs.map((one) =>
    one
      .split(" ")
      .map((word, at) => (at % 4 === 0 ? `${word}${mark}` : word))
      .join(" "),
  );
}
