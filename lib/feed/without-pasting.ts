/**
 * What is in the way of a fetch, for somebody who wants a feed: the advice to paste the text is for somebody who wants an
 * article.
 */
export function withoutPasting(message: string): string {
  const kept = message.replace(/,? (?:or|and) paste the text[^.]*\.$/, ".");
  return kept === message ? message.replace(/ [^.]*\bpaste the text\b[^.]*\.$/i, "") : kept;
}
