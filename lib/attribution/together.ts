import type { Candidate } from "./authority.ts";
import { firstFrom } from "./bodies.ts";
import { namesPerson } from "./introductions.ts";
import type { NamesInText } from "./names.ts";

type Find = (surface: string) => readonly Candidate[];

const NUMBERS = ["two", "three", "four", "five"];
const STATES = /^(two|three|four|five)\s+(?:countries|governments|states|nations|capitals)$/i;
/** Lists looked through for one description. */
const REACH = 200;

/** Whether "A, B and C" are names each, known to the authority or given in full by the text. */
export function allNamed(core: string, { fullNames }: NamesInText, find: Find): boolean {
  const names = core.split(/,\s*(?:and\s+)?|\s+(?:and|&)\s+/).map((name) => name.replace(/^the\s+/i, ""));
  return names.every(
    (name) =>
      fullNames.get(name.split(/\s+/).at(-1) ?? "") === name || fullNames.has(name) || find(name).length > 0,
  );
}

/**
 * The states that "three countries" means, as "A, B and C" in the authority's names: the last row of as many states
 * in front of `at`, else the first behind it.
 */
export function statesMeant(
  core: string,
  { lists }: NamesInText,
  find: Find,
  at: number,
): string | undefined {
  const number = STATES.exec(core)?.[1];
  if (!number) return undefined;
  const many = NUMBERS.indexOf(number.toLowerCase()) + 2;
  const read = ({ names }: { names: readonly string[] }) => {
    if (names.length !== many) return undefined;
    const states = names.map((name) => find(name)[0]);
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

/** The states that a joint statement is of: the last row of states in front of `at`, in the authority's names. */
export function statesInRow({ lists }: NamesInText, find: Find, at: number): string | undefined {
  const behind = firstFrom(lists, at);
  for (const { names } of lists.slice(Math.max(0, behind - REACH), behind).reverse()) {
    const states = names.map((name) => find(name)[0]);
    if (names.length < 2 || !states.every((state) => state?.kind === "state")) continue;
    const shown = states.map((state) => state?.name ?? "");
    return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
  }
  return undefined;
}

const ROLE = /^(?:(two|three|four|five)\s+)?(\p{L}+)s$/iu;

/** The persons that "the two ministers" means, as "A and B": as many as it says, introduced by that role before `at`. */
export function personsMeant(
  core: string,
  surface: string,
  { introductions }: NamesInText,
  at: number,
): string | undefined {
  const [, count, noun] = ROLE.exec(core) ?? [];
  const role = noun?.toLowerCase().replace(/^(.*)wom[ae]n$|^(.*)men$/, "$1$2man") ?? "";
  const many = count ? NUMBERS.indexOf(count.toLowerCase()) + 2 : /^both\s/i.test(surface) ? 2 : undefined;
  if (many === undefined || !namesPerson(role)) return undefined;
  const behind = firstFrom(introductions, at);
  const fits = introductions
    .slice(Math.max(0, behind - REACH), behind)
    .filter(({ heads }) => heads.has(role));
  const names = [...new Set(fits.map(({ name }) => name).reverse())].slice(0, many).reverse();
  return names.length === many ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : undefined;
}
