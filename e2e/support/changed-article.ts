import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db, inTransaction } from "#lib/db.server.ts";
import { runDeskWrite } from "#lib/desk/actions.server.ts";
import { readDeskArticle } from "#lib/desk/article.server.ts";
import { bringIn } from "#lib/desk/bring-in.server.ts";
import { rareName } from "./rare-name.ts";

/** A moment of the day on which the article's page is looked at. */
export const at = (hour: number) => new Date(Date.UTC(2024, 6, 2, hour));

export interface PageOfNews {
  readonly url: string;
  readonly outlet: string;
  readonly headline: string;
}

export const pageOfNews = (): PageOfNews => ({
  url: `https://bridge.example/${randomUUID()}`,
  outlet: rareName("Holm Gazette"),
  headline: `Swing bridge of Holm to be mended, ${rareName("note")}`,
});

/** Brings an article in from its address, as its page says it at that hour. */
export function bring(
  viewer: Viewer,
  { url, outlet, headline }: PageOfNews,
  paragraphs: readonly string[],
  hour: number,
) {
  return inTransaction(db(), (tx) =>
    bringIn(tx, viewer, {
      source: "url",
      extractor: "html/1",
      outlet: { name: outlet },
      headline,
      standfirst: null,
      byline: null,
      publishedAt: "2024-07-02T08:30",
      zone: "+02:00",
      publishedSource: "jsonLd",
      url,
      language: "en",
      raw: { bytes: Buffer.from(`<p>${paragraphs.join("</p><p>")}</p>`), type: "text/html" },
      paragraphs: [...paragraphs],
      seenAt: at(hour),
    }),
  );
}

/** Accepts all that the engine suggests, each said by whom the text names. */
export async function acceptAll(viewer: Viewer, articleId: string): Promise<void> {
  const { suggestions } = await readDeskArticle(db(), viewer, articleId);
  for (const { id: suggestionId, version, actor, proposedActor } of suggestions)
    await runDeskWrite(db(), viewer, "accept-suggestion", {
      suggestionId,
      version,
      ...(actor ? {} : { actor: { name: proposedActor ?? rareName("Nobody"), kind: "person" } }),
    });
}
