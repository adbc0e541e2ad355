/**
 * The only place that knows both ways of counting characters: Unicode code points (the database, spans,
 * every offset we store or print) and UTF-16 code units (JavaScript strings, the browser's selection).
 */

const isLead = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isTrail = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Number of code points in `text`. A lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Translates offsets of one text both ways, in constant or logarithmic time after one linear pass. */
export class CodePointIndex {
  readonly text: string;
  /** Number of code points. */
  readonly length: number;
  /** UTF-16 offsets of the lead units of all pairs: empty for nearly every article. */
  private readonly pairs: number[] = [];

  constructor(text: string) {
    this.text = text;
    for (let i = 0; i + 1 < text.length; i++) {
      if (isLead(text.charCodeAt(i)) && isTrail(text.charCodeAt(i + 1))) this.pairs.push(i++);
    }
    this.length = text.length - this.pairs.length;
  }

  /** Code point offset of a UTF-16 offset; an offset inside a pair means the pair's beginning. */
  fromUtf16(offset: number): number {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.text.length)
      throw new RangeError(`UTF-16 offset ${offset} is outside 0..${this.text.length}`);
    const before = this.pairsBefore(offset);
    // A pair whose lead lies before the offset counts as one already: inside a pair that leaves the pair's beginning.
    return offset - before;
  }

  /** UTF-16 offset of a code point offset. */
  toUtf16(offset: number): number {
    if (!Number.isInteger(offset) || offset < 0 || offset > this.length)
      throw new RangeError(`code point offset ${offset} is outside 0..${this.length}`);
    // The k-th pair begins at code point pairs[k] - k: count the pairs that end at or before the offset.
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] as number) - middle < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  }

  /** The characters `[start, end)`, both in code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }

  private pairsBefore(offset: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
