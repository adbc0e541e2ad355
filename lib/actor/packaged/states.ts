import countries, { type Country } from "world-countries";
import { foldName } from "../fold.ts";
import type { ActorRow, StateWords } from "../rows.ts";
import { type AliasEntry, acronym, actorRow, metonym, named } from "./entries.ts";
import { NOT_METONYMS, NOT_NAMES, STATE_NAMES } from "./state-names.ts";

/**
 * States and territories with a government of their own, from the country list (world-countries, ODbL).
 * Being listed, and being listed as a state, says nothing about recognition: a speaker needs an entry.
 */
const WITH_GOVERNMENT: readonly Country[] = countries.filter(
  (country) =>
    country.capital.length > 0 && !["AQ", "BV", "GS", "HM", "IO", "SJ", "TF", "UM"].includes(country.cca2),
);

/** Territories whose capital stands for a government in news English. */
const CAPITAL_SPEAKS: ReadonlySet<string> = new Set(["PS", "TW", "XK", "GL", "FO"]);

/** Acronyms that the country list keeps among its spellings; two-letter country codes are not names. */
const ACRONYM = /^\p{Lu}{3,5}$/u;
const COUNTRY_CODE = /^[A-Z]{2}$/;
const TWO_LETTER_ACRONYMS: ReadonlySet<string> = new Set(["US", "UK"]);

export function stateKey(code: string): string {
  return `state-${code.toLowerCase()}`;
}

export function stateRows(): readonly ActorRow[] {
  return WITH_GOVERNMENT.map((country) =>
    actorRow({
      key: stateKey(country.cca2),
      name: country.name.common,
      kind: "state",
      stateCode: country.cca2,
      aliases: distinct([
        ...(STATE_NAMES[country.cca2]?.aliases ?? []),
        country.name.official,
        ...spellings(country),
        ...nativeNames(country),
        ...capitals(country).map((name) => metonym(name)),
      ]),
    }),
  );
}

/** Adjectives and capitals by state. */
export function stateWords(): readonly StateWords[] {
  return WITH_GOVERNMENT.map((country) => ({
    code: country.cca2,
    demonyms: demonyms(country),
    capitals: [...capitals(country), ...(country.cca2 === "US" ? ["Washington"] : [])],
  }));
}

function capitals(country: Country): readonly string[] {
  if (!country.independent && !CAPITAL_SPEAKS.has(country.cca2)) return [];
  return country.capital.filter((name) => !NOT_METONYMS.has(name));
}

function demonyms(country: Country): readonly string[] {
  const english = country.demonyms.eng;
  const listed = english === undefined ? [] : [english.m, english.f];
  const own = STATE_NAMES[country.cca2]?.demonyms ?? [];
  // A territory's list entry repeats the adjective of its sovereign ("American", "French"): not its own.
  const taken = country.independent ? [] : SOVEREIGN_DEMONYMS;
  return [...new Set([...own, ...listed.filter((name) => !taken.includes(name))])];
}

const SOVEREIGN_DEMONYMS: readonly string[] = countries
  .filter((country) => country.independent)
  .flatMap((country) => country.demonyms.eng?.m ?? []);

function spellings(country: Country): readonly AliasEntry[] {
  const adjectives = new Set(demonyms(country));
  return country.altSpellings
    .filter((name) => !name.includes(",") && !isOrdinary(name) && !adjectives.has(name))
    .filter((name) => !COUNTRY_CODE.test(name) || TWO_LETTER_ACRONYMS.has(name))
    .map((name) =>
      ACRONYM.test(name) || TWO_LETTER_ACRONYMS.has(name) ? acronym(name) : named(name, "und"),
    );
}

function nativeNames(country: Country): readonly AliasEntry[] {
  return Object.entries(country.name.native).flatMap(([language, names]) =>
    [names.common, names.official]
      .filter((name) => !isOrdinary(name))
      .map((name) => named(name.trim(), Intl.getCanonicalLocales(language)[0] ?? language)),
  );
}

/** Each name once, the first entry wins: hand-written before listed. */
function distinct(entries: readonly AliasEntry[]): readonly AliasEntry[] {
  const seen = new Map<string, AliasEntry>();
  for (const entry of entries) {
    const key = foldName(typeof entry === "string" ? entry : entry.name);
    if (!seen.has(key)) seen.set(key, entry);
  }
  return [...seen.values()];
}

const ORDINARY: ReadonlySet<string> = new Set([...NOT_NAMES].map(foldName));

function isOrdinary(name: string): boolean {
  return ORDINARY.has(foldName(name));
}
