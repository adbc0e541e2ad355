/** A table of weights as it ships: small whole numbers, and what one of them is worth. */
export interface Table {
  readonly tags: number;
  readonly scale: number;
  readonly cells: Int8Array;
}

/** Largest whole number that a cell holds. */
const MOST = 127;
/** Share of the cells that the scale is made for; the few beyond are cut off. */
const KEPT = 0.99995;

/** Rounds weights to whole numbers from -127 to 127. */
export function quantised(weights: Float32Array, tags: number): Table {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const top = sizes[Math.ceil((sizes.length - 1) * KEPT)] as number;
  const scale = (top === 0 ? 1 : top) / MOST;
  const cells = Int8Array.from(weights, (weight) =>
    Math.max(-MOST, Math.min(MOST, Math.round(weight / scale))),
  );
  return { tags, scale, cells };
}

/** Adds the worth of `features` rows per place to `scores` (`n * tags`). */
export function addRows(
  scores: Float64Array,
  rows: Int32Array,
  features: number,
  n: number,
  { cells, scale, tags }: Table,
): void {
  if (tags === 7) addSeven(scores, rows, features, n, cells, scale);
  else if (tags === 5) addFive(scores, rows, features, n, cells, scale);
  else throw new RangeError(`A table of ${tags} tags: only 5 and 7 are made.`);
}

// Written out: these two loops are most of the engine's time.
function addSeven(
  scores: Float64Array,
  rows: Int32Array,
  features: number,
  n: number,
  cells: Int8Array,
  scale: number,
): void {
  let f = 0;
  for (let i = 0; i < n; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let g = 0;
    let h = 0;
    for (const end = f + features; f < end; f++) {
      const row = (rows[f] as number) * 7;
      a += cells[row] as number;
      b += cells[row + 1] as number;
      c += cells[row + 2] as number;
      d += cells[row + 3] as number;
      e += cells[row + 4] as number;
      g += cells[row + 5] as number;
      h += cells[row + 6] as number;
    }
    const at = i * 7;
    scores[at] = (scores[at] as number) + a * scale;
    scores[at + 1] = (scores[at + 1] as number) + b * scale;
    scores[at + 2] = (scores[at + 2] as number) + c * scale;
    scores[at + 3] = (scores[at + 3] as number) + d * scale;
    scores[at + 4] = (scores[at + 4] as number) + e * scale;
    scores[at + 5] = (scores[at + 5] as number) + g * scale;
    scores[at + 6] = (scores[at + 6] as number) + h * scale;
  }
}

function addFive(
  scores: Float64Array,
  rows: Int32Array,
  features: number,
  n: number,
  cells: Int8Array,
  scale: number,
): void {
  let f = 0;
  for (let i = 0; i < n; i++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    for (const end = f + features; f < end; f++) {
      const row = (rows[f] as number) * 5;
      a += cells[row] as number;
      b += cells[row + 1] as number;
      c += cells[row + 2] as number;
      d += cells[row + 3] as number;
      e += cells[row + 4] as number;
    }
    const at = i * 5;
    scores[at] = (scores[at] as number) + a * scale;
    scores[at + 1] = (scores[at + 1] as number) + b * scale;
    scores[at + 2] = (scores[at + 2] as number) + c * scale;
    scores[at + 3] = (scores[at + 3] as number) + d * scale;
    scores[at + 4] = (scores[at + 4] as number) + e * scale;
  }
}
