import type { Hypothesis } from "./hypotheses.ts";
import { likeness } from "./likeness.ts";
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
 * The readings of a cue, the one with the largest expected agreement first (minimum Bayes risk): readings that differ only
 * by a comma support each other. The chance is that of all readings that agree with it in half the words and in the speaker.
 */
export function choicesOf(hypotheses: readonly Hypothesis[], table: Table): Choice[] {
  const chances = chancesOf(hypotheses, table);
  const found: { hypothesis: Hypothesis; chance: number; worth: number }[] = [];
  for (let k = 1; k < hypotheses.length; k++) {
    const hypothesis = hypotheses[k] as Hypothesis;
    let chance = chances[k] as number;
    let worth = chance;
    for (let other = 1; other < hypotheses.length; other++) {
      if (other === k || !agree(hypothesis, hypotheses[other] as Hypothesis)) continue;
      chance += chances[other] as number;
      worth += NEARLY * (chances[other] as number);
    }
    found.push({ hypothesis, chance, worth });
  }
  return found.sort((a, b) => b.worth - a.worth);
}
