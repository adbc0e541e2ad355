import { isRole } from "../clean/byline.ts";
import { tidyLine } from "../clean/paste-line.ts";
import { lineKey } from "../clean/read-line.ts";
import { decodeEntities } from "./entities.ts";

const ORGANISATION =
  /\b(?:staff|team|desk|newsroom|editors?|editorial|board|correspondents?|reporters?|news|agency|agencies|press|bureau|admin(?:istrator)?|contributors?|network|media|magazine|online|service|services|newspapers?|company|inc|ltd|llc|gmbh|corp(?:oration)?|ministry|office|department|university|institute|foundation|association|society|group|today|times|post|herald|tribune|gazette|daily|journal|wire|newswires?|courier|chronicle|observer|monitor|radio|reuters|afp|associated|bloomberg|redaktion|redacci[oó]n|r[eé]daction|redazione|agentur|agence|agencia)\b|\.(?:com|net|org|co|news|tv)\b/iu;

/** What a field holds that nobody filled in, and accounts that belong to nobody. */
const NOBODY =
  /^(?:unknown|anonymous|none|null|undefined|n\/?a|nobody|no author|not (?:specified|available|set|provided)|default|test|tester|root|users?|super ?(?:user|admin)|site ?(?:admin|manager|owner)|web ?(?:master|admin|desk|team)|author|author(?:'s)? name|your name|first ?name last ?name|full name|guest|guest (?:author|writer|user|post|poster|blogger|column|columnist|contribution)|wordpress|moderator|publisher|owner|various|various authors|multiple authors|several authors|by|copy|partner content|sponsored(?: content| post)?|press release|syndicated(?: content)?|special to .*)$/iu;

/** Small letters without spaces or marks, to compare names by. */
export const squeezed = (text: string): string => lineKey(text).replaceAll(" ", "");

/** Whether a name is an outlet's, an agency's or a desk's; `sites` are the squeezed names of the page's own outlet. */
export function isOrganisation(name: string, sites: readonly string[]): boolean {
  const words = lineKey(name).split(" ");
  if (words.some((_, at) => sites.includes(words.slice(0, at + 1).join("")))) return true;
  return ORGANISATION.test(name) || /^\p{Lu}{2,5}$/u.test(name);
}

/** A name without the outlet's behind it: "Ines Vale The Meridian Post". */
function withoutSite(name: string, sites: readonly string[]): string {
  const words = name.split(" ");
  for (let end = 2; end < words.length; end += 1)
    if (sites.includes(squeezed(words.slice(end).join(" ")))) return words.slice(0, end).join(" ");
  return name;
}

/** Words before a name that say it is one. What somebody edited, translated or photographed is not theirs. */
const BY =
  /^[\s|•*~_–—-]*(?:(?:\p{L}+[\s-]){0,2}(?:words|written|story|text|reported|report|reporting|analysis|opinion|commentary|comment|column|essay|perspective|interview|review|feature|blog|article|posted|published|contributed|submitted|authored|compiled|created|produced)\s)?by(?:\s*:\s*|\s+)(?=["'“‘]?\p{L})/iu;
const LABEL =
  /^(?:authors?|writers?|words|text|story|reporters?|written by|reported by|byline)\s*[:|–—-]\s*(?=\p{L})/iu;
const OTHERS_WORK =
  /^\W*(?:\p{L}+\s)?(?:edited|reviewed|fact[ -]?checked|checked|translated|photograph(?:y|s|ed)?|photos?|pictures?|images?|illustrat(?:ed|ions?)|video|graphics?|design(?:ed)?|curated|approved|sponsored|presented|brought to you|hosted|narrated)(?:\s\p{L}+)?\s?(?:by|:)/iu;
/** A letter's degree, a title behind a name: no names of their own. */
const DEGREE =
  /^(?:ph\.?\s?d|m\.?d|d\.?o|j\.?d|esq|m\.?b\.?a|m\.?a|b\.?a|m\.?sc?|b\.?sc?|m\.?p\.?h|r\.?[dn]|l?c\.?p\.?a|mbbs|dphil|ll\.?[bm]|[cmo]be|mp)\.?$/iu;
/** An office that stands behind a name with nothing between them. */
const OFFICE_BEHIND =
  /^((?:\p{L}[\p{L}.'’-]*\s){2,4}?)(?:(?:senior|chief|deputy|assistant|associate|special)\s)?(?:staff|senior|contributing|freelance|guest|chief|associate|deputy|political)\s(?:writer|reporter|correspondent|editor|columnist|contributor|producer)\b.*$/iu;

/** A name in capitals, and an outlet's in small letters right behind it: "INES VALE Harbour Wire". */
const IN_CAPITALS =
  /^(\p{Lu}{2}[\p{Lu}'’-]*(?:\s\p{Lu}\.)?(?:\s\p{Lu}{2}[\p{Lu}'’-]*){1,2})\s\p{Lu}\p{Ll}.*$/u;

/** Signs and words that part names. */
const BETWEEN =
  /\s*(?:[,;|•·+]|\s\/\s|(?<=\p{L}{2})\/(?=\p{Lu})|(?<=\s)(?:and|und|et|y|e|&|with|as told to|additional reporting by|in collaboration with)(?=\s))\s*/iu;

/** The names of persons in a byline's words, in the order they stand. */
export function namesIn(text: string, sites: readonly string[]): string[] {
  const tidy = tidyLine(decodeEntities(text).replace(/<[^<>]*>/g, " "));
  // ", The Meridian Post": a name that was never filled in, and whom it would have been with.
  if (tidy.length > 300 || tidy.startsWith(",") || /^https?:|^\S+@\S+$|^@/i.test(tidy)) return [];
  if (OTHERS_WORK.test(tidy)) return [];
  const said = tidy
    // A list that a system wrote down as its program has it.
    .replace(/^\[(.*)\]$/, (_, list: string) =>
      list.replace(/(?<![\p{L}\p{N}])["']|["'](?![\p{L}\p{N}])/gu, ""),
    )
    .replace(/[\s,(<|]*(?:[\w.+-]+@[\w-]+\.[\w.]+|(?<=[\s(])@\w+)[)>]?/gu, "")
    .replace(LABEL, "")
    .replace(BY, "")
    .replace(/^By(?=\p{Lu})/u, "")
    .replace(/\s+(?:for|For|FOR|in|In|IN|of|from)\s+(?:the\s|The\s|THE\s)?\p{Lu}[^,;]*$/u, "");
  const pieces = said.split(BETWEEN).flatMap((piece) => withoutOffice(piece.trim(), sites));
  const inverted = turned(pieces);
  if (inverted !== null) return namesIn(inverted, sites);
  const names: string[] = [];
  for (const piece of pieces) {
    const name = withoutSite(
      piece.replace(IN_CAPITALS, "$1").replace(OFFICE_BEHIND, (_, who: string) => who.trim()),
      sites,
    )
      .replace(/\s*(?:기자|특파원)$/u, "")
      .replace(/\s\([^()]*\)$/u, "")
      .trim();
    const last = names.at(-1);
    if (/^(?:Jr|Sr|II|III|IV)\.?$/.test(name) && last !== undefined)
      names[names.length - 1] = `${last}, ${name}`;
    // Behind a whole name, one word is the place that was written from.
    else if (last !== undefined && /^\p{Script=Latin}+$/u.test(name) && / /.test(last)) continue;
    else if (isName(name) && !isOrganisation(name, sites)) names.push(inCase(name));
  }
  return names;
}

/** A dash may be part of a name somebody goes by; what stands behind it is cut where it is an outlet or an office. */
function withoutOffice(piece: string, sites: readonly string[]): string[] {
  const parts = piece.split(/\s+[–—-]\s+/u);
  return parts.some((part) => isRole(part) || isOrganisation(part, sites)) ? parts : [piece];
}

/** "Vale, Ines" is one person, as catalogues write it: two people would have more than one name each. */
function turned(pieces: readonly string[]): string | null {
  const [family = "", given = ""] = pieces;
  const both = pieces.length === 2 && [family, given].every((one) => /^\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(one));
  return both && !NOBODY.test(given) && !isOrganisation(given, []) ? `${given} ${family}` : null;
}

function isName(text: string): boolean {
  const words = text.split(" ").length;
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    words <= 6 &&
    /^\p{L}/u.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    !/[\d:/<>{}()[\]=_]/.test(text) &&
    !NOBODY.test(text) &&
    !DEGREE.test(text) &&
    !isRole(text)
  );
}

/** A name all in capitals is printed so for its look. */
function inCase(name: string): string {
  if (name !== name.toUpperCase() || !/\s/.test(name) || !/\p{Lu}/u.test(name)) return name;
  return name.replace(/\p{L}+/gu, (word) =>
    word.length > 1 ? `${word[0]}${word.slice(1).toLowerCase()}` : word,
  );
}

/** Whether words say whose hand the photographs, the translation or the editing is. */
export const isOthersWork = (text: string): boolean => OTHERS_WORK.test(text);

/** Whether a line says whose words these are and then gives a name: "Special report by Ines Vale". */
export function saysBy(text: string): boolean {
  const by = BY.exec(text) ?? LABEL.exec(text);
  const rest = by === null ? "" : text.slice(by[0].length);
  return (
    /^(?:\p{Lu}[\p{L}.'’-]*\s){1,4}\p{Lu}\p{L}/u.test(`${rest} `) &&
    !/[.!?]["”’]?$/.test(rest.replace(/\b\p{Lu}\.$|Jr\.$/u, ""))
  );
}
