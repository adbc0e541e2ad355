import { type NamedChange, namedChanges } from "../named-change.ts";
import type { Stretch } from "../stretch.ts";
import type { WordToken } from "../word-tokens.ts";
import { type Hunk, hunksOf } from "./alignment.ts";
import { ROLES } from "./carried.ts";
import type { LikelyPlace } from "./likely-places.ts";
import { type LowerWords, nameTest } from "./names.ts";
import { isSlip } from "./spelling.ts";

/** The spans of an anchor in UTF-16 offsets. */
export type Stretches = Readonly<Record<(typeof ROLES)[number], readonly Stretch[]>>;

/** Where the spans would stand at a place that is like the old one; undefined when nothing of the content is left. */
export function proposedAt(
  old: readonly WordToken[],
  spans: Stretches,
  place: LikelyPlace,
): Stretches | undefined {
  const found = {
    speaker: mapped(old, spans.speaker, place),
    cue: mapped(old, spans.cue, place),
    content: apart(mapped(old, spans.content, place)),
    relay: mapped(old, spans.relay, place),
  };
  return found.content.length > 0 ? found : undefined;
}

function mapped(old: readonly WordToken[], spans: readonly Stretch[], place: LikelyPlace): Stretch[] {
  return spans.flatMap((span) => {
    const [from, to] = tokensOfSpan(old, span);
    if (from >= to) return [];
    // What stands in the place of a changed word at the edge belongs to the span too.
    const first = place.pairs[from] as number;
    const last = place.pairs[to - 1] as number;
    const start = first >= 0 ? first : pairBefore(place.pairs, from) + 1;
    const end = last >= 0 ? last + 1 : pairAfter(place.pairs, to, place.tokens.length);
    const [head, tail] = [place.tokens[start], place.tokens[end - 1]];
    return start < end && head && tail ? [{ start: head.start, end: tail.end }] : [];
  });
}

function pairBefore(pairs: readonly number[], from: number): number {
  for (let i = from - 1; i >= 0; i--) if ((pairs[i] as number) >= 0) return pairs[i] as number;
  return -1;
}

function pairAfter(pairs: readonly number[], from: number, otherwise: number): number {
  for (let i = from; i < pairs.length; i++) if ((pairs[i] as number) >= 0) return pairs[i] as number;
  return otherwise;
}

/** Content never overlaps: what two spans claim stays with the first. */
function apart(spans: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, found.at(-1)?.end ?? 0);
    if (start < span.end) found.push({ start, end: span.end });
  }
  return found;
}

/** Tokens `[from, to)` that the span touches. */
function tokensOfSpan(tokens: readonly WordToken[], span: Stretch): readonly [from: number, to: number] {
  const from = tokens.findIndex(({ end }) => end > span.start);
  const to = tokens.findLastIndex(({ start }) => start < span.end) + 1;
  return [from < 0 ? tokens.length : from, to];
}

/** What a change touches: the spans of a role, or only what stands around them. */
export type Touched = (typeof ROLES)[number] | "around";

export interface Difference {
  readonly touches: Touched;
  readonly changes: readonly NamedChange[];
  /** A slip of the pen away from every span: nothing that matters. */
  readonly isSlip: boolean;
}

/** What differs between an old passage and a place like it. */
export function differencesAt(
  oldText: string,
  old: readonly WordToken[],
  spans: Stretches,
  nowText: string,
  place: LikelyPlace,
  known: LowerWords,
): readonly Difference[] {
  const ranges = ROLES.map((role) => ({ role, spans: spans[role].map((span) => tokensOfSpan(old, span)) }));
  return hunksOf(place.pairs, 0, place.tokens.length).map((hunk) => {
    const before = old.slice(...hunk.old);
    const after = place.tokens.slice(...hunk.now);
    const touches = (["content", "speaker", "cue", "relay"] as const).find((role) =>
      ranges.some((range) => range.role === role && range.spans.some((span) => isIn(hunk, span))),
    );
    const beside = ranges.some(({ role, spans: own }) => role !== "content" && own.some(isBeside(hunk)));
    const [left, right] = [before[0], after[0]];
    const single = before.length === 1 && after.length === 1 && left !== undefined && right !== undefined;
    return {
      touches: touches ?? "around",
      changes: namedChanges(
        { text: oldText, tokens: before, isName: nameTest(oldText, known) },
        { text: nowText, tokens: after, isName: nameTest(nowText, known) },
      ),
      isSlip: touches === undefined && !beside && single && isSlip(left, right),
    };
  });
}

/** Old tokens of the span are changed, or something was put between them. */
function isIn({ old: [from, to] }: Hunk, [start, end]: readonly [number, number]): boolean {
  return from < to ? from < end && start < to : start < from && from < end;
}

const isBeside =
  ({ old: [from, to] }: Hunk) =>
  ([start, end]: readonly [number, number]) =>
    from <= end && start <= to;
