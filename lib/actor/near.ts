import type { Candidate } from "../attribution/authority.ts";
import {
  EVIDENCE,
  type Evidence,
  nameEvidence,
  type PersonName,
  personName,
  rotations,
} from "./name-evidence.ts";
import { type Name, push } from "./names.ts";
import { skeletonOf } from "./spelling.ts";

/** Names of persons by how they sound, for a surface that no name equals. */
export interface NearNames {
  /** Persons whose name `surface` may be in another spelling, order or length, best first. */
  near(surface: string): readonly { readonly name: Name; readonly evidence: Evidence }[];
}

interface Entry {
  readonly name: Name;
  readonly person: PersonName;
}

/** A surname alone must be this long to be heard as another's. */
const LONG_ENOUGH = 6;

function keysOf(person: PersonName): readonly string[] {
  const { sounds } = person;
  const first = sounds[0] ?? "";
  const last = sounds.at(-1) ?? "";
  if (sounds.length === 1) return [`1 ${first}`];
  return [
    ...rotations(person),
    `i ${person.firsts[0]} ${last}`,
    `m ${first} ${last}`,
    `s ${sounds.map(skeletonOf).join(" ")}`,
  ];
}

/** Indexes the persons' names among all. */
export function indexNear(names: readonly Name[]): NearNames {
  // Most authorities are asked for few strange names, some for none: read when first needed.
  let byKey: Map<string, Entry[]> | undefined;
  const index = () => {
    const entries = new Map<string, Entry[]>();
    for (const name of names) {
      if (name.actor.kind !== "person") continue;
      const entry = { name, person: personName(name.alias.name) };
      for (const key of new Set(keysOf(entry.person))) push(entries, key, entry);
    }
    return entries;
  };
  return {
    near(surface) {
      if (!looksLikeName(surface)) return [];
      const person = personName(surface);
      const alone = person.sounds.length === 1;
      if (alone && !mayBeAlone(surface, person)) return [];
      const keys = [person, person.other].flatMap((read) =>
        read === undefined ? [] : alone ? keysOf(read) : [read.sounds.join(""), ...keysOf(read).slice(-3)],
      );
      byKey ??= index();
      const entries = new Set(keys.flatMap((key) => byKey?.get(key) ?? []));
      return [...entries]
        .flatMap(({ name, person: other }) => {
          const evidence = alone ? ("spelling" as const) : nameEvidence(person, other);
          return evidence === undefined ? [] : [{ name, evidence }];
        })
        .sort((a, b) => EVIDENCE.indexOf(a.evidence) - EVIDENCE.indexOf(b.evidence));
    },
  };
}

/** Each word is a name's: a capital, or a letter of a script without them. */
function looksLikeName(surface: string): boolean {
  const words = surface.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every((word) => /^(?:(?:al|el|bin|ibn|von|van|de|der|da|di)(?:-|$)|(?!\p{Ll})\p{L})/u.test(word))
  );
}

const mayBeAlone = (surface: string, { sounds }: PersonName) =>
  /^\p{L}+$/u.test(surface) && ((sounds[0]?.length ?? 0) >= LONG_ENOUGH || /[\u0400-\u04ff]/u.test(surface));

const WHY: Readonly<Record<Evidence, (name: string) => string>> = {
  same: (name) => `name of ${name}`,
  order: (name) => `${name} with the family name in another place`,
  spelling: (name) => `another spelling of ${name}`,
  middle: (name) => `${name}, with or without a middle name`,
  initials: (name) => `initials of ${name}`,
  surname: (name) => `surname of ${name}`,
};

/** The candidate that a near name gives, with how it speaks for the actor. */
export function nearCandidate({ name, evidence }: { name: Name; evidence: Evidence }): Candidate {
  const { id, kind, name: shown } = name.actor;
  return { actorId: id, name: shown, kind, by: "transliteration", reason: WHY[evidence](shown) };
}
