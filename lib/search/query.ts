import { z } from "zod";
import { type AddressParams, addressWith, fieldsIn } from "../address-bar.ts";
import { line } from "../parse.ts";

/** The day exists: 2024-02-30 doesn't, and no calendar of ours has a year 0. */
const isDay = (day: string) => {
  const at = new Date(`${day}T00:00:00Z`);
  return (
    /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  );
};
const words = line(200, "At most 200 characters.");
const day = z
  .string()
  .trim()
  .refine((value) => value === "" || isDay(value), "That is not a day: write 2024-06-30.");

const SearchForm = z.object({
  words: words.default(""),
  actor: words.default(""),
  /** "yes": what belongs to the actor is searched with it. */
  parts: z.enum(["", "yes"]).catch("").default(""),
  outlet: words.default(""),
  from: day.default(""),
  to: day.default(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** A search as the address bar says it. An empty string is a field left empty; days are YYYY-MM-DD, both inclusive. */
export type SearchQuery = z.output<typeof SearchForm>;
export type SearchField = Exclude<keyof SearchQuery, "page">;

export interface ReadQuery {
  readonly query: SearchQuery;
  /** What is wrong with a field, in words; the field is then left out of the query. */
  readonly problems: Readonly<Partial<Record<SearchField, string>>>;
}

/** Reads a search from an address. Never throws: what isn't understood is named and left out. */
export function readSearch(params: AddressParams): ReadQuery {
  const given = fieldsIn(params, Object.keys(SearchForm.shape));
  const read = SearchForm.safeParse(given);
  if (read.success) {
    const { from, to } = read.data;
    const backwards = from !== "" && to !== "" && from > to;
    return { query: read.data, problems: backwards ? { to: "This day is before the first one." } : {} };
  }
  const problems = Object.fromEntries(
    read.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
  );
  const kept = Object.fromEntries(Object.entries(given).filter(([key]) => !(key in problems)));
  return { query: SearchForm.parse(kept), problems };
}

/** Whether the query asks for anything. */
export function isEmpty(query: SearchQuery): boolean {
  return !(query.words || query.actor || query.outlet || query.from || query.to);
}

/** Whether an address names fields that ask for nothing ("?words=ferry&actor="). */
export function hasEmptyFields(params: AddressParams): boolean {
  return Object.keys(SearchForm.shape).some((key) => params[key] === "");
}

/** The address of a search, with some fields changed; a change goes back to the first page. */
export function searchAddress(query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const { page, ...fields } = { ...query, page: 1, ...change };
  return addressWith("/search", { ...fields, page: page === 1 ? "" : String(page) });
}
