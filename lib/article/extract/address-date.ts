import { isDay } from "./read-time.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR = "((?:19|20)\\d{2})";

/**
 * The ways in which systems build a day into an address: a part each for year, month and day, one part for all, or a
 * part that begins with it. A day at the end of words is what the article is about ("results-of-2025-03-03").
 */
const FORMS: readonly RegExp[] = [
  new RegExp(`/${YEAR}/(\\d{1,2}|[a-z]{3,9})/(\\d{1,2})(?=/|$)`, "i"),
  new RegExp(`/${YEAR}[-_](\\d{2})[-_](\\d{2})(?=[/_-]|$)`),
  new RegExp(`(?<=[/_.-])${YEAR}(\\d{2})(\\d{2})(?=[/_.-]|$)`),
];

/** The day that an address is built with, "2025-03-03"; null when there is none in it. */
export function addressDay(address: string): string | null {
  const path = URL.parse(address)?.pathname ?? "";
  for (const form of FORMS) {
    const [, year = "", said = "", day = ""] = form.exec(path) ?? [];
    const named = MONTHS.indexOf(said.slice(0, 3).toLowerCase()) + 1;
    const month = /^\d/.test(said) ? Number(said) : named;
    if (year !== "" && isDay(Number(year), month, Number(day)))
      return [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
  }
  return null;
}
