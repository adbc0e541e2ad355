import { z } from "zod";
import { readLocalDate } from "../article/publication-date.ts";

/**
 * An article as lists write it. Names of columns are those of Media Cloud's exports and of common corpora; the first
 * that is there counts.
 */
export interface ListedArticle {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly homepage: string | null;
  readonly headline: string | null;
  readonly standfirst: string | null;
  readonly paragraphs: readonly string[];
  /** A page as it was saved, where the list holds pages: its text, or its bytes in base64. */
  readonly html: string | null;
  readonly base64: string | null;
  readonly byline: string | null;
  /** Local, as in publication-date.ts. */
  readonly publishedAt: string | null;
  readonly zone: string | null;
  readonly language: string | null;
}

const NAMES = {
  url: ["url", "link", "canonical_url", "story_url"],
  outlet: ["outlet", "media_name", "source", "publisher", "publication", "site"],
  homepage: ["homepage", "media_url"],
  headline: ["headline", "title"],
  standfirst: ["standfirst", "subtitle", "description"],
  text: ["text", "body", "content", "article_text", "story_text"],
  html: ["html"],
  base64: ["base64"],
  byline: ["byline", "author", "authors"],
  date: ["publishedat", "published_at", "published", "publish_date", "publication_date", "date"],
  zone: ["zone", "timezone"],
  language: ["language", "lang"],
} as const;

const Line = z.record(z.string(), z.unknown());

/** Reads a line's fields, whatever they are called. @throws Error in words for the report */
export function readListed(line: unknown): ListedArticle {
  const fields = new Map(
    Object.entries(Line.parse(line)).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  const said = (names: readonly string[]): unknown => names.map((name) => fields.get(name)).find(isSaid);
  const words = (names: readonly string[]): string | null => {
    const value = said(names);
    if (Array.isArray(value)) return value.filter((one) => typeof one === "string").join(", ") || null;
    return typeof value === "string" || typeof value === "number" ? String(value).trim() || null : null;
  };
  const given = fields.get("paragraphs");
  const paragraphs = Array.isArray(given)
    ? given.filter((one): one is string => typeof one === "string")
    : (words(NAMES.text) ?? "").split(/\r?\n\s*\r?\n|\r?\n/);
  return {
    url: words(NAMES.url),
    outlet: words(NAMES.outlet),
    homepage: homepageOf(words(NAMES.homepage)),
    headline: words(NAMES.headline),
    standfirst: words(NAMES.standfirst),
    paragraphs: paragraphs.map((one) => one.trim()).filter((one) => one !== ""),
    html: words(NAMES.html),
    base64: words(NAMES.base64),
    byline: words(NAMES.byline),
    ...dateOf(words(NAMES.date), words(NAMES.zone)),
    language: words(NAMES.language),
  };
}

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== "";

/** Media Cloud writes "example.com". */
function homepageOf(said: string | null): string | null {
  const url = said === null ? null : URL.parse(/^https?:/i.test(said) ? said : `https://${said}`);
  return url?.hostname.includes(".") ? url.origin : null;
}

const DATE =
  /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;
/** As mail and feeds write it: "Tue, 02 Jul 2024 08:30:00 +0200". */
const MAIL_DATE =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s+(\d{4})(?:\s+(\d{2}:\d{2})(?::\d{2})?\s*(Z|UTC|GMT|[+-]\d{4})?)?$/i;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
/** Said of an article whose date nobody could find. */
const UNDATED = /^(undateable|unknown|none|null|nan|n\/a|-)$/i;

function dateOf(said: string | null, zone: string | null): Pick<ListedArticle, "publishedAt" | "zone"> {
  if (said === null || UNDATED.test(said)) return { publishedAt: null, zone: null };
  const { day, time, offset } = partsOf(said);
  // Midnight is how programs write a day without its time.
  const onlyDay = time === undefined || time === "00:00";
  const publishedAt = onlyDay ? day : `${day}T${time}`;
  readLocalDate(publishedAt);
  if (onlyDay) return { publishedAt, zone };
  return { publishedAt, zone: zone ?? (offset === undefined ? null : zoneOf(offset)) };
}

function partsOf(said: string): { day: string; time: string | undefined; offset: string | undefined } {
  const match = DATE.exec(said);
  if (match) return { day: match[1] ?? "", time: match[2], offset: match[3] };
  const mailed = MAIL_DATE.exec(said);
  if (!mailed) throw new Error(`“${said.slice(0, 40)}” is not a date: write 2024-06-30 or 2024-06-30T10:41.`);
  const [, date = "", month = "", year, time, offset] = mailed;
  const number = MONTHS.indexOf(month.toLowerCase()) / 3 + 1;
  return { day: `${year}-${String(number).padStart(2, "0")}-${date.padStart(2, "0")}`, time, offset };
}

/** "+0200" is "+02:00". */
const zoneOf = (offset: string): string =>
  /^[a-z]/i.test(offset) ? "UTC" : `${offset.slice(0, 3)}:${offset.slice(3).replace(":", "") || "00"}`;
