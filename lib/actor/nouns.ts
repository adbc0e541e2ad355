import { foldName } from "./fold.ts";

/** Nouns that name the same kind of body or office of a state. The first of each row is its canonical form. */
const SAME_NOUN: readonly (readonly string[])[] = [
  [
    "foreign ministry",
    "ministry of foreign affairs",
    "foreign affairs ministry",
    "ministry for foreign affairs",
    "ministry of external affairs",
    "external affairs ministry",
    "department of foreign affairs",
    "foreign affairs department",
    "foreign office",
    "state department",
    "department of state",
    "MFA",
  ],
  [
    "defence ministry",
    "ministry of defence",
    "ministry of national defence",
    "national defence ministry",
    "defence department",
    "department of defence",
    "MoD",
  ],
  ["finance ministry", "ministry of finance"],
  ["interior ministry", "ministry of the interior", "ministry of interior", "ministry of internal affairs"],
  ["health ministry", "ministry of health", "ministry of public health"],
  ["justice ministry", "ministry of justice"],
  ["energy ministry", "ministry of energy"],
  ["economy ministry", "ministry of economy", "ministry of the economy", "economics ministry"],
  ["government", "authorities", "administration", "regime"],
  ["armed forces", "military"],
  ["presidential office", "president's office", "office of the president", "presidency"],
  ["prime minister's office", "office of the prime minister", "PM's office", "premier's office"],
  ["parliament", "legislature"],
  ["central bank", "national bank", "reserve bank"],
  ["foreign minister", "minister of foreign affairs", "minister for foreign affairs", "FM"],
  ["defence minister", "minister of defence", "minister for defence", "minister of national defence"],
  ["prime minister", "PM", "premier"],
  ["secretary general", "secretary-general"],
  ["spokesman", "spokesperson", "spokeswoman"],
];

/** People of a state without a name: what they say stands for the state. */
const OFFICIALS = "officials";

const CANONICAL: ReadonlyMap<string, string> = new Map(
  SAME_NOUN.flatMap((row) => row.map((noun) => [foldName(noun), foldName(row[0] ?? noun)] as const)),
);

/** One folded noun for all that mean the same kind of body or office. */
export function canonicalNoun(folded: string): string {
  return CANONICAL.get(folded) ?? folded;
}

/** Whether a folded noun means unnamed officials. */
export function isOfficials(folded: string): boolean {
  return folded === OFFICIALS;
}

/** Words of the longest noun that has synonyms. */
export const LONGEST_NOUN = Math.max(...[...CANONICAL.keys()].map((noun) => noun.split(" ").length));
