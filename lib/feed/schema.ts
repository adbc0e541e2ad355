import { z } from "zod";
import { OutletChoice } from "../outlet/schema.ts";
import { line } from "../parse.ts";
import { FEED_KINDS } from "./parsed-feed.ts";

const title = line(300).min(1, "The feed needs a name.");
const webUrl = z
  .url({ protocol: /^https?$/, message: "That is not a web address (https://...)." })
  .max(2_000);

/** A feed as it was found at an address, with whose it is. */
export const NewFeed = z
  .object({
    url: webUrl,
    outlet: OutletChoice,
    title,
    kind: z.enum(FEED_KINDS),
    siteUrl: webUrl.nullish().transform((url) => url ?? null),
  })
  .strict();
export type NewFeed = z.input<typeof NewFeed>;

/** A feed as the editor saw it. */
export const SeenFeed = z.object({ feedId: z.uuid(), version: z.int().positive() }).strict();
export type SeenFeed = z.input<typeof SeenFeed>;

export const FeedEdit = SeenFeed.extend({ outlet: OutletChoice, title }).strict();
export type FeedEdit = z.input<typeof FeedEdit>;

export const FeedToPoll = z.object({ feedId: z.uuid() }).strict();
export type FeedToPoll = z.input<typeof FeedToPoll>;

export const ItemToTry = z.object({ feedItemId: z.uuid() }).strict();
export type ItemToTry = z.input<typeof ItemToTry>;
