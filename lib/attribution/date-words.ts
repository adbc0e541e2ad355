import { casual } from "chrono-node/en";
import type { Stretch } from "../text/stretch.ts";

const DAY = 86_400_000;
/** What may be a date: a cheap look before the library reads. */
const DATED =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|(?:[Ll]ast|[Tt]his|past) (?:week|month|year)|ago|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:\.|\b)|January|February|March|April|May|June|July|August|September|October|November|December|(?:1[89]|20)\d\d)\b/u;
const LONE_YEAR = /\bin (?:early |late |mid-?)?((?:1[89]|20)\d\d)\b(?!s|[-–/]\d)/iu;
/** Days that are counted from something else than the publication. */
const FROM_ELSEWHERE = /\b(?:before|after|later|earlier|from now|hence|prior)\b/iu;

const iso = (time: number, length: 4 | 7 | 10 = 10) => new Date(time).toISOString().slice(0, length);
const two = (number: number) => String(number).padStart(2, "0");

/** A date as far as the words give it, with the place of the words. */
export interface WrittenDate extends Stretch {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
}

type Parsed = ReturnType<typeof casual.parse>[number];

/** The month, or at least the year, that holds all of `[from, to]`: a week has no shorter name. */
function commonPart(from: number, to: number): string | undefined {
  if (iso(from, 7) === iso(to, 7)) return iso(from, 7);
  return iso(from, 4) === iso(to, 4) ? iso(from, 4) : undefined;
}

/** "last week" and "three weeks ago": the calendar week from Monday. */
function weekOf({ start, text }: Parsed, published: number): string | undefined {
  const weekday = (new Date(published).getUTCDay() + 6) % 7;
  const monday = published - weekday * DAY;
  if (/\bthis\b/i.test(text)) return commonPart(monday, published);
  const back = Math.max(1, Math.round((published - start.date().getTime()) / (7 * DAY)));
  return commonPart(monday - 7 * back * DAY, monday - (7 * back - 1) * DAY + 5 * DAY);
}

/** The latest such weekday that is not after the publication; "last Friday" on a Friday is a week ago. */
function weekdayOf({ start, text }: Parsed, published: number): string {
  const back = (new Date(published).getUTCDay() - (start.get("weekday") ?? 0) + 7) % 7;
  return iso(published - (back === 0 && /\blast\b/i.test(text) ? 7 : back) * DAY);
}

function yearOf({ start }: Parsed, published: number | undefined): number | undefined {
  if (start.isCertain("year")) return start.get("year") ?? undefined;
  if (published === undefined) return undefined;
  const year = new Date(published).getUTCFullYear();
  const day = start.isCertain("day") ? (start.get("day") ?? 1) : 1;
  return Date.UTC(year, (start.get("month") ?? 1) - 1, day) > published ? year - 1 : year;
}

function dateOf(found: Parsed, published: number | undefined): string | undefined {
  const { end, start, text } = found;
  if (end || FROM_ELSEWHERE.test(text) || /\bnext\b|^\d+[/.]\d+/iu.test(text)) return undefined;
  const relative = /\b(?:ago|last|this|past|today|tonight|yesterday)\b/iu.test(text);
  if (relative && published === undefined) return undefined;
  if (published !== undefined && /\bweeks?\b/iu.test(text)) return weekOf(found, published);
  const month = start.get("month");
  if (!start.isCertain("month")) {
    if (start.isCertain("weekday")) return published === undefined ? undefined : weekdayOf(found, published);
    if (start.isCertain("year")) return String(start.get("year"));
    const here = published !== undefined && relative && start.get("day") !== null;
    return here ? iso(published) : undefined;
  }
  const year = yearOf(found, published);
  if (year === undefined || month === null) return undefined;
  if (relative && /\bmonths?\b/iu.test(text)) return `${year}-${two(month)}`;
  return start.isCertain("day")
    ? `${year}-${two(month)}-${two(start.get("day") ?? 1)}`
    : `${year}-${two(month)}`;
}

/**
 * Dates in a few words, read as of the publication: nothing is said after it is published, so a day without a year
 * is the latest one not after it, and a later one is none.
 * @param published YYYY-MM-DD; without it only dates with their year count.
 */
export function datesIn(words: string, published: string | undefined): readonly WrittenDate[] {
  if (!DATED.test(words)) return [];
  const known = published === undefined ? Number.NaN : Date.parse(`${published}T12:00:00Z`);
  const on = Number.isNaN(known) ? undefined : known;
  const reference = { instant: new Date(on ?? 0), timezone: 0 };
  const found = casual.parse(words, reference).flatMap((one): WrittenDate[] => {
    const date = dateOf(one, on);
    return date ? [{ date, start: one.index, end: one.index + one.text.length }] : [];
  });
  const lone = LONE_YEAR.exec(words);
  if (lone?.[1] && !found.some(({ start }) => start >= lone.index && start < lone.index + lone[0].length))
    found.push({ date: lone[1], start: lone.index, end: lone.index + lone[0].length });
  return found
    .filter(({ date }) => on === undefined || date <= iso(on, date.length as 4 | 7 | 10))
    .sort((a, b) => a.start - b.start);
}
