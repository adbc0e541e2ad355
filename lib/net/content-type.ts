/** Media types of web pages. */
export const PAGE_TYPES = ["text/html", "application/xhtml+xml"] as const;

/** Media types under which feeds are served, the sloppy ones too. */
export const FEED_TYPES = [
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/xml",
  "text/xml",
  "application/json",
  "text/plain",
] as const;

export interface ContentType {
  /** Lower case, without parameters: "text/html". */
  readonly media: string;
  readonly charset: string | null;
}

/** Reads a Content-Type header, leniently in its parameters. Null where it names no media type. */
export function contentTypeOf(header: string | null): ContentType | null {
  const [, media] = /^\s*([\w.+-]+\/[\w.+-]+)\s*(?:[;,]|$)/.exec(header ?? "") ?? [];
  if (media === undefined) return null;
  const [, charset = null] = /;\s*charset\s*=\s*["']?([\w:.+-]+)/i.exec(header ?? "") ?? [];
  return { media: media.toLowerCase(), charset };
}
