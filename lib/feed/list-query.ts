import { z } from "zod";
import { type AddressParams, addressWith, fieldsIn } from "../address-bar.ts";
import { line } from "../parse.ts";
import { type Turning, turningIn } from "../place.ts";

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

export interface FeedsAsked extends Required<Turning> {
  readonly query: FeedsQuery;
}

/** Reads what is asked for out of an address. Never throws: what isn't understood is left out. */
export function readFeedsQuery(params: AddressParams): FeedsAsked {
  const query = FeedsForm.parse(fieldsIn(params, Object.keys(FeedsForm.shape)));
  return { query, ...turningIn(params) };
}

/** All feeds, from the beginning. */
export const ALL_FEEDS: FeedsAsked = readFeedsQuery({});

/** The address of the list so narrowed; another query begins on its first page. */
export function feedsAddress(
  query: FeedsQuery,
  change: Partial<FeedsQuery> & { readonly after?: string; readonly before?: string } = {},
): string {
  return addressWith("/desk/feeds", { ...query, ...change });
}
