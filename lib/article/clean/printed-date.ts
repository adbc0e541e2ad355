import { MONTHS_IN_WORDS, MONTHS_OF_OTHERS, westernDigits } from "./month-words.ts";
import { ZONE_PATTERN, zoneAsPrinted } from "./zone.ts";

/** A date as a page prints it. `at` is "YYYY-MM-DDTHH:MM" or "YYYY-MM-DD", never shifted to another zone. */
export interface PrintedDate {
  readonly at: string | null;
  readonly zone: string | null;
  /** Why `at` is null though a date stands there; else null. */
  readonly problem: string | null;
  /** Where the date stands in the line, UTF-16, half-open: what is left of it may be a byline. */
  readonly start: number;
  readonly end: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES =
  "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";
/** Written with a capital: pages run words together ("ValeMarch 3, 2025"), and "may 3" is a verb. */
const MONTH = `(${MONTH_NAMES}|${MONTH_NAMES.toUpperCase()})\\.?`;
const WEEKDAY_NAMES = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?";
const WEEKDAY = `(?:(?:${WEEKDAY_NAMES}|${WEEKDAY_NAMES.toUpperCase()})\\.?,?\\s{1,3})?`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:19|20)\\d{2})(?:(?!\\d)|(?=\\d{1,2}:\\d{2}))";

interface Reading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** How a numeric date with both numbers up to 12 is read, if something else on the page settles it. */
export type NumericOrder = "day-first" | "month-first" | null;

interface DateForm {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, order: NumericOrder): Reading | null;
}

const monthNumber = (name: string | undefined): number =>
  MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;

function numericReading(first: number, second: number, year: number, order: NumericOrder): Reading | null {
  if (first > 12) return { year, month: second, day: first };
  if (second > 12) return { year, month: first, day: second };
  if (first === second) return { year, month: first, day: first };
  if (order === "day-first") return { year, month: second, day: first };
  if (order === "month-first") return { year, month: first, day: second };
  return null;
}

