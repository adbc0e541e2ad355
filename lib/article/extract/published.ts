import { findPrintedDate, numericOrderOf } from "../clean/printed-date.ts";
import { isDateLine, publishedIn } from "../clean/publication.ts";
import { zoneAsPrinted } from "../clean/zone.ts";
import type { Page } from "./page.ts";
import type { Top } from "./top.ts";

export type PublishedSource = "jsonLd" | "meta" | "time" | "text";

export interface SaidTime {
  /** "2024-06-30T10:41" or "2024-06-30": as said, never shifted. */
  readonly local: string;
  readonly zone: string | null;
}

export interface Published {
  readonly publishedAt: string | null;
  readonly zone: string | null;
  readonly publishedSource: PublishedSource | null;
  readonly modifiedAt: SaidTime | null;
}

const ISO =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(?:at\s)?(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2})?(\s+\S.*)?)?/i;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Reads a time as machines or people write it. Null for what is none. */
export function readTime(text: string): SaidTime | null {
  const iso = ISO.exec(text);
  if (iso !== null && isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))) {
    const [, year, month, day, hour, minute, zone, more] = iso;
    const date = `${year}-${month}-${day}`;
    if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
      return { local: date, zone: null };
    // "…Z EST": two zones contradict each other, so that neither can be believed.
    const sure = zone !== undefined && more === undefined;
    return { local: `${date}T${hour}:${minute}`, zone: sure ? named(zone) : null };
  }
  const printed = findPrintedDate(text);
  return printed?.at ? { local: printed.at, zone: printed.zone } : null;
}

const named = (zone: string): string =>
  /^(?:UTC|GMT)$/i.test(zone) ? "UTC" : zoneAsPrinted(zone.toUpperCase());

const META_PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "og:published_time",
  "parsely-pub-date",
  "cxenseparse:recs:publishtime",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "publishdate",
  "publish-date",
  "publish_date",
  "published_at",
  "publication_date",
  "pubdate",
  "pub_date",
  "article.published",
  "date",
];
const META_MODIFIED = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "lastmod",
  "last-modified",
];

interface Found extends SaidTime {
  readonly source: PublishedSource;
}

/** When the article was published, and by which of the page's statements; the first that can be read counts. */
export function publishedOf(page: Page, top: Top): Published {
  const said = saidTimes(page, top);
  const printed = printedDates(page, top).map(({ time }) => time);
  const first = outvoted(said[0] ?? printed[0] ?? signedOff(page, top), [...said, ...printed]);
  const best = first === undefined ? null : asReadersSawIt(first, said, printed);
  const modified = [page.structured.dateModified, ...META_MODIFIED.map((name) => page.meta.get(name)?.[0])]
    .map((text) => (text ? readTime(text) : null))
    .find((time) => time !== null);
  return {
    publishedAt: best?.local ?? null,
    zone: best?.zone ?? null,
    publishedSource: best?.source ?? null,
    modifiedAt: modified ?? null,
  };
}

function saidTimes(page: Page, top: Top): Found[] {
  const found: Found[] = [];
  const add = (text: string | null | undefined, source: PublishedSource) => {
    const time = text ? readTime(text) : null;
    if (time !== null) found.push({ ...time, source });
  };
  add(page.structured.datePublished, "jsonLd");
  for (const name of META_PUBLISHED) add(page.meta.get(name)?.[0], "meta");
  for (const { at, datetime, names, text } of page.blocks.times) {
    if (
      at < top.from ||
      at > top.to ||
      /modif|updat/i.test(names) ||
      /^\W*(?:last )?(?:updated|modified)/i.test(text)
    )
      continue;
    add(datetime !== "" ? datetime : text, "time");
  }
  return found;
}

