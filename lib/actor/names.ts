import { type FoldedWord, foldWords, keepsCapitals, keyOf } from "./fold.ts";
import type { ActorRow, AliasRow, AuthorityRows } from "./rows.ts";

/** One name of one actor, ready to be looked up. */
export interface Name {
  readonly actor: ActorRow;
  readonly alias: AliasRow;
  readonly words: readonly FoldedWord[];
}

/** All names, found by their folded key, and the words that say "of this state". */
export interface NameIndex {
  readonly all: readonly Name[];
  /** Words of the longest name. */
  readonly longest: number;
  /** Names that `surface` may be, before validity is asked. */
  named(surface: readonly FoldedWord[]): readonly Name[];
  /** Actors that a possessive, an adjective or "of ..." may point at: "Russia", "Russian", "Moscow", "NATO". */
  owners(surface: readonly FoldedWord[]): readonly ActorRow[];
}

/** Every name of an actor, the shown one first and once. */
function namesOf(actor: ActorRow): readonly AliasRow[] {
  const listed = actor.aliases.find((alias) => alias.name === actor.name);
  const shown: AliasRow = { name: actor.name, kind: "name", language: null, from: null, to: null };
  // A shown name is valid without limit, whatever its alias row says: the record bears it today.
  const first = listed === undefined ? shown : { ...listed, from: null, to: null };
  return [first, ...actor.aliases.filter((alias) => alias.name !== actor.name)];
}

export function indexNames(rows: AuthorityRows): NameIndex {
  const byKey = new Map<string, Name[]>();
  const all: Name[] = [];
  let longest = 1;
  for (const actor of rows.actors) {
    for (const alias of namesOf(actor)) {
      const words = foldWords(alias.name);
      if (words.length === 0) continue;
      const name = { actor, alias, words };
      all.push(name);
      push(byKey, keyOf(words), name);
      longest = Math.max(longest, words.length);
    }
  }
  const demonyms = indexDemonyms(rows);
  const named = (surface: readonly FoldedWord[]): readonly Name[] =>
    (byKey.get(keyOf(surface)) ?? []).filter((name) => keepsCapitals(name.words, surface));
  const owners = (surface: readonly FoldedWord[]): readonly ActorRow[] => {
    const key = keyOf(surface);
    const adjectives = demonyms.get(key);
    // Most splits of a phrase name nobody.
    if (adjectives === undefined && !byKey.has(key)) return [];
    const adjectival = (adjectives ?? []).filter((entry) => keepsCapitals(entry.words, surface));
    return [...new Set([...named(surface), ...adjectival].map((entry) => entry.actor))];
  };
  return { all, longest, named, owners };
}

function indexDemonyms(rows: AuthorityRows) {
  const states = new Map(rows.actors.filter((a) => a.kind === "state").map((a) => [a.stateCode, a]));
  const demonyms = new Map<string, { actor: ActorRow; words: readonly FoldedWord[] }[]>();
  for (const state of rows.states) {
    const actor = states.get(state.code);
    if (actor === undefined) continue;
    for (const demonym of state.demonyms) {
      const words = foldWords(demonym);
      push(demonyms, keyOf(words), { actor, words });
    }
  }
  return demonyms;
}

/** Adds to the list that a map keeps under a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
