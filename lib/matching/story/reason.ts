import type { StoryLikeness } from "./score.ts";
import type { NamedWord, StoryTerm } from "./terms.ts";

/** Terms that a reason names. */
const NAMED = 4;

/**
 * "shares Tarn Valley, ferry, drill; 2 days apart", in the words of the article whose terms are given. A name is shown as
 * far as its words are shared; a piece of one that never stands alone only where there is nothing else.
 */
export function storyReason({ shared, daysApart }: StoryLikeness, terms: readonly StoryTerm[]): string {
  const known = new Map(terms.map((term) => [term.hash, term]));
  const isShared = new Set(shared);
  const shown = shared.flatMap((hash) => known.get(hash) ?? []).map((term) => surfaceOf(term, isShared));
  const whole = shown.filter(({ piece }) => !piece);
  const named: string[] = [];
  for (const { surface } of whole.length > 0 ? whole : shown) {
    if (named.some((one) => within(one, surface))) continue;
    // "Tarn Valley" says all that "Valley" said.
    const at = named.findIndex((one) => within(surface, one));
    if (at >= 0) named[at] = surface;
    else if (named.length < NAMED) named.push(surface);
  }
  const days = daysApart === 0 ? "the same day" : daysApart === 1 ? "1 day apart" : `${daysApart} days apart`;
  return `shares ${[...new Set(named)].join(", ")}; ${days}`;
}

const within = (longer: string, shorter: string) => spaced(longer).includes(spaced(shorter));
const spaced = (words: string) => ` ${words.toLowerCase().replace(/[-’]/g, " ").replace(/ +/g, " ")} `;

/** How a term is shown, and whether it is a piece of a name: "Edge" of "Freedom Edge". */
function surfaceOf({ surface, named }: StoryTerm, isShared: ReadonlySet<number>) {
  const own = surface.split(" ");
  // In a row, though the text parts them.
  if (named === null) return { surface, piece: own.length > 1 };
  if (named === undefined) return { surface, piece: false };
  const { whole, alone } = named;
  let from = whole.findIndex((_, at) => own.every((word, n) => whole[at + n]?.surface === word));
  if (from < 0) return { surface, piece: false };
  let to = from + own.length;
  const isKnown = (word: NamedWord | undefined) => word?.hashes.some((hash) => isShared.has(hash)) ?? false;
  const grow = (isToo: typeof isKnown) => {
    while (isToo(whole[from - 1])) from--;
    while (isToo(whole[to])) to++;
  };
  grow(isKnown);
  // What never stands alone is written out: a word that the text writes small as well is part of no stored name.
  if (!alone || to - from > own.length) grow((word) => isKnown(word) || (word?.common ?? false));
  const words = whole.slice(from, to);
  const text = words.map((word, at) => (at === 0 ? word.surface : `${word.glue}${word.surface}`)).join("");
  return { surface: text, piece: !alone && words.length === own.length && whole.length > own.length };
}
