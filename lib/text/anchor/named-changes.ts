import { diffArrays } from "diff";
import type { NamedChange } from "./carried.ts";
import { isCapital, isLetters, isNegation, isNumber, type Word } from "./words.ts";

/** Further apart than this, two passages are not compared word by word. */
const MOST_EDITS = 4_000;

/** A run of words that both have, or that one has in place of the other's. */
export interface Run {
  readonly same: boolean;
  /** Half-open, in words of the earlier and the later passage. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
}

/** Word by word, what was kept and what took whose place (Myers, by jsdiff); undefined where they are too far apart. */
export function runsOf(before: readonly Word[], after: readonly Word[]): readonly Run[] | undefined {
  const parts = diffArrays(
    before.map(({ folded }) => folded),
    after.map(({ folded }) => folded),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return undefined;
  const runs: Run[] = [];
  let [b, a] = [0, 0];
  let open: { before: [number, number]; after: [number, number] } | undefined;
  const close = () => {
    if (open) runs.push({ same: false, ...open });
    open = undefined;
  };
  for (const { added, removed, value } of parts) {
    const count = value.length;
    if (!added && !removed) {
      close();
      runs.push({ same: true, before: [b, b + count], after: [a, a + count] });
      b += count;
      a += count;
      continue;
    }
    open ??= { before: [b, b], after: [a, a] };
    if (removed) open.before[1] = b += count;
    else open.after[1] = a += count;
  }
  close();
  return runs;
}

/** The changes of a comparison, named by the gravest thing in each: a negation, a number, a name, other words. */
export function namedChanges(
  runs: readonly Run[],
  before: readonly Word[],
  after: readonly Word[],
  beforeText: string,
  afterText: string,
): readonly NamedChange[] {
  return runs
    .filter(({ same }) => !same)
    .map((run) => {
      const gone = before.slice(...run.before);
      const come = after.slice(...run.after);
      return {
        kind: kindOf(gone, come, run),
        before: shown(gone, beforeText),
        after: shown(come, afterText),
      };
    })
    .filter((change) => isLetters(change.before) || isLetters(change.after));
}

function kindOf(gone: readonly Word[], come: readonly Word[], run: Run): NamedChange["kind"] {
  const both = [...gone, ...come].map(({ folded }) => folded);
  if (gone.filter(negates).length !== come.filter(negates).length) return "negation";
  if (both.some(isNumber)) return "number";
  // A sentence's first word has its capital from its place.
  const named =
    gone.some((word, at) => isCapital(word.folded) && run.before[0] + at > 0) ||
    come.some((word, at) => isCapital(word.folded) && run.after[0] + at > 0);
  return named ? "name" : "words";
}

const negates = ({ folded }: Word) => isNegation(folded);

function shown(words: readonly Word[], text: string): string {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return "";
  const whole = text.slice(first.start, last.end).replace(/\s+/gu, " ");
  return whole.length > 200 ? `${whole.slice(0, 199)}…` : whole;
}

/** Whether only the spelling of ordinary words differs, each by two letters at most: a typing error mended or made. */
export function isSpellingOnly(
  runs: readonly Run[],
  before: readonly Word[],
  after: readonly Word[],
): boolean {
  return runs.every((run) => {
    if (run.same) return true;
    const gone = before.slice(...run.before);
    const come = after.slice(...run.after);
    return (
      gone.length === come.length &&
      gone.every(({ folded }, at) => isRespelled(folded, come[at]?.folded ?? ""))
    );
  });
}

function isRespelled(a: string, b: string): boolean {
  const ordinary = (word: string) => /^\p{Ll}{4,}$/u.test(word) && !isNegation(word) && !isNumber(word);
  return ordinary(a) && ordinary(b) && distance(a, b) <= 2;
}

/** Letters inserted, left out, exchanged or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (old[j] ?? 0) + 1, (old[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? 0;
}
