import { findPrintedDate, type NumericOrder } from "../clean/printed-date.ts";
import { zoneAsPrinted } from "../clean/zone.ts";

/** A time as a page says it. */
export interface SaidTime {
  /** "2024-06-30T10:41" or "2024-06-30": as said, never shifted. */
  readonly local: string;
  readonly zone: string | null;
}

const ISO =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(?:at\s)?(\d{2}):?(\d{2})(?::?\d{2}(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2})?(\s*\S.*)?)?/i;
/** Seconds, or milliseconds, since the clocks of computers began. */
const COUNTED = /^\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*$/;
/** What a system writes that has no date: its clock's first day. */
const NO_DATE = "1970-01-01";

/** Whether there is such a day, in years that a page can be of. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Reads a time as machines or people write it. Null for what is none. */
export function readTime(text: string, order: NumericOrder = null): SaidTime | null {
  const time = timeIn(text, order);
  return time?.local.startsWith(NO_DATE) === true ? null : time;
}

function timeIn(text: string, order: NumericOrder): SaidTime | null {
  const seconds = COUNTED.exec(text)?.[1];
  if (seconds !== undefined)
    return { local: new Date(Number(seconds) * 1_000).toISOString().slice(0, 16), zone: "UTC" };
  const iso = ISO.exec(text);
  const half = /^\s*[ap]\.?m\b/i.test(iso?.[7] ?? "");
  if (iso !== null && !half && isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))) {
    const [, year, month, day, hour, minute, zone, more] = iso;
    const date = `${year}-${month}-${day}`;
    if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59)
      return { local: date, zone: null };
    // "…Z EST": two zones contradict each other, so that neither can be believed.
    const sure = zone !== undefined && more === undefined;
    return { local: `${date}T${hour}:${minute}`, zone: sure ? named(zone) : null };
  }
  const printed = findPrintedDate(text, order);
  return printed?.at ? { local: printed.at, zone: printed.zone } : null;
}

const named = (zone: string): string =>
  /^(?:UTC|GMT)$/i.test(zone) ? "UTC" : zoneAsPrinted(zone.toUpperCase());
