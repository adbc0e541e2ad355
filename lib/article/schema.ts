import { z } from "zod";
import { OutletChoice } from "../outlet/schema.ts";
import { line } from "../parse.ts";

const LONGEST_PASTE = 2 * 1024 * 1024;
const orNothing = (most: number) =>
  line(most)
    .nullish()
    .transform((text) => text || null);

/** http(s) only; the fragment is no part of an address, and a text fragment least of all. */
const CanonicalUrl = z
  .url({ protocol: /^https?$/, message: "That is not a web address (https://...)." })
  .max(2_000)
  .transform((address) => {
    const url = new URL(address);
    url.hash = "";
    return url.href;
  });

const fields = {
  outlet: OutletChoice,
  headline: line(1_000).min(1, "The headline is missing."),
  byline: orNothing(500),
  publishedAt: orNothing(16),
  zone: orNothing(60),
  url: CanonicalUrl.nullish().transform((url) => url ?? null),
};

/** An article as the editor saves it after the preview. `raw` is the paste as it came. */
export const NewArticle = z
  .object({
    ...fields,
    standfirst: orNothing(2_000),
    paragraphs: z.array(line(50_000)).min(1, "At least one paragraph of the article is needed.").max(5_000),
    raw: z.string().max(LONGEST_PASTE, "Over 2 MB: paste the article alone."),
    /** Where the date came from: read off the paste, or set by the editor. */
    publishedSource: z.enum(["text", "editor"]).default("editor"),
  })
  .strict();
export type NewArticle = z.input<typeof NewArticle>;

/** A correction of what is said about an article; its text is never corrected. */
export const ArticleEdit = z.object({ articleId: z.uuid(), version: z.int().positive(), ...fields }).strict();
export type ArticleEdit = z.input<typeof ArticleEdit>;
