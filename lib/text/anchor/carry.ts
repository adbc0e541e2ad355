import { CodePointIndex } from "../code-points.ts";
import type { Span } from "../span.ts";
import { type Carried, type CarriedSpans, type NamedChange, ROLES } from "./carried.ts";
import { type Frame, frameOf, keepsAntecedent, placesOf, sameNeighbours, wordsOfFrame } from "./frame.ts";
import { type LikelyPlace, WordPlaces } from "./likeness.ts";
import { isSpellingOnly, namedChanges, type Run, runsOf } from "./named-changes.ts";
import { type SentenceList, sentenceList } from "./sentence-list.ts";
import type { Word } from "./words.ts";

export type { Carried, CarriedSpans, NamedChange };

/** Two texts of one article, read once for all anchors. */
interface Pair {
  readonly old: SentenceList;
  readonly now: SentenceList;
  readonly oldIndex: CodePointIndex;
  readonly nowIndex: CodePointIndex;
  readonly likely: WordPlaces;
}

/** So close to the best, another place is as likely. */
const AS_LIKELY = 0.05;

/**
 * Carries anchors from one text of an article to another. What stands by itself (exact, moved) is never a guess: the
 * whole sentences around a statement are the same words, at a place that is the only one or that has the same neighbours,
 * and who is meant by a speaker without a name is still said by the same sentences before. Everything else is proposed.
 * Linear in the texts' lengths but for the few passages that are compared word by word.
 */
export function carryAll(input: {
  readonly oldText: string;
  readonly newText: string;
  readonly anchors: readonly CarriedSpans[];
}): readonly Carried[] {
  const [old, now] = [sentenceList(input.oldText), sentenceList(input.newText)];
  const pair: Pair = {
    old,
    now,
    oldIndex: new CodePointIndex(input.oldText),
    nowIndex: new CodePointIndex(input.newText),
    likely: new WordPlaces(now),
  };
  return input.anchors.map((anchor) => carry(pair, anchor));
}

/** One anchor; for several of one pair of texts, `carryAll`. */
export function carryAnchor(oldText: string, newText: string, anchor: CarriedSpans): Carried {
  const [carried] = carryAll({ oldText, newText, anchors: [anchor] });
  if (!carried) throw new RangeError("no anchor");
  return carried;
}

function carry(pair: Pair, anchor: CarriedSpans): Carried {
  const frame = frameOf(pair.old, anchor, pair.oldIndex);
  if (!frame) return lost();
  const places = placesOf(frame, pair.old, pair.now);
  const twins = placesOf(frame, pair.old, pair.old).length;
  if (places.length === 0) return carryChanged(pair, anchor, frame);
  if (places.length === 1 && twins === 1 && places[0]) return standing(pair, anchor, frame, places[0]);
  const same = places.filter((place) => sameNeighbours(pair.old, frame, pair.now, place));
  if (same.length === 1 && same[0]) return standing(pair, anchor, frame, same[0]);
  return {
    state: "ambiguous",
    candidates: places.slice(0, 9).map((place) => mapped(pair, anchor, frame, place)),
    changes: [],
    reason:
      twins > places.length
        ? "The same words stood in several places, and some of them are gone."
        : "The same words stand in several places now.",
  };
}

/** The sentences stand word for word: what is left to ask is who is meant. */
function standing(pair: Pair, anchor: CarriedSpans, frame: Frame, place: Frame): Carried {
  const spans = mapped(pair, anchor, frame, place);
  if (!keepsAntecedent(pair.old, anchor, pair.oldIndex, frame, pair.now, place))
    return {
      state: "changed",
      spans,
      candidates: [],
      changes: [],
      reason: "The words are the same; what stands before them, and says who speaks, was changed.",
    };
  return { ...automatic(pair, anchor, spans), spans, candidates: [], changes: [] };
}

function automatic(pair: Pair, anchor: CarriedSpans, spans: CarriedSpans): Pick<Carried, "state" | "reason"> {
  const exact = ROLES.every((role) =>
    anchor[role].every((span, at) => {
      const there = spans[role][at];
      return (
        there !== undefined &&
        pair.oldIndex.slice(span.start, span.end) === pair.nowIndex.slice(there.start, there.end)
      );
    }),
  );
  return exact
    ? { state: "exact", reason: "The same words, character for character." }
    : { state: "moved", reason: "The same words; marks or space are set differently." };
}

function carryChanged(pair: Pair, anchor: CarriedSpans, frame: Frame): Carried {
  const likely = pair.likely.like(pair.old, frame);
  const [best] = likely;
  if (!best) return lost();
  const rivals = likely.filter(({ score }) => best.score - score <= AS_LIKELY);
  if (rivals.length > 1) return severalLikely(pair, anchor, frame, rivals);
  const before = wordsOfFrame(pair.old, frame);
  const after = wordsOfFrame(pair.now, best.frame);
  const runs = runsOf(before, after);
  const spans = runs && followed(pair, anchor, before, after, runs);
  if (!runs || !spans) return lost();
  const changes = namedChanges(runs, before, after, pair.old.text, pair.now.text);
  const untouched = ROLES.every((role) =>
    anchor[role].every((span, at) => sameWords(pair, span, spans[role][at])),
  );
  if (
    untouched &&
    isSpellingOnly(runs, before, after) &&
    keepsAntecedent(pair.old, anchor, pair.oldIndex, frame, pair.now, best.frame)
  )
    return { ...automatic(pair, anchor, spans), spans, candidates: [], changes };
  return { state: "changed", spans, candidates: [], changes, reason: reasonOf(changes, untouched) };
}

