import type { Authority, Candidate } from "./authority.ts";
import { type Known, known, undecided } from "./known.ts";
import type { NamesInText } from "./names.ts";

/** Names of the text that are looked up to decide between several bearers of another name. */
const MOST_NAMES = 2_000;

/** Actors that the text names by a name only they bear. Read once, when first asked for. */
export function namedPlainly(
  names: NamesInText,
  find: Authority["find"],
  on: string | undefined,
): Set<string> {
  const found = new Set<string>();
  for (const { name } of names.capitalised.slice(0, MOST_NAMES)) {
    const candidates = find(name, on);
    const [only] = candidates;
    if (only && candidates.length === 1 && only.by !== "metonym") found.add(only.actorId);
  }
  return found;
}

/** Whether two candidates have equal claims to a name: nothing but the alphabet puts one first. */
const level = (a: Candidate, b: Candidate) => a.by === b.by && a.kind === b.kind;

/**
 * The bearer of a name that is meant. Of several, the one whom the text also names by a name of its own; else the first
 * by rank; where two persons or two states have equal claims, nobody.
 */
export function chosen(
  candidates: readonly Candidate[],
  surface: string,
  plainly: () => ReadonlySet<string>,
): Known | undefined {
  const [first, second] = candidates;
  if (!first) return undefined;
  if (!second) return known(first, surface);
  const inText = candidates.filter((candidate) => plainly().has(candidate.actorId));
  const [only] = inText;
  if (only && inText.length === 1) {
    const others = candidates.filter((candidate) => candidate !== only);
    return only === first
      ? known(first, surface, undefined, others)
      : known(only, surface, `${only.name} is named in the text`, others);
  }
  const equal = level(first, second) && (first.kind === "person" || first.kind === "state");
  if (equal) return undecided(candidates, surface);
  return known(first, surface, undefined, candidates.slice(1));
}
