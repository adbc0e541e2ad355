import type { CleanedArticle, CleanedLine, LineRole } from "../cleaned.ts";
import { bylineIn } from "./byline.ts";
import { outletIn } from "./outlet-name.ts";
import { tidyLine } from "./paste-line.ts";
import { findPrintedDate, numericOrderOf } from "./printed-date.ts";
import { publishedIn } from "./publication.ts";

/**
 * Builds the article again from lines whose roles an editor may have changed: headline lines joined by a space,
 * one paragraph for each paragraph line. A line made byline, date or outlet is read for a name or date in it; a
 * byline or outlet line without a pattern counts as it stands.
 */
export function reassemble(lines: readonly CleanedLine[]): CleanedArticle {
  const textsOf = (role: LineRole): string[] =>
    lines
      .filter((line) => line.role === role)
      .map((line) => tidyLine(line.text))
      .filter((text) => text !== "");
  const joined = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(" "));
  const headline = joined(textsOf("headline"));
  const paragraphs = textsOf("paragraph");
  const bylines = textsOf("byline");
  const published = publicationTime(textsOf("date"), bylines, paragraphs, lines);
  const [outlet] = textsOf("outlet").map((text) => outletIn(text, headline)?.name ?? text);
  const names = bylines.map((text) => bylineIn(text)).filter((name) => name !== null);
  return {
    headline,
    standfirst: joined(textsOf("standfirst")),
    outlet: outlet ?? null,
    publishedAt: published.at,
    zone: published.zone,
    byline: names.length === 0 ? null : [...new Set(names)].join(", "),
    paragraphs,
    lines: [...lines],
  };
}

/** How much of the first paragraph a dateline with a date may fill, in UTF-16 units. */
const DATELINE = 90;

function publicationTime(
  dates: readonly string[],
  bylines: readonly string[],
  paragraphs: readonly string[],
  lines: readonly CleanedLine[],
): { at: string | null; zone: string | null } {
  const order = numericOrderOf(lines.map((line) => line.text));
  if (dates.length > 0) return publishedIn(dates, order);
  for (const text of bylines) {
    const date = publishedIn([text], order);
    if (date.at !== null) return date;
  }
  const dateline = /^.{0,90}?\s?[–—-]{1,2}\s/u.exec(paragraphs[0]?.slice(0, DATELINE + 4) ?? "")?.[0] ?? "";
  const date = findPrintedDate(dateline, order);
  return { at: date?.at ?? null, zone: date?.zone ?? null };
}