function severalLikely(
  pair: Pair,
  anchor: CarriedSpans,
  frame: Frame,
  rivals: readonly LikelyPlace[],
): Carried {
  const before = wordsOfFrame(pair.old, frame);
  const candidates = rivals.slice(0, 9).flatMap(({ frame: place }) => {
    const after = wordsOfFrame(pair.now, place);
    const runs = runsOf(before, after);
    const spans = runs && followed(pair, anchor, before, after, runs);
    return spans ? [spans] : [];
  });
  if (candidates.length === 0) return lost();
  return {
    state: "ambiguous",
    candidates,
    changes: [],
    reason: "The words were changed, and several places are as likely.",
  };
}

const lost = (): Carried => ({
  state: "orphan",
  candidates: [],
  changes: [],
  reason: "Nothing like these words is in the text.",
});

function sameWords(pair: Pair, span: Span, there: Span | undefined): boolean {
  if (!there) return false;
  const words = (index: CodePointIndex, { start, end }: Span) => sentenceKey(index.slice(start, end));
  return words(pair.oldIndex, span) === words(pair.nowIndex, there);
}

const sentenceKey = (text: string) =>
  sentenceList(text)
    .sentences.map(({ key }) => key)
    .join(" ");

function reasonOf(changes: readonly NamedChange[], untouched: boolean): string {
  const [negation] = changes.filter(({ kind }) => kind === "negation");
  const [number] = changes.filter(({ kind }) => kind === "number");
  const [name] = changes.filter(({ kind }) => kind === "name");
  const where = untouched ? "around the marked words" : "in the words";
  if (negation) return `A negation was changed ${where}.`;
  if (number) return `A number was changed ${where}.`;
  if (name) return `A name was changed ${where}.`;
  return untouched ? "The sentence around the marked words was changed." : "The words were changed.";
}

/** The anchor's spans where the same sentences stand now. */
function mapped(pair: Pair, anchor: CarriedSpans, frame: Frame, place: Frame): CarriedSpans {
  const before = wordsOfFrame(pair.old, frame);
  const after = wordsOfFrame(pair.now, place);
  const run: Run = { same: true, before: [0, before.length], after: [0, after.length] };
  const spans = followed(pair, anchor, before, after, [run]);
  if (!spans) throw new Error("Sentences of the same words hold the same spans.");
  return spans;
}

/** The anchor's spans by way of the words that were kept; undefined where nothing of its content was. */
function followed(
  pair: Pair,
  anchor: CarriedSpans,
  before: readonly Word[],
  after: readonly Word[],
  runs: readonly Run[],
): CarriedSpans | undefined {
  const follow = (spans: readonly Span[]) =>
    spans.flatMap((span) => {
      const there = followSpan(pair, span, before, after, runs);
      return there ? [there] : [];
    });
  const content = withoutOverlap(follow(anchor.content));
  if (content.length === 0) return undefined;
  return {
    speaker: follow(anchor.speaker),
    cue: follow(anchor.cue),
    content,
    relay: follow(anchor.relay),
  };
}

function followSpan(
  pair: Pair,
  span: Span,
  before: readonly Word[],
  after: readonly Word[],
  runs: readonly Run[],
): Span | undefined {
  const start = pair.oldIndex.toUtf16(span.start);
  const end = pair.oldIndex.toUtf16(span.end);
  const kept: { readonly word: Word; readonly there: Word }[] = [];
  for (const run of runs) {
    if (!run.same) continue;
    for (let at = run.before[0]; at < run.before[1]; at++) {
      const word = before[at];
      const there = after[run.after[0] + at - run.before[0]];
      if (word && there && word.start < end && word.end > start) kept.push({ word, there });
    }
  }
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first || !last) return undefined;
  // A span may begin or end within a word: so many characters in, where the word is written the same.
  const into = Math.max(0, start - first.word.start);
  const short = Math.max(0, last.word.end - end);
  const from = first.there.start + (sameLength(first) ? into : 0);
  const to = last.there.end - (sameLength(last) ? short : 0);
  return to > from ? { start: pair.nowIndex.fromUtf16(from), end: pair.nowIndex.fromUtf16(to) } : undefined;
}

const sameLength = ({ word, there }: { readonly word: Word; readonly there: Word }) =>
  word.end - word.start === there.end - there.start;

/** Passages of one statement may not overlap, wherever their words went. */
function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  return sorted.filter((span, at) => at === 0 || span.start >= (sorted[at - 1] as Span).end);
}
