import type { Authority } from "./authority.ts";
import { firstFrom } from "./bodies.ts";
import type { NamesInText } from "./names.ts";

const NUMBERS = ["two", "three", "four", "five"];
const STATES = /^(two|three|four|five)\s+(?:countries|governments|states|nations|capitals)$/i;
/** Lists looked through for one description. */
const REACH = 200;

/** Whether "A, B and C" are names each, known to the authority or given in full by the text. */
export function allNamed(
  core: string,
  { fullNames }: NamesInText,
  authority: Authority,
  on: string | undefined,
): boolean {
  const names = core.split(/,\s*(?:and\s+)?|\s+(?:and|&)\s+/).map((name) => name.replace(/^the\s+/i, ""));
  return names.every(
    (name) =>
      fullNames.get(name.split(/\s+/).at(-1) ?? "") === name ||
      fullNames.has(name) ||
      authority.find(name, on).length > 0,
  );
}

/**
 * The states that "three countries" means, as "A, B and C" in the authority's names: the last row of as many states
 * in front of `at`, else the first behind it.
 */
export function statesMeant(
  core: string,
  { lists }: NamesInText,
  authority: Authority,
  on: string | undefined,
  at: number,
): string | undefined {
  const number = STATES.exec(core)?.[1];
  if (!number) return undefined;
  const many = NUMBERS.indexOf(number.toLowerCase()) + 2;
  const read = ({ names }: { names: readonly string[] }) => {
    if (names.length !== many) return undefined;
    const states = names.map((name) => authority.find(name, on)[0]);
    if (!states.every((state) => state?.kind === "state")) return undefined;
    const shown = states.map((state) => state?.name ?? "");
    return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  };
  const behind = firstFrom(lists, at);
  const before = lists.slice(Math.max(0, behind - REACH), behind).reverse();
  for (const list of [...before, ...lists.slice(behind, behind + REACH)]) {
    const found = read(list);
    if (found) return found;
  }
  return undefined;
}
