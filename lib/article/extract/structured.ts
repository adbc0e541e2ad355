import { type Author, authorsOf, isThing, type Thing, textOf, typesOf } from "./structured-authors.ts";

/** What a page says about its article in JSON-LD (schema.org), as it stands there. */
export interface Structured {
  readonly headline: string | null;
  readonly alternativeHeadline: string | null;
  readonly description: string | null;
  readonly articleBody: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly authors: readonly Author[];
}

const ARTICLE =
  /(?:Article|BlogPosting|LiveBlogPosting|NewsReport|ReportageNews|Report|Posting|Review|AnalysisNews|OpinionNews)$/;
/** How many things are looked at: real pages hold a few hundred at most. */
const MOST_THINGS = 5_000;
const LONGEST_SCRIPT = 2_000_000;

/** Reads JSON as pages write it: in comments or CDATA, with line breaks inside strings, with a comma too many. */
function readJson(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|(?:\/\/\s*)?<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*$/, "");
  const mended = text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/,\s*([}\]])/g, "$1")
    .replace(/;\s*$/, "");
  for (const one of [text, mended]) {
    try {
      return JSON.parse(one);
    } catch {
      // The next reading is more forgiving; a script that none can read says nothing.
    }
  }
  return null;
}

/** A page describes its posts, its parts and what it leads to as well; those are not its article. */
const PARTS =
  /^(?:liveBlogUpdate|hasPart|itemListElement|mentions|citation|isBasedOn|comment|review|relatedLink|isPartOf|about|workExample|video|associatedMedia)$/;

/** All things of the page's scripts, outer ones first. Without recursion. */
function thingsOf(scripts: readonly string[]): {
  all: Thing[];
  byId: Map<string, Thing>;
  parts: Set<unknown>;
} {
  const queue: unknown[] = scripts.filter((script) => script.length <= LONGEST_SCRIPT).map(readJson);
  const all: Thing[] = [];
  const byId = new Map<string, Thing>();
  const parts = new Set<unknown>();
  for (let at = 0; at < queue.length && at < MOST_THINGS; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) {
      queue.push(...value.slice(0, MOST_THINGS - queue.length));
      if (parts.has(value)) for (const one of value) parts.add(one);
    } else if (isThing(value)) {
      all.push(value);
      const id = value["@id"];
      // A reference may repeat the type: what it refers to is the thing that has a name.
      if (
        typeof id === "string" &&
        (value.name !== undefined || !byId.has(id)) &&
        byId.get(id)?.name === undefined
      )
        byId.set(id, value);
      for (const [key, child] of Object.entries(value)) {
        if (typeof child !== "object" || child === null || queue.length >= MOST_THINGS) continue;
        queue.push(child);
        if (PARTS.test(key) || parts.has(value)) parts.add(child);
      }
    }
  }
  return { all, byId, parts };
}

const NOTHING: Structured = {
  headline: null,
  alternativeHeadline: null,
  description: null,
  articleBody: null,
  datePublished: null,
  dateModified: null,
  language: null,
  url: null,
  publisher: null,
  authors: [],
};

/** How much a thing says about an article: a page may describe its teasers too, in fewer words. */
function fullness(thing: Thing, url: string): number {
  const own = [thing.url, thing["@id"], thing.mainEntityOfPage]
    .flat()
    .map((one) => (isThing(one) ? one["@id"] : one));
  const path = url
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[?#].*$/, "")
    .replace(/\/$/, "");
  const same = own.some((one) => typeof one === "string" && path !== "" && one.includes(path));
  const said = ["headline", "author", "datePublished", "articleBody", "description"].filter(
    (key) => thing[key] !== undefined,
  ).length;
  return said + (same ? 3 : 0) + (thing.headline === undefined ? -2 : 0);
}

/** Things that are no article, but say who made the page, and when, where no article does. */
const WHOLE_PAGE = /(?:WebPage|ItemPage|CreativeWork|Recipe|HowTo)$/;

const isOf = (thing: Thing, types: RegExp): boolean => typesOf(thing).some((type) => types.test(type));

const dateOf = (thing: Thing): string | null => textOf(thing.datePublished) ?? textOf(thing.dateCreated);

/** What the page's JSON-LD says about the article at `url`; all null when it says nothing. */
export function structuredOf(scripts: readonly string[], url: string): Structured {
  const { all, byId, parts } = thingsOf(scripts);
  const ranked = (among: readonly Thing[]) =>
    among
      .map((thing) => ({ thing, full: fullness(thing, url) }))
      .filter(({ full }) => full > 0)
      .sort((a, b) => b.full - a.full)
      .map(({ thing }) => thing);
  const articles = all.filter((thing) => isOf(thing, ARTICLE));
  const best = ranked(articles.filter((thing) => !parts.has(thing)))[0] ?? ranked(articles)[0] ?? null;
  // Plug-ins describe one article twice, each in its own words, and the page around it.
  const same = articles.filter((thing) => best !== null && textOf(thing.headline) === textOf(best.headline));
  const pages = all.filter((thing) => isOf(thing, WHOLE_PAGE) && !parts.has(thing));
  const sayers = [...(best === null ? [] : [best]), ...same, ...pages];
  const authors = sayers.map((thing) => authorsOf(thing, byId));
  const said = {
    datePublished: firstOf(sayers.map(dateOf)),
    dateModified: firstOf(sayers.map((thing) => textOf(thing.dateModified))),
    authors: authors.find(namesSomebody) ?? authors.find(({ length }) => length > 0) ?? [],
  };
  if (best === null) return { ...NOTHING, ...said };
  const publisher =
    isThing(best.publisher) && best.publisher.name === undefined
      ? byId.get(String(best.publisher["@id"]))
      : best.publisher;
  return {
    headline: textOf(best.headline) ?? textOf(best.name),
    alternativeHeadline: textOf(best.alternativeHeadline),
    description: textOf(best.description),
    articleBody: textOf(best.articleBody),
    language: textOf(best.inLanguage),
    url: textOf(best.url),
    publisher: textOf(publisher),
    ...said,
  };
}

const firstOf = (texts: readonly (string | null)[]): string | null =>
  texts.find((text) => text !== null) ?? null;

const namesSomebody = (authors: readonly Author[]): boolean =>
  authors.some(({ kind, name }) => kind !== "organisation" && name.trim() !== "");
