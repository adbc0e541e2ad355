import type { Region } from "./body-region.ts";
import { looksLikeNames } from "./byline.ts";
import { findPrintedDate, numericOrderOf } from "./printed-date.ts";
import { type Credit, isClockOnly } from "./publication.ts";
import type { ReadLine } from "./read-line.ts";
import type { Keep } from "./verdict.ts";

/** How far above the headline the article's own date may stand, in lines. */
const ABOVE = 6;
/** How far below the body's end a page may say when it was published. */
const BELOW = 12;

/** Position of the first sentence of the body, where the lines about its publication end. */
function firstSentence(lines: readonly ReadLine[], body: Region): number {
  for (let at = body.from; at < body.to; at += 1) {
    const line = lines[at];
    if (line?.furniture === null && line.shape.sentence === "full") return at;
  }
  return body.from;
}

/** Marks the line that says when the article was published, if one stands near its headline or signs its end. */
export function chooseDate(
  lines: readonly ReadLine[],
  credits: ReadonlyMap<number, Credit>,
  headlineAt: number,
  body: Region,
  keep: Keep,
): void {
  const order = numericOrderOf(lines.map((line) => line.text));
  const first = firstSentence(lines, body);
  let best: { at: number; score: number } | null = null;
  for (const [at, credit] of credits) {
    const line = lines[at];
    if (credit !== "date" || line === undefined) continue;
    const saysPublished = /\b(?:published|posted|issued|released|date)\b/i.test(line.text);
    const onlyUpdated = !saysPublished && /\b(?:updated|modified|edited|last update)\b/i.test(line.text);
    let score = saysPublished ? 2 : onlyUpdated ? -2 : 0;
    if (at > headlineAt && at <= first + 2) score += 5 - (at - headlineAt) / 20;
    else if (at > first && at <= first + 8) score += 2.5;
    else if (at < headlineAt && headlineAt - at <= ABOVE) score += 4 - (headlineAt - at) / 4;
    else if (saysPublished && at > first && at <= body.to + BELOW) score += 1;
    else continue;
    if (best === null || score > best.score) best = { at, score };
  }
  if (best === null) return;
  const text = lines[best.at]?.text ?? "";
  const date = findPrintedDate(text, order);
  const updated = /\bupdated|modified\b/i.test(text) && !/\bpublished|posted\b/i.test(text);
  keep(
    best.at,
    "date",
    date?.problem ??
      (updated ? "date printed with the article, of its last update" : "date printed with the article"),
  );
  const beside = lines[best.at + 1];
  if (
    date?.at?.length === 10 &&
    beside !== undefined &&
    isClockOnly(beside.text) &&
    !/updated/i.test(beside.text)
  ) {
    keep(best.at + 1, "date", "clock time printed below the date");
  }
}

/** Marks the lines that say who wrote the article: between headline and body, else signed at the body's end. */
export function chooseByline(
  lines: readonly ReadLine[],
  credits: ReadonlyMap<number, Credit>,
  headlineAt: number,
  body: Region,
  keep: Keep,
): void {
  const first = firstSentence(lines, body);
  const named = [...credits].filter(([, credit]) => credit === "byline").map(([at]) => at);
  const signed = named.filter((at) => at > headlineAt - ABOVE && at <= first + 3);
  const above = signed.length > 0 ? signed : loneNames(lines, credits, headlineAt, first, body);
  const chosen =
    above.length > 0
      ? nearTheFirst(above)
      : named.filter((at) => at > first && at <= body.to + 3).slice(0, 1);
  for (const at of chosen) keep(at, "byline", "says who wrote the article");
}

/** Words of sections and places of a page that look like names. */
export const SECTION =
  /\b(?:news|world|politics|sports?|business|culture|opinion|health|science|technology|tech|travel|life(?:style)?|money|markets?|climate|environment|education|entertainment|europe|asia|africa|america|americas|east|west|north|south|home|live|media|arts?|books?|music|film|food|style|weather|local|national|international|analysis|features?|video|press|office|ministry|government|united|kingdom|states|city|council|staff|read|article|save|share|print|menu|crime|law|editor|content|commentary|courtesy|television|tv|radio|by|photo|image|credit)\b/i;

/** How far below the headline a name without "by" may stand, in lines. */
const LONE_REACH = 20;

/**
 * Names without "by", above the body and next to the date or another credit, that the body itself does not
 * mention: places and people of the story are mentioned there.
 */
function loneNames(
  lines: readonly ReadLine[],
  credits: ReadonlyMap<number, Credit>,
  headlineAt: number,
  first: number,
  body: Region,
): number[] {
  const found: number[] = [];
  for (let at = headlineAt + 1; at < first && at <= headlineAt + LONE_REACH; at += 1) {
    const line = lines[at];
    if (line === undefined || line.furniture !== null || credits.has(at) || !looksLikeNames(line.text))
      continue;
    const beside = [-2, -1, 1, 2].some((step) =>
      ["date", "relative time"].includes(credits.get(at + step) ?? ""),
    );
    if (!beside || SECTION.test(line.text) || !/\p{Ll}/u.test(line.text)) continue;
    const names = line.text.split(/,\s(?:and\s)?|\sand\s|\s&\s/);
    if (names.some((name) => name.split(" ").length > 4)) continue;
    const families = names.map((name) => name.split(" ").at(-1) ?? "");
    const told = lines
      .slice(first, body.to)
      .some((other) => other.shape.words > 6 && families.some((family) => other.text.includes(family)));
    if (!told) found.push(at);
  }
  return found.slice(0, 1);
}

/** Bylines that stand together: a second one far away is another article's. */
function nearTheFirst(positions: readonly number[]): number[] {
  const [first] = positions;
  return first === undefined ? [] : positions.filter((at) => at - first <= 3).slice(0, 4);
}
