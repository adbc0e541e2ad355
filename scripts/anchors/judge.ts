import type { Carried, CarriedSpans, KnownAnchor } from "#lib/text/anchor/carried.ts";
import { ROLES } from "#lib/text/anchor/carried.ts";
import { carryAll } from "#lib/text/anchor/carry.ts";
import { foldedWords } from "#lib/text/fold.ts";
import type { Span } from "#lib/text/span.ts";
import { EDIT_KINDS, type EditKind, makeEdit } from "./edits.ts";
import { picked, type Random, seeded } from "./random.ts";
import { type Anchored, type AnchoredText, anchoredTexts, reachOf } from "./sources.ts";
import { applied, type Truth, truthOf } from "./truth.ts";

/** Two edits of one text, one after the other. */
export const COMBINED = "two of these";
export type TalliedKind = EditKind | typeof COMBINED;

const MOST_TRIES = 2_000;

/** How one way of carrying fared on edits of one kind; anchors, not edits, are counted but in `edits`. */
export interface Tally {
  edits: number;
  anchors: number;
  /** Stand by themselves though their words or who speaks were changed, or at another place. */
  wrong: number;
  /** Had to stand by themselves, and do. */
  stood: number;
  hadToStand: number;
  /** Could stand or wait, and stand. */
  chose: number;
  mayStand: number;
}

/** Carries anchors of one text into another. */
export type Carrier = (
  oldText: string,
  newText: string,
  anchors: readonly KnownAnchor[],
) => readonly Carried[];

export const ours: Carrier = (oldText, newText, anchors) => carryAll({ oldText, newText, anchors });

/** What became of one anchor, as the edits' maker knows it. */
interface Expected {
  readonly must: Truth["must"];
  /** Where its spans stand; undefined when they do not. */
  readonly spans: CarriedSpans | undefined;
}

export interface Edited {
  readonly kind: TalliedKind;
  readonly source: AnchoredText;
  readonly text: string;
  /** One for each anchor of the source. */
  readonly expected: readonly Expected[];
}

/** Makes `count` edits, the kinds in turn. */
export function* generatedEdits(count: number, seed: number): Generator<Edited> {
  const random = seeded(seed);
  const texts = anchoredTexts();
  const kinds = [...EDIT_KINDS, COMBINED] as const;
  for (let made = 0; made < count; made++) {
    const kind = kinds[made % kinds.length] as TalliedKind;
    const edited = tried(() => {
      const source = picked(texts, random) as AnchoredText;
      return kind === COMBINED ? twice(source, random) : once(source, kind, random);
    });
    if (!edited) throw new Error(`The texts offer no place for this edit: ${kind}`);
    yield edited;
  }
}

/** Not every text offers a place for every edit. */
function tried<T>(make: () => T | undefined): T | undefined {
  for (let times = 0; times < MOST_TRIES; times++) {
    const made = make();
    if (made) return made;
  }
  return undefined;
}

function once(source: AnchoredText, kind: EditKind, random: Random): Edited | undefined {
  const target = picked(source.anchors, random);
  const edit = target && makeEdit(source, kind, target, random);
  if (!edit) return undefined;
  const expected = source.anchors.map((anchor): Expected => {
    const { must, place } = truthOf(source, edit, anchor);
    return { must, spans: placedSpans(anchor.spans, place) };
  });
  return { kind, source, text: applied(source.text, edit), expected };
}

function placedSpans(spans: CarriedSpans, place: Truth["place"]): CarriedSpans | undefined {
  const all = (role: (typeof ROLES)[number]) => spans[role].flatMap((span) => place(span) ?? []);
  const placed = { speaker: all("speaker"), cue: all("cue"), content: all("content"), relay: all("relay") };
  return ROLES.every((role) => placed[role].length === spans[role].length) ? placed : undefined;
}

const RANK = { stand: 0, either: 1, wait: 2 } as const;

