import type { Stretch } from "./stretch.ts";

/** One quotation with its marks; `start` and `end` are UTF-16 offsets and include the marks. */
export interface Quotation extends Stretch {
  readonly marks: "double" | "single";
  /** False when the closing mark is missing: the quotation then ends with its paragraph or before the next one. */
  readonly closed: boolean;
}

const DOUBLE = new Set(['"', "“", "”", "„", "‟", "«", "»", "″"]);
const SINGLE = new Set(["'", "‘", "’", "‚", "‛", "‹", "›"]);
const SPACE = /\s/u;
const WORD = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/…]/u;
const AFTER_CLOSING = /[\s)\]}—–\-/.,;:!?…]/u;
/** Words that begin with an apostrophe: ’em, ’til, ’90s. */
const ELISION = /^['’](?:em|til|tis|twas|cause|bout|n|\d0s)\b/iu;

type Side = "opens" | "closes" | "either" | "neither";

const isMark = (character: string | undefined) =>
  character !== undefined && (DOUBLE.has(character) || SINGLE.has(character));

/** Which side a mark stands on, by what stands around it: its own shape is often the wrong way round. */
function sideOf(text: string, at: number, from: number, to: number): Side {
  let left = at - 1;
  while (left >= from && at - left < 4 && isMark(text[left])) left--;
  let right = at + 1;
  while (right < to && right - at < 4 && isMark(text[right])) right++;
  const before = left < from ? " " : (text[left] ?? " ");
  const after = right >= to ? " " : (text[right] ?? " ");
  const mayOpen = BEFORE_OPENING.test(before) && !SPACE.test(after);
  const mayClose = AFTER_CLOSING.test(after) && !SPACE.test(before);
  if (mayOpen && mayClose) return "either";
  if (mayOpen) return "opens";
  return mayClose ? "closes" : "neither";
}

function sideByShape(mark: string): Side {
  if ("“„«‘‚‹`".includes(mark)) return "opens";
  return "”»’›".includes(mark) ? "closes" : "either";
}

/**
 * Quotations in double marks of one paragraph. A mark that stands where only an opening one can is opening,
 * whatever its shape, and the other way round; the shape decides only where both could stand.
 */
function doubleQuotations(text: string, from: number, to: number): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  const pushUnclosed = (before: number) => {
    const end = trimRight(text, open + 1, before);
    if (end > open + 1) found.push({ start: open, end, marks: "double", closed: false });
  };
  for (let at = from; at < to; at++) {
    const mark = text[at] as string;
    // Two single marks are a double one in old typewriter and wire texts.
    const pair =
      (mark === "'" || mark === "`" || mark === "’" || mark === "‘") && text[at + 1] === mark && at + 1 < to;
    if (!DOUBLE.has(mark) && !pair) continue;
    const width = pair ? 2 : 1;
    const placed = sideOf(text, at, from, to);
    const side = placed === "either" || placed === "neither" ? sideByShape(mark) : placed;
    if (open < 0) {
      // An inch mark or a stray closing mark opens nothing.
      if (side !== "closes") {
        open = at;
        at += width - 1;
      }
    } else if (side === "opens" && at > open + 1) {
      pushUnclosed(at);
      open = at;
      at += width - 1;
    } else {
      at += width - 1;
      if (at > open + width) found.push({ start: open, end: at + 1, marks: "double", closed: true });
      open = -1;
    }
  }
  if (open >= 0) pushUnclosed(to);
  return found;
}

function trimRight(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && SPACE.test(text[end - 1] as string)) end--;
  return end;
}

/** Whether the mark at `at` stands inside a word ("don’t") or for a letter left out ("’em"). */
function isApostrophe(text: string, at: number): boolean {
  if (WORD.test(text[at - 1] ?? " ") && WORD.test(text[at + 1] ?? " ")) return true;
  return ELISION.test(text.slice(at, at + 8));
}

/** Quotations in single marks of one paragraph, outside those in double marks. */
function singleQuotations(
  text: string,
  from: number,
  to: number,
  doubles: readonly Quotation[],
): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  // A mark after s and before a word may be a possessive ("workers’ rights", "Farmers’ Guild"): second choice.
  let fallback = -1;
  let next = 0;
  const finish = () => {
    if (open >= 0 && fallback >= 0)
      found.push({ start: open, end: fallback + 1, marks: "single", closed: true });
    open = -1;
    fallback = -1;
  };
  for (let at = from; at < to; at++) {
    while (next < doubles.length && (doubles[next] as Quotation).end <= at) next++;
    const double = doubles[next];
    if (open < 0 && double && at >= double.start) {
      at = double.end - 1;
      continue;
    }
    const mark = text[at] as string;
    if (!SINGLE.has(mark) || text[at + 1] === mark || text[at - 1] === mark || isApostrophe(text, at))
      continue;
    const side = sideOf(text, at, from, to);
    if (side === "opens" || (side === "either" && sideByShape(mark) === "opens")) {
      finish();
      // The typewriter mark and the wrong-way mark open too; without a closing one they are dropped.
      open = at;
    } else if (open >= 0 && side !== "neither" && at > open + 1) {
      const possessive = /s/i.test(text[at - 1] as string) && /^ \p{L}/u.test(text.slice(at + 1, at + 3));
      if (possessive && fallback < 0) fallback = at;
      else if (!possessive) {
        found.push({ start: open, end: at + 1, marks: "single", closed: true });
        open = -1;
        fallback = -1;
      }
    }
  }
  finish();
  return found;
}

/**
 * Outermost quotations of the paragraph `[from, to)` of `text`, in order, not overlapping. Linear in its length.
 * Copes with marks the wrong way round (”…”), straight marks, missing closing marks and apostrophes.
 */
export function quotationsIn(text: string, from = 0, to = text.length): Quotation[] {
  const doubles = doubleQuotations(text, from, to);
  const singles = singleQuotations(text, from, to, doubles);
  const all = [...doubles, ...singles].sort((a, b) => a.start - b.start || b.end - a.end);
  const outer: Quotation[] = [];
  for (const quotation of all) {
    const last = outer.at(-1);
    if (!last || quotation.start >= last.end) outer.push(quotation);
    // Crossing, or a single mark opened in front of a double that outlives it: keep the double.
    else if (quotation.end > last.end && last.marks === "single") outer[outer.length - 1] = quotation;
  }
  return outer;
}
