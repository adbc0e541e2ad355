import type { PublicationDate } from "../article/publication-date.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Zones that RFC 822 gives a value of their own; other letters mean one thing here and another there. */
const ZONES: Readonly<Record<string, string>> = {
  z: "UTC",
  ut: "UTC",
  utc: "UTC",
  gmt: "UTC",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

const TIME = String.raw`(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?`;
const ZONE = String.raw`\s*(z|[a-z]{2,5}|(?:gmt|utc)?[+-]\d{2}:?\d{2})?`;
/** "Sun, 30 Jun 2024 10:41:00 +0200", with or without day of the week, time and zone. */
const RFC_822 = new RegExp(
  `^(?:[a-z]+\\.?,?\\s+)?(\\d{1,2})[\\s-]+([a-z]{3})[a-z]*\\.?,?[\\s-]+(\\d{4}|\\d{2})(?:,?\\s+${TIME}${ZONE})?$`,
  "i",
);
/** "2024-06-30T10:41:00+02:00", and as much of it as there is. */
const ISO = new RegExp(
  `^(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:(?:t|\\s+)${TIME}${ZONE})?)?)?(?:[t\\s]+)?$`,
  "i",
);
/** "Sun Jun 30 10:41:00 UTC 2024", as C writes it. */
const ASCTIME = new RegExp(`^[a-z]+,?\\s+([a-z]{3})[a-z]*\\s+(\\d{1,2})\\s+${TIME}${ZONE}\\s+(\\d{4})$`, "i");

/**
 * The date of a feed's entry as printed: its own clock and its own zone, never shifted. Null for what is no date, or
 * a day or hour that does not exist.
 */
export function readFeedDate(raw: string | undefined): PublicationDate | null {
  const text = raw?.trim().slice(0, 100) ?? "";
  const rfc = RFC_822.exec(text);
  if (rfc) {
    const [, day, month = "", year = "", hour, minute, zone] = rfc;
    return dated(fullYear(year), MONTHS.indexOf(month.toLowerCase()) + 1, day, hour, minute, zone);
  }
  const iso = ISO.exec(text);
  if (iso) {
    const [, year = "", month, day, hour, minute, zone] = iso;
    return dated(Number(year), month, day, hour, minute, zone);
  }
  const [, month = "", day, hour, minute, zone, year] = ASCTIME.exec(text) ?? [];
  return year === undefined
    ? null
    : dated(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, day, hour, minute, zone);
}

/** The moment of a date; one without a zone is taken for UTC, which is near enough to plan the next fetch by. */
export function momentOf({ local, zone }: PublicationDate): Date {
  const filled = `${local}${"0000-01-01T00:00".slice(local.length)}`;
  return new Date(`${filled}:00${zone === null || zone === "UTC" ? "Z" : zone}`);
}

const fullYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2_000 : 1_900);

function dated(
  year: number,
  month: string | number | undefined,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  zone: string | undefined,
): PublicationDate | null {
  const two = (part: string | number) => String(part).padStart(2, "0");
  const days = [month, day].flatMap((part) => (part === undefined ? [] : [two(part)]));
  const local = [String(year).padStart(4, "0"), ...days].join("-");
  if (hour === undefined || minute === undefined) return exists(local) ? { local, zone: null } : null;
  const minutes = `${local}T${two(hour)}:${minute}`;
  return exists(minutes) ? { local: minutes, zone: readZone(zone) } : null;
}

function exists(local: string): boolean {
  const filled = `${local}${"0000-01-01T00:00".slice(local.length)}:00.000Z`;
  const at = new Date(filled);
  return Number(local.slice(0, 4)) > 0 && !Number.isNaN(at.getTime()) && at.toISOString() === filled;
}

function readZone(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!offset) return ZONES[zone.toLowerCase()] ?? null;
  const [, sign, hours = "", minutes = ""] = offset;
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return hours === "00" && minutes === "00" ? "UTC" : `${sign}${hours}:${minutes}`;
}
