import { type Background, packagedBackground } from "./background.ts";
import { isName, type StoryTerm } from "./terms.ts";

/** What the record knows of the articles of the same days: how many there are, and how many are about a term. */
export interface WindowCounts {
  readonly articles: number;
  /** Articles that have the term among those they are found by. */
  about(hash: number): number;
}

/** The terms that tell most about an article, the strongest first, with weights whose squares sum up to 1. */
export interface StoryVector {
  readonly hashes: readonly number[];
  readonly weights: readonly number[];
}

/** Terms that are stored, and how many of them an article is found by. */
export const STORED_TERMS = 64;
export const FOUND_BY = 24;
/** Articles the record must hold before it says more of its own subject than news in general does. */
const FEW_ARTICLES = 60;

/**
 * Weighs the terms of an article by how rare they are: in news in general, and among the articles of the same days.
 * The more frequent of the two counts: what everybody writes about today tells nothing apart.
 */
export function storyVector(
  terms: readonly StoryTerm[],
  language: string | null,
  counts: WindowCounts,
  background: Background = packagedBackground(),
): StoryVector {
  const weighed = terms
    .map(({ hash, weight, length }) => {
      const general =
        isName(hash) || language === background.language ? background.share(hash) : shareByLength(length);
      const here = counts.about(hash) / (counts.articles + FEW_ARTICLES);
      return { hash, weight: weight * -Math.log(Math.min(1, Math.max(general, here))) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, STORED_TERMS);
  const length = Math.hypot(...weighed.map(({ weight }) => weight));
  return {
    hashes: weighed.map(({ hash }) => hash),
    weights: weighed.map(({ weight }) => weight / length),
  };
}

/** A language without counts: short words are the frequent ones. Articles of the same days soon say it better. */
function shareByLength(length: number): number {
  return length <= 2 ? 0.6 : length === 3 ? 0.3 : length === 4 ? 0.06 : 0.01;
}
