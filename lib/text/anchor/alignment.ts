import type { WordToken } from "../word-tokens.ts";

/** Most cells of one alignment: about 5 MB and a hundredth of a second. */
const MOST_CELLS = 400_000;
const WORD = 4;
const MARK = 1;
const LEFT_OUT = -1;

export interface Alignment {
  /** For every old token the new one that is the same, or -1; rising. */
  readonly pairs: readonly number[];
  /** Share of the old tokens that are there, words counting most: 0 to 1. */
  readonly likeness: number;
}

const weight = (token: WordToken) => (token.isWord ? WORD : MARK);

/**
 * Lays the old tokens along the new ones, of which any number may stand before and after. Undefined when both are so
 * long that it would cost too much.
 */
export function align(old: readonly WordToken[], now: readonly WordToken[]): Alignment | undefined {
  const rows = old.length + 1;
  const columns = now.length + 1;
  if (rows * columns > MOST_CELLS || old.length === 0 || now.length === 0) return undefined;
  const best = new Int32Array(rows * columns);
  for (let i = 1; i < rows; i++) {
    const token = old[i - 1] as WordToken;
    const here = i * columns;
    const above = here - columns;
    best[here] = (best[above] as number) + LEFT_OUT;
    for (let j = 1; j < columns; j++) {
      const skipped = Math.max(
        (best[above + j] as number) + LEFT_OUT,
        // What stands behind the last old token costs nothing.
        (best[here + j - 1] as number) + (i === rows - 1 ? 0 : LEFT_OUT),
      );
      const same = (now[j - 1] as WordToken).key === token.key;
      best[here + j] = same ? Math.max(skipped, (best[above + j - 1] as number) + weight(token)) : skipped;
    }
  }
  const pairs = new Array<number>(old.length).fill(-1);
  let i = rows - 1;
  let j = columns - 1;
  let kept = 0;
  while (i > 0 && j > 0) {
    const here = best[i * columns + j] as number;
    const token = old[i - 1] as WordToken;
    if (here === (best[i * columns + j - 1] as number) + (i === rows - 1 ? 0 : LEFT_OUT)) j--;
    else if (here === (best[(i - 1) * columns + j] as number) + LEFT_OUT) i--;
    else {
      pairs[--i] = --j;
      kept += weight(token);
    }
  }
  return { pairs, likeness: kept / old.reduce((sum, token) => sum + weight(token), 0) };
}

/**
 * The same with what both sides begin and end with: to leave that out is cheaper for `align` than to reach over many
 * words put in beside it, but it never changed.
 */
export function completed(
  pairs: Alignment["pairs"],
  old: readonly WordToken[],
  now: readonly WordToken[],
): Alignment["pairs"] {
  const found = [...pairs];
  const same = (i: number, j: number) => found[i] === -1 && old[i]?.key === now[j]?.key;
  const first = found.find((pair) => pair >= 0) ?? now.length;
  for (let i = 0; i < first && same(i, i); i++) found[i] = i;
  const last = found.findLast((pair) => pair >= 0) ?? -1;
  for (let i = old.length - 1, j = now.length - 1; j > last && same(i, j); i--, j--) found[i] = j;
  return found;
}

/** Old tokens `[from, to)` that are not there any more and new tokens that stand in their place. */
export interface Hunk {
  readonly old: readonly [from: number, to: number];
  readonly now: readonly [from: number, to: number];
}

/** What differs, with the new tokens `[from, to)` as the whole of the new side. */
export function hunksOf(pairs: readonly number[], from: number, to: number): readonly Hunk[] {
  const found: Hunk[] = [];
  let left = 0;
  let right = from;
  for (let i = 0; i <= pairs.length; i++) {
    const pair = i === pairs.length ? to : (pairs[i] as number);
    if (pair < 0) continue;
    if (left < i || right < pair) found.push({ old: [left, i], now: [right, pair] });
    left = i + 1;
    right = pair + 1;
  }
  return found;
}
