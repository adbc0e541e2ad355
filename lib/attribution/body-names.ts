import type { ActorKind } from "./authority.ts";
import { ROLES } from "./roles.ts";

/** Words that show that a name is not a person's. */
export const BODIES =
  /\b(?:ministry|department|agency|office|party|coast ?guard|fleet|brigade|regiment|militia|corps|committee|council|commission|university|institute|court|bank|group|company|union|association|organi[sz]ation|navy|army|force|forces|police|news|times|post|journal|television|radio|house|senate|parliament|congress|government|authority|federation|corporation|inc|ltd|foundation|board|bureau|service|command|alliance|center|centre|project|network|campaign|survey|poll|guild|club|league|society|school|college|hospital|church|ministries|nations|states|kingdom|republic|holdings|plc|gmbh|airlines|airways|motors|shipping|industries|logistics|energy|electric|technologies|pharmaceuticals|dredging|brewery)\b/i;

export const NAMES_FORCE =
  /\b(?:navy|army|air force|armed forces|coast ?guard|fleet|brigade|regiment|militia|corps)\b/i;

/** Nouns in a name that say what kind of body bears it, the first that fits. */
const BY_NOUN: readonly (readonly [ActorKind, RegExp])[] = [
  ["military", NAMES_FORCE],
  [
    "company",
    /\b(?:inc|ltd|plc|corp|gmbh|ag|llc|holdings|company|airlines|airways|motors|shipping|industries|logistics|energy|electric|technologies|pharmaceuticals|dredging|brewery|bank|firm|group)\.?$/i,
  ],
  [
    "governmentBody",
    /\b(?:ministry|department|government|parliament|senate|congress|assembly|council|court|tribunal|police|embassy|commission|authority|bureau|secretariat|inspectorate|prosecutor(?:’s|'s)? office|town hall)\b/i,
  ],
];

/** The kind that a noun in a name says, and the noun. */
export function kindByNoun(name: string): { readonly kind: ActorKind; readonly noun: string } | undefined {
  for (const [kind, nouns] of BY_NOUN) {
    const noun = nouns.exec(name)?.[0];
    if (noun) return { kind, noun };
  }
  return undefined;
}

/** What somebody is by the words of the name alone, where no text says more: a body where a noun names one. */
export function kindOfName(name: string): ActorKind {
  // "Navy spokeswoman Mira Holt", "Police Chief Holt": somebody of a body; "General Staff" and "Court of Justice" end in one.
  const words = name.toLowerCase().split(/[^\p{L}]+/u);
  const role = words.findLastIndex((word) => ROLES.has(word));
  const body = words.findLastIndex((word) => BODIES.test(word) || kindByNoun(word) !== undefined);
  if (body < 0 && kindByNoun(name) === undefined) return "person";
  if (role > body && !/\b(?:of|for)\b/i.test(name)) return "person";
  return kindByNoun(name)?.kind ?? "organisation";
}
