import { isUtf8 } from "node:buffer";
import type { OnRecordError } from "#lib/errors.ts";
import { decodeHtml } from "#lib/text/decode-html.ts";
import type { ExtractedArticle } from "./extract.ts";

/** A page to read: its text, or its bytes with the charset that came with them. */
export type PageSource = { readonly url: string } & (
  | { readonly html: string }
  | { readonly bytes: Uint8Array; readonly charset?: string | null }
);

export type Answer =
  | { readonly article: ExtractedArticle }
  | { readonly refusal: Pick<OnRecordError, "code" | "fault" | "advice" | "detail"> }
  | { readonly failure: string };

/**
 * The page's source as text. Where nothing came with the bytes, as with a saved page, bytes that are UTF-8 are read so:
 * hardly any other text is by chance.
 */
export function htmlOf(source: PageSource): string {
  if ("html" in source) return source.html;
  const { bytes, charset } = source;
  return decodeHtml(bytes, charset ?? (isUtf8(bytes) ? "utf-8" : null));
}
