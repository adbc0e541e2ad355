import type { PublicationDate } from "./publication-date.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The day of a date, as exact as it is: "30 June 2024", "June 2024", "2024"; "date not stated" without one. */
export function dayWords(date: PublicationDate | null): string {
  if (date === null) return "date not stated";
  const [year, month, day] = date.local.slice(0, 10).split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

/** All that is known of a date: "30 June 2024, 10:41, zone not stated". Never shifted to another zone. */
export function dateWords(date: PublicationDate | null): string {
  const time = date?.local.slice(11, 16);
  if (date === null || !time) return dayWords(date);
  return `${dayWords(date)}, ${time}${date.zone === null ? ", zone not stated" : ` ${date.zone}`}`;
}

/** A moment of our own clock, in UTC: "3 July 2024, 09:15 UTC". */
export function momentWords(moment: Date): string {
  return dateWords({ local: moment.toISOString().slice(0, 16), zone: "UTC" });
}

/** The time between two moments of our own clock, in UTC: "1 July 10:02 and 3 July 2024 09:15 UTC". */
export function betweenWords(from: Date, to: Date): string {
  const [day, time] = dayAndTime(from);
  const [lastDay, lastTime] = dayAndTime(to);
  const [year, lastYear] = [from, to].map((moment) => ` ${moment.getUTCFullYear()}`);
  if (day === lastDay && year === lastYear) return `${time} and ${lastTime} UTC on ${day}${year}`;
  return `${day}${year === lastYear ? "" : year} ${time} and ${lastDay}${lastYear} ${lastTime} UTC`;
}

function dayAndTime(moment: Date): readonly [day: string, time: string] {
  const local = moment.toISOString();
  return [dayWords({ local: local.slice(0, 10), zone: null }).replace(/ \d+$/, ""), local.slice(11, 16)];
}

/** "2024-06" as "June 2024". */
export function monthWords(month: string): string {
  return dayWords({ local: month, zone: null });
}
