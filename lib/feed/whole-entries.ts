/** How each format ends its entries, and what closes the document after the last of them. */
const ENDS: readonly (readonly [entry: RegExp, root: RegExp, close: string])[] = [
  [/<\/(?:\w+:)?item\s*>/gi, /<(?:\w+:)?rdf[\s>]/i, "</rdf:RDF>"],
  [/<\/(?:\w+:)?item\s*>/gi, /<(?:\w+:)?rss[\s>]/i, "</channel></rss>"],
  [/<\/(?:\w+:)?entry\s*>/gi, /<(?:\w+:)?feed[\s>]/i, "</feed>"],
];

/** A feed that breaks off or goes wrong somewhere, cut after its last whole entry and closed; null without one. */
export function wholeEntries(xml: string): string | null {
  const head = xml.slice(0, 10_000);
  for (const [entry, root, close] of ENDS) {
    if (!root.test(head)) continue;
    const last = [...xml.matchAll(entry)].at(-1);
    return last === undefined ? null : `${xml.slice(0, last.index + last[0].length)}${close}`;
  }
  return null;
}
