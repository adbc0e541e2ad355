import { type AddressParams, fieldsIn } from "./address-bar.ts";

/**
 * A place in a list that is sorted by (rank, key, id): what a page begins after. It names no row by its number, so that a
 * page stays what it was while rows come in before it.
 */
export interface Place {
  readonly rank: number;
  readonly key: string;
  readonly id: string;
}

/** Which page of a list is asked for: the one after a place, or the one before it; the first one if neither is said. */
export interface Turning {
  readonly after?: Place | null;
  readonly before?: Place | null;
}

/** One page of a list, with the places that lead to its neighbours as an address says them; null: there is none. */
export interface Turned<Row> {
  readonly rows: readonly Row[];
  readonly before: string | null;
  readonly after: string | null;
}

const LONGEST = 1_000;
const PLACE = /^(\d)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.*)$/s;

/** A place as an address says it. */
export const placeText = ({ rank, key, id }: Place): string => `${rank}.${id}.${key}`;

/** Reads a place out of an address. Null: none is said, or it can't be read, and the list begins at its beginning. */
export function readPlace(text: string | undefined): Place | null {
  const [, rank, id = "", key = ""] = PLACE.exec((text ?? "").slice(0, LONGEST)) ?? [];
  // PostgreSQL refuses NUL.
  return rank === undefined || key.includes("\0") ? null : { rank: Number(rank), key, id };
}

/** Which page an address asks for. Never throws; what can't be read leads to the first page. */
export function turningIn(params: AddressParams): Required<Turning> {
  const { after: behind, before } = fieldsIn(params, ["after", "before"]);
  const after = readPlace(behind);
  return { after, before: after ? null : readPlace(before) };
}

/**
 * Makes a page of what was found, which is one row more than a page holds where there are more. Rows before a place are
 * found backwards, the nearest first.
 */
export function turned<Row>(
  found: readonly Row[],
  placeOf: (row: Row) => Place,
  asked: Turning,
  size: number,
): Turned<Row> {
  const backwards = Boolean(asked.before);
  const more = found.length > size;
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    before: first && (backwards ? more : asked.after) ? placeText(placeOf(first)) : null,
    after: last && (backwards || more) ? placeText(placeOf(last)) : null,
  };
}
