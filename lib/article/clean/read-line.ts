import { type Furniture, furnitureOf } from "./furniture.ts";
import { type LineShape, lineShape } from "./line-shape.ts";
import { type PasteLine, pasteLines } from "./paste-line.ts";

/** A line with everything that can be known about it without deciding what it is for. */
export interface ReadLine extends PasteLine {
  readonly shape: LineShape;
  readonly furniture: Furniture | null;
  /** How often the same words stand in the paste as a line of their own, itself included. */
  readonly copies: number;
}

/** Letters and digits only, small: two lines with the same key say the same. */
export function lineKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Reads every line of a paste. Linear in the text's length. */
export function readLines(text: string): ReadLine[] {
  const lines = pasteLines(text);
  const counts = new Map<string, number>();
  for (const { text: words } of lines) {
    const key = lineKey(words);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let marked: Furniture | null = null;
  return lines.map((line) => {
    const shape = lineShape(line.text);
    const copies = counts.get(lineKey(line.text)) ?? 1;
    const own = furnitureOf(line.text, shape.words);
    const furniture: Furniture | null = own ?? marked;
    marked = own?.takes === "next" ? { ...own, takes: null } : null;
    return { ...line, shape, furniture, copies };
  });
}
