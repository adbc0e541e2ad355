/** A place in a list that is left by a decision, and the items that stood from there on: others may come in above them meanwhile. */
export interface Leaving {
  readonly at: number;
  readonly ids: readonly string[];
}

/**
 * What is remembered of a list before it changes; null: the focus is in none of its items. Items carry `data-id`.
 * @param first index of the first item that may have the focus afterwards: the next one, if not said
 */
export function leavingFrom(
  items: readonly HTMLElement[],
  at: number | null,
  first?: number,
): Leaving | null {
  if (at === null || at < 0) return null;
  return { at, ids: items.slice(first ?? at + 1).flatMap(({ dataset }) => dataset.id ?? []) };
}

/** Index of the first item fit for the focus, of those remembered; else from that place on; else the place itself. */
export function placeAfter(
  items: readonly HTMLElement[],
  { at, ids }: Leaving,
  takes: (item: HTMLElement) => boolean = () => true,
): number {
  const isTaken = (item: HTMLElement | undefined) => item !== undefined && takes(item);
  const places = ids.map((id) => items.findIndex(({ dataset }) => dataset.id === id));
  const next = places.find((place) => place >= 0 && isTaken(items[place]));
  if (next !== undefined) return next;
  const from = items.findIndex((item, index) => index >= at && takes(item));
  return from < 0 ? at : from;
}
