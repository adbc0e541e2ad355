import { isByline, isNameAndRole, isRole, looksLikeNames, signsDate } from "./byline.ts";
import { findPrintedDate, type NumericOrder } from "./printed-date.ts";
import type { ReadLine } from "./read-line.ts";

/** What a line says about the publication itself, before it is known which article it belongs to. */
export type Credit = "byline" | "date" | "relative time" | "label" | "role";

/** Why a line about a publication is dropped when it is not this article's, or holds nothing to keep. */
export const CREDIT_REASONS: Readonly<Record<Credit, string>> = {
  byline: "byline of something else on the page",
  date: "another date on the page",
  "relative time": "relative time: no date can be taken from it",
  label: "label of a byline or date",
  role: "what the author does",
};

const DATE_LABEL =
  /\b(?:(?:first |last |originally )?(?:published|updated|modified|posted|created|issued|released|edited)(?: (?:on|at|by))?|date|on|at|time|as of|release date|last update|update)\b/gi;
const DATE_MOST_WORDS = 22;
const RELATIVE =
  /^\W*(?:(?:first |last )?(?:published|updated|modified|posted)\W*)?(?:just now|yesterday|today|(?:an?|one|\d+)\+?\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mos?|months?|y|yrs?|years?))(?: ago)?\W*$/i;
const CLOCK_ONLY =
  /^\W*(?:(?:first |last )?(?:published|updated|modified|posted)\W*(?:at )?)?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\W*$/i;
const LABEL =
  /^\W*(?:by|(?:first |last )?(?:published|updated|modified|posted)(?: (?:on|at|by))?|date|author)\W*$/i;

/** Whether the line is a date with nothing beside it but labels, a place or a desk. */
export function isDateLine(text: string, words: number): boolean {
  if (words > DATE_MOST_WORDS || text.includes("°")) return false;
  const date = findPrintedDate(text);
  if (date === null) return false;
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
  const second = findPrintedDate(rest);
  const other = second === null ? rest : `${rest.slice(0, second.start)} ${rest.slice(second.end)}`;
  const left = other
    .replace(DATE_LABEL, " ")
    .replace(/[^\p{L}\s]/gu, " ")
    .trim();
  const leftWords = left === "" ? 0 : left.split(/\s+/).length;
  return leftWords <= (date.start <= 24 ? 5 : 3);
}

/** Whether a line is a clock time and nothing else. */
export function isClockOnly(text: string): boolean {
  return text.length < 40 && CLOCK_ONLY.test(text);
}

/** What each line says about the publication, by position. A name alone counts only where its neighbour proves it. */
export function creditsOf(lines: readonly ReadLine[]): Map<number, Credit> {
  const found = new Map<number, Credit>();
  for (const [at, { text, shape, furniture }] of lines.entries()) {
    if (
      shape.words > 24 ||
      (furniture !== null && !isByline(text) && !LABEL.test(text) && !isClockOnly(text))
    )
      continue;
    if (LABEL.test(text)) found.set(at, "label");
    else if (isByline(text)) found.set(at, "byline");
    else if (RELATIVE.test(text) || isClockOnly(text)) found.set(at, "relative time");
    else if (isDateLine(text, shape.words)) found.set(at, signsDate(text) ? "byline" : "date");
    else if (isRole(text)) found.set(at, "role");
    else if (isNameAndRole(text)) found.set(at, "byline");
  }
  for (const [at, { text }] of lines.entries()) {
    if (found.has(at) || !looksLikeNames(text)) continue;
    const before = lines[at - 1];
    const saysBy = before !== undefined && found.get(at - 1) === "label" && /by|author/i.test(before.text);
    if (saysBy || found.get(at + 1) === "role") found.set(at, "byline");
  }
  return found;
}

/** The part of a date line that says when it was published, when it says that after saying when it was updated. */
function publishedPart(text: string): string {
  const at = text.search(/\b(?:first |originally )?(?:published|posted)\b/i);
  const updated = text.search(/\b(?:updated|modified|last update)\b/i);
  return at > updated && updated >= 0 ? text.slice(at) : text;
}

export interface PublishedAt {
  readonly at: string | null;
  readonly zone: string | null;
  readonly problem: string | null;
}

/** The publication time that date lines print together ("3 March 2025", then "14:05 GMT"). */
export function publishedIn(texts: readonly string[], order: NumericOrder): PublishedAt {
  const date = findPrintedDate(publishedPart(texts.join(", ")), order);
  return { at: date?.at ?? null, zone: date?.zone ?? null, problem: date?.problem ?? null };
}
