import { Field } from "#lib/attribution/model/crf.ts";

/** One paragraph to learn from: rows that all its chains share, and the chains, each with rows and tags of its own. */
export interface Item {
  readonly length: number;
  /** `length * sharedFeatures` rows. */
  readonly shared: Int32Array;
  readonly chains: readonly {
    readonly rows: Int32Array | null;
    readonly tags: Uint8Array;
    readonly weight?: number;
  }[];
}

export interface Linear {
  readonly tags: number;
  readonly sharedFeatures: number;
  readonly ownFeatures: number;
  readonly sharedTable: Float32Array;
  readonly ownTable: Float32Array;
  readonly transitions: Float32Array;
}

export interface Training {
  readonly tags: number;
  readonly sharedFeatures: number;
  readonly ownFeatures: number;
  readonly sharedRows: number;
  readonly ownRows: number;
  readonly epochs: number;
  readonly seed: number;
  readonly dropout: number;
  readonly rate: readonly [number, number];
  readonly l2?: number;
  readonly say?: (line: string) => void;
}

/** xorshift32: the same numbers on every machine. */
export function randomOf(seed: number): () => number {
  let state = (seed | 0) === 0 ? 0x9e3779b9 : Math.imul(seed, 0x9e3779b1);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

/** Adds the rows of the table to the scores of each place. */
export function addScores(
  scores: Float64Array,
  rows: Int32Array,
  features: number,
  length: number,
  table: Float32Array,
  tags: number,
): void {
  for (let i = 0; i < length; i++) {
    const base = i * tags;
    for (let f = i * features, end = f + features; f < end; f++) {
      const row = (rows[f] as number) * tags;
      for (let t = 0; t < tags; t++)
        scores[base + t] = (scores[base + t] as number) + (table[row + t] as number);
    }
  }
}

/**
 * Learns a linear-chain CRF by stochastic gradient (AdaGrad, Duchi et al. 2011) with feature dropout: with as many
 * features as there are words, one that always sees all of them learns the training text by heart.
 */
export function trainChain(items: readonly Item[], how: Training): Linear {
  const { dropout, epochs, ownFeatures, ownRows, rate, seed, sharedFeatures, sharedRows, tags: T } = how;
  const sharedTable = new Float32Array(sharedRows * T);
  const ownTable = new Float32Array(Math.max(ownRows, 1) * T);
  const sharedG = new Float32Array(sharedTable.length);
  const ownG = new Float32Array(ownTable.length);
  const transitions = new Float32Array((T + 1) * T);
  const transitionG = new Float32Array(transitions.length);
  const random = randomOf(seed);
  const field = new Field(T);
  const order = items.map((_, k) => k);
  const keep = 1 - dropout;
  const threshold = Math.floor(dropout * 65536);
  let noise = Math.floor(random() * 2 ** 31) | 1;
  const total = items.length * epochs;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = order.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [order[k], order[other]] = [order[other] as number, order[k] as number];
    }
    let loss = 0;
    let places = 0;
    for (const which of order) {
      const item = items[which] as Item;
      const n = item.length;
      const step = rate[0] * (rate[1] / rate[0]) ** (done++ / total);
      const base = new Float64Array(n * T);
      const sharedGradient = new Float64Array(n * T);
      const sharedMask = masked(item.shared.length);
      scoresOf(base, item.shared, sharedMask, sharedFeatures, n, sharedTable);
      for (const chain of item.chains) {
        const scores = base.slice();
        const ownMask = chain.rows ? masked(chain.rows.length) : null;
        if (chain.rows && ownMask) scoresOf(scores, chain.rows, ownMask, ownFeatures, n, ownTable);
        const partition = field.run(scores, n, transitions);
        const gradient = new Float64Array(n * T);
        const { tags } = chain;
        let gold = transitions[T * T + (tags[0] as number)] as number;
        for (let i = 0; i < n; i++) {
          gold += scores[i * T + (tags[i] as number)] as number;
          if (i > 0) gold += transitions[(tags[i - 1] as number) * T + (tags[i] as number)] as number;
          for (let t = 0; t < T; t++)
            gradient[i * T + t] = (field.marginals[i * T + t] as number) - (t === tags[i] ? 1 : 0);
        }
        loss += partition - gold;
        places += n;
        const pairs = new Float64Array(transitions.length);
        for (let t = 0; t < T; t++)
          pairs[T * T + t] = (field.marginals[t] as number) - (t === tags[0] ? 1 : 0);
        for (let i = 1; i < n; i++) {
          for (let s = 0; s < T; s++)
            for (let t = 0; t < T; t++) pairs[s * T + t] = (pairs[s * T + t] as number) + field.pair(i, s, t);
          const gone = (tags[i - 1] as number) * T + (tags[i] as number);
          pairs[gone] = (pairs[gone] as number) - 1;
        }
        for (let k = 0; k < pairs.length; k++) {
          const g = pairs[k] as number;
          transitionG[k] = (transitionG[k] as number) + g * g;
          transitions[k] =
            (transitions[k] as number) - (step * g) / Math.sqrt((transitionG[k] as number) + 1);
        }
        for (let k = 0; k < gradient.length; k++)
          sharedGradient[k] = (sharedGradient[k] as number) + (gradient[k] as number);
        if (chain.rows && ownMask)
          update(gradient, chain.rows, ownMask, ownFeatures, n, ownTable, ownG, step);
      }
      update(sharedGradient, item.shared, sharedMask, sharedFeatures, n, sharedTable, sharedG, step);
    }
    how.say?.(`epoch ${epoch + 1}: loss ${(loss / places).toFixed(4)} a place`);
  }
  return { tags: T, sharedFeatures, ownFeatures, sharedTable, ownTable, transitions };

  function masked(length: number): Uint8Array {
    const mask = new Uint8Array(length);
    let state = noise;
    for (let k = 0; k < length; k++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      mask[k] = (state & 0xffff) >= threshold ? 1 : 0;
    }
    noise = state;
    return mask;
  }
  function scoresOf(
    scores: Float64Array,
    rows: Int32Array,
    mask: Uint8Array,
    features: number,
    n: number,
    table: Float32Array,
  ): void {
    for (let i = 0; i < n; i++) {
      const at = i * T;
      for (let f = i * features, end = f + features; f < end; f++) {
        if (mask[f] === 0) continue;
        const row = (rows[f] as number) * T;
        for (let t = 0; t < T; t++)
          scores[at + t] = (scores[at + t] as number) + (table[row + t] as number) / keep;
      }
    }
  }
  function update(
    gradient: Float64Array,
    rows: Int32Array,
    mask: Uint8Array,
    features: number,
    n: number,
    table: Float32Array,
    squares: Float32Array,
    step: number,
  ): void {
    for (let i = 0; i < n; i++) {
      const at = i * T;
      let most = 0;
      for (let t = 0; t < T; t++) most = Math.max(most, Math.abs(gradient[at + t] as number));
      if (most < 1e-4) continue;
      for (let f = i * features, end = f + features; f < end; f++) {
        if (mask[f] === 0) continue;
        const row = (rows[f] as number) * T;
        for (let t = 0; t < T; t++) {
          const g = gradient[at + t] as number;
          const sum = (squares[row + t] as number) + g * g;
          squares[row + t] = sum;
          table[row + t] = (table[row + t] as number) - (step * g) / Math.sqrt(sum + 1);
        }
      }
    }
  }
}
