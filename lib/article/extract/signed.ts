import { SECTION } from "../clean/article-credits.ts";
import { bylineIn, isByline, isRole, looksLikeNames, signsDate } from "../clean/byline.ts";
import { tidyLine } from "../clean/paste-line.ts";
import { isDateLine } from "../clean/publication.ts";
import { lineKey } from "../clean/read-line.ts";
import { decodeEntities } from "./entities.ts";
import { siteNames } from "./headline.ts";
import type { Page } from "./page.ts";

/** Half-open range of positions in the list of blocks: where the article's own byline and date stand. */
export interface Top {
  readonly from: number;
  readonly to: number;
}

export interface Signed {
  /** Names of persons, joined by commas; null where the page names none. */
  readonly byline: string | null;
  /** The organisation that signs instead: a news agency, a desk. */
  readonly organisation: string | null;
}

const ORGANISATION =
  /\b(?:staff|team|desk|newsroom|editors?|editorial|board|correspondents?|reporters?|news|agency|agencies|press|bureau|admin(?:istrator)?|contributors?|network|media|magazine|online|service|services|newspapers?|company|inc|ltd|llc|gmbh|corp(?:oration)?|ministry|office|department|university|institute|foundation|association|society|group|today|times|post|herald|tribune|gazette|daily|journal|wire|reuters|afp|associated|bloomberg|redaktion|redacci[oó]n|r[eé]daction|redazione|agentur|agence|agencia)\b|\.(?:com|net|org|co|news|tv)\b/iu;

const META_NAMES = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "byl",
  "dc.creator",
  "dcsext.author",
  "cxenseparse:author",
  "article_author",
  "og:article:author",
  "creator",
];

/** Who signed the article: what its JSON-LD says, else its head, else what is printed between headline and body. */
export function signedBy(page: Page, top: Top, body: readonly number[]): Signed {
  const sites = siteNames(page).map(squeezed);
  let organisation: string | null = null;
  const sources: (() => readonly string[])[] = [
    () =>
      page.structured.authors.filter((author) => author.kind !== "organisation").map((author) => author.name),
    () =>
      META_NAMES.map((name) => page.meta.get(name) ?? []).find((values) =>
        values.some((value) => namesIn(value, sites).length > 0),
      ) ?? [],
    () => linkedNames(page, top, body),
    () => printedNames(page, top, body),
  ];
  for (const source of sources) {
    const said = source();
    const names = said.flatMap((text) => namesIn(text, sites));
    if (names.length > 0)
      return {
        byline: [...new Map(names.map((name) => [lineKey(name), name])).values()].join(", "),
        organisation: null,
      };
    organisation ??= said.map((text) => tidyLine(text)).find((text) => isForeign(text, sites)) ?? null;
  }
  organisation ??=
    page.structured.authors.map((author) => tidyLine(author.name)).find((text) => isForeign(text, sites)) ??
    null;
  return { byline: null, organisation };
}

const squeezed = (text: string): string => lineKey(text).replaceAll(" ", "");

/** Another organisation than the outlet itself. */
const isForeign = (text: string, sites: readonly string[]): boolean => {
  const key = squeezed(text);
  return (
    key !== "" &&
    text.length <= 60 &&
    !sites.includes(key) &&
    isOrganisation(text, sites) &&
    !isRole(text) &&
    !/^https?:/i.test(text)
  );
};

