import { type StoryArticle, type StoryLikeness, storyScore } from "./score.ts";

/** A recent article that has a term in common, with the story it is in, accepted or proposed. */
export interface StoryCandidate extends StoryArticle {
  readonly articleId: string;
  readonly storyId: string | null;
}

/** What is proposed for an article: a story on record, or a new one with another article. */
export interface StoryProposal {
  readonly storyId: string | null;
  /** The article it is most like. */
  readonly like: StoryCandidate;
  readonly likeness: StoryLikeness;
  /** 0 to 1: how well it fits the whole story. */
  readonly score: number;
}

/**
 * From this score on a story is proposed. The more articles the same days have, the likelier one of them is alike by
 * chance: with ten times as many, more is asked. Chosen on half of the events of a benchmark (docs/benchmarks.md).
 */
export const PROPOSED_FROM = 0.08;
const MORE_PER_TENFOLD = 0.03;
/** How much of a story's likeness is that of its likest article; the rest is that of all of them. */
const LIKEST = 0.25;

/**
 * The story that an article is of, as far as its words can tell, or null. All articles of a story count, so that one odd
 * report does not draw another event in.
 * @param windowArticles articles of the same days on record
 */
export function proposeStory(
  article: StoryArticle,
  candidates: readonly StoryCandidate[],
  windowArticles: number,
  from = PROPOSED_FROM,
): StoryProposal | null {
  const least = from + MORE_PER_TENFOLD * Math.log10(1 + windowArticles);
  const groups = Map.groupBy(candidates, ({ storyId, articleId }) => storyId ?? articleId);
  let best: StoryProposal | null = null;
  for (const members of groups.values()) {
    const scored = members
      .map((like) => ({ like, likeness: storyScore(article, like) }))
      .sort((a, b) => b.likeness.score - a.likeness.score);
    const [first] = scored;
    if (!first || first.likeness.score === 0) continue;
    const mean = scored.reduce((sum, { likeness }) => sum + likeness.score, 0) / scored.length;
    const score = LIKEST * first.likeness.score + (1 - LIKEST) * mean;
    if (score >= least && score > (best?.score ?? 0)) best = { storyId: first.like.storyId, ...first, score };
  }
  return best;
}
