import type { NumericOrder } from "../clean/printed-date.ts";
import { addressOf } from "./address.ts";
import { addressDay } from "./address-date.ts";
import { headChanges, headDates } from "./head-fields.ts";
import type { Page } from "./page.ts";
import { orderOf, printedDates, rimDate, saysChanged } from "./printed-dates.ts";
import { readTime, type SaidTime } from "./read-time.ts";
import { isOutside, type Top } from "./top.ts";

/** The kind of statement a date was taken from; "meta" is what the page's head says, its address too. */
export type PublishedSource = "jsonLd" | "meta" | "time" | "text";

export interface Published {
  readonly publishedAt: string | null;
  readonly zone: string | null;
  readonly publishedSource: PublishedSource | null;
  readonly modifiedAt: SaidTime | null;
}

interface Found extends SaidTime {
  readonly source: PublishedSource | "address";
}

/**
 * When the article was published, and by which of the page's statements; the first that can be read counts. Never
 * when it was changed.
 */
export function publishedOf(page: Page, top: Top, body: readonly number[]): Published {
  const order = orderOf(page);
  const said = saidTimes(page, top);
  const built = addressTime(page);
  const printed = printedTimes(page, top, built, order);
  const all = [...said, ...printed, ...(built === null ? [] : [built])];
  const first =
    said[0] ?? printedOrBuilt(printed, built) ?? signedOff(page, top, order) ?? rim(page, top, body, order);
  const chosen = outvoted(first, all);
  const best = chosen === undefined ? null : asReadersSawIt(chosen, said, printed, built);
  const modified = [page.structured.dateModified, ...headChanges(page.meta)]
    .map((text) => (text ? readTime(text, order) : null))
    .find((time) => time !== null);
  return {
    publishedAt: best?.local ?? null,
    zone: best?.zone ?? null,
    publishedSource: best === null ? null : best.source === "address" ? "meta" : best.source,
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
  for (const text of headDates(page.meta)) add(text, "meta");
  const times = page.blocks.times.filter(
    ({ at, box, names, text }) =>
      at >= top.from &&
      at <= top.to &&
      // Systems call the time of an article that was never changed "published updated".
      (!/modif|updat/i.test(names) || /publish|posted|entry-date/i.test(names)) &&
      !saysChanged(page, at, text) &&
      !isOutside(page, box, top),
  );
  const [below, above] = [
    times.filter(({ at }) => at >= top.headline),
    times.filter(({ at }) => at < top.headline),
  ];
  for (const { datetime, text } of [...below, ...above]) add(datetime !== "" ? datetime : text, "time");
  return found;
}

/** The day that the page's address is built with, or the address that the page calls its own. */
function addressTime(page: Page): Found | null {
  const day = addressDay(page.url) ?? addressDay(addressOf(page) ?? "");
  return day === null ? null : { local: day, zone: null, source: "address" };
}

function printedTimes(
  page: Page,
  top: Top,
  built: Found | null,
  order: NumericOrder,
): (Found & { readonly says: boolean })[] {
  const read = (one: NumericOrder) =>
    printedDates(page, top, one).map((time) => ({ ...time, source: "text" as const }));
  if (built === null) return read(order);
  // Figures that could be read both ways are read as the address has them.
  const [days, months] = [read("day-first"), read("month-first")];
  const fits = (times: readonly Found[]) => times.some((time) => time.local.startsWith(built.local));
  return fits(days) ? days : fits(months) ? months : read(order);
}

/** A printed date goes before the day in the address, which knows no time, but only one that says it or is near. */
function printedOrBuilt(
  printed: readonly (Found & { says: boolean })[],
  built: Found | null,
): Found | undefined {
  if (built === null) return printed[0];
  return printed.find(({ says }) => says) ?? printed.find((time) => near(time, built)) ?? built;
}

/** Another day, when two kinds of statement agree on it and none with the first: a system keeps the date of a draft. */
function outvoted(first: Found | undefined, all: readonly Found[]): Found | undefined {
  if (first === undefined) return undefined;
  const others = all.filter((other) => other.source !== first.source);
  if (others.some((other) => near(first, other))) return first;
  const agreed = others.find((one) =>
    others.some((other) => other.source !== one.source && near(one, other)),
  );
  return agreed ?? first;
}

const DAY = 86_400_000;
const dayOf = ({ local }: SaidTime): number => Date.parse(local.slice(0, 10));
const near = (one: Found, other: Found): boolean => Math.abs(dayOf(one) - dayOf(other)) <= DAY;

/** How far below the body's first paragraphs a page may say when it was published, in blocks. */
const BELOW = 120;

/** A date that says "published" below the body, where nothing above says any. */
function signedOff(page: Page, top: Top, order: NumericOrder): Found | undefined {
  const below = { from: top.to, to: top.to + BELOW, headline: top.to, body: top.body };
  const found = printedDates(page, below, order).find(({ says }) => says);
  return found && { ...found, source: "text" };
}

function rim(page: Page, top: Top, body: readonly number[], order: NumericOrder): Found | undefined {
  const found = rimDate(page, top, body, order);
  return found === null ? undefined : { ...found, source: "text" };
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
function asReadersSawIt(
  first: Found,
  said: readonly Found[],
  printed: readonly Found[],
  built: Found | null,
): Found {
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
  const shown = printed.find((other) => mayBeSame(first.local, other.local));
  if (shown !== undefined) return shown;
  return first.zone === "UTC" && built !== null && built.local !== day && mayBeSame(first.local, built.local)
    ? built
    : first;
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
