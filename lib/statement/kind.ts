import type { StatementKind } from "../attribution/statement.ts";
import { CodePointIndex } from "../text/code-points.ts";
import { quotationsIn } from "../text/quotation-marks.ts";
import type { Span } from "../text/span.ts";

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Kind of a statement from where its content stands: direct when every word is in quotation marks, mixed when
 * some are, indirect when none is. Spans are in code points of `text`; paragraphs end at line ends.
 */
export function kindOfContent(text: string, content: readonly Span[]): StatementKind {
  const index = new CodePointIndex(text);
  let quoted = 0;
  let unquoted = 0;
  for (const span of content) {
    const from = index.toUtf16(span.start);
    const to = index.toUtf16(span.end);
    const paragraphStart = text.lastIndexOf("\n", from - 1) + 1;
    const lineEnd = text.indexOf("\n", to);
    const quotations = quotationsIn(text, paragraphStart, lineEnd < 0 ? text.length : lineEnd);
    for (let at = from; at < to; at++) {
      if (!WORD_CHARACTER.test(text[at] as string)) continue;
      if (quotations.some((quotation) => quotation.start <= at && at < quotation.end)) quoted++;
      else unquoted++;
    }
  }
  if (quoted === 0) return "indirect";
  return unquoted === 0 ? "direct" : "mixed";
}
