import type { StatementKind } from "../attribution/statement.ts";

/**
 * What became of a suggestion, by its final state: undone decisions count as never made. `missed` is a statement that an
 * editor added by hand; `unasked` a less certain suggestion that nobody decided.
 */
export const OUTCOMES = [
  "asProposed",
  "otherActor",
  "otherWords",
  "otherBoth",
  "rejected",
  "open",
  "unasked",
  "missed",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Suggestions (or missed statements) that are alike in all that is counted. */
export interface Tally {
  readonly kind: StatementKind;
  readonly outlet: string;
  readonly engine: string;
  /** Tenth of the confidence, 0 to 9; null for what no engine suggested. */
  readonly band: number | null;
  readonly outcome: Outcome;
  readonly count: number;
  /** Their confidences added up. */
  readonly confidence: number;
}

export type Counts = Readonly<Record<Outcome, number>>;

/** A share with what it is a share of; null where there is nothing to share. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** The counts of one kind, outlet, engine or band, and what they come to. */
export interface PrecisionLine {
  readonly name: string;
  readonly counts: Counts;
  /** Accepted, corrected or rejected. */
  readonly decided: number;
  /** Of the decided ones, those accepted with the actor the engine named: found, and the right speaker. */
  readonly right: Share;
  /** Of the decided ones, those accepted just as they were proposed. */
  readonly asProposed: Share;
  /** Of all statements on record, those the engine had suggested. */
  readonly found: Share;
}

export interface Calibration extends PrecisionLine {
  readonly band: number;
  /** Mean confidence of the decided ones, 0 to 1; null where none is decided. */
  readonly said: number | null;
}

/** All of them in one line. */
export function precisionOf(tallies: readonly Tally[], name = "all"): PrecisionLine {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const { outcome, count } of tallies) counts[outcome] += count;
  const accepted = counts.asProposed + counts.otherActor + counts.otherWords + counts.otherBoth;
  const decided = accepted + counts.rejected;
  return {
    name,
    counts,
    decided,
    right: { part: counts.asProposed + counts.otherWords, of: decided },
    asProposed: { part: counts.asProposed, of: decided },
    found: { part: accepted, of: accepted + counts.missed },
  };
}

/** A line for each name that `nameOf` gives, the one with most decisions first. */
export function precisionBy(
  tallies: readonly Tally[],
  nameOf: (tally: Tally) => string,
): readonly PrecisionLine[] {
  const groups = Map.groupBy(tallies, nameOf);
  return [...groups]
    .map(([name, group]) => precisionOf(group, name))
    .sort((a, b) => b.decided - a.decided || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** What the engine said it was sure of beside what turned out right, for each tenth of confidence, the surest first. */
export function calibrationOf(tallies: readonly Tally[]): readonly Calibration[] {
  const groups = Map.groupBy(tallies, ({ band }) => band);
  return [...groups]
    .flatMap(([band, group]): Calibration[] => {
      if (band === null) return [];
      const line = precisionOf(group, bandWords(band));
      const confidence = group
        .filter(({ outcome }) => outcome !== "open" && outcome !== "unasked")
        .reduce((sum, tally) => sum + tally.confidence, 0);
      return [{ ...line, band, said: line.decided === 0 ? null : confidence / line.decided }];
    })
    .sort((a, b) => b.band - a.band);
}

/** "90 to 100 %". */
export function bandWords(band: number): string {
  return `${band * 10} to ${band * 10 + 10} %`;
}

/** "88 %"; null where there is nothing to share. Never rounded to all or nothing where it isn't. */
export function shareFigure({ part, of }: Share): string | null {
  if (of === 0) return null;
  const percent = (100 * part) / of;
  const whole = Math.round(percent);
  if (whole === 100 && part < of) return "99 %";
  return whole === 0 && part > 0 ? "1 %" : `${whole} %`;
}
