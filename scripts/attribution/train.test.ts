import { describe, expect, it } from "vitest";
import { chancesOf } from "#lib/attribution/model/choose.ts";
import { Field } from "#lib/attribution/model/crf.ts";
import { quantised } from "#lib/attribution/model/table.ts";
import { drills, VARIANTS } from "./drills.ts";
import { addScores, type Item, type Training, trainChain } from "./train-chain.ts";
import { trainChoice } from "./train-choice.ts";

const HOW: Training = {
  tags: 3,
  sharedFeatures: 1,
  ownFeatures: 1,
  sharedRows: 8,
  ownRows: 8,
  epochs: 60,
  seed: 1,
  dropout: 0,
  rate: [0.3, 0.05],
};

/** A word 1 begins a run that goes on while words are 2; which run it is, only the chain's own row says. */
const item = (words: number[], own: number, tags: number[]): Item => ({
  length: words.length,
  shared: Int32Array.from(words),
  chains: [{ rows: Int32Array.from(words.map(() => own)), tags: Uint8Array.from(tags) }],
});
const ITEMS = [
  item([0, 1, 2, 2, 0], 3, [0, 1, 2, 2, 0]),
  item([1, 2, 0, 0], 3, [1, 2, 0, 0]),
  item([0, 1, 2, 2, 0], 4, [0, 0, 0, 0, 0]),
  item([2, 0, 2, 1], 4, [0, 0, 0, 0]),
];

describe("training a chain", () => {
  const model = trainChain(ITEMS, HOW);
  const tagsFor = (words: number[], own: number) => {
    const scores = new Float64Array(words.length * 3);
    addScores(scores, Int32Array.from(words), 1, words.length, model.sharedTable, 3);
    addScores(scores, Int32Array.from(words.map(() => own)), 1, words.length, model.ownTable, 3);
    return [...new Field(3).best(scores, words.length, model.transitions)];
  };

  it("learns what words, their order and the chain say", () => {
    expect(tagsFor([0, 0, 1, 2, 0], 3)).toEqual([0, 0, 1, 2, 0]);
    expect(tagsFor([0, 0, 1, 2, 0], 4)).toEqual([0, 0, 0, 0, 0]);
  });

  it("gives the same weights for the same seed, others for another", () => {
    expect(trainChain(ITEMS, HOW).sharedTable).toEqual(model.sharedTable);
    expect(trainChain(ITEMS, { ...HOW, seed: 2, dropout: 0.4 }).sharedTable).not.toEqual(model.sharedTable);
  });
});

it("training a choice prefers what was right before", () => {
  const hypothesis = (...rows: number[]) => ({ content: [], speaker: [], rows: Int32Array.from(rows) });
  const right = { hypotheses: [hypothesis(1), hypothesis(2, 5)], target: 1 };
  const wrong = { hypotheses: [hypothesis(1), hypothesis(2, 6)], target: 0 };
  const weights = trainChoice(Array.from({ length: 200 }, (_, k) => (k % 2 ? right : wrong)));
  const [, good] = chancesOf(right.hypotheses, quantised(weights, 1));
  const [, bad] = chancesOf(wrong.hypotheses, quantised(weights, 1));
  expect(good).toBeGreaterThan(0.8);
  expect(bad).toBeLessThan(0.2);
});

describe("drills", () => {
  const all = drills();

  it("say the golden cases in other words, each with all its spans", () => {
    expect(all.length % VARIANTS).toBe(0);
    for (const { statements, text } of all)
      for (const { content, cue, speaker } of statements)
        for (const { end, start } of [...speaker, ...cue, ...content]) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end).trim()).not.toBe("");
        }
  });

  it("hold none of the cases as it stands, where its words have others", () => {
    expect(all.some(({ text }) => /\b(?:Mira Holt|pier)\b/.test(text))).toBe(false);
  });
});
