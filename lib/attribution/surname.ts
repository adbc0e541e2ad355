import type { Authority } from "./authority.ts";
import { firstFrom } from "./bodies.ts";
import { pronounOf } from "./mention.ts";
import { type NamesInText, TITLES } from "./names.ts";
import { ROLES } from "./roles.ts";

/** Full names of the text that a surname, a title with a surname, or a title with a first name may mean, best first. */
export interface Namesakes {
  readonly names: readonly string[];
  /** "surname", "first name": what of the full name the mention gives. */
  readonly by: "surname" | "first name";
}

/** Titles that stand in front of a first name alone. */
const WITH_FIRST_NAME =
  /^(?:sir|dame|lord|lady|king|queen|prince|princess|pope|sheikh|imam|father|sister|brother)$/i;

/**
 * Whom a surname means among those the text names in full. Of several, one whom the text has called by the title's
 * pronoun comes first, then the one named last before `start`.
 */
export function namesakes(
  core: string,
  names: NamesInText,
  pronouns: ReadonlyMap<string, string>,
  start: number,
): Namesakes | undefined {
  const words = core.split(/\s+/);
  const last = words.at(-1) ?? "";
  const lead = words.slice(0, -1);
  if (!lead.every((word) => TITLES.has(word.toLowerCase()) || ROLES.has(word.toLowerCase())))
    return undefined;
  const bare = last.replace(/^(?:al|el)-/i, "");
  const surnames = names.bySurname.get(last) ?? names.bySurname.get(bare);
  const firsts = lead.some((word) => WITH_FIRST_NAME.test(word)) || lead.length === 0;
  const found =
    surnames ??
    (firsts ? names.byFirstName.get(last)?.filter((name) => names.shownPersons.has(name)) : undefined);
  if (!found?.length) return undefined;
  // "Dean Amar" is Vikram Amar, the dean.
  const titled = found.filter((name) => ROLES.has(name.split(/\s/)[0]?.toLowerCase() ?? ""));
  const pronoun = pronounOf(core);
  const fits = (name: string) => {
    const said = pronouns.get(name);
    return pronoun === undefined || said === undefined ? 1 : said === pronoun ? 2 : 0;
  };
  const places = found.length > 1 ? lastPlaces(names, found, start) : new Map<string, number>();
  const ordered = found
    .filter((name) => fits(name) > 0 && (titled.length === found.length || !titled.includes(name)))
    .sort((a, b) => fits(b) - fits(a) || (places.get(b) ?? -1) - (places.get(a) ?? -1));
  return ordered.length > 0 ? { names: ordered, by: surnames ? "surname" : "first name" } : undefined;
}

/** Persons looked through for the last full mention of a namesake. */
const REACH = 200;

/** Where each of the full names was last given before `start`, further back counting as nowhere. */
function lastPlaces(names: NamesInText, among: readonly string[], start: number): Map<string, number> {
  const places = new Map<string, number>();
  const cut = firstFrom(names.persons, start);
  for (const person of names.persons.slice(Math.max(0, cut - REACH), cut))
    if (among.includes(person.name)) places.set(person.name, person.start);
  return places;
}

/**
 * Whether a lone surname stays with the one whom the authority knows by it, although the text gives another full name:
 * it stood alone before that name came, or the text names the known one in full, too.
 */
export function staysKnown(
  surname: string,
  fullNames: readonly string[],
  names: NamesInText,
  find: Authority["find"],
  on: string | undefined,
): boolean {
  const [famous] = find(surname, on);
  if (!famous) return false;
  const isFamous = (name: string) => find(name, on).some(({ actorId }) => actorId === famous.actorId);
  if (fullNames.some(isFamous)) return true;
  const first = names.alone.get(surname);
  const full = Math.min(...fullNames.map((name) => names.inFull.get(name) ?? Number.POSITIVE_INFINITY));
  return first !== undefined && first < full;
}
