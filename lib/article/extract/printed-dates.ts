import { parse as parseDomain } from "tldts";
import { findPrintedDate, type NumericOrder, numericOrderOf } from "../clean/printed-date.ts";
import { isDateLine, publishedIn } from "../clean/publication.ts";
import type { Page } from "./page.ts";
import type { SaidTime } from "./read-time.ts";
import { isOutside, type Top } from "./top.ts";

export interface PrintedTime extends SaidTime {
  /** Whether the page says that this is when the article was published. */
  readonly says: boolean;
}

/** Domains of countries where a date in figures begins with the day. */
const DAY_FIRST =
  /(?:^|\.)(?:uk|ie|au|nz|in|za|ng|ke|gh|ug|tz|zm|zw|pk|bd|lk|np|sg|my|hk|jm|tt|mt|cy|eu|de|at|ch|fr|be|nl|lu|it|es|pt|pl|cz|sk|ro|bg|gr|tr|ua|ru|dk|no|se|fi|is|ee|lv|lt|si|hr|rs|br|ar|cl|co|mx|pe|il|ae|qa|sa|eg|ma|id|th|vn)$/;

/** In which order the page writes day and month in figures, where its own dates, its place or its language tells. */
export function orderOf(page: Page): NumericOrder {
  const seen = numericOrderOf(page.blocks.blocks.slice(0, 2_000).map((block) => block.text));
  if (seen !== null) return seen;
  if (DAY_FIRST.test(parseDomain(page.url).publicSuffix ?? "")) return "day-first";
  const { documentElement } = page.document;
  const language = (
    documentElement.getAttribute("lang") ||
    (page.meta.get("og:locale")?.[0] ?? "")
  ).toLowerCase();
  if (/^en[-_]us\b/.test(language)) return "month-first";
  // Only English is written in both orders.
  return language === "" || /^en(?:[-_](?:ca|ph))?$/.test(language) ? null : "day-first";
}

const PUBLISHED =
  /(?<!\p{L})(?:(?:published|posted|issued|released)\b|publié|veröffentlicht|erschienen|publicad[oa]|опубликован[оа]?|نشر|تاريخ النشر|(?:기사)?입력|등록|게재)/iu;
const CHANGED =
  /(?<!\p{L})(?:(?:updated|modified|edited)\b|mis(?:e)? à jour|modifié|aktualisiert|geändert|actualizad[oa]|modificad[oa]|обновлен[оа]?|обновлён|изменен[оа]?|(?:آخر )?تحديث|(?:최종)?수정|업데이트)/iu;
const SAID = new RegExp(
  `(?<changed>\\b(?:updat|modif|edit)|${CHANGED.source})|\\b(?:publish|post)|${PUBLISHED.source}`,
  "giu",
);
const LABEL =
  /^\W*(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|edited)(?:\s(?:on|at|date))?\W*$/i;

/** What a line that is only a label says of the line behind it. */
const labelled = (before: string | undefined): string =>
  before !== undefined && LABEL.test(before) ? `${before} ` : "";

/** Whether a time that stands behind these words is when the article was changed. */
export function saysChanged(page: Page, at: number, text: string): boolean {
  const { blocks } = page.blocks;
  const line = blocks[at]?.text ?? "";
  const place = text === "" ? -1 : line.indexOf(text);
  const before = `${labelled(blocks[at - 1]?.text)}${line.slice(0, Math.max(0, place))} ${text}`;
  return [...before.matchAll(SAID)].at(-1)?.groups?.changed !== undefined;
}

/** Dates printed in a part of the page: those that say "published" first, then those below the headline. */
export function printedDates(page: Page, top: Top, order: NumericOrder): PrintedTime[] {
  const { blocks } = page.blocks;
  const from = Math.max(0, top.from);
  const found: (PrintedTime & { readonly above: boolean })[] = [];
  for (const [step, { box, text, words }] of blocks.slice(from, top.to).entries()) {
    const label = labelled(blocks[from + step - 1]?.text);
    const says = PUBLISHED.test(`${label}${text}`);
    if (words > 30 || (!isDateLine(text, words) && !says && words > 14)) continue;
    if ((!says && CHANGED.test(`${label}${text}`)) || isOutside(page, box, top)) continue;
    const { at, zone } = publishedIn([text], order);
    if (at !== null) found.push({ local: at, zone, says, above: from + step < top.headline });
  }
  const rank = ({ says, above }: { says: boolean; above: boolean }) => (says ? 0 : 2) + (above ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** How far into a paragraph its dateline may reach: "PORT HALDEN, March 3, 2025 (Harbour Wire) — ". */
const DATELINE = 90;

/** The date in front of the first paragraph, or on a line of its own right behind the last. */
export function rimDate(
  page: Page,
  top: Top,
  body: readonly number[],
  order: NumericOrder,
): PrintedTime | null {
  const { blocks } = page.blocks;
  for (const at of body.slice(0, 2)) {
    const text = blocks[at]?.text ?? "";
    const date = findPrintedDate(text.slice(0, DATELINE), order);
    if (date === null || date.at === null) continue;
    const [before, behind] = [text.slice(0, date.start), text.slice(date.end, DATELINE + 40)];
    const place = before === "" || /^[\p{Lu}(][\p{L}\s.,'’()/-]{2,50}[\s,(/–—-]$/u.test(before);
    if (place && /^[)\].,]?\s*(?:\([^)]{2,40}\)|\/[^/]{2,40}\/)?\s*(?:[–—:]|--?\s)/u.test(behind))
      return { local: date.at, zone: date.zone, says: false };
  }
  const last = body.at(-1) ?? top.to;
  return printedDates(page, { from: last + 1, to: last + 4, headline: 0, body: top.body }, order)[0] ?? null;
}
