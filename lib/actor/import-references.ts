import { foldName } from "./fold.ts";
import type { LineProblem, ListedEntry } from "./import.ts";

/** Entries so that what one is part of comes before it; those that go round in a circle are problems. */
export function wholesFirst(entries: readonly ListedEntry[]): {
  readonly ordered: readonly ListedEntry[];
  readonly problems: readonly LineProblem[];
} {
  const find = referenceIndex(entries);
  const ordered: ListedEntry[] = [];
  const problems: LineProblem[] = [];
  const state = new Map<ListedEntry, "open" | "done">();
  for (const start of entries) {
    // Up to the first that is done or part of nothing in the file, then down again.
    const chain: ListedEntry[] = [];
    let at: ListedEntry | undefined = start;
    while (at !== undefined && !state.has(at)) {
      state.set(at, "open");
      chain.push(at);
      const wholes: readonly ListedEntry[] = at.entry.part_of === null ? [] : find(at.entry.part_of);
      at = wholes.length === 1 ? wholes[0] : undefined;
    }
    const circle = at !== undefined && state.get(at) === "open" ? chain.indexOf(at) : chain.length;
    for (const [place, listed] of chain.entries())
      if (place >= circle)
        problems.push({
          line: listed.line,
          message: `part_of: ${listed.entry.name} would be part of itself`,
        });
    for (const listed of chain.slice(0, circle).reverse()) ordered.push(listed);
    for (const listed of chain) state.set(listed, "done");
  }
  return { ordered, problems };
}

/** Finds entries of a file by key, else by name. */
export function referenceIndex(
  entries: readonly ListedEntry[],
): (reference: string) => readonly ListedEntry[] {
  const byKey = new Map(
    entries.flatMap((listed) => (listed.entry.key === null ? [] : [[listed.entry.key, listed]])),
  );
  const byName = Map.groupBy(entries, ({ entry }) => foldName(entry.name));
  return (reference) => {
    const keyed = byKey.get(reference);
    return keyed ? [keyed] : (byName.get(foldName(reference)) ?? []);
  };
}
