import type { Block, Blocks } from "./blocks.ts";

/** Half-open range of positions in the list of blocks. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How a sentence, a quotation or an introduction to one ends, in any of many scripts. */
export const ENDED = /[.!?…:。！？؟۔।]["'”’»)\]」』]*$/u;

/** Whether a block reads as running text: long enough and ended as sentences are, or very long. */
export function isProse(block: Block): boolean {
  if (block.linkShare > (block.words >= 30 ? 0.8 : 0.6)) return false;
  return (block.words >= 8 && ENDED.test(block.text)) || block.words >= 25;
}

export const tagOf = (page: Blocks, block: Block): string => page.boxes[block.box]?.tag ?? "";

/** The box around the list that an item stands in. */
export const listParent = ({ boxes }: Blocks, block: Block): number =>
  parentOf(boxes, parentOf(boxes, block.box));

/** Sums of all values before each place, and of all. */
export function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

export const sumOf = (sums: readonly number[], from: number, to: number): number =>
  (sums[to] ?? 0) - (sums[from] ?? 0);

export const parentOf = (boxes: Blocks["boxes"], box: number): number => boxes[box]?.parent ?? -1;
