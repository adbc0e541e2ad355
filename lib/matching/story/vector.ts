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
/** Terms that may become the strongest: only these are looked up. */
const CONSIDERED = 96;
/** Articles the record must hold before it says more of its own subject than news in general does. */
const FEW_ARTICLES = 60;

/** A term with how rare it is in news in general. */
export interface ConsideredTerm {
  readonly hash: number;
  readonly weight: number;
  /** Share of articles in general that hold it. */
  readonly general: number;
}

/** The terms of an article that may tell its event, by how rare they are in general, the strongest first. */
export function consideredTerms(
  terms: readonly StoryTerm[],
  language: string | null,
  background: Background = packagedBackground(),
): readonly ConsideredTerm[] {
  return terms
    .map(({ hash, weight, length }) => ({
      hash,
      weight,
      general:
        isName(hash) || language === background.language ? background.share(hash) : shareByLength(length),
    }))
    .sort((a, b) => weighed(b, 0) - weighed(a, 0) || a.hash - b.hash)
    .slice(0, CONSIDERED);
}

const weighed = ({ weight, general }: ConsideredTerm, here: number) =>
  weight * -Math.log(Math.min(1, Math.max(general, here)));

/**
 * Weighs terms by how rare they are: in news in general, and among the articles of the same days. The more frequent of
 * the two counts: what everybody writes about today tells nothing apart.
 */
export function storyVector(considered: readonly ConsideredTerm[], counts: WindowCounts): StoryVector {
  const strongest = considered
    .map((term) => ({
      hash: term.hash,
      weight: weighed(term, counts.about(term.hash) / (counts.articles + FEW_ARTICLES)),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, STORED_TERMS);
  const length = Math.hypot(...strongest.map(({ weight }) => weight));
  return {
    hashes: strongest.map(({ hash }) => hash),
    weights: strongest.map(({ weight }) => weight / length),
  };
}

/** A language without counts: short words are the frequent ones. Articles of the same days soon say it better. */
function shareByLength(length: number): number {
  return length <= 2 ? 0.6 : length === 3 ? 0.3 : length === 4 ? 0.06 : 0.01;
}
