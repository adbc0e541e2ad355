import { SECTION } from "../clean/article-credits.ts";
import { bylineIn, isByline, isRole, looksLikeNames, signsDate } from "../clean/byline.ts";
import { tidyLine } from "../clean/paste-line.ts";
import { isDateLine } from "../clean/publication.ts";
import { lineKey } from "../clean/read-line.ts";
import { headAuthors } from "./head-fields.ts";
import { siteNames } from "./headline.ts";
import { isOrganisation, isOthersWork, namesIn, saysBy, squeezed } from "./names.ts";
import type { Page } from "./page.ts";
import { isOutside, type Top } from "./top.ts";

export interface Signed {
  /** Names of persons, joined by commas; null where the page names none. */
  readonly byline: string | null;
  /** The organisation that signs instead: a news agency, a desk. */
  readonly organisation: string | null;
}

/**
 * Who signed the article: what its JSON-LD says, else its head, else what is printed or marked between headline and
 * body, else right behind the body. A printed "By Ines Vale" goes before a name that is nowhere on the page: systems
 * keep the account that put the article in.
 */
export function signedBy(page: Page, top: Top, body: readonly number[]): Signed {
  const sites = siteNames(page).map(squeezed);
  const { authors } = page.structured;
  const last = body.at(-1) ?? top.to;
  const told = wordsOf(page, body);
  const printed = () => bySomebody(page, top, sites, last);
  const marked = () => markedNames(page, top, told, sites);
  const said = [
    authors.filter(({ kind }) => kind !== "organisation").map(({ name }) => name),
    headAuthors(page.meta, sites),
  ];
  const below = { from: Math.max(top.to, last), to: last + BELOW, headline: 0, body: top.body };
  const sources: (() => readonly string[])[] = [
    ...said.map((names) => () => names),
    printed,
    marked,
    () => loneNames(page, top, told),
    () => bySomebody(page, below, sites, last),
    () => markedNames(page, below, told, sites),
  ];
  let organisation: string | null = null;
  for (const [at, source] of sources.entries()) {
    const texts = source();
    const names = texts.flatMap((text) => namesIn(text, sites));
    if (names.length > 0) {
      const isAccount = at < said.length && !isShown(page, names, top.from, last + BELOW);
      const other = isAccount ? [...printed(), ...marked()].flatMap((text) => namesIn(text, sites)) : [];
      return { byline: joined(other.length > 0 ? other : names), organisation: null };
    }
    organisation ??= texts.map((text) => tidyLine(text)).find((text) => isForeign(text, sites)) ?? null;
  }
  organisation ??= authors.map(({ name }) => tidyLine(name)).find((text) => isForeign(text, sites)) ?? null;
  // What the page's data calls an organisation is one, whatever its name.
  organisation ??=
    authors
      .filter(({ kind }) => kind === "organisation")
      .map(({ name }) => tidyLine(name))
      .find((name) => isOther(name, sites)) ?? null;
  return { byline: null, organisation };
}

/** How far behind the body's last paragraph its author may be named, in blocks. */
const BELOW = 12;

const joined = (names: readonly string[]): string =>
  [...new Map(names.map((name) => [lineKey(name), name])).values()].join(", ");

/** Whether a family name of them stands around the article: the footer of a page names who owns it. */
function isShown(page: Page, names: readonly string[], from: number, to: number): boolean {
  const families = names.map((name) => lineKey(name).split(" ").at(-1) ?? "");
  const { blocks, boxes } = page.blocks;
  return blocks.slice(from, to).some(({ box, text, words }) => {
    const isFrame = [boxes[box], boxes[boxes[box]?.parent ?? -1]].some((one) => one?.mark === "menu");
    if (words > 40 || isFrame) return false;
    const key = lineKey(text);
    return families.some((family) => key.includes(family));
  });
}

const isOther = (text: string, sites: readonly string[]): boolean =>
  squeezed(text) !== "" &&
  text.length <= 60 &&
  !sites.includes(squeezed(text)) &&
  !isRole(text) &&
  !/^https?:/i.test(text);

/** Another organisation than the outlet itself. */
const isForeign = (text: string, sites: readonly string[]): boolean =>
  isOther(text, sites) && isOrganisation(text, sites);

/** Words of menus and shelves that look like names. */
const NOT_A_NAME =
  /\b(?:about|us|contact|more|view|all|follow|see|profile|bio|posts|articles|stories|latest|photos?|videos?|breaking|exclusive|advertisement|newsletters?|subscribe|sign|log|login|create|account|free|register|join|become|members?|get|start|share|comments?|lifestyle|showbiz)\b/i;

const FOREIGN_BY = /^(?:von|par|por|di|автор:?)\s(?=\p{Lu})/iu;
const nameIn = (text: string): string => bylineIn(text.replace(FOREIGN_BY, "")) ?? "";

const mayBeNames = (text: string): boolean =>
  text.includes(" ") && looksLikeNames(text) && !NOT_A_NAME.test(text) && !SECTION.test(text);

/** The words of the body: people of the story are mentioned there, its author is not. */
const wordsOf = (page: Page, body: readonly number[]): Set<string> =>
  new Set(body.flatMap((at) => (page.blocks.blocks[at]?.text ?? "").split(/[^\p{L}\p{M}'-]+|['’]s\b/u)));

/** Whether the body tells of one of them. */
function isToldOf(names: string, told: ReadonlySet<string>): boolean {
  const families = names.split(/,\s(?:and\s)?|\sand\s|\s&\s/).map((name) => name.split(" ").at(-1) ?? "");
  return families.some((family) => told.has(family));
}

