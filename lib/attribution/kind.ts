import type { Stretch } from "../text/stretch.ts";
import type { Marks } from "./marks.ts";
import type { StatementKind } from "./statement.ts";

const LETTER = /[\p{L}\p{N}]/u;
/** A quoted verse of joining words between two quotations does not make a statement mixed. */
const NEARLY_ALL = 0.95;

/** Whether the letters of `content` stand inside quotation marks: all, some or none of them. */
export function kindOf(text: string, content: readonly Stretch[], marks: Marks): StatementKind {
  let all = 0;
  let quoted = 0;
  for (const piece of content) {
    let index = -1;
    for (let at = piece.start; at < piece.end; at++) {
      if (!LETTER.test(text[at] as string)) continue;
      const known = marks.quotations[index];
      if (!known || at < known.start || at >= known.end) index = marks.at(at);
      all++;
      if (index >= 0) quoted++;
    }
  }
  if (quoted === 0) return "indirect";
  return quoted / all >= NEARLY_ALL ? "direct" : "mixed";
}
