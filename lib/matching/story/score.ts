import { UNDETERMINED } from "../../text/direction.ts";
import { isIdle } from "./idle-words.ts";
import { isName } from "./terms.ts";
import type { StoryVector } from "./vector.ts";

/** What is stored of an article to find its story by. */
export interface StoryArticle {
  readonly vector: StoryVector;
  /** BCP 47 base; null or "und": unknown. */
  readonly language: string | null;
  /** Day of publication, else of being brought in, in days since 1970. */
  readonly day: number;
}

export interface StoryLikeness {
  /** 0 (nothing in common) to 1. */
  readonly score: number;
  /** Hashes of terms both have, the one that says most first. */
  readonly shared: readonly number[];
  readonly daysApart: number;
}

/** Articles further apart than this are not about one event, or an editor says so. */
export const WINDOW_DAYS = 7;
/** What each day between two articles takes from their likeness. */
const PER_DAY = 0.97;
/** Articles that have fewer terms in common than this are not about one event, however short they are. */
const FEWEST_SHARED = 4;
/** Another language: so many names must be shared, and so much of all names. */
const FEWEST_NAMES = 3;
const NAMES_ALIKE = 0.4;

/**
 * Whether two articles are about one event: the cosine of what they are about. Two languages share no words, so only
 * names and numbers are compared, and only where they agree strongly.
 */
export function storyScore(a: StoryArticle, b: StoryArticle): StoryLikeness {
  const daysApart = Math.abs(a.day - b.day);
  const across = sayLanguage(a) !== sayLanguage(b);
  const { cosine, shared } = compare(a.vector, b.vector, across ? isName : () => true);
  const few = shared.length < (across ? FEWEST_NAMES : FEWEST_SHARED);
  const held = few || (across && cosine < NAMES_ALIKE) ? 0 : cosine;
  const score = daysApart > WINDOW_DAYS ? 0 : Math.min(1, held * PER_DAY ** daysApart);
  return { score, shared, daysApart };
}

const sayLanguage = ({ language }: StoryArticle) => language ?? UNDETERMINED;

function compare(a: StoryVector, b: StoryVector, counts: (hash: number) => boolean) {
  const other = new Map(b.hashes.map((hash, at) => [hash, b.weights[at] ?? 0]));
  const products: { hash: number; product: number }[] = [];
  let [own, theirs] = [0, 0];
  for (const [at, hash] of a.hashes.entries()) {
    if (!counts(hash)) continue;
    const weight = a.weights[at] ?? 0;
    own += weight ** 2;
    // What every article says makes two of them neither like nor unlike: it keeps its place in their lengths alone.
    const product = isIdle(hash) ? 0 : weight * (other.get(hash) ?? 0);
    if (product > 0) products.push({ hash, product });
  }
  for (const [hash, weight] of other) if (counts(hash)) theirs += weight ** 2;
  const dot = products.reduce((sum, { product }) => sum + product, 0);
  products.sort((x, y) => y.product - x.product || x.hash - y.hash);
  return {
    cosine: dot === 0 ? 0 : dot / Math.sqrt(own * theirs),
    shared: products.map(({ hash }) => hash),
  };
}
