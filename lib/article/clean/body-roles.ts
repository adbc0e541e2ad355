import type { Region } from "./body-region.ts";
import { bylineIn } from "./byline.ts";
import { CREDIT_REASONS, type Credit } from "./publication.ts";
import { pullQuotes } from "./pull-quote.ts";
import { lineKey, type ReadLine } from "./read-line.ts";
import { dropped, type Verdict } from "./verdict.ts";

const PARAGRAPH: Verdict = { role: "paragraph", reason: "reads like a sentence of the article" };

/** Longest promoted headline, in words. */
const LINK_TITLE = 22;

/** Decides every line of the body's region that has no verdict yet. */
export function bodyRoles(
  lines: readonly ReadLine[],
  body: Region,
  credits: ReadonlyMap<number, Credit>,
  decided: ReadonlyMap<number, Verdict>,
): Map<number, Verdict> {
  const verdicts = new Map<number, Verdict>();
  const promoted = takenByFurniture(lines, body);
  const pulled = pullQuotes(lines, body);
  const seen = new Set<string>();
  const authors = authorNotes(lines, body, decided);
  for (let at = body.from; at < body.to; at += 1) {
    const line = lines[at];
    if (line === undefined || decided.has(at)) continue;
    if (authors.has(at)) {
      verdicts.set(at, dropped("about the author"));
      continue;
    }
    const verdict = bodyRole(lines, at, body, credits, promoted, pulled, seen);
    if (verdict.role === "paragraph") seen.add(lineKey(line.text));
    verdicts.set(at, verdict);
  }
  return verdicts;
}

function bodyRole(
  lines: readonly ReadLine[],
  at: number,
  body: Region,
  credits: ReadonlyMap<number, Credit>,
  promoted: ReadonlyMap<number, string>,
  pulled: ReadonlySet<number>,
  seen: ReadonlySet<string>,
): Verdict {
  const line = lines[at];
  if (line === undefined) return dropped("no line");
  const { furniture, shape, text } = line;
  if (furniture !== null) return dropped(furniture.reason);
  const promotion = promoted.get(at);
  if (promotion !== undefined) return dropped(promotion);
  const credit = credits.get(at);
  if (credit !== undefined && shape.sentence !== "full") return dropped(CREDIT_REASONS[credit]);
  if (seen.has(lineKey(text))) return dropped("repeats a paragraph");
  if (pulled.has(at)) return dropped("pull quote: its words stand in a paragraph");
  if (shape.sentence !== "none" && twinBeside(lines, at))
    return dropped("repeated at once, like the title of a link");
  if (shape.sentence === "full") return PARAGRAPH;
  if (shape.sentence === "short") return shortSentence(lines, at, body);
  if (listItem(lines, at)) return { role: "paragraph", reason: "item of the list introduced above" };
  return dropped(
    line.copies > 1
      ? "repeated, like the title of a link"
      : "not a sentence: subheading, caption or link title",
  );
}

/** How many lines at the end of the body may tell who the author is. */
const NOTE_LINES = 6;

/** Lines at the body's end that begin with the byline's name: "Ines Vale is our health editor." */
function authorNotes(
  lines: readonly ReadLine[],
  body: Region,
  decided: ReadonlyMap<number, Verdict>,
): Set<number> {
  const found = new Set<number>();
  for (const [at, verdict] of decided) {
    const names =
      verdict.role === "byline" ? bylineIn(lines[at]?.text ?? "")?.split(/, | and | & /) : undefined;
    for (const name of names ?? []) {
      for (let end = Math.max(body.from, body.to - NOTE_LINES); end < body.to; end += 1) {
        if (lines[end]?.text.startsWith(`${name} is `) === true) found.add(end);
      }
    }
  }
  return found;
}

/** "No," he said. "Never." - a few words with an end mark belong to the sentences around them. */
function shortSentence(lines: readonly ReadLine[], at: number, body: Region): Verdict {
  const text = lines[at]?.text ?? "";
  if (/:$/.test(text) && (lines[at]?.shape.words ?? 0) < 3) return dropped("label");
  const beside = (step: number): boolean => {
    for (let next = at + step; next >= body.from && next < body.to; next += step) {
      const line = lines[next];
      if (line === undefined) return false;
      if (line.furniture === null) return line.shape.sentence !== "none";
    }
    return false;
  };
  if (beside(-1) || beside(1))
    return { role: "paragraph", reason: "short sentence among the article’s sentences" };
  return dropped("short line apart from the article’s sentences");
}

function twinBeside(lines: readonly ReadLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.copies < 2 || line.shape.words > LINK_TITLE) return false;
  const key = lineKey(line.text);
  return [-3, -2, -1, 1, 2, 3].some(
    (step) => lines[at + step] !== undefined && lineKey(lines[at + step]?.text ?? "") === key,
  );
}

/** Lines without end marks below one that ends in a colon, as long as no empty line and sentence comes between. */
function listItem(lines: readonly ReadLine[], at: number): boolean {
  if (/^[•·▪◦‣*–-]\s?\p{L}/u.test(lines[at]?.text ?? "") && (lines[at]?.shape.words ?? 0) >= 4) return true;
  for (let above = at - 1; above >= 0 && at - above <= 12; above -= 1) {
    const line = lines[above];
    if (line === undefined || line.furniture !== null) return false;
    if (/:$/.test(line.text)) return line.shape.words >= 4 && (lines[at]?.shape.words ?? 0) >= 2;
    if (line.shape.sentence !== "none") return false;
  }
  return false;
}

/** Positions that a label beside them claims: the headline above or below "Read more". */
function takenByFurniture(lines: readonly ReadLine[], body: Region): Map<number, string> {
  const taken = new Map<number, string>();
  for (let at = body.from; at < body.to; at += 1) {
    const furniture = lines[at]?.furniture;
    if (furniture?.takes !== "both") continue;
    const next = lines[at + 1];
    if (next !== undefined && !next.afterBlank && next.shape.words <= LINK_TITLE)
      taken.set(at + 1, furniture.reason);
    const before = lines[at - 1];
    if (
      before !== undefined &&
      lines[at]?.afterBlank === false &&
      before.shape.words <= LINK_TITLE &&
      before.shape.sentence !== "full"
    ) {
      taken.set(at - 1, furniture.reason);
    }
  }
  return taken;
}
