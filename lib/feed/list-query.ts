import { z } from "zod";
import { line } from "../parse.ts";
import { type Place, readPlace } from "../place.ts";

/** How feeds are, as the list is divided: broken ones first. */
export const HEALTHS = ["broken", "read", "paused"] as const;
export type ListedHealth = (typeof HEALTHS)[number];

const FeedsForm = z.object({
  words: line(200).catch("").default(""),
  only: z
    .enum(["", ...HEALTHS])
    .catch("")
    .default(""),
});

/** What the list of feeds is asked for. An empty string is a field left empty. */
export type FeedsQuery = z.output<typeof FeedsForm>;

export interface FeedsAsked {
  readonly query: FeedsQuery;
  readonly after: Place | null;
  readonly before: Place | null;
}

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads what is asked for out of an address. Never throws: what isn't understood is left out. */
export function readFeedsQuery(params: Params): FeedsAsked {
  const one = (key: string) => {
    const value = params[key];
    return typeof value === "object" ? value[0] : value;
  };
  const after = readPlace(one("after"));
  return {
    query: FeedsForm.parse({ words: one("words"), only: one("only") }),
    after,
    before: after ? null : readPlace(one("before")),
  };
}

/** All feeds, from the beginning. */
export const ALL_FEEDS: FeedsAsked = readFeedsQuery({});

/** The address of the list so narrowed; another query begins on its first page. */
export function feedsAddress(
  query: FeedsQuery,
  change: Partial<FeedsQuery> & { readonly after?: string; readonly before?: string } = {},
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...query, ...change }))
    if (value !== "") params.set(key, value);
  return params.size === 0 ? "/desk/feeds" : `/desk/feeds?${params}`;
}
