import { readFileSync } from "node:fs";
import { CodePointIndex } from "#lib/text/code-points.ts";

export interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
export interface GoldStatement {
  readonly speaker: readonly GoldSpan[];
  readonly cue: readonly GoldSpan[];
  readonly content: readonly GoldSpan[];
  readonly kind?: string;
  readonly speakerKind?: string;
  readonly speechCue?: boolean;
}
export interface GoldDocument {
  readonly id: string;
  readonly outlet?: string;
  readonly date?: string | null;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

/** A line of a file: an annotated article, or one that a desk exported. */
interface Line extends GoldDocument {
  /** False where an editor has not finished the article: what is missing there says nothing. */
  readonly complete?: boolean;
}

/**
 * Annotated articles of a JSONL file, one a line, without those that are not complete. Their spans count code points; what is
 * given back counts UTF-16 units, as tokens do.
 */
export function readGold(file: string): GoldDocument[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line)
    .filter(({ complete }) => complete !== false)
    .map(inUtf16);
}

function inUtf16(document: GoldDocument): GoldDocument {
  const index = new CodePointIndex(document.text);
  const spans = (list: readonly GoldSpan[]) =>
    list.map(({ end, start }) => ({ start: index.toUtf16(start), end: index.toUtf16(end) }));
  return {
    ...document,
    statements: document.statements.map((statement) => ({
      ...statement,
      speaker: spans(statement.speaker),
      cue: spans(statement.cue),
      content: spans(statement.content),
    })),
  };
}
