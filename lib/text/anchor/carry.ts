import type { NamedChange } from "../named-change.ts";
import type { Span } from "../span.ts";
import type { Stretch } from "../stretch.ts";
import {
  type Carried,
  type CarriedSpans,
  type KnownAnchor,
  type Meant,
  orphan,
  ROLES,
  UNKNOWN,
} from "./carried.ts";
import { certainPlace, neighbours } from "./certain-place.ts";
import { type LikelyPlace, LikelyPlaces, tokensOf } from "./likely-places.ts";
import { type LowerWords, lowerWords, Names } from "./names.ts";
import { type Difference, differencesAt, proposedAt, type Stretches } from "./proposal.ts";
import { reasonFor } from "./reason.ts";
import { type KeyedSentence, type Passage, placesOf, RevisionText } from "./revision-text.ts";
import { hasSameCharacters, hasSameWords, SameWords } from "./same-words.ts";
import { type Doubt, type Revision, speakerDoubt } from "./speaker-context.ts";

export type { Carried, CarriedSpans, CarriedState, KnownAnchor, Meant } from "./carried.ts";

/** Places of one statement that an editor is asked to choose from. */
const MOST_CANDIDATES = 10;
/** A place this much less like the old one is not put beside the best. */
const NEARLY_AS_LIKE = 0.1;

/**
 * Carries the anchors of one revision over to another; one result for each, in their order.
 * @throws RangeError when a span lies outside the old text.
 */
export function carryAll(input: {
  readonly oldText: string;
  readonly newText: string;
  readonly anchors: readonly KnownAnchor[];
}): readonly Carried[] {
  const pair = new RevisionPair(input.oldText, input.newText);
  return input.anchors.map((spans) => pair.carry(spans));
}

/** Carries one anchor over. @throws RangeError when a span lies outside the old text. */
export function carryAnchor(input: {
  readonly oldText: string;
  readonly newText: string;
  readonly spans: KnownAnchor;
}): Carried {
  return new RevisionPair(input.oldText, input.newText).carry(input.spans);
}

/** Two revisions, with what all anchors share: sentences, names, and, once one is needed, an index of words. */
class RevisionPair {
  private readonly old: Revision;
  private readonly now: Revision;
  private readonly known: LowerWords;
  private likely: LikelyPlaces | undefined;
  private lastSame: { readonly key: string; readonly same: SameWords } | undefined;

  constructor(oldText: string, newText: string) {
    this.known = lowerWords(oldText, newText);
    this.old = this.read(oldText);
    this.now = oldText === newText ? this.old : this.read(newText);
  }

  private read(text: string): Revision {
    const revision = new RevisionText(text);
    return { text: revision, names: new Names(revision, this.known) };
  }

  carry(spans: KnownAnchor): Carried {
    const { meant = UNKNOWN } = spans;
    const stretches = eachSpan(spans, ({ start, end }) => ({
      start: this.old.text.index.toUtf16(start),
      end: this.old.text.index.toUtf16(end),
    }));
    if (this.old === this.now) return this.automatic(stretches, stretches);
    const passage = this.passageOf(stretches);
    if (!passage) return orphan("The anchor marks no words.");
    const { certain, all } = certainPlace(this.old.text, passage, this.now.text);
    if (certain !== undefined)
      return this.rival(stretches, passage, certain) ?? this.atSameWords(stretches, passage, certain, meant);
    return all.length > 0
      ? this.ambiguous(stretches, passage, all)
      : this.atLikely(stretches, passage, meant);
  }

  /** Sentences from the first to the last that a span touches. */
  private passageOf(stretches: Stretches): Passage | undefined {
    const all = ROLES.flatMap((role) => stretches[role]).filter(({ start, end }) => start < end);
    if (stretches.content.length === 0 || all.length === 0) return undefined;
    const { text } = this.old;
    const from = text.sentenceAt(Math.min(...all.map(({ start }) => start)));
    const last = text.sentenceAt(Math.max(...all.map(({ end }) => end)) - 1);
    const to = Math.min(last + 1, text.sentences.length);
    return from < to ? { from, to } : undefined;
  }

