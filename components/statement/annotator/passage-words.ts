import type { StatementKind } from "#lib/attribution/statement.ts";
import { type ContentPiece, passageText, publicPassage } from "#lib/statement/passage.ts";
import type { CodePointIndex } from "#lib/text/code-points.ts";
import { describeSpan, type Span } from "#lib/text/span.ts";

/** The words of some spans, as they stand in the text: "reckless … muscle-flexing". */
export function wordsIn(index: CodePointIndex, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => index.slice(start, end))
    .join(" … ")
    .replace(/\s+/gu, " ");
}

/** The words of a statement that the public will see, with marks of our own. */
export function publicWords(index: CodePointIndex, content: readonly Span[], kind: StatementKind): string {
  const pieces: ContentPiece[] = content.map((span) => describeSpan(index, span));
  return passageText(publicPassage(pieces, kind));
}
