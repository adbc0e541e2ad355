import { type Quotation, quotationsIn } from "../text/quotation-marks.ts";
import type { Stretch } from "../text/stretch.ts";
import { cueOf } from "./cues.ts";
import { firstThat } from "./halving.ts";

/** Quotations of an article, in order, and a quick way to ask about one place. */
export interface Marks {
  readonly quotations: readonly Quotation[];
  /** UTF-16 offsets of marks around a cue (“strongly denounced”): they quote no content. */
  readonly aroundCues: ReadonlySet<number>;
  /** Index of the quotation that holds a UTF-16 offset (its marks too), or -1. */
  at(offset: number): number;
}

/** A forgotten closing mark: the quotation ends where a comma and a short "X said" follow. */
const FRAME_INSIDE =
  /,\s+(?:\S+\s+){1,4}?(?:said|says|added|told|wrote|stressed|claimed|insisted|stated|warned)\b/u;

function mended(text: string, quotation: Quotation, continues: boolean): Quotation {
  if (quotation.closed || continues) return quotation;
  const frame = FRAME_INSIDE.exec(text.slice(quotation.start, quotation.end));
  return frame ? { ...quotation, end: quotation.start + frame.index + 1 } : quotation;
}

/** Whether a quotation holds only a reporting verb: the cue itself is quoted (“strongly denounced”). */
function isQuotedCue(text: string, quotation: Quotation): boolean {
  if (quotation.end - quotation.start > 48) return false;
  const words = text.slice(quotation.start + 1, quotation.end - 1).match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const last = words.at(-1)?.toLowerCase() ?? "";
  const cue = cueOf(last);
  if (!cue || words.length > 3 || !last.endsWith("ed") || cue.class === "say") return false;
  return (
    words.slice(0, -1).every((word) => /ly$/i.test(word)) &&
    /[\p{L}\p{N})]\s$/u.test(text.slice(quotation.start - 2, quotation.start)) &&
    /^\s\p{L}/u.test(text.slice(quotation.end, quotation.end + 2))
  );
}

/** Finds the quotations of all paragraphs; one that the next paragraph goes on with stays unclosed. */
export function marksOf(text: string, paragraphs: readonly Stretch[]): Marks {
  const quotations: Quotation[] = [];
  const aroundCues = new Set<number>();
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    const found = quotationsIn(text, paragraph.start, paragraph.end);
    found.forEach((quotation, place) => {
      const last = place === found.length - 1;
      const continues =
        last && next !== undefined && /^["“”„«]/u.test(text.slice(next.start, next.start + 1));
      const whole = mended(text, quotation, continues);
      if (isQuotedCue(text, whole)) aroundCues.add(whole.start).add(whole.end - 1);
      else quotations.push(whole);
    });
  });
  return { quotations, aroundCues, at: (offset) => indexAt(quotations, offset) };
}

function indexAt(quotations: readonly Quotation[], offset: number): number {
  const place = firstThat(quotations.length, (at) => (quotations[at] as Quotation).end > offset);
  const found = quotations[place];
  return found && found.start <= offset ? place : -1;
}