/** Names in elements that say they hold the author's, or lead to the page of somebody who writes here. */
function markedNames(page: Page, top: Top, told: ReadonlySet<string>, sites: readonly string[]): string[] {
  const standing = page.blocks.authors.filter(
    ({ at, box, text, sure }) =>
      at >= top.from &&
      at <= top.to &&
      !isOthersWork(text) &&
      !isOutside(page, box, top) &&
      // A name in prose is somebody whom the prose is about, or the photographer of the picture it describes.
      (sure || (page.blocks.blocks[at]?.words ?? 0) <= MOST_WORDS),
  );
  const found = standing.map(({ at, sure, text }) => ({
    at,
    names: namesIn(nameIn(text), sites).filter((name) =>
      sure ? looksLikeNames(name) : mayBeNames(name) && !isToldOf(name, told),
    ),
  }));
  const best = found.filter(({ at, names }) => at >= top.headline && names.length > 0);
  return (best.length > 0 ? best : found).flatMap(({ names }) => names);
}

const MOST_WORDS = 24;

/** Labels that stand alone before a name. */
const LABEL =
  /^\W*(?:by|words by|words|text|story|(?:written|reported|posted|published|authored) by|authors?|writers?|reporters?)\W*$/i;
const JOINS = /^\W*(?:and|&|,|\||by)?\W*$/i;

/** Names in lines that say they are bylines: "By Ines Vale", or a label and then the names. */
function bySomebody(page: Page, top: Top, sites: readonly string[], last: number): string[] {
  const lines = page.blocks.blocks
    .slice(Math.max(0, top.from), top.to)
    .map((block, at) => ({ ...block, above: top.from + at < top.headline, below: top.from + at > last }))
    .filter(
      ({ box, words }) =>
        words <= MOST_WORDS && page.blocks.boxes[box]?.mark !== "hidden" && !isOutside(page, box, top),
    );
  let organisation: string[] = [];
  for (const above of [false, true])
    for (const [at, line] of lines.entries()) {
      if (line.above !== above) continue;
      const said = LABEL.test(line.text)
        ? listBelow(lines.slice(at + 1, at + 12).map(({ text }) => text))
        : byLine(line.text, line.below);
      if (said.some((text) => namesIn(text, sites).length > 0)) return said;
      if (organisation.length === 0) organisation = said;
    }
  return organisation;
}

/** What an agency's text ends with is a credit of its parts, not the article's byline. */
const CREDIT = /^\W*(?:additional\s)?(?:reporting|writing|research|production)\b/i;

/** "Writer Archive" leads somewhere; "Writer: Ines Vale" says who wrote. */
const SHELF = /^\W*(?:authors?|writers?)\s+(?!:)/i;

function byLine(text: string, isBelow: boolean): string[] {
  if (isOthersWork(text) || SHELF.test(text) || (isBelow && CREDIT.test(text))) return [];
  const apart = text.replace(/^by(?=\p{Lu}\p{Ll})/iu, "By ");
  if (isByline(apart) || (!isBelow && signsDate(apart))) return [bylineIn(apart) ?? ""];
  const name = apart.replace(/^[—–―-]{1,2}\s?(?:by\s)?(?=\p{Lu})/iu, "");
  return saysBy(apart) || (name !== apart && mayBeNames(name)) ? [name] : [];
}

/** The names one below the other behind a label, with "and" or a comma between them or not. */
function listBelow(texts: readonly string[]): string[] {
  const names: string[] = [];
  for (const text of texts) {
    const name = text.replace(/^(?:and|&|,)\s+|\s*(?:,|\sand|\s&)$/giu, "");
    if (looksLikeNames(name)) names.push(name);
    else if (names.length === 0 || !JOINS.test(text)) break;
  }
  return names;
}

/** Names that stand alone in a place for the author, or beside the date. */
function loneNames(page: Page, top: Top, told: ReadonlySet<string>): string[] {
  const { blocks, boxes } = page.blocks;
  const from = Math.max(0, top.from);
  const lines = blocks
    .slice(from, top.to)
    .map((block, at) => ({ ...block, at: from + at }))
    .filter(({ words }) => words <= MOST_WORDS);
  for (const [at, { box, text, words, at: place }] of lines.entries()) {
    const marks = [boxes[box]?.mark, boxes[boxes[box]?.parent ?? -1]?.mark];
    const name = nameIn(text);
    // A heading may be anything; a name in one is a byline only right beside the date.
    const reach = /^h[1-6]$/.test(boxes[box]?.tag ?? "") ? [-1, 1] : [-2, -1, 0, 1, 2];
    const dated = reach.some((step) => {
      const beside = lines[at + step];
      return beside !== undefined && isDateLine(beside.text, beside.words);
    });
    if (!mayBeNames(name) || isOthersWork(text) || isToldOf(name, told) || isOutside(page, box, top))
      continue;
    if (
      marks.includes("author") ||
      (name.toLowerCase() !== text.toLowerCase() && words > 2) ||
      // Above the headline stand topics of the day, and people are among them.
      (dated && place >= top.headline && box < (boxAt(page, top.body) ?? 0) && !marks.includes("menu"))
    )
      return [name];
  }
  return [];
}

/** The box that a block stands in; boxes are numbered in the order they begin. */
const boxAt = (page: Page, block: number): number | undefined => page.blocks.blocks[block]?.box;
