import { foldWords, keyOf } from "./fold.ts";

/*
 * Which descriptions are unnamed sources: somebody the outlet knows and does not name. What speaks for a body ("the
 * ministry", "a spokesman", "US officials") is that body; a kind of people that anybody may belong to ("analysts",
 * "residents") is nobody's source, unless the text says how they know or why they are not named.
 */

/** Whatever stands around it, this is a source. */
const SOURCE = /\b(?:sources?|insiders?|whistle-?blowers?)\b/iu;
/** No source of news: "the source of the river" and what publishes by itself. */
const NO_SOURCE = /\b(?:sources? of|open[- ]source|power sources?|water sources?)\b/iu;

/** Says how somebody knows, or that the name is kept back. */
const KNOWS =
  /\b(?:familiar with|close to|brief(?:ed)? (?:on|about)|with (?:direct |first-?hand |intimate )?knowledge of|privy to|in the know|involved in|with (?:direct )?access to)\b/iu;
const KEPT_BACK =
  /\b(?:anonym(?:ity|ously|ous)|unnamed|unidentified|not to be (?:named|identified|quoted)|(?:declined|refused|asked not|did not want|wished not|not authori[sz]ed) to (?:be (?:named|identified|quoted)|speak|discuss|talk))\b/iu;

/** Somebody; with "knows" or "kept back" anybody of these is a source. */
const SOMEBODY =
  /\b(?:person|persons|people|man|woman|men|women|one|those|someone|somebody|anyone|others?|figures?|members?|analysts?|experts?|lawyers?|bankers?|traders?|employees?|workers?|staff|staffers?|soldiers?|residents?|witness(?:es)?|relatives?|friends?|negotiators?|mediators?|delegates?|lawmakers?|legislators?|ministers?|spokes(?:man|men|woman|women|person|people))\b/iu;
/** Persons of rank who speak without a name. */
const RANK =
  /\b(?:officials?|diplomats?|aides?|advis[eo]rs?|officers?|commanders?|executives?|bureaucrats?|envoys?|negotiators?|staffers?)$/iu;

/** Somebody not met before: "a", "two", "several"; never "the", which points back into the text. */
const INDEFINITE =
  /^(?:an?|another|one|two|three|four|five|six|several|some|many|multiple|various|other|further|a (?:few|number of|handful of|couple of)|at least \p{L}+|more than \p{L}+)\s/iu;
const RANKS =
  /\b(?:officials|diplomats|aides|advis[eo]rs|officers|commanders|executives|bureaucrats|envoys|negotiators|staffers)$/iu;
/** Several of no body in particular: "officials", "senior officials", "Western diplomats"; "US officials" speak for a state. */
const OF_NO_BODY =
  /^(?:(?:senior|top|high-ranking|mid-ranking|former|retired|serving|current|local|regional|foreign|federal|security|intelligence|defen[cs]e|military|diplomatic|government|party|company|industry|western|european|arab|asian|african)\s+)*\p{L}+$/iu;

/** A name beside the description: "a senior official, Ada Verrin" is she. */
const NAMED_BESIDE = /,\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)+\s*$|\bnamed\s+\p{Lu}|\bcalled\s+\p{Lu}/u;

/** Whether words of a text describe somebody whom the outlet keeps unnamed: "a senior official", "sources close to ...". */
export function isUnnamedSource(words: string): boolean {
  const text = words.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (text === "" || NAMED_BESIDE.test(text)) return false;
  const head = headOf(text);
  if (SOURCE.test(head)) return !NO_SOURCE.test(text);
  const told = KNOWS.test(text) || KEPT_BACK.test(text);
  if (told) return RANK.test(head) || SOMEBODY.test(head);
  return RANK.test(head) && (INDEFINITE.test(text) || (RANKS.test(head) && OF_NO_BODY.test(head)));
}

/** The description without what follows it: "officials of the port" is about officials. */
function headOf(text: string): string {
  return text.split(AFTER_HEAD)[0] ?? text;
}

const AFTER_HEAD =
  /,|\s(?:at|in|from|with|who|whom|whose|familiar|close|briefed|speaking|of|for|on|to|inside|within|near)\s/u;

/**
 * The key under which an article has one record of an unnamed source: its words without case, marks and article, so that
 * "A senior official" and "the senior official" are one, and "another senior official" is somebody else.
 */
export function unnamedWording(words: string): string {
  const folded = foldWords(words);
  const first = folded[0]?.text;
  return keyOf(folded.length > 1 && (first === "a" || first === "an") ? folded.slice(1) : folded);
}
