import type { CleanedArticle, CleanedLine, LineRole } from "../cleaned.ts";
import { chooseByline, chooseDate } from "./article-credits.ts";
import { bodyRegion, type Region } from "./body-region.ts";
import { bodyRoles } from "./body-roles.ts";
import { findHeadline } from "./headline.ts";
import { outletIn } from "./outlet-name.ts";
import { CREDIT_REASONS, type Credit, creditsOf } from "./publication.ts";
import { lineKey, type ReadLine, readLines } from "./read-line.ts";
import { reassemble } from "./reassemble.ts";
import { findStandfirst } from "./standfirst.ts";
import { dropped, type Keep, type Verdict } from "./verdict.ts";

export { reassemble };

/**
 * Finds the article in a pasted news page: headline, standfirst, byline, date, outlet and the body's paragraphs;
 * every other line is dropped with a reason. Rules hold for any English news page, none knows an outlet. Words
 * are never added or changed. Never throws; linear in the text's length.
 */
export function cleanPaste(text: string): CleanedArticle {
  const lines = readLines(text);
  const credits = creditsOf(lines);
  const region = bodyRegion(lines);
  const verdicts = region === null ? new Map<number, Verdict>() : verdictsFor(lines, region, credits);
  return reassemble(
    lines.map((line, at): CleanedLine => {
      const verdict = verdicts.get(at) ?? outside(line, at, region, credits.get(at));
      return { line: line.line, text: line.text, role: verdict.role, reason: verdict.reason };
    }),
  );
}

function verdictsFor(
  lines: readonly ReadLine[],
  region: Region,
  credits: ReadonlyMap<number, Credit>,
): Map<number, Verdict> {
  const headlineAt = findHeadline(lines, region, new Set(credits.keys()));
  const verdicts = new Map<number, Verdict>();
  const keep = (at: number, role: LineRole, reason: string): void => {
    verdicts.set(at, { role, reason });
  };
  const start = headlineAt ?? region.from - 1;
  const body = { from: Math.max(region.from, start + 1), to: region.to };
  if (headlineAt !== null) {
    const copies = (lines[headlineAt]?.copies ?? 1) > 1 ? ", and stands there more than once" : "";
    keep(headlineAt, "headline", `title above the body, about the same things${copies}`);
    for (const at of findStandfirst(lines, headlineAt, { from: headlineAt + 1, to: region.to }, credits)) {
      keep(at, "standfirst", "stands between the headline and the body");
    }
    markCopies(lines, headlineAt, keep);
  }
  chooseDate(lines, credits, start, body, keep);
  chooseByline(lines, credits, start, body, keep);
  chooseOutlet(lines, headlineAt, keep);
  for (const [at, verdict] of bodyRoles(lines, body, credits, verdicts)) verdicts.set(at, verdict);
  return verdicts;
}

function markCopies(lines: readonly ReadLine[], headlineAt: number, keep: Keep): void {
  const key = lineKey(lines[headlineAt]?.text ?? "");
  for (const [at, line] of lines.entries()) {
    if (at !== headlineAt && lineKey(line.text) === key) keep(at, "dropped", "repeats the headline");
  }
}

/** How many names of outlets are looked up in the page: real pages hold one or two. */
const MOST_NAMES = 12;

function chooseOutlet(lines: readonly ReadLine[], headlineAt: number | null, keep: Keep): void {
  const headline = headlineAt === null ? null : (lines[headlineAt]?.text ?? null);
  let asked = 0;
  for (const [at, line] of lines.entries()) {
    const named = at === headlineAt ? null : outletIn(line.text, headline);
    if (named === null) continue;
    asked += 1;
    if (asked > MOST_NAMES) return;
    // The owner in law stands in the copyright line only; an outlet's own name stands all over its page.
    if (lines.some((other, place) => place !== at && naming(other.text, named.name))) {
      keep(at, "outlet", named.reason);
      return;
    }
  }
}

/** Whether a line that is not running text holds the name as whole words. */
function naming(text: string, name: string): boolean {
  if (text.length > 240) return false;
  const at = text.indexOf(name.replace(/^the /i, ""));
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? "") && !/[\p{L}]/u.test(text[at + name.length] ?? "");
}

/** Why a line outside the body is dropped. */
function outside(line: ReadLine, at: number, region: Region | null, credit: Credit | undefined): Verdict {
  if (line.furniture !== null) return dropped(line.furniture.reason);
  if (region === null) return dropped("no sentence of an article found in the paste");
  if (credit !== undefined) return dropped(CREDIT_REASONS[credit]);
  const where = at < region.from ? "above the article" : "after the end of the article";
  if (line.copies > 1 && line.shape.words >= 3)
    return dropped(`${where}: repeated, like the title of a link`);
  return dropped(
    line.shape.sentence === "full" ? `${where}: stands apart from its body` : `${where}: menu or link title`,
  );
}
