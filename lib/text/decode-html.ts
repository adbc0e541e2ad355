import sniff from "html-encoding-sniffer";

/** Encodings that the standard names but no decoder has, and what is nearest to them. */
const INSTEAD: Readonly<Record<string, string>> = { replacement: "utf-8", "x-user-defined": "windows-1252" };

/**
 * The text of an HTML page, decoded as browsers do: by its byte order mark, else by the charset of the Content-Type
 * header, else by what the page itself says in its first 1,024 bytes, else as windows-1252. Bytes that make no sense
 * become U+FFFD; an unknown charset counts as none.
 */
export function decodeHtml(bytes: Uint8Array, contentTypeCharset?: string | null): string {
  const encoding = sniff(
    bytes,
    contentTypeCharset ? { transportLayerEncodingLabel: contentTypeCharset } : {},
  );
  return new TextDecoder(INSTEAD[encoding] ?? encoding).decode(bytes);
}