const FORMS: readonly DateForm[] = [
  {
    pattern: /(?<![\d-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/i,
    read: (m) => ({ year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) }),
  },
  {
    pattern: new RegExp(`${WEEKDAY}(?<!\\d)${DAY}(?:\\s|-|\\s?of\\s)${MONTH},?(?:\\s|-)${YEAR}`, "u"),
    read: (m) => ({ year: Number(m[3]), month: monthNumber(m[2]), day: Number(m[1]) }),
  },
  {
    pattern: new RegExp(`${WEEKDAY}${MONTH}\\s?${DAY},?\\s${YEAR}`, "u"),
    read: (m) => ({ year: Number(m[3]), month: monthNumber(m[1]), day: Number(m[2]) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:er|\\.|º)?\\s{1,2}(?:de\\s)?(${MONTHS_IN_WORDS})(?!\\p{L})\\.?(?:\\s?/\\s?\\p{Script=Arabic}[\\p{Script=Arabic} ]{2,14})?[,،]?\\s(?:del?\\s)?${YEAR}`,
      "iu",
    ),
    read: (m) => ({
      year: Number(m[3]),
      month: MONTHS_OF_OTHERS.get((m[2] ?? "").toLowerCase()) ?? 0,
      day: Number(m[1]),
    }),
  },
  {
    pattern: /((?:19|20)\d{2})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日]/u,
    read: (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/,
    read: (m, order) => numericReading(Number(m[1]), Number(m[3]), Number(m[4]), order),
  },
  {
    pattern: /(?<![\d/])(\d{1,2})(\/)(\d{1,2})\/(\d{2})(?=\s+\d{1,2}:\d{2}|\s*$)/,
    read: (m, order) => numericReading(Number(m[1]), Number(m[3]), 2000 + Number(m[4]), order),
  },
];

const CLOCK =
  "(\\d{1,2})(?:[:.h](\\d{2}))(?::\\d{2}(?:\\.\\d+)?)?(?:\\s?([APap])\\.?\\s?[Mm]\\b\\.?|\\s?(?:صباحا|مساء|ص|م)(?![\\u0600-\\u06ff]))?";
const HOUR = "(\\d{1,2})()\\s?([APap])\\.?[Mm]\\b\\.?";
const BARE = "(\\d{2})(\\d{2})()(?=\\s?(?:hrs|hours|UTC|GMT|Z\\b))";
const TIME = `(?:${CLOCK}|${HOUR}|${BARE})`;
const BETWEEN =
  "(?:\\.(?=\\s?(?:오|\\d{1,2}:)))?[\\s,،|·\u2022\u2013\u2014()/-]{0,6}(?:[Aa]t\\s|T|à\\s|um\\s|a las\\s|в\\s|(?:على )?الساعة\\s|(?:오전|오후)\\s?)?\\s?";
const ZONE_AFTER = `(?:\\s?(?:hrs|hours))?(?:[\\s,(]{0,2}${ZONE_PATTERN})?`;
const AFTER_DATE = new RegExp(`^${BETWEEN}${TIME}(?![\\d])${ZONE_AFTER}`);
const BEFORE_DATE = new RegExp(
  `(?<![\\d:.])${TIME}${ZONE_AFTER}[\\s,|·\u2022\u2013\u2014()-]{0,6}(?:[Oo]n\\s)?$`,
);

interface PrintedTime {
  readonly clock: string;
  readonly zone: string | null;
  readonly length: number;
}

/** "a" or "p" where a Korean or Arabic page says which half of the day it is; else nothing. */
const halfInWords = (time: string): string =>
  /오후|\d\s?(?:مساء|م)/.test(time) ? "p" : /오전|\d\s?(?:صباحا|ص)/.test(time) ? "a" : "";

function timeFrom(match: RegExpExecArray | null): PrintedTime | null {
  if (match === null) return null;
  const [whole, ...groups] = match;
  const set = [0, 3, 6].find((at) => groups[at] !== undefined);
  if (set === undefined) return null;
  const half = groups[set + 2]?.toLowerCase() ?? halfInWords(whole);
  let hour = Number(groups[set]);
  const minute = Number(groups[set + 1] || "0");
  if (half !== "" && (hour < 1 || hour > 12)) return null;
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  const zone = groups[9] === undefined ? null : zoneAsPrinted(groups[9]);
  const clock = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return { clock, zone, length: whole.length };
}

/** Whether the day is on the calendar: 30 February is not. */
function onCalendar({ year, month, day }: Reading): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
}

/** How far into a line a date is looked for: a line with the date is short, a paragraph's dateline is at its start. */
const SEARCHED = 400;

/** Finds the first whole date (with a year) in `line` and the clock time beside it. */
export function findPrintedDate(line: string, order: NumericOrder = null): PrintedDate | null {
  const text = westernDigits(line.slice(0, SEARCHED));
  let best: { match: RegExpExecArray; form: DateForm } | null = null;
  for (const form of FORMS) {
    const match = form.pattern.exec(text);
    if (match !== null && (best === null || match.index < best.match.index)) best = { match, form };
  }
  if (best === null) return null;
  const { match, form } = best;
  const dateEnd = match.index + match[0].length;
  const rest = text.slice(dateEnd, dateEnd + 60);
  const before = text.slice(Math.max(0, match.index - 40), match.index);
  const behind = timeFrom(AFTER_DATE.exec(rest));
  const ahead = behind === null ? timeFrom(BEFORE_DATE.exec(before)) : null;
  const time = behind ?? ahead;
  const place = { start: match.index - (ahead?.length ?? 0), end: dateEnd + (behind?.length ?? 0) };
  const reading = form.read(match, order);
  if (reading === null) {
    const problem = `${match[0]} could be day or month first: please enter the date`;
    return { at: null, zone: null, problem, ...place };
  }
  if (!onCalendar(reading)) {
    return { at: null, zone: null, problem: `${match[0]} is not a day on the calendar`, ...place };
  }
  const day = [
    String(reading.year),
    String(reading.month).padStart(2, "0"),
    String(reading.day).padStart(2, "0"),
  ];
  const at = time === null ? day.join("-") : `${day.join("-")}T${time.clock}`;
  return { at, zone: time?.zone ?? null, problem: null, ...place };
}

/** Whether another numeric date of the page (13/04/2025) shows in which order this outlet writes day and month. */
export function numericOrderOf(lines: readonly string[]): NumericOrder {
  for (const line of lines) {
    const match = /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(?:19|20)\d{2}(?!\d)/.exec(line.slice(0, SEARCHED));
    if (match === null) continue;
    if (Number(match[1]) > 12 && Number(match[3]) <= 12) return "day-first";
    if (Number(match[3]) > 12 && Number(match[1]) <= 12) return "month-first";
  }
  return null;
}
