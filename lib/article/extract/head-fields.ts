import { namesIn } from "./names.ts";

type Meta = ReadonlyMap<string, readonly string[]>;

const AUTHOR_FIELDS = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "byl",
  "dc.creator",
  "dcterms.creator",
  "dcsext.author",
  "cxenseparse:author",
  "article_author",
  "og:article:author",
  "citation_author",
  "creator",
];
/** Fields of systems that nobody listed: "xq:article_authors". Not those about another thing's author, or an address. */
const AUTHOR_FIELD = /(?:^|[.:_-])(?:authors?|authors?[_-]?names?|bylines?|creators?|writers?)$/;
const NOT_THE_AUTHOR = /^(?:twitter|book|music|video|fb|copyright|generator|theme|plugin|msapplication)\b/;

/** The texts of the first field of a page's head that names a person; every text of that field. */
export function headAuthors(meta: Meta, sites: readonly string[]): readonly string[] {
  const others = [...meta.keys()].filter((name) => AUTHOR_FIELD.test(name) && !NOT_THE_AUTHOR.test(name));
  const candidates = [
    ...AUTHOR_FIELDS.map((name) => meta.get(name) ?? []),
    statistics(meta, ["author", "authors", "creator"]),
    labelled(meta, /^(?:written by|by|authors?|posted by|words by)$/i),
    ...others.map((name) => meta.get(name) ?? []),
  ];
  return candidates.find((values) => values.some((value) => namesIn(value, sites).length > 0)) ?? [];
}

/** What a card for a shared link shows under a label: "Written by" and the name. */
function labelled(meta: Meta, label: RegExp): string[] {
  return [1, 2, 3].flatMap((at) =>
    label.test(meta.get(`twitter:label${at}`)?.[0]?.trim() ?? "")
      ? (meta.get(`twitter:data${at}`) ?? [])
      : [],
  );
}

const DATE_FIELDS = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "og:published_time",
  "parsely-pub-date",
  "cxenseparse:recs:publishtime",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "publishdate",
  "publish-date",
  "publish_date",
  "published_at",
  "publication_date",
  "pubdate",
  "pub_date",
  "article.published",
  "date",
];
const DATE_FIELD =
  /(?:^|[.:_-])(?:(?:first|original)?[_-]?(?:publish(?:ed)?|pub|publication|post|posted|issue|issued|release|released|display|online)[_-]?(?:date|time|at|on)?(?:[_-]?iso)?|date[_-]?(?:published|posted|issued|created|original)|(?:date|time)[_-]?(?:pub|published)|creat(?:ed|ion)[_-]?(?:date|time|at|on)|created|pdate|issued)$/;

/** What the fields of a page's head say about when it was published, likeliest first. */
export function headDates(meta: Meta): readonly string[] {
  const others = [...meta.keys()].filter(
    (name) =>
      DATE_FIELD.test(name) && !DATE_FIELDS.includes(name) && !/^(?:twitter|book|music|video)\b/.test(name),
  );
  const listed = DATE_FIELDS.filter((name) => name !== "date");
  return [
    ...listed.flatMap((name) => meta.get(name) ?? []),
    ...statistics(meta, ["pub_date", "date", "pubDate"]),
    ...others.flatMap((name) => meta.get(name) ?? []),
    // The one that some systems fill with the moment the page was put together.
    ...(meta.get("date") ?? []),
  ];
}

const MODIFIED_FIELDS = [
  "article:modified_time",
  "og:updated_time",
  "datemodified",
  "lastmod",
  "last-modified",
];

/** What the fields of a page's head say about when it was changed. */
export const headChanges = (meta: Meta): readonly string[] =>
  MODIFIED_FIELDS.flatMap((name) => meta.get(name) ?? []);

/** A field of the JSON that some pages hold for the counting of their readers. */
function statistics(meta: Meta, fields: readonly string[]): string[] {
  const source = meta.get("parsely-page")?.[0];
  if (source === undefined || source.length > 20_000) return [];
  try {
    const said: unknown = JSON.parse(source);
    if (typeof said !== "object" || said === null) return [];
    const values = fields.flatMap((field) => (said as Readonly<Record<string, unknown>>)[field] ?? []);
    return values.filter((value): value is string => typeof value === "string");
  } catch {
    return [];
  }
}
