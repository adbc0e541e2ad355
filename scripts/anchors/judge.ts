import type { CarriedSpans } from "#lib/text/anchor/carried.ts";
import { ROLES } from "#lib/text/anchor/carried.ts";
import { type Carried, carryAll } from "#lib/text/anchor/carry.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import {
  type AnchoredText,
  anchoredTexts,
  EDIT_KINDS,
  type Edited,
  type EditKind,
  edit,
  seeded,
  wordsAt,
} from "./edits.ts";

/** How one way of carrying fared on edits of one kind; anchors, not edits, are counted but in `edits`. */
export interface Tally {
  edits: number;
  anchors: number;
  /** Stand by themselves though their words or who speaks were changed, or at another place. */
  wrong: number;
  /** Had to stand by themselves, and do. */
  stood: number;
  hadToStand: number;
}

/** Carries anchors of one text into another. */
export type Carrier = (source: AnchoredText, text: string) => readonly Carried[];

export const ours: Carrier = ({ text, anchors }, newText) => carryAll({ oldText: text, newText, anchors });

/** Makes `count` edits, the kinds in turn, and lets each carrier carry all anchors through each. */
export function judgeCarriers<Name extends string>(
  carriers: Readonly<Record<Name, Carrier>>,
  count: number,
  seed: number,
): Readonly<Record<Name, ReadonlyMap<EditKind, Tally>>> {
  const random = seeded(seed);
  const texts = anchoredTexts();
  const names = Object.keys(carriers) as Name[];
  const tallies = Object.fromEntries(names.map((name) => [name, new Map<EditKind, Tally>()])) as Record<
    Name,
    Map<EditKind, Tally>
  >;
  let made = 0;
  for (let tried = 0; made < count && tried < count * 20; tried++) {
    const kind = EDIT_KINDS[tried % EDIT_KINDS.length] as EditKind;
    const source = texts[Math.floor(random() * texts.length)] as AnchoredText;
    const target = Math.floor(random() * source.anchors.length);
    const edited = edit(source, kind, target, random);
    if (!edited) continue;
    made++;
    for (const name of names) {
      const tally = tallies[name].get(kind) ?? { edits: 0, anchors: 0, wrong: 0, stood: 0, hadToStand: 0 };
      tallies[name].set(kind, tally);
      count1(tally, source, edited, carriers[name](source, edited.text));
    }
  }
  return tallies;
}

function count1(tally: Tally, source: AnchoredText, edited: Edited, results: readonly Carried[]): void {
  const [old, now] = [new CodePointIndex(source.text), new CodePointIndex(edited.text)];
  tally.edits++;
  for (const [at, truth] of edited.truths.entries()) {
    const anchor = source.anchors[at] as CarriedSpans;
    const result = results[at] as Carried;
    const stands = (result.state === "exact" || result.state === "moved") && result.spans !== undefined;
    tally.anchors++;
    if (truth.must === "stand") tally.hadToStand++;
    if (!stands || !result.spans) continue;
    const right =
      truth.must !== "wait" &&
      isThere(truth.at, result.spans) &&
      ROLES.every((role) =>
        anchor[role].every((span, i) => {
          const there = result.spans?.[role][i];
          return there !== undefined && wordsAt(old, span) === wordsAt(now, there);
        }),
      );
    if (!right) tally.wrong++;
    else if (truth.must === "stand") tally.stood++;
  }
}

const isThere = (at: number | null, spans: CarriedSpans): boolean => spans.content[0]?.start === at;

/** All kinds together. */
export function total(tallies: ReadonlyMap<EditKind, Tally>): Tally {
  const sum: Tally = { edits: 0, anchors: 0, wrong: 0, stood: 0, hadToStand: 0 };
  for (const tally of tallies.values())
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
}
