import { foldMarks } from "../fold.ts";
import type { Stretch } from "../stretch.ts";

const SPACE = /[\s\u00AD\u200B\u2060]/u;

/** Where stretches of one text stand in another that has the same words: mapped through what both fold to. */
export class SameWords {
  private readonly old: string;
  private readonly now: string;
  private readonly from: number;
  private readonly to: number;
  private readonly folded: { readonly old: readonly number[]; readonly now: readonly number[] } | undefined;

  /** @param oldStretch @param nowStretch the same words in both texts, give or take marks and space */
  constructor(old: string, oldStretch: Stretch, now: string, nowStretch: Stretch) {
    this.old = old;
    this.now = now;
    this.from = oldStretch.start;
    this.to = nowStretch.start;
    const left = old.slice(oldStretch.start, oldStretch.end);
    const right = now.slice(nowStretch.start, nowStretch.end);
    if (left !== right) this.folded = { old: foldMarks(left).at, now: foldMarks(right).at };
  }

  /** The stretch in the new text, or undefined when it does not hold the same words there. */
  map(stretch: Stretch): Stretch | undefined {
    const start = this.to + this.place(stretch.start - this.from);
    let end = this.to + this.place(stretch.end - this.from);
    if (!SPACE.test(this.old[stretch.end - 1] ?? ""))
      while (end > start && SPACE.test(this.now[end - 1] as string)) end--;
    const found = { start, end };
    return start < end && hasSameWords(this.old, stretch, this.now, found) ? found : undefined;
  }

  private place(offset: number): number {
    if (!this.folded) return offset;
    const { old, now } = this.folded;
    let low = 0;
    let high = old.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((old[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return now[low] ?? 0;
  }
}

const slice = (text: string, { start, end }: Stretch) => text.slice(start, end);

/** Whether two stretches have the same characters. */
export const hasSameCharacters = (old: string, before: Stretch, now: string, after: Stretch) =>
  slice(old, before) === slice(now, after);

/** Whether two stretches have the same words after folding marks and space. */
export const hasSameWords = (old: string, before: Stretch, now: string, after: Stretch) =>
  hasSameCharacters(old, before, now, after) ||
  foldMarks(slice(old, before)).text === foldMarks(slice(now, after)).text;
