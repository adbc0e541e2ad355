import { type Hypothesis, likeness } from "./hypotheses.ts";
import type { Table } from "./table.ts";

/** The reading of a cue that is chosen, and how likely it is that its words and its speaker are right. */
export interface Choice {
  readonly hypothesis: Hypothesis;
  readonly chance: number;
}

/** Weight of readings that nearly agree, against the very one, when readings are compared. */
const NEARLY = 0.3;

const agree = (a: Hypothesis, b: Hypothesis) =>
  likeness(a.content, b.content) >= 0.5 &&
  ((a.speaker.length === 0 && b.speaker.length === 0) || a.speaker.some((at) => b.speaker.includes(at)));

/** Chances of the hypotheses of one cue: a softmax over their scores. */
export function chancesOf(hypotheses: readonly Hypothesis[], { cells, scale }: Table): number[] {
  const scores = hypotheses.map(({ rows }) => {
    let sum = 0;
    for (const row of rows) sum += cells[row] as number;
    return sum * scale;
  });
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

/**
 * The reading with the largest expected agreement (minimum Bayes risk): readings that differ only by a comma support
 * each other. The chance is that of all readings that agree with it in half the words and in the speaker.
 */
export function chosen(hypotheses: readonly Hypothesis[], table: Table): Choice | undefined {
  const chances = chancesOf(hypotheses, table);
  let best: Hypothesis | undefined;
  let most = 0;
  let chance = 0;
  for (let k = 1; k < hypotheses.length; k++) {
    const one = hypotheses[k] as Hypothesis;
    let support = chances[k] as number;
    let worth = support;
    for (let other = 1; other < hypotheses.length; other++) {
      if (other === k || !agree(one, hypotheses[other] as Hypothesis)) continue;
      support += chances[other] as number;
      worth += NEARLY * (chances[other] as number);
    }
    if (worth <= most) continue;
    most = worth;
    best = one;
    chance = support;
  }
  return best && { hypothesis: best, chance };
}
