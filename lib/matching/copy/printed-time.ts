/** A date as an article prints it. */
export interface PrintedTime {
  /** "2024", "2024-06", "2024-06-30" or "2024-06-30T10:41". */
  readonly local: string;
  /** "+02:00", "UTC", "Europe/Berlin"; null or an abbreviation that several places use: not known. */
  readonly zone: string | null;
}

/** When it can have been: UTC milliseconds, both ends possible. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
/** Clocks run from 12 hours behind UTC to 14 ahead of it. */
const BEHIND = 12 * HOUR;
const AHEAD = 14 * HOUR;

/**
 * The moments a printed date can mean. Without a zone it may be any zone's, and a day is the whole day, so that two local
 * times within 26 hours are never put in an order that nobody printed. Null for what is no date.
 */
export function intervalOf({ local, zone }: PrintedTime): Interval | null {
  const span = spanOf(local);
  if (span === null) return null;
  const [from, to] = [offsetOf(zone, span.from), offsetOf(zone, span.to)];
  return {
    from: span.from - (from ?? AHEAD),
    to: span.to - (to ?? -BEHIND),
  };
}

/** Whether the one is earlier, whatever the printed dates leave open. */
export const surelyBefore = (one: Interval, other: Interval): boolean => one.to < other.from;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/;

/** First and last millisecond of the minute, day, month or year, as if it were UTC. */
function spanOf(local: string): Interval | null {
  const match = SHAPE.exec(local);
  if (match === null) return null;
  const [year = 0, month, day, hour, minute] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0);
  const next =
    minute !== undefined
      ? from + 60_000
      : day !== undefined
        ? from + 24 * HOUR
        : month !== undefined
          ? Date.UTC(year, month, 1)
          : Date.UTC(year + 1, 0, 1);
  return { from, to: next - 1 };
}

/** How far the zone's clock is ahead of UTC around that time; null where the zone isn't known. */
function offsetOf(zone: string | null, at: number): number | null {
  if (zone === null) return null;
  if (/^(?:UTC|GMT|Z)$/i.test(zone)) return 0;
  const fixed = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (fixed !== null) {
    const size = (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
    return size > AHEAD ? null : fixed[1] === "-" ? -size : size;
  }
  // Abbreviations such as EST or IST are several places' time.
  return zone.includes("/") ? placeOffset(zone, at) : null;
}

function placeOffset(zone: string, at: number): number | null {
  try {
    const said = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value;
    return said === undefined ? null : offsetOf(said === "GMT" ? "UTC" : said, at);
  } catch {
    return null;
  }
}
