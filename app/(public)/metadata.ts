import type { Metadata } from "next";
import { cutWords } from "#components/statement/cut-words.ts";
import { front, showsSample } from "#lib/search/front.server.ts";
import { passageText } from "#lib/statement/passage.ts";
import type { PublicStatement } from "#lib/statement/published.server.ts";

const LONGEST_TITLE = 90;

interface PageWords {
  /** Begins with the speaker where a statement is shown, never with the bare accusation. */
  readonly title: string;
  readonly description: string;
  /** The page's own address, from "/". */
  readonly path: string;
  readonly sample?: boolean;
}

/** What a page says of itself: title, canonical address, preview, and noindex for the sample newsroom. */
export function pageMetadata({ title, description, path, sample = false }: PageWords): Metadata {
  return {
    title,
    description,
    alternates: { canonical: path },
    openGraph: { title, description, url: path, siteName: "On Record", type: "article", locale: "en_GB" },
    twitter: { card: "summary", title, description },
    ...(sample ? { robots: { index: false, follow: false } } : {}),
  };
}

/** The same for the front page and the lists, which search engines leave out while they show the sample newsroom. */
export async function listMetadata(words: PageWords): Promise<Metadata> {
  const metadata = pageMetadata({ ...words, sample: showsSample(await front()) });
  return words.path === "/" ? { ...metadata, title: { absolute: words.title } } : metadata;
}

/**
 * "Harbour Authority: “the ferry will sail”", cut at a word. Words that aren't all quoted keep what introduces them:
 * "Harbour Authority (“denied that”): the ferry will sail".
 */
export function speakerTitle(statement: PublicStatement): string {
  return cutWords(
    `${statement.actor.name}${introduction(statement)}: ${passageText(statement.passage)}`,
    LONGEST_TITLE,
  );
}

function introduction({ mode, kind, cue }: PublicStatement): string {
  if (mode === "attributedView") return " (view attributed by the outlet)";
  return kind === "direct" || cue === null ? "" : ` (“${cue}”)`;
}