function isOrganisation(name: string, sites: readonly string[]): boolean {
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

/** The names of persons in a byline's words, in the order they stand. */
export function namesIn(text: string, sites: readonly string[]): string[] {
  const said = tidyLine(decodeEntities(text).replace(/<[^<>]*>/g, " "))
    .replace(
      /^[\s|•–—-]*(?:(?:words|written|story|text|report|reporting|analysis|posted|published)\s)?by(?:\s*:\s*|\s+)(?=\p{L})/iu,
      "",
    )
    .replace(/^By(?=\p{Lu})/u, "")
    .replace(/\s+(?:for|in)\s+(?:the\s)?\p{Lu}[^,;]*$/u, "");
  // ", The Meridian Post": a name that was never filled in, and whom it would have been with.
  if (said.length > 300 || said.startsWith(",") || /^https?:|@\S+\.|^@/i.test(said)) return [];
  const names: string[] = [];
  for (const piece of said.split(/\s*(?:[,;|•·+]|(?<=\s)(?:and|und|et|y|e|&)(?=\s))\s*/u)) {
    const name = withoutSite(piece, sites)
      .replace(/\s*(?:기자|특파원)$/u, "")
      .replace(/\s\([^()]*\)$/u, "")
      .trim();
    const last = names.at(-1);
    if (/^(?:Jr|Sr|II|III|IV)\.?$/.test(name) && last !== undefined)
      names[names.length - 1] = `${last}, ${name}`;
    else if (isName(name) && !isOrganisation(name, sites)) names.push(inCase(name));
  }
  return names;
}

function isName(text: string): boolean {
  const words = text.split(" ").length;
  return (
    text.length >= 2 &&
    text.length <= 60 &&
    words <= 6 &&
    /^\p{L}/u.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    !/[\d:/<>{}()[\]=]/.test(text) &&
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

/** Words of menus and shelves that look like names. */
const NOT_A_NAME =
  /\b(?:about|us|contact|more|view|all|follow|see|profile|bio|posts|articles|stories|latest|photos?|videos?|breaking|exclusive|advertisement|newsletters?|subscribe|sign|log|share|comments?|lifestyle|showbiz)\b/i;

const mayBeNames = (text: string): boolean =>
  text.includes(" ") && looksLikeNames(text) && !NOT_A_NAME.test(text) && !SECTION.test(text);

/** Whether the body tells of them: people of the story are mentioned there, its author is not. */
function isToldOf(page: Page, names: string, body: readonly number[]): boolean {
  const families = names.split(/,\s(?:and\s)?|\sand\s|\s&\s/).map((name) => name.split(" ").at(-1) ?? "");
  return body.some((at) => families.some((family) => page.blocks.blocks[at]?.text.includes(family) === true));
}

/** Names that lead to the page of somebody who writes here. */
function linkedNames(page: Page, top: Top, body: readonly number[]): string[] {
  return page.blocks.authors
    .filter(({ at, text }) => at >= top.from && at <= top.to && mayBeNames(text))
    .map(({ text }) => text)
    .filter((text) => !isToldOf(page, text, body));
}

const FOREIGN_BY = /^(?:von|par|por|di|автор:?)\s(?=\p{Lu})/iu;

/** Names printed as bylines are: "By Ines Vale", or alone in a place for the author, or beside the date. */
function printedNames(page: Page, top: Top, body: readonly number[]): string[] {
  const { blocks, boxes } = page.blocks;
  const lines = blocks.slice(Math.max(0, top.from), top.to).filter((block) => block.words <= 24);
  for (const [at, { text }] of lines.entries()) {
    const next = lines[at + 1]?.text ?? "";
    if (/^by\W*$/i.test(text) && looksLikeNames(next)) return [next];
    const apart = text.replace(/^by(?=\p{Lu}\p{Ll})/iu, "By ");
    if (isByline(apart) || signsDate(apart)) return [bylineIn(apart) ?? ""];
  }
  for (const [at, { box, text, words }] of lines.entries()) {
    const marks = [boxes[box]?.mark, boxes[boxes[box]?.parent ?? -1]?.mark];
    const name = bylineIn(text.replace(FOREIGN_BY, "")) ?? "";
    const dated = [-2, -1, 0, 1, 2].some((step) => {
      const beside = lines[at + step];
      return beside !== undefined && isDateLine(beside.text, beside.words);
    });
    if (!mayBeNames(name) || isToldOf(page, name, body)) continue;
    if (
      marks.includes("author") ||
      (name.toLowerCase() !== text.toLowerCase() && words > 2) ||
      (dated &&
        box < (boxAt(page, body[0]) ?? 0) &&
        !marks.includes("menu") &&
        !/^h[1-6]$/.test(boxes[box]?.tag ?? ""))
    )
      return [name];
  }
  return [];
}

/** The box that a block stands in; boxes are numbered in the order they begin. */
const boxAt = (page: Page, block: number | undefined): number | undefined =>
  page.blocks.blocks[block ?? -1]?.box;
