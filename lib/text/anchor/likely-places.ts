import { type WordToken, wordTokens } from "../word-tokens.ts";
import { type Alignment, align, completed } from "./alignment.ts";
import { neighbours } from "./certain-place.ts";
import type { KeyedSentence, Passage, RevisionText } from "./revision-text.ts";

/** A word in more sentences than this says nothing about the place. */
const COMMON = 400;
const MOST_WORDS = 300;
const SEEDS = 4;
/** No statement is longer, in UTF-16 units: an endless sentence is compared with nothing. */
const LONGEST = 30_000;
/** From here on a passage is still the same passage. */
const STILL_LIKE = 0.5;
/** What an old neighbour beside it is worth: decides between equals only. */
const NEIGHBOUR = 0.02;

export interface LikelyPlace {
  readonly passage: Passage;
  readonly tokens: readonly WordToken[];
  /** Index into `tokens` for each old token, or -1. */
  readonly pairs: Alignment["pairs"];
  readonly likeness: number;
  /** The sentences before and after are the old ones. */
  readonly betweenNeighbours: boolean;
  /** One of them is. */
  readonly besideNeighbour: boolean;
}

/** Looks for what is like a passage: by its rare words first, then word by word. */
export class LikelyPlaces {
  private readonly now: RevisionText;
  private readonly sentencesWith = new Map<string, number[]>();

  constructor(now: RevisionText) {
    this.now = now;
    now.sentences.forEach((sentence, at) => {
      for (const word of new Set(wordsOf(now, sentence))) {
        const had = this.sentencesWith.get(word);
        if (!had) this.sentencesWith.set(word, [at]);
        else if (had.length <= COMMON) had.push(at);
      }
    });
  }

  /** Places like the passage, best first; none when nothing is like it. */
  find(old: RevisionText, passage: Passage): readonly LikelyPlace[] {
    const tokens = tokensOf(old, passage);
    if (tokens.length === 0) return [];
    const found = new Map<string, LikelyPlace>();
    for (const seed of new Set([...this.seeds(tokens, passage), ...this.besideNeighbours(old, passage)])) {
      const place = this.around(old, passage, tokens, seed);
      const at = place && `${place.passage.from} ${place.passage.to}`;
      if (place && at && (found.get(at)?.likeness ?? 0) < place.likeness) found.set(at, place);
    }
    return [...found.values()]
      .filter(({ likeness }) => likeness >= STILL_LIKE)
      .sort((a, b) => b.likeness - a.likeness || a.passage.from - b.passage.from);
  }

  /** Where the sentences before and behind the passage have it between them, or something else in its place. */
  private besideNeighbours(old: RevisionText, { from, to }: Passage): readonly number[] {
    const last = this.now.sentences.length;
    const placesOf = (at: number) => this.now.withKey(old.sentences[at]?.key ?? "").slice(0, SEEDS);
    const before = from === 0 ? [-1] : placesOf(from - 1);
    const behind = to === old.sentences.length ? [last] : placesOf(to);
    const seeds = [...before.map((at) => at + 1), ...behind.map((at) => at - (to - from))];
    return seeds.filter((at) => at >= 0 && at < last);
  }

  /** Every sentence of it stood in the old text too: it is another passage, and was one before. */
  private wasThere(old: RevisionText, { from, to }: Passage): boolean {
    return this.now.sentences.slice(from, to).every(({ key }) => old.withKey(key).length > 0);
  }

  private seeds(tokens: readonly WordToken[], { from }: Passage): readonly number[] {
    const votes = new Map<number, number>();
    const words = new Set(tokens.filter(({ isWord }) => isWord).map(({ key }) => key.toLowerCase()));
    for (const word of [...words].slice(0, MOST_WORDS)) {
      const places = this.sentencesWith.get(word) ?? [];
      if (places.length > COMMON) continue;
      for (const at of places) votes.set(at, (votes.get(at) ?? 0) + 1 / places.length);
    }
    const near = (at: number) => Math.abs(at - from);
    return [...votes]
      .sort(([a, left], [b, right]) => right - left || near(a) - near(b))
      .slice(0, SEEDS)
      .map(([at]) => at);
  }

  private around(
    old: RevisionText,
    passage: Passage,
    tokens: readonly WordToken[],
    seed: number,
  ): LikelyPlace | undefined {
    const size = passage.to - passage.from;
    const last = this.now.sentences.length;
    const wide = { from: Math.max(0, seed - size), to: Math.min(last, seed + size + 1) };
    for (const range of [wide, { from: seed, to: Math.min(last, seed + size) }]) {
      const alignment = align(tokens, tokensOf(this.now, range));
      const place = alignment && this.narrowed(old, passage, tokens, range, alignment);
      // The sentence beside it may be more like the passage, and be another one, which it was before.
      if (place && !this.wasThere(old, place.passage)) return place;
    }
    return undefined;
  }

  /** The sentences of the range that hold something of the passage. */
  private narrowed(
    old: RevisionText,
    passage: Passage,
    tokens: readonly WordToken[],
    range: Passage,
    { pairs, likeness }: Alignment,
  ): LikelyPlace | undefined {
    const held = pairs.filter((pair) => pair >= 0);
    const [first] = held;
    const last = held.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const sizes: number[] = [];
    for (let at = range.from; at < range.to; at++)
      sizes.push(tokensOf(this.now, { from: at, to: at + 1 }).length);
    let [from, to] = [range.from, range.to];
    let skipped = 0;
    while (skipped + (sizes[from - range.from] ?? 0) <= first) skipped += sizes[from++ - range.from] ?? 0;
    let total = sizes.reduce((sum, size) => sum + size, 0);
    while (total - (sizes[to - 1 - range.from] ?? 0) > last) total -= sizes[--to - range.from] ?? 0;
    const around = neighbours(old, passage.from, this.now, from, 0).before > 0;
    const behind = neighbours(old, passage.to, this.now, to, 0).after > 0;
    const there = tokensOf(this.now, { from, to });
    const within = pairs.map((pair) => (pair < 0 ? -1 : pair - skipped));
    return {
      passage: { from, to },
      tokens: there,
      pairs: completed(within, tokens, there),
      likeness: likeness + NEIGHBOUR * (Number(around) + Number(behind)),
      betweenNeighbours: around && behind,
      besideNeighbour: around || behind,
    };
  }
}

/** The words and marks of a passage; none of one too long to be compared. */
export function tokensOf(revision: RevisionText, { from, to }: Passage): readonly WordToken[] {
  const sentences = revision.sentences.slice(from, to);
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (!first || !last || last.end - first.start > LONGEST) return [];
  return sentences.flatMap(({ start, end }) => wordTokens(revision.text, start, end));
}

const wordsOf = ({ text }: RevisionText, { start, end }: KeyedSentence) =>
  wordTokens(text, start, end)
    .filter(({ isWord }) => isWord)
    .map(({ key }) => key.toLowerCase());
