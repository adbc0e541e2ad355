/** Fewest words of a text in a feed that can be the whole article: a teaser has fewer. */
export const FEWEST_WORDS = 150;

/** The text of an entry, if the feed carries the whole article and not a teaser. */
export function wholeText(contentHtml: string | null): string | null {
  if (contentHtml === null) return null;
  const words = contentHtml.replace(/<[^>]*>/g, " ").match(/\S+/g)?.length ?? 0;
  return words >= FEWEST_WORDS ? contentHtml : null;
}
