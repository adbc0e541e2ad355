import { type Composed, composeText } from "#lib/article/compose.ts";
import { CodePointIndex } from "#lib/text/code-points.ts";
import type { Span } from "#lib/text/span.ts";
import type { ActorKey } from "./actors.ts";
import type { PlannedArticle, PlannedStatement, Words } from "./plan.ts";

/** A planned statement with its words found: spans in code points of the article's text. */
export interface LocatedStatement {
  readonly planned: PlannedStatement;
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly via: readonly { readonly actor: ActorKey; readonly proof: Span }[];
}

export interface LocatedArticle extends Composed {
  readonly article: PlannedArticle;
  readonly statements: readonly LocatedStatement[];
}

const WORD = /[\p{L}\p{N}]/u;

/**
 * Finds the words of an article's planned statements.
 * @throws Error that names the article and the words when they don't stand in the text, or stand in it twice.
 */
export function locateArticle(article: PlannedArticle): LocatedArticle {
  const composed = composeText(article);
  const index = new CodePointIndex(composed.text);
  const locate = (words: Words): Span => {
    const [from, to] = stretchOf(words, composed.text, article.key);
    return { start: index.fromUtf16(from), end: index.fromUtf16(to) };
  };
  const statements = article.statements.map((planned) => ({
    planned,
    speaker: planned.speaker === null ? [] : [locate(planned.speaker)],
    cue: planned.cue.map(locate),
    content: planned.content.map(locate),
    via: planned.via.map(({ actor, proof }) => ({ actor, proof: locate(proof) })),
  }));
  return { article, ...composed, statements };
}

function stretchOf(words: Words, text: string, article: string): [from: number, to: number] {
  const complain = (problem: string): never => {
    throw new Error(`${article}: ${problem}: ${JSON.stringify(words)}`);
  };
  if (typeof words === "string") {
    const [first, second] = occurrences(words, text);
    if (first === undefined) return complain("not in the text");
    return second === undefined ? [first, first + words.length] : complain("more than once in the text");
  }
  const anchor = text.indexOf(words.after);
  if (anchor < 0) return complain("the words before are not in the text");
  if (words.after !== "" && text.indexOf(words.after, anchor + 1) >= 0)
    return complain("the words before are more than once in the text");
  const [first] = occurrences(words.words, text, anchor + words.after.length);
  return first === undefined
    ? complain("not in the text after those words")
    : [first, first + words.words.length];
}

/** Where whole words begin, in UTF-16 units: "he" is not found in "the". */
function occurrences(words: string, text: string, from = 0): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const joinsBefore = WORD.test(words.charAt(0)) && WORD.test(text.charAt(at - 1));
    const joinsAfter = WORD.test(words.charAt(words.length - 1)) && WORD.test(text.charAt(at + words.length));
    if (!joinsBefore && !joinsAfter) found.push(at);
  }
  return found;
}