  private atSameWords(stretches: Stretches, passage: Passage, at: number, meant: Meant): Carried {
    const found = this.mapped(stretches, passage, at);
    if (!found) return this.atLikely(stretches, passage, meant);
    const doubt = this.doubt(stretches, passage, at, meant);
    return doubt ? this.doubted(found, doubt) : this.automatic(stretches, found);
  }

  /** The same words in another place, while others like them stand in their old one: a copy, perhaps. */
  private rival(stretches: Stretches, passage: Passage, at: number): Carried | undefined {
    if (this.isBetweenNeighbours(passage, at)) return undefined;
    const tokens = tokensOf(this.old.text, passage);
    const there = this.likelyPlaces
      .find(this.old.text, passage)
      .find((place) => place.besideNeighbour && place.passage.from !== at);
    const proposed = there && proposedAt(tokens, stretches, there);
    const copied = proposed && this.mapped(stretches, passage, at);
    if (!copied) return undefined;
    return {
      state: "ambiguous",
      candidates: [this.spansOf(proposed), this.spansOf(copied)],
      changes: [],
      reason: "Where these words stood, others stand now; the same words stand elsewhere.",
    };
  }

  /** Between the old sentences before and behind, and those stand nowhere else. */
  private isBetweenNeighbours(passage: Passage, at: number): boolean {
    const [old, now] = [this.old.text, this.now.text];
    const { before, after } = neighbours(old, passage.from, now, at, passage.to - passage.from);
    const isOnly = (sentence: number) => now.withKey(old.sentences[sentence]?.key ?? "").length <= 1;
    return before > 0 && after > 0 && isOnly(passage.from - 1) && isOnly(passage.to);
  }

  private get likelyPlaces(): LikelyPlaces {
    this.likely ??= new LikelyPlaces(this.now.text);
    return this.likely;
  }

  private doubt(stretches: Stretches, passage: Passage, at: number, meant: Meant): Doubt | undefined {
    const mentions = [...stretches.speaker, ...stretches.relay].map(
      ({ start, end }) => [start, end] as const,
    );
    const speaking = { mentions, hasSpeaker: stretches.speaker.length > 0, meant };
    return speakerDoubt(this.old, passage, this.now, at, speaking, this.known);
  }

  private doubted(found: Stretches, { reason, change }: Doubt): Carried {
    const changes = change ? [change] : [];
    return { state: "changed", spans: this.spansOf(found), candidates: [], changes, reason };
  }

  private mapped(stretches: Stretches, passage: Passage, at: number): Stretches | undefined {
    const same = this.sameWords(passage, at);
    const found = eachSpan(stretches, (stretch) => same.map(stretch));
    return isWhole(found) ? found : undefined;
  }

  /** Statements of one sentence share what it folds to. */
  private sameWords(passage: Passage, at: number): SameWords {
    const key = `${passage.from} ${passage.to} ${at}`;
    const [old, now] = [this.old.text, this.now.text];
    if (this.lastSame?.key !== key) {
      const there = around(now, { from: at, to: at + passage.to - passage.from });
      this.lastSame = { key, same: new SameWords(old.text, around(old, passage), now.text, there) };
    }
    return this.lastSame.same;
  }

  private automatic(before: Stretches, after: Stretches): Carried {
    const same = ROLES.every((role) =>
      before[role].every((stretch, at) =>
        hasSameCharacters(this.old.text.text, stretch, this.now.text.text, after[role][at] as Stretch),
      ),
    );
    return {
      state: same ? "exact" : "moved",
      spans: this.spansOf(after),
      candidates: [],
      changes: [],
      reason: same
        ? "The same words, said by the same speaker."
        : "The same words, with other marks or space.",
    };
  }

