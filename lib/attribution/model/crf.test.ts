import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Field } from "./crf.ts";

const T = 3;

/** All sequences of `n` tags with their scores: what the recursions must agree with. */
function everySequence(emissions: Float64Array, n: number, transitions: Float32Array) {
  const all: { tags: number[]; score: number }[] = [];
  for (let code = 0; code < T ** n; code++) {
    const tags = Array.from({ length: n }, (_, i) => Math.floor(code / T ** i) % T);
    let score = 0;
    tags.forEach((tag, i) => {
      const from = i === 0 ? T : (tags[i - 1] as number);
      score += (emissions[i * T + tag] as number) + (transitions[from * T + tag] as number);
    });
    all.push({ tags, score });
  }
  return all.sort((a, b) => b.score - a.score);
}

const score = fc.double({ min: -4, max: 4, noNaN: true });
const chain = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    emissions: fc.array(score, { minLength: n * T, maxLength: n * T }).map((list) => Float64Array.from(list)),
    transitions: fc
      .array(score, { minLength: (T + 1) * T, maxLength: (T + 1) * T })
      .map((list) => Float32Array.from(list)),
  }),
);

describe("the chain", () => {
  it("sums over all sequences", () => {
    const field = new Field(T);
    fc.assert(
      fc.property(chain, ({ emissions, n, transitions }) => {
        const all = everySequence(emissions, n, transitions);
        const sum = all.reduce((total, { score }) => total + Math.exp(score), 0);
        expect(field.run(emissions, n, transitions)).toBeCloseTo(Math.log(sum), 5);
        for (let i = 0; i < n; i++)
          for (let t = 0; t < T; t++) {
            const with_ = all.filter(({ tags }) => tags[i] === t);
            const share = with_.reduce((total, { score }) => total + Math.exp(score), 0) / sum;
            expect(field.marginals[i * T + t]).toBeCloseTo(share, 5);
          }
      }),
    );
  });

  it("gives the chance of two tags in a row", () => {
    const field = new Field(T);
    fc.assert(
      fc.property(chain, ({ emissions, n, transitions }) => {
        fc.pre(n > 1);
        const all = everySequence(emissions, n, transitions);
        const sum = all.reduce((total, { score }) => total + Math.exp(score), 0);
        field.run(emissions, n, transitions);
        const both = all.filter(({ tags }) => tags[n - 2] === 1 && tags[n - 1] === 2);
        const share = both.reduce((total, { score }) => total + Math.exp(score), 0) / sum;
        expect(field.pair(n - 1, 1, 2)).toBeCloseTo(share, 5);
      }),
    );
  });

  it("finds the best sequences, best first", () => {
    const field = new Field(T);
    fc.assert(
      fc.property(chain, ({ emissions, n, transitions }) => {
        const all = everySequence(emissions, n, transitions);
        const log = field.run(emissions, n, transitions);
        const few = field.few(emissions, n, transitions, 4, log);
        few.forEach((one, rank) => {
          expect(one.log).toBeCloseTo((all[rank]?.score ?? Number.NaN) - log, 4);
        });
        expect(few).toHaveLength(Math.min(4, T ** n));
        const best = field.best(emissions, n, transitions);
        const value = all.find(({ tags }) => tags.every((tag, i) => tag === best[i]))?.score;
        expect(value).toBeCloseTo(all[0]?.score ?? Number.NaN, 4);
      }),
    );
  });

  it("keeps its figures where scores are large and the chain is long", () => {
    const n = 2000;
    const emissions = Float64Array.from({ length: n * T }, (_, k) => (k % T === 1 ? 300 : -300));
    const field = new Field(T);
    field.run(emissions, n, new Float32Array((T + 1) * T));
    expect(field.marginals[(n - 1) * T + 1]).toBeCloseTo(1, 6);
  });
});
