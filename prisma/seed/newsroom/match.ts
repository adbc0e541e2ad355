import { CodePointIndex } from "#lib/text/code-points.ts";
import type { Span } from "#lib/text/span.ts";

/** From here on two passages count as the same statement: half of their words are shared. */
const SAME_PASSAGE = 0.5;

/**
 * Pairs planned passages with suggested ones, one to one, the likeliest first. Likeness is the share of word places
 * the two have in common (Jaccard).
 * @returns for each planned passage the place of its suggestion in `suggested`, or undefined.
 */
export function matchPassages(
  text: string,
  planned: readonly (readonly Span[])[],
  suggested: readonly (readonly Span[])[],
): readonly (number | undefined)[] {
  const places = wordPlaces(text);
  const of = (spans: readonly Span[]) =>
    new Set(places.filter((at) => spans.some((span) => span.start <= at && at < span.end)));
  const suggestedPlaces = suggested.map(of);
  const pairs = planned.flatMap((spans, plan) => {
    const own = of(spans);
    return suggestedPlaces.map((other, suggestion) => ({ plan, suggestion, score: jaccard(own, other) }));
  });
  pairs.sort((a, b) => b.score - a.score || a.plan - b.plan || a.suggestion - b.suggestion);
  const chosen = new Map<number, number>();
  const taken = new Set<number>();
  for (const { plan, suggestion, score } of pairs) {
    if (score < SAME_PASSAGE || chosen.has(plan) || taken.has(suggestion)) continue;
    chosen.set(plan, suggestion);
    taken.add(suggestion);
  }
  return planned.map((_, plan) => chosen.get(plan));
}

/** Where each word begins, in code points. */
function wordPlaces(text: string): number[] {
  const index = new CodePointIndex(text);
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => index.fromUtf16(match.index));
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((place) => b.has(place)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
