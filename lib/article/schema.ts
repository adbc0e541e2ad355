import { z } from "zod";
import { OutletChoice } from "../outlet/schema.ts";
import { line } from "../parse.ts";
import { canonicalUrl } from "./canonical-url.ts";

const LONGEST_PASTE = 2 * 1024 * 1024;
const orNothing = (most: number) =>
  line(most)
    .nullish()
    .transform((text) => text || null);

/** http(s) only, in the one form under which an article is kept. */
const CanonicalUrl = z
  .url({ protocol: /^https?$/, message: "That is not a web address (https://...)." })
  .max(2_000, "The address is longer than 2,000 characters.")
  .transform((address) => canonicalUrl(address) ?? address);

const fields = {
  outlet: OutletChoice,
  headline: line(1_000).min(1, "The headline is missing."),
  byline: orNothing(500),
  publishedAt: orNothing(16),
  zone: orNothing(60),
  url: CanonicalUrl.nullish().transform((url) => url ?? null),
};

const body = {
  standfirst: orNothing(2_000),
  paragraphs: z.array(line(50_000)).min(1, "At least one paragraph of the article is needed.").max(5_000),
};

/** What a revision's text is made of. */
export const TextParts = z.object({ headline: fields.headline, ...body });

/** An article as the editor saves it after the preview. `raw` is the paste as it came. */
export const NewArticle = z
  .object({
    ...fields,
    ...body,
    raw: z.string().max(LONGEST_PASTE, "Over 2 MB: paste the article alone."),
    /** Where the date came from: read off the paste, or set by the editor. */
    publishedSource: z.enum(["text", "editor"]).default("editor"),
    /** The article this is another text of: an editor's cleaning. */
    revisionOf: z.uuid().optional(),
    /** The editor has seen the article of this outlet that is nearly the same, and says it is another one. */
    another: z.boolean().default(false),
  })
  .strict();
export type NewArticle = z.input<typeof NewArticle>;

/** Where an article's date was read. */
export const DATE_SOURCES = ["text", "editor", "jsonLd", "meta", "time", "feed", "list"] as const;
export type DateSource = (typeof DATE_SOURCES)[number];
/** The doors articles come in by. */
export const SIGHTING_SOURCES = ["paste", "url", "feed", "bulk"] as const;
export type SightingSource = (typeof SIGHTING_SOURCES)[number];

/** An article as any door hands it over: found in something that came, which is kept as it came. */
export const Arrival = z
  .object({
    ...fields,
    ...body,
    source: z.enum(SIGHTING_SOURCES),
    publishedSource: z.enum(DATE_SOURCES).nullable(),
    /** As the source claims it. */
    language: z.string().max(60).nullable(),
    /** The bytes as they came, and their media type. */
    raw: z.object({ bytes: z.instanceof(Uint8Array), type: line(200) }),
    /** What found the article in them, with its version: "html/1". */
    extractor: z.string().regex(/^[a-z]+\/\d+$/),
    seenAt: z.date().optional(),
    /** Addresses that led to the page, which says another of itself: where an article stands at one, it may be that one. */
    alsoAt: z.array(CanonicalUrl).max(10).default([]),
    /** They led to `url` for good. */
    moved: z.boolean().default(false),
    /** The article whose page was looked at again: nothing else is brought in. */
    only: z.uuid().optional(),
    revisionOf: z.uuid().optional(),
    another: z.boolean().default(false),
  })
  .strict();
export type Arrival = z.input<typeof Arrival>;

/** Takes an article off the record, with a reason for the history. */
export const ArticleDeletion = z
  .object({
    articleId: z.uuid(),
    version: z.int().positive(),
    reason: line(500).min(3, "Say why it is deleted: the reason stays in the history."),
  })
  .strict();
export type ArticleDeletion = z.input<typeof ArticleDeletion>;

/** A correction of what is said about an article; its text is never corrected. */
export const ArticleEdit = z.object({ articleId: z.uuid(), version: z.int().positive(), ...fields }).strict();
export type ArticleEdit = z.input<typeof ArticleEdit>;