function twice(source: AnchoredText, random: Random): Edited | undefined {
  const kind = () => picked(EDIT_KINDS, random) as EditKind;
  const first = once(source, kind(), random);
  // What comes between a paragraph and its copy tells them apart again.
  if (!first || first.kind === "duplicated beside itself") return undefined;
  const kept = first.expected.flatMap(({ spans }, at) => (spans ? [{ at, spans }] : []));
  const anchors = kept.map(({ at, spans }): Anchored => ({ ...(source.anchors[at] as Anchored), spans }));
  const second = once({ text: first.text, anchors }, kind(), random);
  // A copy, and the first one deleted: that is a paragraph moved.
  if (!second || (first.kind === "duplicated elsewhere" && second.kind === "paragraph deleted"))
    return undefined;
  const after = new Map(kept.map(({ at }, place) => [at, second.expected[place] as Expected]));
  const expected = first.expected.map((one, at): Expected => {
    const then = after.get(at);
    if (!then) return { must: "wait", spans: undefined };
    const [must = "wait"] = [one.must, then.must].toSorted((a, b) => RANK[b] - RANK[a]);
    // Two changes near it may hide from each other what would be certain after one.
    const anchor = source.anchors[at] as Anchored;
    const isTouched = isNear(source.text, anchor, first.text) && must === "stand";
    return { must: isTouched ? "either" : must, spans: then.spans };
  });
  return { kind: COMBINED, source, text: second.text, expected };
}

/** Whether the anchor's own sentences are no longer there letter for letter: a slip, or other marks. */
const isNear = (text: string, anchor: Anchored, edited: string): boolean => {
  const { start, end } = reachOf(text, anchor);
  return !edited.includes(text.slice(start, end));
};

/** Lets each carrier carry all anchors through each edit. */
export function judgeCarriers<Name extends string>(
  carriers: Readonly<Record<Name, Carrier>>,
  count: number,
  seed: number,
  tell?: (name: Name, edited: Edited, at: number, result: Carried) => void,
): Readonly<Record<Name, ReadonlyMap<TalliedKind, Tally>>> {
  const names = Object.keys(carriers) as Name[];
  const tallies = Object.fromEntries(names.map((name) => [name, new Map<TalliedKind, Tally>()])) as Record<
    Name,
    Map<TalliedKind, Tally>
  >;
  for (const edited of generatedEdits(count, seed)) {
    const anchors = edited.source.anchors.map(
      ({ actor, spans }): KnownAnchor =>
        actor === null || spans.relay.length > 0
          ? spans
          : { ...spans, meant: { names: [[actor]], persons: false } },
    );
    for (const name of names) {
      const tally = tallies[name].get(edited.kind) ?? none();
      tallies[name].set(edited.kind, tally);
      const results = carriers[name](edited.source.text, edited.text, anchors);
      tally.edits++;
      for (const [at, expected] of edited.expected.entries()) {
        const result = results[at] as Carried;
        const verdict = judged(edited, anchors[at] as CarriedSpans, expected, result);
        tally.anchors++;
        if (expected.must === "stand") tally.hadToStand++;
        if (expected.must === "either") tally.mayStand++;
        if (verdict === "wrong") tally.wrong++;
        if (verdict === "right" && expected.must === "stand") tally.stood++;
        if (verdict === "right" && expected.must === "either") tally.chose++;
        if (verdict === "wrong" || (verdict === "waits" && expected.must === "stand"))
          tell?.(name, edited, at, result);
      }
    }
  }
  return tallies;
}

function judged(edited: Edited, anchor: CarriedSpans, expected: Expected, result: Carried) {
  const { spans, state } = result;
  if ((state !== "exact" && state !== "moved") || !spans) return "waits";
  if (expected.must === "wait" || !expected.spans) return "wrong";
  const { text } = edited.source;
  const words = (from: string, { start, end }: Span) => from.slice(start, end);
  const isRight = ROLES.every((role) =>
    anchor[role].every((span, at) => {
      const [there, wanted] = [spans[role][at], expected.spans?.[role][at]];
      if (!there || !wanted || there.start !== wanted.start) return false;
      const [before, after] = [words(text, span), words(edited.text, there)];
      return state === "exact" ? before === after : foldedWords(before) === foldedWords(after);
    }),
  );
  return isRight ? "right" : "wrong";
}

const none = (): Tally => ({
  edits: 0,
  anchors: 0,
  wrong: 0,
  stood: 0,
  hadToStand: 0,
  chose: 0,
  mayStand: 0,
});

/** All kinds together. */
export function total(tallies: ReadonlyMap<TalliedKind, Tally>): Tally {
  const sum = none();
  for (const tally of tallies.values())
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
}