/** Another day, when two kinds of statement agree on it and none with the first: a system keeps the date of a draft. */
function outvoted(first: Found | undefined, all: readonly Found[]): Found | undefined {
  if (first === undefined) return undefined;
  const near = (one: Found, other: Found) => Math.abs(dayOf(one) - dayOf(other)) <= DAY;
  const others = all.filter((other) => other.source !== first.source);
  if (others.some((other) => near(first, other))) return first;
  const agreed = others.find((one) =>
    others.some((other) => other.source !== one.source && near(one, other)),
  );
  return agreed ?? first;
}

const DAY = 86_400_000;
const dayOf = ({ local }: SaidTime): number => Date.parse(local.slice(0, 10));

/** How far below the body's first paragraphs a page may say when it was published, in blocks. */
const BELOW = 120;

/** A date that says "published" below the body, where nothing above says any. */
function signedOff(page: Page, top: Top): Found | undefined {
  const below = { from: top.to, to: top.to + BELOW, headline: top.to };
  return printedDates(page, below).find(({ says }) => says)?.time;
}

/** Dates printed around the headline; those that say "published" first. */
function printedDates(page: Page, top: Top): { time: Found; says: boolean }[] {
  const { blocks } = page.blocks;
  const order = numericOrderOf(blocks.slice(0, 2_000).map((block) => block.text));
  const found: { time: Found; says: boolean }[] = [];
  for (const { text, words } of blocks.slice(Math.max(0, top.from), top.to)) {
    const says = /\b(?:published|posted|issued|released)\b/i.test(text);
    if (words > 30 || (!isDateLine(text, words) && !says && words > 14)) continue;
    if (!says && /\b(?:updated|modified|edited)\b/i.test(text)) continue;
    const { at, zone } = publishedIn([text], order);
    if (at !== null) found.push({ time: { local: at, zone, source: "text" }, says });
  }
  return [...found.filter(({ says }) => says), ...found.filter(({ says }) => !says)];
}

/** The moment a time with a zone of its own means, or null. */
function momentOf({ local, zone }: SaidTime): number | null {
  if (local.length === 10 || zone === null) return null;
  const offset = zone === "UTC" ? "Z" : /^[+-]\d{2}:\d{2}$/.test(zone) ? zone : null;
  const moment = offset === null ? Number.NaN : Date.parse(`${local}${offset}`);
  return Number.isNaN(moment) ? null : moment;
}

/**
 * Systems often say a time in UTC, and the page shows its readers the outlet's own: where another statement of the
 * page means the same moment with an offset, or prints the neighbouring day, that is the date of the article.
 */
function asReadersSawIt(first: Found, said: readonly Found[], printed: readonly Found[]): Found {
  if (first.zone !== "UTC" && first.zone !== null) return first;
  const moment = momentOf(first);
  const same = said.find(
    (other) =>
      other.zone !== "UTC" &&
      moment !== null &&
      Math.abs((momentOf(other) ?? Number.NaN) - moment) < SAME_MOMENT,
  );
  if (same !== undefined) return same;
  const day = first.local.slice(0, 10);
  if (printed.some((other) => other.local.slice(0, 10) === day)) return first;
  return printed.find((other) => mayBeSame(first.local, other.local)) ?? first;
}

const SAME_MOMENT = 90_000;
const HOUR = 3_600_000;
/** The world's clocks are at most 12 hours behind UTC and 14 before it. */
const MOST_BEHIND = 12;
const MOST_BEFORE = 14;

/** Whether a local time can be the same moment as a time in UTC. */
function mayBeSame(utc: string, local: string): boolean {
  if (utc.length === 10) return false;
  const moment = Date.parse(`${utc}Z`);
  const [earliest, latest] =
    local.length === 10
      ? [Date.parse(`${local}T00:00Z`), Date.parse(`${local}T23:59Z`)]
      : [Date.parse(`${local}Z`), Date.parse(`${local}Z`)];
  return earliest - moment <= MOST_BEFORE * HOUR && moment - latest <= MOST_BEHIND * HOUR;
}
