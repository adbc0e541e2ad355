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

export interface Author {
  readonly name: string;
  /** Null where the page doesn't say. */
  readonly kind: "person" | "organisation" | null;
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE =
  /(?:Article|BlogPosting|LiveBlogPosting|NewsReport|ReportageNews|Report|Posting|Review|AnalysisNews|OpinionNews)$/;
/** How many things are looked at: real pages hold a few hundred at most. */
const MOST_THINGS = 5_000;
const LONGEST_SCRIPT = 2_000_000;

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

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

/** All things of the page's scripts, outer ones first. Without recursion. */
function thingsOf(scripts: readonly string[]): { all: Thing[]; byId: Map<string, Thing> } {
  const queue: unknown[] = scripts.filter((script) => script.length <= LONGEST_SCRIPT).map(readJson);
  const all: Thing[] = [];
  const byId = new Map<string, Thing>();
  for (let at = 0; at < queue.length && at < MOST_THINGS; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MOST_THINGS - queue.length));
    else if (isThing(value)) {
      all.push(value);
      const id = value["@id"];
      if (typeof id === "string" && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
      for (const child of Object.values(value))
        if (typeof child === "object" && child !== null && queue.length < MOST_THINGS) queue.push(child);
    }
  }
  return { all, byId };
}

const typesOf = (thing: Thing): string[] =>
  [thing["@type"]].flat().filter((type): type is string => typeof type === "string");

function textOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (isThing(one)) return textOf(one["@value"] ?? one.name);
  return typeof one === "string" && one.trim() !== "" ? one : null;
}

function authorsOf(value: unknown, byId: ReadonlyMap<string, Thing>): Author[] {
  return [value]
    .flat()
    .slice(0, 30)
    .flatMap((one): Author[] => {
      if (typeof one === "string") return [{ name: one, kind: null }];
      if (!isThing(one)) return [];
      const whole =
        one.name === undefined && typeof one["@id"] === "string" ? (byId.get(one["@id"]) ?? one) : one;
      const types = typesOf(whole);
      const kind = types.includes("Person")
        ? "person"
        : types.some((type) => /Organi[sz]ation|Corporation/.test(type))
          ? "organisation"
          : null;
      return [whole.name]
        .flat()
        .filter((name): name is string => typeof name === "string")
        .map((name) => ({ name, kind }));
    });
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

/** What the page's JSON-LD says about the article at `url`; all null when it says nothing. */
export function structuredOf(scripts: readonly string[], url: string): Structured {
  const { all, byId } = thingsOf(scripts);
  let best: Thing | null = null;
  let most = 0;
  for (const thing of all) {
    if (!typesOf(thing).some((type) => ARTICLE.test(type))) continue;
    const full = fullness(thing, url);
    if (full > most) [best, most] = [thing, full];
  }
  if (best === null) return NOTHING;
  const publisher =
    isThing(best.publisher) && best.publisher.name === undefined
      ? byId.get(String(best.publisher["@id"]))
      : best.publisher;
  return {
    headline: textOf(best.headline) ?? textOf(best.name),
    alternativeHeadline: textOf(best.alternativeHeadline),
    description: textOf(best.description),
    articleBody: textOf(best.articleBody),
    datePublished: textOf(best.datePublished) ?? textOf(best.dateCreated),
    dateModified: textOf(best.dateModified),
    language: textOf(best.inLanguage),
    url: textOf(best.url),
    publisher: textOf(publisher),
    authors: authorsOf(best.author ?? best.creator, byId),
  };
}
