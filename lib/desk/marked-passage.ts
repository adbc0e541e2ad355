import type { Part } from "../attribution/statement.ts";
import { CodePointIndex } from "../text/code-points.ts";
import { wordDiff } from "../text/diff.ts";
import { overlaps, type Span } from "../text/span.ts";

export const PASSAGE_ROLES = ["content", "cue", "speaker", "relay"] as const;
export type PassageRole = (typeof PASSAGE_ROLES)[number];
export type PassageSpans = Readonly<Record<PassageRole, readonly Span[]>>;

/** Words that are marked alike. */
export interface MarkedPiece {
  readonly text: string;
  readonly roles: readonly PassageRole[];
  /** The other passage has not got them. */
  readonly differs: boolean;
}

/** A paragraph in which a statement stands. Its pieces, read in order, are its text. */
export interface MarkedParagraph {
  readonly kind: Part["kind"];
  readonly start: number;
  readonly pieces: readonly MarkedPiece[];
  /** It only stands beside: it tells one of several places alike from another. */
  readonly beside: boolean;
}

/** A statement in one revision. */
export interface Passage {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly spans: PassageSpans;
}

/** The paragraphs that a statement's spans touch, with their marks. */
export function markedParagraphs(passage: Passage, differing: readonly Span[] = []): MarkedParagraph[] {
  const index = new CodePointIndex(passage.text);
  return partsOf(passage).map((part) => ({
    kind: part.kind,
    start: part.start,
    pieces: piecesOf(index, part, passage.spans, differing),
    beside: false,
  }));
}

/** The same between the paragraphs that stand before and after them. */
export function withNeighbours(
  passage: Passage,
  paragraphs: readonly MarkedParagraph[],
): readonly MarkedParagraph[] {
  const index = new CodePointIndex(passage.text);
  const { parts } = passage;
  const beside = (at: number): MarkedParagraph[] => {
    const part = parts[at];
    if (!part) return [];
    const text = index.slice(part.start, part.end);
    return [
      { kind: part.kind, start: part.start, pieces: [{ text, roles: [], differs: false }], beside: true },
    ];
  };
  const indexOf = (paragraph: MarkedParagraph | undefined) =>
    parts.findIndex(({ start }) => start === paragraph?.start);
  const [first, last] = [indexOf(paragraphs[0]), indexOf(paragraphs.at(-1))];
  return first < 0 ? paragraphs : [...beside(first - 1), ...paragraphs, ...beside(last + 1)];
}

/** Two passages side by side: what one has and the other lacks is marked in each. */
export function markedPair(before: Passage, after: Passage) {
  const [left, right] = [joined(before), joined(after)];
  const segments = wordDiff(left.text, right.text).filter(({ kind, moved }) => kind !== "kept" && !moved);
  return {
    before: markedParagraphs(before, left.back(segments.flatMap((segment) => segment.before ?? []))),
    after: markedParagraphs(after, right.back(segments.flatMap((segment) => segment.after ?? []))),
  };
}

const partsOf = ({ parts, spans }: Passage) =>
  parts.filter((part) => PASSAGE_ROLES.some((role) => spans[role].some((span) => overlaps(span, part))));

const BETWEEN = "\n\n";

/** A passage's paragraphs as a text of their own, and the way back from its places to those of the whole text. */
function joined(passage: Passage) {
  const index = new CodePointIndex(passage.text);
  const parts = partsOf(passage);
  const text = parts.map(({ start, end }) => index.slice(start, end)).join(BETWEEN);
  const back = (spans: readonly Span[]): Span[] => {
    let at = 0;
    return parts.flatMap((part) => {
      const offset = part.start - at;
      at += part.end - part.start + BETWEEN.length;
      return spans
        .map(({ start, end }) => ({ start: start + offset, end: end + offset }))
        .flatMap(cutTo(part));
    });
  };
  return { text, back };
}

const cutTo =
  (part: Span) =>
  ({ start, end }: Span): Span[] => {
    const cut = { start: Math.max(start, part.start), end: Math.min(end, part.end) };
    return cut.start < cut.end ? [cut] : [];
  };

function piecesOf(
  index: CodePointIndex,
  part: Span,
  spans: PassageSpans,
  differing: readonly Span[],
): readonly MarkedPiece[] {
  const inside = PASSAGE_ROLES.map((role) => ({ role, spans: spans[role].flatMap(cutTo(part)) }));
  const others = differing.flatMap(cutTo(part));
  const borders = [...inside.flatMap((one) => one.spans), ...others, part].flatMap(({ start, end }) => [
    start,
    end,
  ]);
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at) => {
    const stretch = { start, end: sorted[at + 1] ?? part.end };
    return {
      text: index.slice(stretch.start, stretch.end),
      roles: inside.flatMap((one) => (one.spans.some((span) => overlaps(span, stretch)) ? [one.role] : [])),
      differs: others.some((span) => overlaps(span, stretch)),
    };
  });
}
