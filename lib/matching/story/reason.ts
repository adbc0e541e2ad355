import type { StoryLikeness } from "./score.ts";
import type { StoryTerm } from "./terms.ts";

/** Terms that a reason names. */
const NAMED = 4;

/** "shares Tarn Valley, ferry, drill; 2 days apart", in the words of the article whose terms are given. */
export function storyReason({ shared, daysApart }: StoryLikeness, terms: readonly StoryTerm[]): string {
  const surfaces = new Map(terms.map(({ hash, surface }) => [hash, surface]));
  const named: string[] = [];
  for (const hash of shared) {
    const surface = surfaces.get(hash);
    if (surface === undefined) continue;
    const within = (longer: string, shorter: string) =>
      ` ${longer.toLowerCase()} `.includes(` ${shorter.toLowerCase()} `);
    if (named.some((one) => within(one, surface))) continue;
    // "Tarn Valley" says all that "Valley" said.
    const at = named.findIndex((one) => within(surface, one));
    if (at >= 0) named[at] = surface;
    else if (named.length < NAMED) named.push(surface);
  }
  const days = daysApart === 0 ? "the same day" : daysApart === 1 ? "1 day apart" : `${daysApart} days apart`;
  return `shares ${[...new Set(named)].join(", ")}; ${days}`;
}
