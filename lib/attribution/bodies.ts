import { firstThat } from "./halving.ts";
import { namesBody } from "./mention.ts";
import { isNominal, isTimePhrase } from "./noun-phrase.ts";
import { ROLES } from "./roles.ts";
import type { Segmented } from "./segment.ts";
import type { Token } from "./tokens.ts";

/** A body or a company as the article names it: what "the board" or "the company" may stand for later. */
export interface NamedBody {
  /** "Elm Bay Harbour Board", without "the". */
  readonly name: string;
  /** Its noun in small letters: "board"; "company" also where only the words around it say so. */
  readonly noun: string;
  /** UTF-16 offset of the name. */
  readonly start: number;
  /** Index of the token behind the name. */
  readonly last: number;
}

/** Longest name looked through, in tokens. */
const LONGEST_NAME = 12;
const FIRMS =
  /^(?:inc|ltd|plc|corp|corporation|co|gmbh|ag|llc|holdings|motors|airlines|airways|shipping|industries|logistics)\.?$/i;
/** Legal forms that follow a name in small letters. */
const FORMS = /^(?:plc|ltd|inc|gmbh|llc)\.?$/;
/** Roles that only a company or the like has. */
const COMPANY_ROLES = /^(?:director|executive|manager|founder|ceo|owner)$/;
const COMPANY = /^(?:company|firm|business|manufacturer|operator|airline|contractor)$/;

const isCapital = (token: Token | undefined) =>
  token !== undefined && /^\p{Lu}/u.test(token.text) && isNominal(token);

/** Bodies and companies an article names, in the order of the text. */
export function bodiesIn({ text, tokens }: Segmented): NamedBody[] {
  const found: NamedBody[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (!isCapital(token) || isCapital(tokens[at + 1])) continue;
    const first = nameStart(tokens, at);
    const end = namesBody(token.text) ? nameEnd(tokens, at) : at + 1;
    if (ROLES.has(tokens[first]?.low ?? "")) continue;
    const start = tokens[first]?.start ?? 0;
    const name = text.slice(start, tokens[end - 1]?.end).replace(/^the\s+/i, "");
    if (namesBody(token.text)) {
      if (end - first > 1) found.push({ name, noun: token.low, start, last: end });
    } else if (
      FIRMS.test(token.text) ||
      isCompanyHere(tokens, first, end) ||
      FORMS.test(tokens[end]?.low ?? "")
    ) {
      const form = FORMS.test(tokens[end]?.low ?? "") ? 1 : 0;
      const whole = form > 0 ? `${name} ${tokens[end]?.text}` : name;
      found.push({ name: whole, noun: "company", start, last: end + form });
    }
  }
  return found;
}

/** Where the capitalised words that end at `last` begin; a possessive belongs to them. */
function nameStart(tokens: readonly Token[], last: number): number {
  let first = last;
  while (first > 0 && last - first < LONGEST_NAME) {
    const before = tokens[first - 1] as Token;
    const joined = before.low === "'s" && isCapital(tokens[first - 2]);
    if (!joined && !(isCapital(before) && before.quotation === tokens[last]?.quotation)) break;
    first -= joined ? 2 : 1;
  }
  return first;
}

/** "Ministry of Defence", "Office for the Coast": the name goes on behind its noun. */
function nameEnd(tokens: readonly Token[], noun: number): number {
  let at = noun + 1;
  if (!/^(?:of|for)$/.test(tokens[at]?.low ?? "")) return at;
  at += tokens[at + 1]?.low === "the" ? 2 : 1;
  if (!isCapital(tokens[at])) return noun + 1;
  while (at - noun < LONGEST_NAME && isCapital(tokens[at])) at++;
  return at;
}

/** "the company Elm Bay Boats", "managing director of Elm Bay Boats", "Elm Bay Boats, a family company". */
function isCompanyHere(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 1];
  if (COMPANY.test(before?.low ?? "")) return true;
  if (/^(?:of|at)$/.test(before?.low ?? "") && COMPANY_ROLES.test(tokens[first - 2]?.low ?? "")) return true;
  if (
    tokens[end]?.low === "'s" &&
    tokens.slice(end + 1, end + 3).some((word) => COMPANY_ROLES.test(word.low))
  )
    return true;
  if (tokens[end]?.text !== "," && tokens[end]?.low !== "is") return false;
  // "On Monday, the company said": only "a" explains what stands in front of it.
  if (!/^an?$/.test(tokens[end + 1]?.low ?? "") || isTimePhrase(tokens, { first, end })) return false;
  return tokens.slice(end + 2, end + 6).some((word) => COMPANY.test(word.low));
}

/** Names looked through for one description. */
const REACH = 200;

/**
 * The body that a description such as "the board" or "the Harbour Board" means: the last fitting one named before
 * `before`, else the first behind it. All words of the description must be in the name: "the merged company" is another one.
 */
export function bodyMeant(
  bodies: readonly NamedBody[],
  description: string,
  before: number,
): NamedBody | undefined {
  const words = description.split(/\s+/);
  const last = words.at(-1)?.toLowerCase() ?? "";
  const noun = last === "firm" ? "company" : last;
  const own = words.slice(0, -1).map((word) => word.toLowerCase());
  const fits = ({ name, noun: its }: NamedBody) =>
    its === noun && own.every((word) => name.toLowerCase().split(/\s+/).includes(word));
  const behind = firstFrom(bodies, before);
  return (
    bodies.slice(Math.max(0, behind - REACH), behind).findLast(fits) ??
    bodies.slice(behind, behind + REACH).find(fits)
  );
}

/** Index of the first of `places`, which are in order, that stands at or behind `start`. */
export function firstFrom(places: readonly { readonly start: number }[], start: number): number {
  return firstThat(places.length, (at) => (places[at]?.start ?? 0) >= start);
}
