import { type Json, type State, type Subject, sameState } from "../decision/subject.ts";

/** What editors decided of one record: what came with the package may be brought up to date around it. */
export interface Decided {
  readonly fields: ReadonlySet<string>;
  /** Names that an editor gave, changed or took away, as "kind name". */
  readonly names: ReadonlySet<string>;
}

interface Decision {
  readonly before: readonly Subject[];
  readonly after: readonly Subject[];
}

/** Fields and names of a record that its decisions changed, from whatever they were. */
export function decidedOf(id: string, decisions: readonly Decision[]): Decided {
  const fields = new Set<string>();
  const names = new Set<string>();
  for (const { before, after } of decisions) {
    const earlier = stateOf(before, id);
    const later = stateOf(after, id);
    if (!earlier || !later) continue;
    for (const [field, value] of Object.entries(later)) {
      const was = earlier[field];
      if (was === undefined || sameState(was, value)) continue;
      fields.add(field);
      if (field === "aliases") for (const name of changedNames(was, value)) names.add(name);
    }
  }
  return { fields, names };
}

const stateOf = (subjects: readonly Subject[], id: string): State | null =>
  subjects.find((subject) => subject.id === id)?.state ?? null;

function changedNames(was: Json, is: Json): readonly string[] {
  const earlier = byName(was);
  const later = byName(is);
  return [...new Set([...earlier.keys(), ...later.keys()])].filter((name) => {
    const one = earlier.get(name);
    const other = later.get(name);
    return one === undefined || other === undefined || !sameState(one, other);
  });
}

/** Names by kind and name; other titles of an office, and names in decisions of before, are plain words. */
function byName(aliases: Json): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  for (const alias of Array.isArray(aliases) ? aliases : []) {
    if (typeof alias === "string") found.set(`name ${alias}`, alias);
    else if (alias !== null && typeof alias === "object" && !Array.isArray(alias)) {
      const { kind, name } = alias as State;
      found.set(`${String(kind)} ${String(name)}`, alias);
    }
  }
  return found;
}
