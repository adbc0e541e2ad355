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
  | { readonly refusal: Pick<OnRecordError, "code" | "message" | "detail"> }
  | { readonly failure: string };

/** The page's source as text. */
export function htmlOf(source: PageSource): string {
  return "html" in source ? source.html : decodeHtml(source.bytes, source.charset);
}
