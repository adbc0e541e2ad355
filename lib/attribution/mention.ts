/** What the words of a mention say about the one who is meant. */

const PLURAL_PEOPLE =
  /\b(?:officials|critics|experts|analysts|sources|lawmakers|supporters|opponents|researchers|scientists|diplomats|prosecutors|authorities|activists|residents|witnesses|observers|economists|leaders|aides|allies|lawyers|reporters|voters|republicans|democrats|conservatives|liberals|people|members|police|officers|investigators|others|some|many|ministers|senators|governments|media|commentators|historians|spokesmen|advocates|groups|parties|families|protesters|doctors|engineers|farmers|fishermen|workers|soldiers|commanders|advisers|advisors|strategists|executives|insiders|delegates|percent|half|third|majority|majorities)\b/i;
/** Nouns for one person, by their endings. */
const PERSON =
  /(?:[^n]er|or|ist|cian|man|woman|boy|girl|mother|father|aide|official|witness|pilot|nominee|chief|expert|critic|diplomat|guard|wife|husband|son|daughter|friend|resident|advocate|delegate|president|student|veteran|year-old|source|insider|activist)$/i;
const BODY =
  /(?:ministry|department|agency|office|party|committee|council|commission|government|company|group|union|association|organi[sz]ation|navy|army|police|court|bank|campaign|party|parliament|board|university|bureau|service|command|embassy|guild|league|fund|institute|corporation|authority|federation|foundation|alliance|centre|center|network|club|society|senate|assembly|hospital|church|college|firm|trust|chamber|coastguard|mission|secretariat|council|tribunal)$/i;
const SHE = /^(?:mrs|ms|lady|queen|princess|dame)\b|(?:woman|mother|wife|daughter)\b/i;
const HE = /^(?:mr|sir|lord|king|prince)\b|\b(?:spokesman|chairman|congressman|father|husband|son)\b/i;
/** Documents that somebody issues in his own name. */
const ISSUED =
  /^(?:statement|letter|memo|memorandum|communiqu[eé]|declaration|release|message|email|e-mail|tweet|post|notice|circular|filing|complaint|indictment|lawsuit|ruling|resolution|text|note|document|passage|paragraph)$/;

export const PREPOSITION = /\s(?:of|for|from|in|at|with|on|to|under|near|against)\s/i;
export const SPOKESPERSON = /\bspokes(?:man|woman|person|people)\b/i;

/** A mention without article, possessive and bracketed acronym: "the guild (EBG)" -> "guild". */
export function bare(surface: string): string {
  return surface
    .replace(/\s*\([^)]*\)/gu, "")
    .replace(/^(?:the|an?|one|another|this|that|these|those|its|his|her|their|our|my|which)\s+/iu, "")
    .replace(/[’']s?$/u, "")
    .trim();
}

/** The phrase before its first preposition: "officials" in "officials in Harsund". */
export function headOf(core: string): string {
  return core.split(PREPOSITION)[0] ?? core;
}

/** Several people without a name, and no name that only ends like that ("the Elm Bay Workers"). */
export function meansPeople(core: string): boolean {
  // "Democrats’ nominee" is one of them.
  const head = headOf(core).replace(/^.*[’']s?\s/u, "");
  const last = head.split(/\s+/).at(-1) ?? "";
  if (/^(?:many|some|most|several|few|other|more)\s\S+s$/i.test(head)) return true;
  return PLURAL_PEOPLE.test(head) && (!/^\p{Lu}/u.test(last) || !/\s/.test(head));
}

export const meansPerson = (core: string): boolean => PERSON.test(headOf(core));

export const meansBody = (core: string): boolean => BODY.test(headOf(core));

/** Whether a single word is the noun of a body’s name: "Board". */
export const namesBody = (word: string): boolean => BODY.test(word);

/** "she" or "he" where a title or a noun says so. */
export function pronounOf(surface: string): "he" | "she" | undefined {
  if (SHE.test(surface)) return "she";
  return HE.test(surface) ? "he" : undefined;
}

/** A document, and whose it is where the words say so: "the letter from the guild", "the guild’s statement". */
export function issuedDocument(core: string): { owner: string | undefined } | undefined {
  const owned = /^(.+?)[’']s?\s+(?:\S+\s+){0,3}?(\S+)$/u.exec(core);
  if (owned && ISSUED.test(owned[2] ?? "")) return { owner: owned[1] };
  const from = /^(?:\S+\s+){0,3}?(\S+)\s+(?:by|from|of)\s+(.+)$/iu.exec(core);
  if (from && ISSUED.test(from[1] ?? "")) return { owner: from[2] };
  return ISSUED.test(core.split(/\s+/).at(-1) ?? "") ? { owner: undefined } : undefined;
}
