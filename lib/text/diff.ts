import { diffArrays } from "diff";
import { lowerWords, nameTest } from "./anchor/names.ts";
import { CodePointIndex } from "./code-points.ts";
import { type NamedChange, namedChanges } from "./named-change.ts";
import { type AlignedParagraph, alignParagraphs } from "./paragraph-alignment.ts";
import type { Span } from "./span.ts";
import type { Stretch } from "./stretch.ts";
import { type WordToken, wordTokens } from "./word-tokens.ts";

/** Further apart than this, two paragraphs are shown one after the other, not word by word. */
const MOST_EDITS = 1_000;
/** Words times edits: an endless paragraph is compared only if few of its words changed. About a second. */
const MOST_STEPS = 4_000_000;

/** A run of words that two revisions share, or that one of them has. Plain data, in the order it is shown in. */
export interface Segment {
  readonly kind: "kept" | "leftOut" | "added";
  /** Segments of one row are one paragraph on the screen; counted from 0. */
  readonly row: number;
  /** Where it stands in the earlier revision, in code points; null for what was added. */
  readonly before: Span | null;
  /** Where it stands in the later revision; null for what was left out. */
  readonly after: Span | null;
  /** Its words: of the later revision, or of the earlier for what was left out. */
  readonly text: string;
  /** Kept, but with other marks or space. */
  readonly folded: boolean;
  /** Its paragraph stands elsewhere now: shown as left out where it stood, as kept where it stands. */
  readonly moved: boolean;
}

export interface DiffSummary {
  /** Words, not characters; what only moved counts as kept. */
  readonly kept: number;
  readonly leftOut: number;
  readonly added: number;
  readonly movedParagraphs: number;
  /** Numbers (and dates), negations and names that changed, in order; nothing about other words. */
  readonly changes: readonly NamedChange[];
}

/** What changed from one revision to another, paragraph by paragraph and word by word. Bounded in time on any text. */
export function wordDiff(before: string, after: string): readonly Segment[] {
  return rowsOf(before, after).flat();
}

/** The same with its counts and the changes that an editor should look at. */
export function summarisedDiff(
  before: string,
  after: string,
): { readonly segments: readonly Segment[]; readonly summary: DiffSummary } {
  const segments = wordDiff(before, after);
  return { segments, summary: summaryOf(before, after, segments) };
}

/** Counts and named changes of a word diff of these two texts. */
export function summaryOf(before: string, after: string, segments: readonly Segment[]): DiffSummary {
  const count = (kind: Segment["kind"]) =>
    segments
      .filter((segment) => segment.kind === kind && !(kind === "leftOut" && segment.moved))
      .reduce((sum, { text }) => sum + wordTokens(text).filter(({ isWord }) => isWord).length, 0);
  return {
    kept: count("kept"),
    leftOut: count("leftOut"),
    added: count("added"),
    movedParagraphs: new Set(
      segments.filter(({ kind, moved }) => moved && kind === "leftOut").map(({ row }) => row),
    ).size,
    changes: changesIn(before, after, segments),
  };
}

function changesIn(before: string, after: string, segments: readonly Segment[]): readonly NamedChange[] {
  const known = lowerWords(before, after);
  const [old, now] = [new CodePointIndex(before), new CodePointIndex(after)];
  const side = (index: CodePointIndex, spans: readonly Span[]) => ({
    text: index.text,
    tokens: spans.flatMap(({ start, end }) =>
      wordTokens(index.text, index.toUtf16(start), index.toUtf16(end)),
    ),
    isName: nameTest(index.text, known),
  });
  return hunks(segments)
    .flatMap(({ left, right }) => namedChanges(side(old, left), side(now, right)))
    .filter(({ kind }) => kind !== "words");
}

/** What stands between two kept segments of a row, on both sides. */
function hunks(segments: readonly Segment[]) {
  const found: { left: Span[]; right: Span[]; row: number }[] = [];
  let open: (typeof found)[number] | undefined;
  for (const { after, before, kind, moved, row } of segments) {
    if (kind === "kept" || moved || open?.row !== row) open = undefined;
    if (kind === "kept" || moved) continue;
    if (!open) {
      open = { left: [], right: [], row };
      found.push(open);
    }
    if (before) open.left.push(before);
    if (after) open.right.push(after);
  }
  return found;
}

function rowsOf(before: string, after: string): readonly (readonly Segment[])[] {
  const [old, now] = [new CodePointIndex(before), new CodePointIndex(after)];
  return alignParagraphs(before, after).map((pair, row) => {
    const paint = painter(old, now, row, pair.moved);
    if (!pair.before) return pair.after ? [paint("added", undefined, pair.after)] : [];
    if (!pair.after) return [paint("leftOut", pair.before, undefined)];
    return wordsOf(before, after, pair, paint);
  });
}

type Paint = (
  kind: Segment["kind"],
  before: Stretch | undefined,
  after: Stretch | undefined,
  folded?: boolean,
) => Segment;

function painter(old: CodePointIndex, now: CodePointIndex, row: number, moved: boolean): Paint {
  const span = (index: CodePointIndex, stretch: Stretch | undefined): Span | null =>
    stretch ? { start: index.fromUtf16(stretch.start), end: index.fromUtf16(stretch.end) } : null;
  return (kind, before, after, folded = false) => ({
    kind,
    row,
    before: span(old, before),
    after: span(now, after),
    text: after ? now.text.slice(after.start, after.end) : old.text.slice(before?.start, before?.end),
    folded,
    moved,
  });
}

/** Two paragraphs that are one, word by word (Myers, by jsdiff). Space goes with the words before it. */
function wordsOf(before: string, after: string, pair: AlignedParagraph, paint: Paint): readonly Segment[] {
  const [left, right] = [pair.before as Stretch, pair.after as Stretch];
  if (before.slice(left.start, left.end) === after.slice(right.start, right.end))
    return [paint("kept", left, right)];
  const old = wordTokens(before, left.start, left.end);
  const now = wordTokens(after, right.start, right.end);
  const key = ({ key: one }: WordToken) => one;
  const parts = diffArrays(old.map(key), now.map(key), {
    maxEditLength: Math.min(MOST_EDITS, Math.floor(MOST_STEPS / (old.length + now.length + 1))),
  });
  if (!parts) return [paint("leftOut", left, undefined), paint("added", undefined, right)];
  const found: Segment[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, value } of parts) {
    const gone = added ? 0 : value.length;
    const come = removed ? 0 : value.length;
    const from = stretchOf(old, i, i + gone, left);
    const to = stretchOf(now, j, j + come, right);
    if (removed) found.push(paint("leftOut", from, undefined));
    else if (added) found.push(paint("added", undefined, to));
    else
      found.push(
        paint("kept", from, to, before.slice(from.start, from.end) !== after.slice(to.start, to.end)),
      );
    i += gone;
    j += come;
  }
  return found;
}

/** From the first of the tokens up to the next one, so that nothing of the paragraph is lost. */
function stretchOf(tokens: readonly WordToken[], from: number, to: number, paragraph: Stretch): Stretch {
  const start = from === 0 ? paragraph.start : (tokens[from]?.start ?? paragraph.end);
  return { start, end: tokens[to]?.start ?? paragraph.end };
}
