import type { Stretch } from "../text/stretch.ts";
import type { TokenRange } from "./noun-phrase.ts";
import type { Token } from "./tokens.ts";
import { DAYS, MONTHS } from "./words.ts";

const LEADING = /^[\s,;:.…—–-]+/u;
const TRAILING = /[\s,;:.…—–-]+$/u;

/** Characters of a token range without the punctuation of the frame; quotation marks stay. Empty gives nothing. */
export function contentStretch(
  text: string,
  tokens: readonly Token[],
  range: TokenRange,
): Stretch | undefined {
  let first = range.first;
  const head = tokens[first];
  if (head?.low === "that" && head.quotation < 0 && range.end - first > 1) first++;
  const start = tokens[first]?.start;
  const end = tokens[range.end - 1]?.end;
  if (start === undefined || end === undefined || start >= end) return undefined;
  const words = text.slice(start, end);
  const left = LEADING.exec(words)?.[0].length ?? 0;
  const right = TRAILING.exec(words.slice(left))?.[0].length ?? 0;
  return /[\p{L}\p{N}]/u.test(words) ? { start: start + left, end: end - right } : undefined;
}

const YEAR = /^(?:1[89]|20)\d\d$/;

/**
 * Splits content around a relative clause that holds a date and no quotation (", which took place in May,"): the
 * outlet explains there in its own voice.
 */
export function withoutAsides(tokens: readonly Token[], range: TokenRange): TokenRange[] {
  for (let at = range.first + 1; at + 2 < range.end; at++) {
    if (tokens[at]?.text !== "," || tokens[at]?.quotation !== -1 || tokens[at + 1]?.low !== "which") continue;
    let close = at + 2;
    while (close < range.end && tokens[close]?.text !== ",") close++;
    const inside = tokens.slice(at + 1, close);
    const dated = inside.some(
      (token) => MONTHS.has(token.low) || DAYS.has(token.low) || YEAR.test(token.low),
    );
    const quoted = inside.some((token) => token.quotation >= 0);
    if (dated && !quoted && close + 1 < range.end)
      return [
        { first: range.first, end: at },
        { first: close + 1, end: range.end },
      ];
  }
  return [range];
}

/** Stretches of several token ranges, asides left out. */
export function contentStretches(
  text: string,
  tokens: readonly Token[],
  ranges: readonly TokenRange[],
): Stretch[] {
  return ranges
    .flatMap((range) => withoutAsides(tokens, range))
    .map((range) => contentStretch(text, tokens, range))
    .filter((stretch) => stretch !== undefined);
}
