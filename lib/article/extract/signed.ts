import { bylineIn, isByline, isRole, looksLikeNames, signsDate } from "../clean/byline.ts";
import { tidyLine } from "../clean/paste-line.ts";
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
export function signedBy(page: Page, top: Top): Signed {
  const sites = siteNames(page).map(squeezed);
  let organisation: string | null = null;
  const sources: (() => readonly string[])[] = [
    () =>
      page.structured.authors.filter((author) => author.kind !== "organisation").map((author) => author.name),
    () =>
      META_NAMES.map((name) => page.meta.get(name) ?? []).find((values) =>
        values.some((value) => namesIn(value, sites).length > 0),
      ) ?? [],
    () => linkedNames(page, top),
    () => printedNames(page, top),
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
  const key = squeezed(name);
  if (sites.some((site) => site === key || (site.length >= 4 && key.startsWith(site)))) return true;
  return ORGANISATION.test(name) || /^\p{Lu}{2,5}$/u.test(name);
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
  if (said.length > 300 || /^https?:|@\S+\.|^@/i.test(said)) return [];
  const names: string[] = [];
  for (const piece of said.split(/\s*(?:[,;|•·+]|(?<=\s)(?:and|und|et|y|e|&)(?=\s))\s*/u)) {
    const name = piece
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

/** Words of menus that look like names. */
const NOT_A_NAME =
  /\b(?:about|us|contact|read|more|view|all|follow|see|profile|bio|home|posts|articles|stories)\b/i;

/** Names that lead to the page of somebody who writes here. */
function linkedNames(page: Page, top: Top): string[] {
  return page.blocks.authors
    .filter(
      ({ at, text }) => at >= top.from && at <= top.to && text.split(" ").length >= 2 && looksLikeNames(text),
    )
    .filter(({ text }) => !NOT_A_NAME.test(text))
    .map(({ text }) => text);
}

const FOREIGN_BY = /^(?:von|par|por|di|автор:?)\s(?=\p{Lu})/iu;

/** Names printed as bylines are: "By Ines Vale", or alone in a place for the author. */
function printedNames(page: Page, top: Top): string[] {
  const { blocks, boxes } = page.blocks;
  const lines = blocks.slice(Math.max(0, top.from), top.to).filter((block) => block.words <= 24);
  for (const [at, { text }] of lines.entries()) {
    const next = lines[at + 1]?.text ?? "";
    if (/^by\W*$/i.test(text) && looksLikeNames(next)) return [next];
    const apart = text.replace(/^by(?=\p{Lu}\p{Ll})/iu, "By ");
    if (isByline(apart) || signsDate(apart)) return [bylineIn(apart) ?? ""];
  }
  for (const { box, text } of lines) {
    const marked = boxes[box]?.mark === "author" || boxes[boxes[box]?.parent ?? -1]?.mark === "author";
    const name = bylineIn(text.replace(FOREIGN_BY, "")) ?? "";
    if ((marked || name !== text) && name.includes(" ") && looksLikeNames(name)) return [name];
  }
  return [];
}
