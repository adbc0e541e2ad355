import { CHOICE_ROWS } from "#lib/attribution/model/choice-rows.ts";
import type { Hypothesis } from "#lib/attribution/model/hypotheses.ts";
import { randomOf } from "./train-chain.ts";

/** The readings of one cue, and which is the right one (0: it is no cue, or none is right). */
export interface Group {
  readonly hypotheses: readonly Hypothesis[];
  readonly target: number;
}

const EPOCHS = 6;
const RATE = [0.1, 0.02] as const;
const DROPOUT = 0.2;
const SHRINK = 2e-5;

/** Learns to choose among readings: a softmax over each group (a conditional logit), by AdaGrad with feature dropout. */
export function trainChoice(groups: readonly Group[], seed = 5): Float32Array {
  const weights = new Float32Array(CHOICE_ROWS);
  const squares = new Float32Array(CHOICE_ROWS);
  const random = randomOf(seed);
  const turns = groups.length * EPOCHS;
  for (let turn = 0; turn < turns; turn++) {
    const rate = RATE[0] * (RATE[1] / RATE[0]) ** (turn / turns);
    const { hypotheses, target } = groups[Math.floor(random() * groups.length)] as Group;
    const scores = hypotheses.map(({ rows }) => rows.reduce((sum, row) => sum + (weights[row] as number), 0));
    const most = Math.max(...scores);
    const chances = scores.map((score) => Math.exp(score - most));
    const all = chances.reduce((sum, chance) => sum + chance, 0);
    hypotheses.forEach(({ rows }, which) => {
      const error = (chances[which] as number) / all - (which === target ? 1 : 0);
      if (Math.abs(error) < 1e-4) return;
      for (const row of rows) {
        if (random() < DROPOUT) continue;
        squares[row] = (squares[row] as number) + error * error;
        weights[row] =
          (weights[row] as number) -
          (rate * (error + SHRINK * (weights[row] as number))) / Math.sqrt((squares[row] as number) + 1);
      }
    });
  }
  return weights;
}