  private ambiguous(stretches: Stretches, passage: Passage, all: readonly number[]): Carried {
    const near = (at: number) => Math.abs(at - passage.from);
    const candidates = all
      .toSorted((a, b) => near(a) - near(b))
      .slice(0, MOST_CANDIDATES)
      .flatMap((at) => this.mapped(stretches, passage, at) ?? [])
      .map((found) => this.spansOf(found));
    const reason =
      "These words stand or stood more than once, and nothing around them says which is the one.";
    return { state: "ambiguous", candidates, changes: [], reason };
  }

  private atLikely(stretches: Stretches, passage: Passage, meant: Meant): Carried {
    const tokens = tokensOf(this.old.text, passage);
    const places = this.likelyPlaces.find(this.old.text, passage).flatMap((place) => {
      const found = proposedAt(tokens, stretches, place);
      return found ? [{ place, found }] : [];
    });
    const [best, ...others] = places;
    if (!best) return orphan("Nothing like these words is left in the new text.");
    const differences = differencesAt(
      this.old.text.text,
      tokens,
      stretches,
      this.now.text.text,
      best.place,
      this.known,
    );
    const rivals = others.filter(({ place }) => place.likeness > best.place.likeness - NEARLY_AS_LIKE);
    if (rivals.length === 0 && this.isOnlyMisspelt(stretches, passage, best.place, best.found, differences)) {
      const doubt = this.doubt(stretches, passage, best.place.passage.from, meant);
      return doubt ? this.doubted(best.found, doubt) : this.automatic(stretches, best.found);
    }
    return {
      state: "changed",
      spans: this.spansOf(best.found),
      candidates: rivals.map(({ found }) => this.spansOf(found)),
      changes: distinct(differences.flatMap(({ changes }) => changes)),
      reason: reasonFor(differences),
    };
  }

  /** Between its old neighbours, every span has its words and only slips of the pen differ, away from them. */
  private isOnlyMisspelt(
    before: Stretches,
    passage: Passage,
    { betweenNeighbours, passage: place }: LikelyPlace,
    after: Stretches,
    differences: readonly Difference[],
  ): boolean {
    if (!betweenNeighbours || differences.length === 0 || !differences.every(({ isSlip }) => isSlip))
      return false;
    if (place.to - place.from !== passage.to - passage.from) return false;
    if (placesOf(this.old.text, passage, this.old.text)?.length !== 1) return false;
    return ROLES.every(
      (role) =>
        before[role].length === after[role].length &&
        before[role].every((stretch, at) =>
          hasSameWords(this.old.text.text, stretch, this.now.text.text, after[role][at] as Stretch),
        ),
    );
  }

  private spansOf(stretches: Stretches): CarriedSpans {
    const { index } = this.now.text;
    return eachSpan(
      stretches,
      ({ start, end }): Span => ({ start: index.fromUtf16(start), end: index.fromUtf16(end) }),
    );
  }
}

function around({ sentences }: RevisionText, { from, to }: Passage): Stretch {
  return { start: (sentences[from] as KeyedSentence).start, end: (sentences[to - 1] as KeyedSentence).end };
}

function eachSpan<In, Out>(
  spans: Readonly<Record<(typeof ROLES)[number], readonly In[]>>,
  change: (span: In) => Out,
): Readonly<Record<(typeof ROLES)[number], readonly Out[]>> {
  const [speaker, cue, content, relay] = [spans.speaker, spans.cue, spans.content, spans.relay];
  return {
    speaker: speaker.map(change),
    cue: cue.map(change),
    content: content.map(change),
    relay: relay.map(change),
  };
}

function isWhole(
  found: Readonly<Record<(typeof ROLES)[number], readonly (Stretch | undefined)[]>>,
): found is Stretches {
  return ROLES.every((role) => found[role].every((stretch) => stretch !== undefined));
}

const distinct = (changes: readonly NamedChange[]) => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
];
