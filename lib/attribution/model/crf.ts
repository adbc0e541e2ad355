/**
 * A linear-chain conditional random field over one paragraph (Lafferty, McCallum and Pereira 2001), in the
 * probability domain with a scale per position. Emissions are `n * tags` scores; transitions `(tags + 1) * tags`, whose
 * last row is the start.
 */
export interface Chain {
  readonly tags: number;
  readonly transitions: Float32Array;
}

/** Chance below which a tag is left out of the search for the best sequences. */
const IMPOSSIBLE = 1e-7;

/** Buffers that grow and are used again: marginals are read before the next call. */
export class Field {
  readonly tags: number;
  alpha = new Float64Array(0);
  beta = new Float64Array(0);
  scores = new Float64Array(0);
  scale = new Float64Array(0);
  /** Probability of each tag at each place, `n * tags`. */
  marginals = new Float64Array(0);
  private readonly steps: Float64Array;
  private back = new Int32Array(0);

  constructor(tags: number) {
    this.tags = tags;
    this.steps = new Float64Array((tags + 1) * tags);
  }

  /** Makes room for `n` places. */
  reserve(n: number): void {
    if (this.scale.length >= n) return;
    const size = Math.max(n, this.scale.length * 2, 256);
    const { tags } = this;
    this.alpha = new Float64Array(size * tags);
    this.beta = new Float64Array(size * tags);
    this.scores = new Float64Array(size * tags);
    this.marginals = new Float64Array(size * tags);
    this.scale = new Float64Array(size);
    this.back = new Int32Array(size * tags);
  }

  /** Forward and backward over `emissions`; fills `marginals`. Returns the logarithm of the partition sum. */
  run(emissions: Float64Array, n: number, transitions: Float32Array): number {
    const { tags: T, steps } = this;
    this.reserve(n);
    const { alpha, beta, marginals, scale, scores } = this;
    for (let k = 0; k < steps.length; k++) steps[k] = Math.exp(transitions[k] as number);
    let log = 0;
    for (let i = 0; i < n; i++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let t = 0; t < T; t++) most = Math.max(most, emissions[i * T + t] as number);
      for (let t = 0; t < T; t++) scores[i * T + t] = Math.exp((emissions[i * T + t] as number) - most);
      log += most;
      let sum = 0;
      for (let t = 0; t < T; t++) {
        let into = 0;
        if (i === 0) into = steps[T * T + t] as number;
        else
          for (let s = 0; s < T; s++)
            into += (alpha[(i - 1) * T + s] as number) * (steps[s * T + t] as number);
        const value = into * (scores[i * T + t] as number);
        alpha[i * T + t] = value;
        sum += value;
      }
      scale[i] = sum;
      log += Math.log(sum);
      for (let t = 0; t < T; t++) alpha[i * T + t] = (alpha[i * T + t] as number) / sum;
    }
    for (let t = 0; t < T; t++) beta[(n - 1) * T + t] = 1;
    for (let i = n - 2; i >= 0; i--)
      for (let s = 0; s < T; s++) {
        let out = 0;
        for (let t = 0; t < T; t++)
          out +=
            (steps[s * T + t] as number) *
            (scores[(i + 1) * T + t] as number) *
            (beta[(i + 1) * T + t] as number);
        beta[i * T + s] = out / (scale[i + 1] as number);
      }
    for (let k = 0; k < n * T; k++) marginals[k] = (alpha[k] as number) * (beta[k] as number);
    return log;
  }

  /** Probability of tags `s`, `t` at places `i - 1`, `i` (`i >= 1`), after `run`. */
  pair(i: number, s: number, t: number): number {
    const { tags: T, alpha, beta, scale, scores, steps } = this;
    return (
      ((alpha[(i - 1) * T + s] as number) *
        (steps[s * T + t] as number) *
        (scores[i * T + t] as number) *
        (beta[i * T + t] as number)) /
      (scale[i] as number)
    );
  }

  /** Best sequence of tags. */
  best(emissions: Float64Array, n: number, transitions: Float32Array): Uint8Array {
    const { tags: T } = this;
    this.reserve(n);
    const { back } = this;
    const best = new Uint8Array(n);
    if (n === 0) return best;
    let row = new Float64Array(T);
    let next = new Float64Array(T);
    for (let t = 0; t < T; t++) row[t] = (transitions[T * T + t] as number) + (emissions[t] as number);
    for (let i = 1; i < n; i++) {
      for (let t = 0; t < T; t++) {
        let most = Number.NEGATIVE_INFINITY;
        let from = 0;
        for (let s = 0; s < T; s++) {
          const value = (row[s] as number) + (transitions[s * T + t] as number);
          if (value > most) {
            most = value;
            from = s;
          }
        }
        next[t] = most + (emissions[i * T + t] as number);
        back[i * T + t] = from;
      }
      [row, next] = [next, row];
    }
    let tag = 0;
    for (let t = 1; t < T; t++) if ((row[t] as number) > (row[tag] as number)) tag = t;
    for (let i = n - 1; i >= 0; i--) {
      best[i] = tag;
      tag = back[i * T + tag] as number;
    }
    return best;
  }

  /** The `count` best sequences of tags, best first, with their log-probability (right after `run`, which gave `partition`). */
  few(
    emissions: Float64Array,
    n: number,
    transitions: Float32Array,
    count: number,
    partition: number,
  ): { tags: Uint8Array; log: number }[] {
    const { tags: T } = this;
    if (n === 0) return [];
    const width = T * count;
    // Per place and tag up to `count` scores, each with the slot of the place before that it came from.
    const scores = new Float64Array(n * width).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(n * width).fill(-1);
    for (let t = 0; t < T; t++)
      scores[t * count] = (transitions[T * T + t] as number) + (emissions[t] as number);
    for (let i = 1; i < n; i++)
      for (let t = 0; t < T; t++) {
        // A tag that is all but impossible here is in none of the best sequences.
        if ((this.marginals[i * T + t] as number) < IMPOSSIBLE) continue;
        const slot = i * width + t * count;
        let kept = 0;
        for (let s = 0; s < T; s++) {
          const step = (transitions[s * T + t] as number) + (emissions[i * T + t] as number);
          for (let r = 0; r < count; r++) {
            const before = (i - 1) * width + s * count + r;
            const score = (scores[before] as number) + step;
            if (score === Number.NEGATIVE_INFINITY) break;
            if (kept === count && score <= (scores[slot + count - 1] as number)) break;
            let at = kept < count ? kept++ : count - 1;
            while (at > 0 && (scores[slot + at - 1] as number) < score) {
              scores[slot + at] = scores[slot + at - 1] as number;
              from[slot + at] = from[slot + at - 1] as number;
              at--;
            }
            scores[slot + at] = score;
            from[slot + at] = before - (i - 1) * width;
          }
        }
      }
    const ends: number[] = [];
    for (let k = 0; k < width; k++)
      if ((scores[(n - 1) * width + k] as number) > Number.NEGATIVE_INFINITY) ends.push(k);
    ends.sort((a, b) => (scores[(n - 1) * width + b] as number) - (scores[(n - 1) * width + a] as number));
    return ends.slice(0, count).map((end) => {
      const tags = new Uint8Array(n);
      let slot = end;
      for (let i = n - 1; i >= 0; i--) {
        tags[i] = Math.floor(slot / count);
        slot = from[i * width + slot] as number;
      }
      return { tags, log: (scores[(n - 1) * width + end] as number) - partition };
    });
  }
}
