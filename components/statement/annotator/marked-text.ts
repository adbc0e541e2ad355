import type { CodePointIndex } from "#lib/text/code-points.ts";
import type { Span } from "#lib/text/span.ts";
import type { Draft } from "./draft.ts";
import { type Entry, isQuiet } from "./entry.ts";

export const MARK_ROLES = ["content", "cue", "speaker", "relay"] as const;
/** Stands for the entry that a draft is not yet. */
export const DRAFT_ENTRY = "draft";
export type MarkRole = (typeof MARK_ROLES)[number];

/** One marked span of one entry, in code points of the whole text. */
export interface Mark extends Span {
  readonly entry: string;
  readonly role: MarkRole;
  /** Not decided yet: drawn dashed. */
  readonly suggested: boolean;
  /** Not decided yet and less certain: drawn fainter, outside of what is surer. */
  readonly lessCertain: boolean;
}

/** Words, or a mark around words: what the text view draws, outermost first. */
export type MarkedNode =
  | { readonly text: string; readonly start: number }
  | { readonly mark: Mark; readonly start: number; readonly inside: readonly MarkedNode[] };

/** Marks of the entries; those rejected or taken back only where `shown` names them. */
export function marksOf(entries: readonly Entry[], shown: string | null): readonly Mark[] {
  return entries.flatMap((entry) => {
    const decidedAgainst = entry.state === "rejected" || entry.state === "takenBack";
    if (decidedAgainst && entry.key !== shown) return [];
    const suggested = entry.state === "open" || decidedAgainst;
    const lessCertain = isQuiet(entry);
    return MARK_ROLES.flatMap((role) =>
      entry[role].map(({ start, end }) => ({ start, end, entry: entry.key, role, suggested, lessCertain })),
    );
  });
}

/** Marks that touch a part of the text, cut to it. */
export function marksIn(marks: readonly Mark[], part: Span): readonly Mark[] {
  return marks.flatMap((mark) => {
    const start = Math.max(mark.start, part.start);
    const end = Math.min(mark.end, part.end);
    return start < end ? [{ ...mark, start, end }] : [];
  });
}

interface Segment extends Span {
  /** Outermost first: what begins earlier, then what is longer. */
  readonly marks: readonly Mark[];
}

/**
 * A part of the text with its marks as a tree. Marks that nest stay whole; where two cross, the later one is cut in
 * two at the other's border. The words of the tree, read in order, are the part's text, character for character.
 */
export function markedNodes(
  index: CodePointIndex,
  part: Span,
  marks: readonly Mark[],
): readonly MarkedNode[] {
  const inside = [...marksIn(marks, part)].sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      MARK_ROLES.indexOf(a.role) - MARK_ROLES.indexOf(b.role) ||
      Number(b.lessCertain) - Number(a.lessCertain),
  );
  const borders = [...new Set([part.start, part.end, ...inside.flatMap((mark) => [mark.start, mark.end])])];
  borders.sort((a, b) => a - b);
  const segments = borders.slice(0, -1).map((start, i): Segment => {
    const end = borders[i + 1] ?? part.end;
    return { start, end, marks: inside.filter((mark) => mark.start <= start && end <= mark.end) };
  });
  return grouped(index, segments, 0);
}

function grouped(index: CodePointIndex, segments: readonly Segment[], depth: number): readonly MarkedNode[] {
  const nodes: MarkedNode[] = [];
  for (let at = 0; at < segments.length; ) {
    const first = segments[at] as Segment;
    const mark = first.marks[depth];
    let to = at + 1;
    while (to < segments.length && segments[to]?.marks[depth] === mark) to++;
    const group = segments.slice(at, to);
    if (mark) nodes.push({ mark, start: first.start, inside: grouped(index, group, depth + 1) });
    else nodes.push({ start: first.start, text: index.slice(first.start, group.at(-1)?.end ?? first.end) });
    at = to;
  }
  return nodes;
}

/** Marks of a statement that is being marked or corrected. */
export function draftMarks(draft: Draft): readonly Mark[] {
  const placed = { ...draft, relay: draft.via.flatMap(({ proof }) => proof ?? []) };
  return MARK_ROLES.flatMap((role) =>
    placed[role].map(({ start, end }) => ({
      start,
      end,
      entry: DRAFT_ENTRY,
      role,
      suggested: false,
      lessCertain: false,
    })),
  );
}
